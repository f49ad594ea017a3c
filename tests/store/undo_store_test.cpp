// What was written is taken back byte for byte, or not at all.
#include "kith/core/error.hpp"
#include "kith/store/undo_store.hpp"

#include "memory_files.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <optional>
#include <random>
#include <string>
#include <vector>

namespace kith::store {
namespace {

using test::MemoryFiles;
using Text = std::optional<std::string>;

const std::string directory_path = "/home/me/kith";
const std::string folder = "/state/kith/undo/";

/// One journal with its store, and writing to both as a command does.
struct Desk {
    MemoryFiles files;
    DataDirectory directory{files, directory_path};
    UndoStore store{files, "/state/kith", directory_path};

    void write(const std::vector<FileChange>& changes, const std::string& command = "log") {
        directory.write(changes, [&] { store.begin({command, changes}); });
        store.finish();
    }
    void take_back(std::size_t count) { write(taking_back(store.last_writes(count, directory)), "undo log"); }
    [[nodiscard]] Text text(const std::string& name) { return directory.text(name); }
    [[nodiscard]] std::vector<std::string> records() const {
        std::vector<std::string> paths;
        for (const auto& [path, content] : files.files)
            if (path.starts_with(folder)) paths.push_back(path);
        return paths;
    }
};

TEST_CASE("texts of all kinds come back byte for byte") {
    struct Case {
        Text before, after;
    };
    const std::vector<Case> cases{{std::nullopt, "a\n"},
                                  {"a\n", std::nullopt},
                                  {std::nullopt, ""},
                                  {"", "a"},
                                  {"a\nb\nc\n", "a\nc\n"},
                                  {"a\nc\n", "a\nb\nc\n"},
                                  {"a\r\nb\r\n", "a\r\nB\r\n"},
                                  {"x", "x\n"},
                                  {"note = \"José\"\n", "note = \"Josè\"\n"},
                                  {"\xef\xbb\xbf# \"\"\" \\ '''\n", "\xef\xbb\xbf# \x01 \x7f \t\n"},
                                  {"aaaa\naaaa\n", "aaaa\naaaa\naaaa\n"}};
    for (const auto& [before, after] : cases) {
        CAPTURE(before.value_or("(none)"));
        CAPTURE(after.value_or("(none)"));
        Desk desk;
        if (before) desk.files.files[directory_path + "/people.toml"] = *before;
        desk.write({{"people.toml", before, after}});
        desk.take_back(1);
        CHECK(desk.text("people.toml") == before);
        desk.take_back(1);
        CHECK(desk.text("people.toml") == after);
    }
}

TEST_CASE("property: any number of writes is taken back to what was there before them") {
    std::mt19937 random(20261124);
    for (int round = 0; round < 200; ++round) {
        Desk desk;
        const std::vector<std::string> names{"people.toml", "log/2026-11.toml"};
        std::vector<std::vector<Text>> states{{std::nullopt, std::nullopt}};
        for (int step = 0; step < 6; ++step) {
            std::vector<FileChange> changes;
            auto state = states.back();
            for (std::size_t i = 0; i < names.size(); ++i) {
                Text after;
                for (auto lines = random() % 6; lines > 0; --lines)
                    after = after.value_or("") + std::string(1, static_cast<char>('a' + random() % 3)) + "\n";
                if (after == state[i]) continue;
                changes.push_back({names[i], state[i], after});
                state[i] = after;
            }
            if (changes.empty()) continue;
            desk.write(changes);
            states.push_back(state);
        }
        if (states.size() == 1) continue;
        const std::size_t count = 1 + random() % (states.size() - 1);
        CAPTURE(round);
        desk.take_back(count);
        const auto& wanted = states[states.size() - 1 - count];
        CHECK(desk.text(names[0]) == wanted[0]);
        CHECK(desk.text(names[1]) == wanted[1]);
    }
}

TEST_CASE("a change of a long file is a small record, and no other record is read to write it") {
    Desk desk;
    std::string before;
    for (int line = 0; line < 5000; ++line) before += fmt::format("note = \"line {}\"\n", line);
    desk.files.files[directory_path + "/people.toml"] = before;
    for (int number = 0; number < 3; ++number) {
        const auto after = before + fmt::format("note = \"{}\"\n", number);
        desk.files.calls.clear();
        desk.store.begin({"log", {{"people.toml", before, after}}});
        desk.store.finish();
        CHECK(desk.files.read_paths().empty());
        CHECK(desk.files.paths(MemoryFiles::Action::put).size() == 1);
        CHECK(desk.files.replaced_paths().empty());
    }
    for (const auto& path : desk.records()) CHECK(desk.files.files.at(path).size() < 300);
}

TEST_CASE("the last fifty writes are kept") {
    Desk desk;
    Text before;
    for (int number = 0; number < 60; ++number) {
        const Text after = fmt::format("number = {}\n", number);
        desk.write({{"people.toml", before, after}});
        before = after;
    }
    CHECK(desk.records().size() == 50);
    CHECK(desk.store.last_writes(99, desk.directory).size() == 50);
    desk.take_back(50);
    CHECK(desk.text("people.toml") == "number = 9\n");
}

TEST_CASE("what was changed since is refused, with the name of the file") {
    Desk desk;
    desk.write({{"people.toml", std::nullopt, "a\n"}});
    desk.write({{"log/2026-11.toml", std::nullopt, "b\n"}});
    const auto path = directory_path + "/people.toml";
    desk.files.files[path] = "a \n";
    CHECK(desk.store.last_writes(1, desk.directory).size() == 1);
    CHECK_THROWS_WITH_AS((void)desk.store.last_writes(2, desk.directory),
                         (path + ": this file was changed since 'kith log' wrote it, so that cannot be taken back; "
                                 "nothing was changed")
                             .c_str(),
                         core::Failure);
    desk.files.files.erase(path);
    CHECK_THROWS_AS((void)desk.store.last_writes(2, desk.directory), core::Failure);
}

TEST_CASE("a record that would not put back what was there is refused") {
    Desk desk;
    desk.write({{"people.toml", std::nullopt, "a\n"}});
    desk.write({{"people.toml", "a\n", "b\n"}});
    auto& record = desk.files.files.at(desk.records().back());
    const auto removed = record.find("removed = \"a");
    REQUIRE(removed != std::string::npos);
    record[removed + 11] = 'x';
    CHECK_THROWS_AS((void)desk.store.last_writes(1, desk.directory), core::Failure);
}

TEST_CASE("what is taken back is written the other way round: a record goes before what it names") {
    const std::vector<Write> writes{{"log", {{"people.toml", "a", "b"}, {"log/2026-11.toml", std::nullopt, "c"}}},
                                    {"log", {{"people.toml", std::nullopt, "a"}}}};
    const auto changes = taking_back(writes);
    REQUIRE(changes.size() == 3);
    CHECK(changes[0].name == "log/2026-11.toml");
    CHECK(changes[1].name == "people.toml");
    CHECK(changes[1].after == "a");
    CHECK(changes[2].name == "people.toml");
    CHECK(changes[2].after == std::nullopt);
}

TEST_CASE("of a write that was cut off, what was made is taken back") {
    const std::vector<FileChange> steps{{"log/2026-10.toml", "a\n", "b\n"},
                                        {"log/2026-11.toml", std::nullopt, "b\n"},
                                        {"log/2026-10.toml", "b\n", std::nullopt}};
    for (std::size_t made = 0; made <= steps.size(); ++made) {
        CAPTURE(made);
        Desk desk;
        desk.write({{"log/2026-10.toml", std::nullopt, "a\n"}});
        desk.store.begin({"log edit", steps});
        for (std::size_t i = 0; i < made; ++i) desk.directory.write({steps[i]});
        desk.take_back(1);
        // Where nothing was made it is the write before that is taken back.
        CHECK(desk.text("log/2026-10.toml") == (made == 0 ? std::nullopt : Text("a\n")));
        CHECK(desk.text("log/2026-11.toml") == std::nullopt);
        CHECK(desk.records().size() == 3);
    }
}

TEST_CASE("a write that failed is forgotten where nothing of it was made") {
    Desk desk;
    const std::vector<FileChange> steps{{"people.toml", std::nullopt, "a\n"},
                                        {"log/2026-11.toml", std::nullopt, "b\n"}};
    const Write write{"log", steps};
    for (const bool is_made : {false, true}) {
        desk.store.begin(write);
        CHECK(desk.records().size() == 1);
        if (is_made) desk.directory.write({steps[0]});
        CHECK(desk.store.give_up(desk.directory) == is_made);
        CHECK(desk.records().size() == (is_made ? 1 : 0));
    }
    // A single file may be in place though it could not be made durable.
    const Write single{"log", {{"people.toml", "a\n", "b\n"}}};
    desk.store.begin(single);
    CHECK(desk.records().size() == 1);
    desk.directory.write({{"people.toml", "a\n", "b\n"}});
    CHECK(desk.store.give_up(desk.directory));
    CHECK(desk.records().size() == 2);
}

TEST_CASE("a damaged record or another directory's is passed over") {
    Desk desk;
    desk.write({{"people.toml", std::nullopt, "a\n"}});
    desk.write({{"people.toml", "a\n", "b\n"}});
    const auto latest = desk.records().back();
    const auto whole = desk.files.files.at(latest);
    for (const auto& damaged : {std::string{}, whole.substr(0, whole.size() / 2), std::string("directory = 1\n"),
                                "directory = \"/elsewhere\"\ncommand = \"log\"\n" + whole.substr(whole.find("\n[["))}) {
        CAPTURE(damaged);
        desk.files.files[latest] = damaged;
        desk.files.files[directory_path + "/people.toml"] = "a\n";
        CHECK(desk.store.last_writes(9, desk.directory).size() == 1);
    }
    desk.files.files[folder + "stray.toml"] = "stray";
    CHECK(!desk.store.is_empty());
}

TEST_CASE("what is too much or no text is not kept, and what was kept before stays") {
    Desk desk;
    desk.store.begin({"log", {{"people.toml", std::nullopt, "a\n"}}});
    desk.store.finish();
    CHECK_THROWS_AS(desk.store.begin({"log", {{"people.toml", "a\n", std::string(70'000'000, 'x')}}}), core::Failure);
    CHECK_THROWS_AS(desk.store.begin({"log", {{"people.toml", "\xff\n", "a\n"}}}), core::Failure);
    CHECK(desk.records().size() == 1);
}

TEST_CASE("a file that is new takes no room, however long it is, and goes again") {
    Desk desk;
    const std::string text(70'000'000, 'x');
    CHECK(bytes_to_keep({{"people.toml", std::nullopt, text}}) == 0);
    CHECK(bytes_to_keep({{"people.toml", "a\nb\nc\n", "a\nB\nc\n"}}) == 4);
    desk.write({{"people.toml", std::nullopt, text}});
    CHECK(desk.files.files.at(desk.records().front()).size() < 300);
    const auto steps = taking_back(desk.store.last_writes(1, desk.directory));
    REQUIRE(steps.size() == 1);
    CHECK(steps.front().before == text);
    CHECK(!steps.front().after);
}

TEST_CASE("two journals have two folders") {
    MemoryFiles files;
    UndoStore first(files, "/state", "/home/me/kith");
    const UndoStore second(files, "/state", "/home/other/kith");
    const UndoStore again(files, "/state", "/home/me/kith/");
    first.begin({"log", {{"people.toml", std::nullopt, "a\n"}}});
    first.finish();
    CHECK(second.is_empty());
    CHECK(!again.is_empty());
}

} // namespace
} // namespace kith::store
