// Kith's own JSON, cut into pieces anywhere.
#include "kith/core/error.hpp"
#include "kith/core/records.hpp"
#include "kith/exchange/read_json.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kith;
using exchange::Batch;

namespace {

Batch read(const std::string& text, std::size_t piece = 65536) {
    return exchange::read_json(exchange::pull_from(text, piece), {});
}

using Names = std::vector<std::string>;

/// `3: what is wrong`
std::string refusal(const std::string& text) {
    try {
        (void)read(text, 3);
    } catch (const core::Failure& failure) {
        const auto& problem = failure.problems().front();
        CHECK(problem.kind == core::ProblemKind::bad_data);
        return std::to_string(problem.place ? problem.place->line : 0) + ": " + problem.message;
    }
    return {};
}

} // namespace

TEST_CASE("a list is of the kind that its keys say") {
    CHECK(read(R"([{"name": "Ana", "id": "ana"}])").people.size() == 1);
    CHECK(read(R"([{"name": "Ana", "id": "ana", "due": "2026-12-01"}])").people.size() == 1);
    CHECK(read(R"([{"name": "rust", "every": "4w", "members": ["ana"]}])").groups.size() == 1);
    CHECK(read(R"([{"name": "RustConf", "start": "2026-09-09"}])").events.size() == 1);
    CHECK(read(R"([{"date": "2026-09-09"}])").interactions.size() == 1);
    CHECK(read(R"([{"due": "2026-09-09"}])").followups.size() == 1);
    CHECK(read(R"([{"title": "Five lessons"}])").strategy.posts.size() == 1);
    const auto alone = read("[{\"id\": \"ana\", \"name\": \"Ana\"},\n{\"name\": \"No Id\"}]");
    CHECK(alone.people.size() == 1);
    CHECK(alone.skipped == std::vector<exchange::Skipped>{{2, "a person or a group: nothing tells which"}});
    CHECK(read("[]").people.empty());
    CHECK(read("{}").people.empty());
    CHECK(read("\xEF\xBB\xBF[]").people.empty());
}

TEST_CASE("records come as they were, each with its line, wherever the text is cut") {
    const std::string text =
        "{\n"
        "  \"people\": [\n"
        "    {\"id\": \"ana\", \"was\": [\"a\", \"b\"], \"name\": \"Ana \\u00e9 \\\"x\\\"\\n\",\n"
        "     \"handles\": {\"x\": \"ana\"}, \"birthday\": \"1990-05-02\", \"due\": {\"a\": [1]}},\n"
        "    {\"id\": \"bo\", \"name\": \"Bo\", \"every\": null}\n"
        "  ],\n"
        "  \"interactions\": [{\"id\": \"i\", \"date\": \"2026-11-19T18:30:00\", \"minutes\": 45,\n"
        "    \"answered\": false, \"mode\": \"unclassified\"}],\n"
        "  \"strategy\": {\"balance\": {\"in_person\": 40}, \"in_person\": {\"per_week\": 2},\n"
        "    \"goal\": [{\"id\": \"g\", \"text\": \"Talk\"}]},\n"
        "  \"version\": 1\n"
        "}\n";
    for (const std::size_t piece : {1UL, 2UL, 7UL, 65536UL}) {
        CAPTURE(piece);
        const auto batch = read(text, piece);
        CHECK(batch.from.empty());
        REQUIRE(batch.people.size() == 2);
        const auto& ana = batch.people[0];
        CHECK(ana.line == 3);
        CHECK(ana.record.name == "Ana é \"x\"\n");
        CHECK(ana.record.was.size() == 2);
        CHECK(ana.record.handles == core::TextTable{{"x", "ana"}});
        CHECK(ana.record.birthday == "1990-05-02");
        CHECK(batch.people[1].line == 5);
        REQUIRE(batch.interactions.size() == 1);
        CHECK(batch.interactions[0].line == 7);
        CHECK(batch.interactions[0].record.minutes == 45);
        CHECK(batch.interactions[0].record.mode.empty());
        CHECK(core::to_text(batch.interactions[0].record.date) == "2026-11-19T18:30:00");
        CHECK(batch.strategy.targets == core::Targets{40, 2, std::nullopt});
        CHECK(batch.strategy.goals.size() == 1);
    }
}

TEST_CASE("what is no journal is refused with its line") {
    const std::string cut = "this JSON ends in the middle: it was cut off, or not closed";
    CHECK(refusal("") == "1: there is no JSON in it");
    CHECK(refusal("[\n") == "1: " + cut);
    CHECK(refusal("[\n{\"id\": \"a\",\n\"name\": \"An") == "3: " + cut);
    CHECK(refusal("[\n{\"id\": \"a\",\n}]") == "3: this is not valid JSON");
    CHECK(refusal("[\n{\"id\": \"a\"\n\"name\": \"Ana\"}]") == "3: this is not valid JSON");
    CHECK(refusal("[\n\n{\"name\": \"\xff\"}]") == "3: this is not text in UTF-8");
    CHECK(refusal("[] x") == "1: this is not valid JSON");
    CHECK(refusal(std::string(100000, '[')) == "1: there should be a record here, not a list");
    CHECK(refusal("[{\"name\": \"Ana\",\n\"x\": " + std::string(100, '[')) == "2: this is nested too deeply");
    CHECK(refusal("{\"people\": [\n{\"name\": \"Ana\", \"x\": {\"a\": [[1], {\"b\": {}}]}}]}").empty());
    CHECK(refusal("[{\"name\": \"Ana\", \"handles\": {\"x\": \"a\",\n\"x\": \"b\"}}]") ==
          "2: the key 'x' stands twice in one record");
    CHECK(refusal("[{\"handles\": {\"x\": \"a\"}, \"imported\": {\"x\": \"a\"}, \"id\": \"ana\", \"name\": \"Ana\"},\n"
                  "{\"id\": \"bo\", \"name\": \"Bo\"}]")
              .empty());
    CHECK(refusal("7") == "1: there should be a record here, not a whole number");
    CHECK(refusal("[\n7]") == "2: there should be a record here, not a whole number");
    CHECK(refusal("{\"people\":\n[[]]}") == "2: there should be a record here, not a list");
    CHECK(refusal("[{\n\"x\": 1}]") == "1: these keys are of no record that kith knows");
    CHECK(refusal("{\"songs\": [\n{\"id\": 1}]}") == "1: this is no journal of kith");
    CHECK(refusal("[{\"id\": \"a\",\n\"date\": \"soon\"}]") ==
          "2: 'date' should be a date such as 2026-11-22, not a text");
    CHECK(refusal("[{\"id\": \"a\",\n\"date\": \"31.02.2026\"}]") ==
          "2: 'date' is 31.02.2026, and there is no such day");
    CHECK(refusal("[{\"date\": \"2026-11-22\",\n\"minutes\": 1.5}]") ==
          "2: 'minutes' should be a whole number, not a floating-point number");
    CHECK(refusal("[{\"date\": \"2026-11-22\",\n\"with\": [1]}]") ==
          "2: 'with' should be a list of texts, not a list or table of other things than texts");
    CHECK(refusal("{\"people\": [\n{\"city\": \"Oslo\"}]}") == "2: a person needs a name, an e-mail or an id");
    CHECK(refusal("{\"people\": [\n{\"id\": \"a\"}, {\"email\": \"a@b.c\"}]}").empty());
    CHECK(refusal("{\"interactions\": [\n{\"id\": \"a\"}]}") == "2: 'date' is missing");
    CHECK(refusal("{\"strategy\": {\"balance\": {\n\"in_person\": -1}}}") ==
          "2: 'in_person' should be a whole number from 0 to 100");
    CHECK(refusal("{\"strategy\": {\"channel\": [\n{\"id\": \"c\", \"mode\": \"zz\"}]}}") ==
          "2: 'mode' cannot be 'zz': it takes online or in-person");
    CHECK(refusal("{\"events\": [\n{\"id\": \"e\", \"name\": \"E\", \"start\": \"2026-01-05\",\n"
                  "\"end\": \"2026-01-01\"}]}") == "3: it ends on 2026-01-01, before it starts");
    CHECK(refusal("{\"followups\": [\n{\"id\": \"f\", \"due\": \"2026-01-05\", \"done\": \"2026-01-01\",\n"
                  "\"dropped\": \"2026-01-01\"}]}") == "3: 'done' and 'dropped' exclude each other");
    CHECK(refusal("[{\"name\": \"Ana\", \"id\": \"a\",\n\"name\": \"Bo\"}]") ==
          "2: the key 'name' stands twice in one record");
    CHECK(refusal("[{\"name\": \"Ana\", \"handles\": {\"x\": \"a\",\n\"x\": \"b\"}}]") ==
          "2: the key 'x' stands twice in one record");
    CHECK(refusal("[{\"id\": \"ana\", \"name\": \"Ana\",\n\"other\": 1}]") ==
          "2: 'other' should be a text, not a whole number");
}

TEST_CASE("where nothing is a list that kith writes, it is no journal of kith") {
    for (const std::string text : {R"({"name": "Ana", "email": "ana@example.org"})", R"({"contacts": []})",
                                   R"({"version": 1})", R"({"contacts": [{"name": "Ana"}], "more": {"a": 1}})"}) {
        CAPTURE(text);
        CHECK(refusal(text) == "1: this is no journal of kith");
    }
    CHECK(refusal(R"({"id": "ana", "groups": ["rust"]})") == "1: there should be a record here, not a text");
    for (const std::string text :
         {R"({"people": []})", R"({"version": 1, "events": []})", R"({"strategy": {}})", "{}"}) {
        CAPTURE(text);
        CHECK(refusal(text).empty());
    }
}

TEST_CASE("what was computed for a list is passed over and told") {
    const auto batch =
        read("[{\"id\": \"@ana\", \"due\": \"2026-11-22\"},\n{\"id\": \"@bo\", \"due\": \"2026-11-22\"}]");
    CHECK(batch.followups.empty());
    REQUIRE(batch.skipped.size() == 2);
    CHECK(batch.skipped[1] == exchange::Skipped{2, "computed, and not written down"});
}

TEST_CASE("a value that none can have is refused with its line") {
    const auto person = [](const std::string& key) { return "[{\"name\": \"Ana\", \"city\": \"\",\n" + key + "}]"; };
    CHECK(refusal(person(R"("birthday": "2001-02-31")")) == "2: 'birthday' is 2001-02-31, and there is no such day");
    CHECK(refusal(person(R"("birthday": "circa 1980")")) ==
          "2: 'birthday' cannot be 'circa 1980': it takes 1990-05-02, or \"05-02\" without the year");
    for (const std::string good : {"2000-02-29", "02-29", ""})
        CHECK(refusal(person(R"("birthday": ")" + good + "\"")).empty());
    CHECK(refusal(person(R"("id": "-x")")) ==
          "2: 'id' cannot be '-x': it takes words, and neither - nor @ before them");
    CHECK(refusal(person(R"("id": "@x")")).starts_with("2: 'id' cannot be '@x'"));
    CHECK(refusal(person(R"("id": "a\nb")")).starts_with("2: 'id' cannot be 'a\\nb'"));
    CHECK(refusal(R"({"interactions": [{"date": "2026-11-22", "mode": "both"}]})") ==
          "1: 'mode' cannot be 'both': it takes online or in-person");
    CHECK(refusal(R"([{"date": "2026-11-22", "by": "us"}])") == "1: 'by' cannot be 'us': it takes me or them");
    CHECK(refusal(R"([{"date": "2026-11-22", "help": "some"}])").starts_with("1: 'help' cannot be 'some'"));
    CHECK(refusal(R"([{"start": "2026-11-22", "status": "done"}])").starts_with("1: 'status' cannot be 'done'"));
    CHECK(refusal(R"([{"due": "2026-11-22", "every": "often"}])") ==
          "1: 'every' cannot be 'often': it takes a period such as 2w, or +2w to count from the due date");
    CHECK(refusal(R"([{"due": "2026-11-22", "every": "+2w"}])").empty());
}

TEST_CASE("a broken record is passed over and told where that is asked for") {
    exchange::ReadOptions options;
    options.skips_broken = true;
    const std::string text = "{\"people\": [\n{\"id\": \"a\", \"birthday\": \"2001-02-31\"},\n{\"id\": \"b\"},\n"
                             "{\"city\": \"Oslo\"}]}";
    const auto batch = exchange::read_json(exchange::pull_from(text), options);
    CHECK(batch.people.size() == 1);
    CHECK(batch.skipped == std::vector<exchange::Skipped>{{2, "'birthday' is 2001-02-31, and there is no such day"},
                                                          {4, "a person needs a name, an e-mail or an id"}});
}

TEST_CASE("keys that kith does not know are named, and those that its lists add are not") {
    CHECK(read(R"([{"id": "ana", "name": "Ana", "last_contact": "2026-11-01", "due": "2026-12-01"}])").passed_over ==
          Names{});
    CHECK(read(R"([{"id": "a", "due": "2026-12-01", "state": "due", "why": "x", "source": "written",
                 "last": {"date": "2026-11-01"}}])")
              .passed_over == Names{});
    CHECK(read(R"({"version": 1, "songs": [{"id": 1}, {"id": 2}], "books": {"a": {"b": 1}},
                 "people": [{"id": "ana", "nick": "A"}, {"id": "bo", "nick": "B", "due": "2026-12-01"}],
                 "groups": [{"name": "rust", "every": "1w", "colour": "red"}],
                 "strategy": {"mine": 5, "balance": {"in_person": 40, "why": "x"},
                              "goal": [{"id": "g", "mood": "x"}], "songs": [{"id": 1}]}})")
              .passed_over == Names{"version", "songs", "books", "people.nick", "groups.colour", "strategy.mine",
                                    "strategy.balance.why", "strategy.goal.mood", "strategy.songs"});
}

TEST_CASE("something else where records should be is refused") {
    for (const std::string text :
         {R"({"people": {"ana": {"name": "Ana"}}})", R"({"people": "ana"})", R"({"people": [], "strategy": 5})",
          R"({"strategy": [{"id": "g"}]})", R"({"strategy": {"goal": 5}})"}) {
        CAPTURE(text);
        CHECK(refusal(text).find("should hold records") != std::string::npos);
    }
}
