// The table of commands itself: what every row of it must keep.
#include "kith/commands/command.hpp"

#include "program.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

using kith::commands::all_commands;
using kith::commands::Command;
using kith::test::Program;

std::vector<std::string> words_of(std::string_view path) {
    std::istringstream stream{std::string(path)};
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

std::string name_of(const Command& command) {
    return command.path.empty() ? "kith" : "kith " + std::string(command.path);
}

bool is_lower_case(char letter) {
    return letter >= 'a' && letter <= 'z';
}

/// The command's own options, without those that every command has.
std::unique_ptr<CLI::App> bound(const Command& command) {
    auto app = std::make_unique<CLI::App>();
    app->set_help_flag();
    (void)command.bind(*app);
    return app;
}

const std::vector<std::string> everywhere{"--dir",   "--today", "--json", "--format", "--color",   "-q",
                                          "--quiet", "-n",      "--help", "-h",       "--version", "--dry-run"};

TEST_CASE("every command has its own path of lower-case words") {
    std::set<std::string_view> paths;
    for (const auto& command : all_commands()) {
        CAPTURE(name_of(command));
        CHECK(paths.insert(command.path).second);
        for (const auto& word : words_of(command.path)) {
            CHECK(is_lower_case(word.front()));
            CHECK(std::ranges::all_of(word, [](char c) { return is_lower_case(c) || c == '-'; }));
        }
        std::string joined;
        for (const auto& word : words_of(command.path)) joined += (joined.empty() ? "" : " ") + word;
        CHECK(joined == command.path);
    }
    CHECK(paths.contains(""));
}

TEST_CASE("commands of one noun stand together, the noun itself before its subcommands") {
    std::vector<std::string> nouns;
    for (const auto& command : all_commands()) {
        const auto words = words_of(command.path);
        if (words.empty()) continue;
        CAPTURE(name_of(command));
        if (nouns.empty() || nouns.back() != words.front()) {
            CHECK(std::ranges::find(nouns, words.front()) == nouns.end());
            nouns.push_back(words.front());
        } else {
            CHECK(words.size() > 1);
        }
    }
}

TEST_CASE("every command says in a line what it does") {
    for (const auto& command : all_commands()) {
        CAPTURE(name_of(command));
        REQUIRE(!command.summary.empty());
        CHECK(is_lower_case(command.summary.front()));
        CHECK(!command.summary.ends_with('.'));
        CHECK(command.summary.size() <= 60);
        CHECK(command.summary.find('\n') == std::string_view::npos);
        CHECK((command.details.empty() || command.details.ends_with('.')));
    }
}

TEST_CASE("every command has an example of itself") {
    for (const auto& command : all_commands()) {
        CAPTURE(name_of(command));
        REQUIRE(!command.example.empty());
        std::istringstream lines{std::string(command.example)};
        for (std::string line; std::getline(lines, line);) CHECK(line.starts_with("kith "));
        CHECK(command.example.find(name_of(command)) != std::string_view::npos);
    }
}

TEST_CASE("every option says what it is for and what it takes") {
    for (const auto& command : all_commands()) {
        const auto app = bound(command);
        for (const CLI::Option* option : app->get_options()) {
            CAPTURE(name_of(command));
            CAPTURE(option->get_name());
            CHECK(!option->get_description().empty());
            const std::string help = option->get_description();
            CHECK((!help.ends_with('.') || help.ends_with("...")));
            if (option->get_positional()) continue;
            CHECK(option->get_lnames().size() == 1);
            const bool takes_value = option->get_items_expected_max() > 0;
            CHECK(takes_value == !option->get_type_name().empty());
        }
    }
}

TEST_CASE("no command has an option that every command has") {
    for (const auto& command : all_commands()) {
        const auto app = bound(command);
        for (const auto& name : everywhere) {
            CAPTURE(name_of(command));
            CAPTURE(name);
            CHECK(app->get_option_no_throw(name) == nullptr);
        }
    }
}

TEST_CASE("words that are no options are named in the usage") {
    for (const auto& command : all_commands()) {
        const auto app = bound(command);
        CAPTURE(name_of(command));
        const auto options = app->get_options();
        const bool takes_words = std::ranges::any_of(options, [](const auto* each) { return each->get_positional(); });
        if (takes_words) CHECK(!command.arguments.empty());
        CHECK(std::ranges::count_if(options, [](const auto* each) { return each->get_positional(); }) <= 1);
    }
}

TEST_CASE("--help of every command prints its usage") {
    for (const auto& command : all_commands()) {
        CAPTURE(name_of(command));
        auto words = words_of(command.path);
        words.emplace_back("--help");
        Program program;
        const auto outcome = program.run(words);
        CHECK(outcome.status == 0);
        CHECK(outcome.err.empty());
        CHECK(outcome.out.starts_with(name_of(command) + ": "));
        CHECK(outcome.out.find("\nUsage: " + name_of(command)) != std::string::npos);
        const auto app = bound(command);
        for (const CLI::Option* option : app->get_options())
            if (option->get_positional())
                CHECK(outcome.out.find("\nArguments:\n  " + option->get_name(true) + "  ") != std::string::npos);
            else
                CHECK(outcome.out.find("--" + option->get_lnames().front()) != std::string::npos);
        CHECK(outcome.out.find("--dry-run") != std::string::npos);
        CHECK(outcome.out.ends_with("\n"));
        CHECK(program.files.replaced_paths().empty());
        std::istringstream lines{outcome.out};
        bool is_after_example = false;
        for (std::string line; std::getline(lines, line);) {
            const bool is_in_its_section = line.empty() || line.starts_with("  ") || !is_after_example;
            CHECK(is_in_its_section);
            is_after_example = is_after_example || line == "Example:";
            const bool is_given = line.starts_with("Usage: ") || line.starts_with("  kith ");
            if (!is_given) CHECK(line.size() <= 100);
        }
    }
}

TEST_CASE("global options may stand before, between and after the words of a command") {
    const std::vector<std::vector<std::string>> globals{{"--json"},
                                                        {"-q"},
                                                        {"-n"},
                                                        {"--dir", "/elsewhere"},
                                                        {"--dir=/elsewhere"},
                                                        {"--today", "2026-01-02"},
                                                        {"--color", "never"},
                                                        {"--quiet", "--dry-run"}};
    for (const auto& command : all_commands()) {
        const auto words = words_of(command.path);
        for (const auto& global : globals) {
            for (std::size_t place = 0; place <= words.size(); ++place) {
                auto arguments = words;
                arguments.emplace_back("--help");
                arguments.insert(arguments.begin() + static_cast<std::ptrdiff_t>(place), global.begin(), global.end());
                CAPTURE(name_of(command));
                CAPTURE(global.front());
                CAPTURE(place);
                Program program;
                const auto outcome = program.run(arguments);
                CHECK(outcome.status == 0);
                CHECK(outcome.out.starts_with(name_of(command) + ": "));
            }
        }
    }
}

TEST_CASE("an option that no command has is wrong usage") {
    for (const auto& command : all_commands()) {
        CAPTURE(name_of(command));
        auto words = words_of(command.path);
        words.emplace_back("--no-such-option");
        Program program;
        const auto outcome = program.run(words);
        CHECK(outcome.status == 2);
        CHECK(outcome.out.empty());
        CHECK(outcome.err.find("there is no option '--no-such-option'") != std::string::npos);
        CHECK(program.files.replaced_paths().empty());
    }
}

TEST_CASE("a path that needs a further word says which") {
    std::set<std::string> incomplete;
    for (const auto& command : all_commands()) {
        const auto words = words_of(command.path);
        std::string path;
        for (std::size_t i = 0; i + 1 < words.size(); ++i) {
            path += (path.empty() ? "" : " ") + words[i];
            const auto is_it = [&path](const Command& other) { return other.path == path; };
            if (std::ranges::none_of(all_commands(), is_it)) incomplete.insert(path);
        }
    }
    for (const auto& path : incomplete) {
        CAPTURE(path);
        Program program;
        const auto alone = program.run(words_of(path));
        CHECK(alone.status == 2);
        CHECK(alone.err.starts_with("kith: 'kith " + path + "' needs a subcommand; there are "));
        auto words = words_of(path);
        words.emplace_back("xyzzy");
        const auto wrong = program.run(words);
        CHECK(wrong.status == 2);
        CHECK(wrong.err.starts_with("kith: 'kith " + path + "' has no subcommand 'xyzzy'"));
    }
}

TEST_CASE("without a command the help lists every noun") {
    Program program;
    const auto outcome = program.run({"--help"});
    for (const auto& command : all_commands())
        if (words_of(command.path).size() == 1) {
            CAPTURE(name_of(command));
            CHECK(outcome.out.find("\n  " + std::string(command.path)) != std::string::npos);
        }
}

} // namespace
