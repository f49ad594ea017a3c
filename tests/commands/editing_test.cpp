// What somebody sees who edits a record, and that the help is that of kith-format(5) and works as it says.
#include "kith/core/key_help.hpp"
#include "kith/core/records.hpp"
#include "kith/store/journal_store.hpp"

#include "program.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

using namespace kith;

namespace {

std::string page() {
    std::ostringstream text;
    text << std::ifstream(KITH_SOURCE_DIR "/man/kith-format.5", std::ios::binary).rdbuf();
    return text.str();
}

/// What the page says of a key, in one line.
std::string said_of(std::string_view kind, std::string_view key) {
    const auto whole = page();
    const auto section = whole.find(fmt::format(".Ss {}\n", kind));
    const auto item = fmt::format("\n.It Ic {}\n", key);
    const auto begin = whole.find(item, section) + item.size();
    auto text = whole.substr(begin, whole.find("\n.", begin) - begin);
    for (auto& c : text)
        if (c == '\n') c = ' ';
    return text;
}

/// `How long it took.` as the help has it; the page may go on with more sentences.
bool says(std::string page_text, std::string meaning) {
    meaning += ".";
    for (auto* text : {&page_text, &meaning}) text->front() = static_cast<char>(std::tolower(text->front()));
    return page_text.starts_with(meaning);
}

using Lines = std::map<std::string_view, std::string>;

/// `required` are the keys that a record cannot do without.
template<class Record> void check_help(const Lines& required) {
    const auto kind = core::kind_of<Record>();
    CAPTURE(kind);
    std::vector<std::string_view> keys{"id"};
    for (const auto& help : core::key_help<Record>()) {
        keys.push_back(help.key);
        CAPTURE(help.key);
        CHECK(says(said_of(kind, help.key), std::string(help.meaning)));
        Lines lines = required;
        lines[help.key] = help.example;
        auto text = fmt::format("[[{}]]\nid = \"x\"\n", kind);
        for (const auto& [key, value] : lines) text += fmt::format("{} = {}\n", key, value);
        Record before;
        before.id = {"x"};
        const auto fields = core::to_fields(store::read_source(before, text));
        CHECK(std::ranges::find(fields, help.key, &core::Field::key) != fields.end());
    }
    CHECK(keys == core::keys_of<Record>());
}

} // namespace

TEST_CASE("the help has every key, means what kith-format(5) says, and its examples can be set") {
    check_help<core::Person>({});
    check_help<core::Interaction>({{"date", "2026-11-22"}});
    check_help<core::Event>({{"start", "2026-09-09"}});
    check_help<core::Followup>({{"created", "2026-11-22"}, {"due", "2026-12-06"}});
}

TEST_CASE("the editor shows the record as it stands between how to leave it and the keys that it has not") {
    const std::map<std::string, std::string> journal{
        {"log/2026-11.toml", "[[interaction]]\nid = \"k7f2q9xa\" # mine\ndate = 2026-11-19\nnote='Tea'\n"}};
    test::Program program(journal);
    program.terminal = {true, true, true, 80};
    CHECK(program.run({"log", "edit", "k7f2", "--edit"}).status == 0);
    REQUIRE(program.processes.edits.size() == 1);
    const auto& text = program.processes.edits.front().text;
    CHECK(text.starts_with("#: One interaction of the journal, in TOML. Lines that begin with #: are help and go "
                           "again; your own\n#: comments (#) stay. Leave it as it is, or leave no text, and nothing "
                           "changes.\n[[interaction]]\nid = \"k7f2q9xa\" # mine\ndate = 2026-11-19\nnote='Tea'\n#:\n"));
    CHECK(text.find("\n#: minutes = 45                       #: how long it took\n") != std::string::npos);
    CHECK(text.find("#: note =") == std::string::npos);
    CHECK(text.find("#: date =") == std::string::npos);
}

TEST_CASE("what came from the editor is shown where it cannot be written any more") {
    kith::test::Program program;
    program.files.files["/home/me/kith/people.toml"] = "[[person]]\nid = \"bo-li\"\nname = \"Bo Li\"\n";
    program.terminal.input_is_terminal = true;
    program.processes.editing = [&program](const std::string& text) {
        program.files.files["/home/me/kith/people.toml"] += "\n[[person]]\nid = \"eva\"\nname = \"Eva\"\n";
        return text + "note = \"a long story\"\n";
    };
    const auto outcome = program.run({"person", "edit", "bo-li", "--edit"});
    CHECK(outcome.status == 1);
    CHECK(outcome.err.find("    note = \"a long story\"\n") != std::string::npos);
    CHECK(outcome.err.find("changed by another program") != std::string::npos);
    CHECK(program.file("people.toml")->find("story") == std::string::npos);
}

TEST_CASE("others may write while the editor is open, and not while its text is written") {
    kith::test::Program program;
    program.files.files["/home/me/kith/people.toml"] = "[[person]]\nid = \"bo-li\"\nname = \"Bo Li\"\n";
    program.terminal.input_is_terminal = true;
    bool was_locked = true;
    program.processes.editing = [&](const std::string& text) {
        was_locked = program.files.is_locked();
        return text + "note = \"met again\"\n";
    };
    CHECK(program.run({"person", "edit", "bo-li", "--edit"}).status == 0);
    CHECK_FALSE(was_locked);
    using Action = kith::test::MemoryFiles::Action;
    std::vector<Action> order;
    for (const auto& call : program.files.calls)
        if (call.action == Action::lock || call.action == Action::unlock || call.action == Action::replace)
            order.push_back(call.action);
    CHECK(order == std::vector{Action::lock, Action::unlock, Action::lock, Action::replace, Action::unlock});
}
