#include "kith/render/json.hpp"

#include "sample_report.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace kith::render {
namespace {

core::Fields record() {
    return {{"id", std::string("k7f2q9xa")},
            {"date", core::Moment{day("2026-11-22"), std::chrono::seconds{66600}}},
            {"with", std::vector<std::string>{"ana-souza"}},
            {"answered", false},
            {"minutes", std::int64_t{45}},
            {"tags", std::vector<std::string>{}},
            {"handles", core::TextTable{{"z", "1"}, {"a", "2"}}},
            {"ratio", core::Unmodelled{"a floating-point number"}}};
}

TEST_CASE("a record within a longer document stands further in") {
    const core::Fields person{{"id", std::string("ana")}, {"groups", std::vector<std::string>{"a\nb"}}};
    CHECK(to_json(person, 2) == "{\n      \"id\": \"ana\",\n      \"groups\": [\n        \"a\\nb\"\n      ]\n    }");
    CHECK(to_json(core::Fields{}, 1) == "{}");
}

TEST_CASE("a record is an object, its keys in their order") {
    CHECK(to_json(record()) == R"({
  "id": "k7f2q9xa",
  "date": "2026-11-22T18:30:00",
  "with": [
    "ana-souza"
  ],
  "answered": false,
  "minutes": 45,
  "tags": [],
  "handles": {
    "z": "1",
    "a": "2"
  }
}
)");
}

TEST_CASE("records are an array, none an empty one") {
    CHECK(to_json(std::vector<core::Fields>{}) == "[]\n");
    CHECK(to_json(core::Fields{}) == "{}\n");
    CHECK(to_json(std::vector<core::Fields>{{{"id", std::string("a")}}, {}}) ==
          "[\n  {\n    \"id\": \"a\"\n  },\n  {}\n]\n");
}

TEST_CASE("a document has records and lists of them under its keys") {
    const core::Fields one{{"id", std::string("a")}};
    CHECK(to_json(Document{{"person", one}, {"log", std::vector<core::Fields>{}}}) ==
          "{\n  \"person\": {\n    \"id\": \"a\"\n  },\n  \"log\": []\n}\n");
    CHECK(to_json(Document{}) == "{}\n");
}

TEST_CASE("texts stay true, and none can steer a terminal") {
    struct Case {
        std::string text;
        std::string_view json;
    };
    const Case cases[] = {
        {"José 李波 🦀", "José 李波 🦀"},
        {"a\"b\\c\n\t", R"(a\"b\\c\n\t)"},
        {"\x1b[2J", R"(\u001b[2J)"},
        {"a\x7f\x7fz", R"(a\u007f\u007fz)"},
        {"\u009b", R"(\u009b)"},
        {"\u202e\u2028", R"(\u202e\u2028)"},
        {"bad \xff byte", "bad � byte"},
    };
    for (const auto& [text, json] : cases) {
        CAPTURE(json);
        CHECK(to_json(core::Fields{{"note", text}}) == "{\n  \"note\": \"" + std::string(json) + "\"\n}\n");
    }
}

/// The document without its blanks, keys in their order.
std::string compact(const std::string& json) {
    return nlohmann::ordered_json::parse(json).dump();
}

TEST_CASE("the report is the document that is promised") {
    const std::string expected =
        R"({"period":{"kind":"week","label":"2026-W47","from":"2026-11-16","to":"2026-11-22"},)"
        R"("interactions":{"total":12,"online":8,"in_person":3,"unclassified":1,"attempts":2,"previous_total":9},)"
        R"("balance":{"online_percent":73,"in_person_percent":27,"target_in_person_percent":40},)"
        R"("platforms":[{"id":"linkedin","planned":5,"actual":5},{"id":"mastodon","planned":3,"actual":2},)"
        R"({"id":"blog","actual":1}],)"
        R"("kinds":{"comment":6,"advice":1,"message":2,"meeting":3},"help":{"offered":5,"asked":1,"received":2},)"
        R"("people":{"distinct":9,"new":["bo-li"],"most":[{"id":"ana-souza","count":3},{"id":"bo-li","count":2},)"
        R"({"id":"cy","count":1}]},)"
        R"("events":[{"id":"rustconf-2026","met":3,"met_new":2,"followed_up":2,"median_lag_days":1.5}],)"
        R"("followups":{"done":4,"on_time":3,"dropped":0,"overdue":2,"due_next":5},)"
        R"("posts":{"planned":2,"published":1},)"
        R"("trend":[{"label":"2026-W46","online":6,"in_person":3},{"label":"2026-W47","online":8,"in_person":3}],)"
        R"("reconnect":[{"id":"dana-o","last_contact":"2026-09-30","every":"3w"}],)"
        R"("log":{"days":7,"silent_days":2}})";
    auto report = sample_report();
    report.trend.erase(report.trend.begin(), report.trend.end() - 2);
    CHECK(compact(to_json(report)) == expected);
    CHECK(to_json(report).starts_with("{\n  \"period\": {\n    \"kind\": \"week\",\n"));
    CHECK(to_json(report).ends_with("    \"silent_days\": 2\n  }\n}\n"));
}

TEST_CASE("a report without anything has every key, lists and objects empty, percentages absent") {
    CHECK(compact(to_json(empty_report())) ==
          R"({"period":{"kind":"week","label":"2026-W47","from":"2026-11-16","to":"2026-11-22"},)"
          R"("interactions":{"total":0,"online":0,"in_person":0,"unclassified":0,"attempts":0,"previous_total":0},)"
          R"("balance":{},"platforms":[],"kinds":{},"help":{"offered":0,"asked":0,"received":0},)"
          R"("people":{"distinct":0,"new":[],"most":[]},"events":[],)"
          R"("followups":{"done":0,"on_time":0,"dropped":0,"overdue":0,"due_next":0},)"
          R"("posts":{"planned":0,"published":0},"trend":[],"reconnect":[],"log":{"days":7,"silent_days":7}})");
}

/// The only element of a list of the report.
std::string only(const core::Report& report, const std::string& key) {
    return nlohmann::ordered_json::parse(to_json(report)).at(key).at(0).dump();
}

TEST_CASE("a whole lag is a whole number, no lag is absent") {
    auto report = empty_report();
    report.events = {{{"meetup"}, "Meetup", 2, 0, 2, 2.0}};
    CHECK(only(report, "events") == R"({"id":"meetup","met":2,"met_new":0,"followed_up":2,"median_lag_days":2})");
    report.events.front().median_lag_days.reset();
    CHECK(only(report, "events") == R"({"id":"meetup","met":2,"met_new":0,"followed_up":2})");
}

TEST_CASE("without any contact yet there is no last one") {
    auto report = empty_report();
    report.reconnect = {reconnect_item("bo-li", "1m", "every 1 month, no contact yet")};
    CHECK(only(report, "reconnect") == R"({"id":"bo-li","every":"1m"})");
}

} // namespace
} // namespace kith::render
