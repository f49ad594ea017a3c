#include "kith/core/error.hpp"
#include "kith/render/template.hpp"

#include <doctest/doctest.h>

#include <array>

namespace kith::render {
namespace {

constexpr std::array<std::string_view, 9> keys{"id",   "date",    "with", "answered", "minutes",
                                               "note", "handles", "last", "group"};

core::Fields record() {
    const auto day = *core::parse_iso_date("2026-11-22");
    return {{"id", std::string("k7f2q9xa")},
            {"date", core::Moment{day, std::chrono::seconds{18 * 3600 + 30 * 60}}},
            {"with", std::vector<std::string>{"ana-souza", "bo-li"}},
            {"answered", false},
            {"minutes", std::int64_t{45}},
            {"note", std::string("one\ttwo\nthree {id}\x1b")},
            {"handles", core::TextTable{{"linkedin", "in/ana"}, {"a.b", "c"}}},
            {"last", core::TextTable{{"date", "2026-09-30"}}}};
}

std::string line(std::string_view format) {
    return Template(format, keys).line(record());
}

/// Message and hint of the refusal; empty where there is none.
std::string refusal(std::string_view format) {
    try {
        const Template parsed(format, keys);
    } catch (const core::Failure& failure) {
        CHECK(core::exit_status(failure) == 2);
        return core::to_text(failure.problems().front());
    }
    return {};
}

TEST_CASE("a template's fields are put in") {
    struct Case {
        std::string_view format, line;
    };
    const Case cases[] = {
        {"{id}", "k7f2q9xa\n"},
        {"{date}", "2026-11-22T18:30:00\n"},
        {"{with}", "ana-souza,bo-li\n"},
        {"{answered}", "false\n"},
        {"{minutes}", "45\n"},
        {"{handles}", "linkedin=in/ana,a.b=c\n"},
        {"{handles.linkedin}", "in/ana\n"},
        {"{handles.a.b}", "c\n"},
        {"{handles.mastodon}|", "|\n"},
        {"{last.date}", "2026-09-30\n"},
        {"{last.note}", "\n"},
        {"{id.part}", "\n"},
        {"{group}", "\n"},
        {"{id}\\t{minutes}", "k7f2q9xa\t45\n"},
        {"a\\nb\\\\n\\q\\", "a\nb\\n\\q\\\n"},
        {"{{id}}", "{id}\n"},
        {"{{{id}}}", "{k7f2q9xa}\n"},
        {"", "\n"},
        {"José {id}", "José k7f2q9xa\n"},
    };
    for (const auto& [format, expected] : cases) {
        CAPTURE(format);
        CHECK(line(format) == expected);
    }
}

TEST_CASE("a value is one safe line and is not read as a template itself") {
    CHECK(line("{note}") == "one\\ttwo\\nthree {id}\\x1b\n");
}

TEST_CASE("a template that cannot be meant is wrong usage") {
    struct Case {
        std::string_view format, part;
    };
    const Case cases[] = {
        {"{id", "'{' is not closed"},
        {"a{", "'{' is not closed"},
        {"id}", "'}' closes nothing"},
        {"{}", "{} is no field"},
        {"{dat}", "did you mean {date}?"},
        {"{lats.note}", "did you mean {last}?"},
        {"{last.}", "{last.} is no field"},
        {"{zzzzzz}", "fields: id, date, with, answered, minutes, note, handles, last, group"},
        {"{ID}", "{ID} is no field"},
    };
    for (const auto& [format, part] : cases) {
        CAPTURE(format);
        CHECK_MESSAGE(refusal(format).find(part) != std::string::npos, refusal(format));
    }
    CHECK(refusal("{id} {last.note}").empty());
}

} // namespace
} // namespace kith::render
