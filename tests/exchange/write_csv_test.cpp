#include "kith/exchange/write_csv.hpp"

#include <doctest/doctest.h>

using namespace kith;

namespace {

std::string row(core::Value value, const char* key = "note") {
    const std::vector<std::string_view> keys{key};
    return exchange::csv_row({{key, std::move(value), 0}}, keys);
}

} // namespace

TEST_CASE("a row has the columns of the header, absent ones empty") {
    const std::vector<std::string_view> keys{"id", "name", "note"};
    CHECK(exchange::csv_header(keys) == "id,name,note\n");
    CHECK(exchange::csv_row({{"note", std::string("x"), 0}, {"id", std::string("a"), 0}}, keys) == "a,,x\n");
}

TEST_CASE("every kind of value has its text") {
    CHECK(row(std::int64_t{45}) == "45\n");
    CHECK(row(false) == "false\n");
    CHECK(row(*core::parse_iso_moment("2026-11-22T18:30:00")) == "2026-11-22T18:30:00\n");
    CHECK(row(std::vector<std::string>{"ana-souza", "bo-li"}) == "ana-souza; bo-li\n");
    CHECK(row(core::TextTable{{"linkedin", "in/ana"}, {"phone", "+1"}}) == "linkedin:in/ana; phone:+1\n");
}

TEST_CASE("commas, quotes and line breaks stand in quotes") {
    CHECK(row(std::string("a,b")) == "\"a,b\"\n");
    CHECK(row(std::string("say \"hi\"")) == "\"say \"\"hi\"\"\"\n");
    CHECK(row(std::string("two\r\nlines")) == "\"two\nlines\"\n");
    CHECK(row(std::string("\x1b[2Jbell\a")) == "[2Jbell\n");
}

TEST_CASE("no text of a stranger is a formula") {
    for (const char* text : {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)"}) {
        CAPTURE(text);
        CHECK(row(std::string(text)).starts_with("'" + std::string(text).substr(0, 1)));
    }
    CHECK(row(std::string("+2w"), "every") == "+2w\n");
}
