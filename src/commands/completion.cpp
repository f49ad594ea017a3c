// kith completion: what makes the shells complete, and the hidden command that they ask.
#include "kith/core/error.hpp"
#include "kith/core/phrase.hpp"
#include "kith/core/text.hpp"

#include "completion_scripts.hpp"
#include "completion_values.hpp"
#include "nouns.hpp"
#include "options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace kith::commands {
namespace {

int print_script(const Texts& words, Session& session) {
    if (session.options().json || session.options().format)
        core::fail_usage("what a shell reads is no record", "'kith completion' prints it as it is");
    std::vector<std::string> shells;
    for (const auto& script : completion_scripts()) shells.emplace_back(script.shell);
    if (words.size() != 1)
        core::fail_usage("'kith completion' takes one shell", "there are " + core::join(shells, ", "));
    const auto& shell = require_choice(words.front(), "completion", shells);
    session.print(std::ranges::find(completion_scripts(), std::string_view(shell), &CompletionScript::shell)->text);
    return 0;
}

Action bind_completion(CLI::App& app) {
    auto given = std::make_shared<Texts>();
    words(app, "SHELL", *given, "bash, zsh or fish");
    return [given](Session& session) { return print_script(*given, session); };
}

/// What --dir and --today say on the line itself. Shells pass `~` as it was typed.
GlobalOptions options_of(const Line& line, Session& session) {
    GlobalOptions options = session.options();
    if (line.directory && !line.directory->empty()) options.directory = *line.directory;
    const auto home = session.environment().variable("HOME");
    if (options.directory.starts_with("~/") && home) options.directory.replace(0, 1, *home);
    if (!line.today) return options;
    const core::PhraseContext context{options.today, core::Facing::past, core::WeekStart::monday};
    if (const auto day = core::parse_date(*line.today, context)) options.today = day->date;
    return options;
}

/// How the shell wants the candidates.
struct Asked {
    Texts words;
    bool is_bash = false;     ///< What goes in the place of the word's end, quoted, without a description.
    std::string after, quote; ///< For bash: what stays of the word at the cursor, and the quote that is open there.
};

/// Whether bash takes a character as it is, after an open double quote or after none.
bool is_plain(char c, bool is_quoted) {
    constexpr std::string_view plain = "-_./@%+,:=abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    constexpr std::string_view special = "\\\"$`";
    if (is_quoted) return special.find(c) == std::string_view::npos;
    return plain.find(c) != std::string_view::npos || static_cast<unsigned char>(c) >= 0x80;
}

/// A value as it has to stand in bash after this open quote, or after none.
std::string quoted(std::string_view value, std::string_view quote) {
    std::string text;
    for (const char c : value) {
        if (quote == "'")
            text += c == '\'' ? "'\\''" : std::string(1, c);
        else
            text += is_plain(c, !quote.empty()) ? std::string(1, c) : std::string{'\\', c};
    }
    return text;
}

/// `VALUE<TAB>DESCRIPTION`, or what bash wants; nothing for a value that could not be typed.
std::string line_for(const std::string& prefix, const Candidate& candidate, const Asked& asked, render::Signs signs) {
    constexpr std::size_t wide_enough = 60;
    if (candidate.value.empty() || core::escape_controls(candidate.value) != candidate.value) return {};
    if (asked.is_bash) {
        const auto whole = prefix + candidate.value;
        return whole.starts_with(asked.after) ? quoted(whole.substr(asked.after.size()), asked.quote) + "\n" : "";
    }
    const auto description = render::shortened(core::escape_controls(candidate.description), wide_enough, signs);
    return fmt::format("{}{}\t{}\n", prefix, candidate.value, core::trim(description));
}

/// What the shell itself has to complete: a line without a value.
std::string_view left_to_the_shell(const Line& line) {
    for (const auto& wanted : line.wanted) {
        if (wanted.value == "FILE") return "\tfiles\n";
        if (wanted.value == "DIR") return "\tdirectories\n";
    }
    return {};
}

int complete(const Asked& asked, Session& session) {
    Line line = read_line(asked.words);
    auto found = std::move(line.candidates);
    std::erase_if(found, [&line](const Candidate& each) { return !begins_with(each.value, line.open); });
    if (!line.wanted.empty()) {
        Session of_line(session.environment(), options_of(line, session));
        std::ranges::move(values_for(line, of_line), std::back_inserter(found));
    }
    const auto left = left_to_the_shell(line);
    if (found.empty() && left.empty()) found = std::move(line.options);
    std::string answer;
    const auto signs = session.layout().signs;
    for (const auto& candidate : found) answer += line_for(line.prefix, candidate, asked, signs);
    session.print(answer.append(left));
    return 0;
}

Action bind_complete(CLI::App& app) {
    auto given = std::make_shared<Asked>();
    words(app, "WORD", given->words, "the line after 'kith' up to the cursor");
    return [given](Session& session) { return complete(*given, session); };
}

/// All as words, since any of them may be empty or look like an option.
Action bind_complete_for_bash(CLI::App& app) {
    auto given = std::make_shared<Texts>();
    words(app, "WORD", *given, "what stays of the word at the cursor, the open quote, and the line");
    return [given](Session& session) {
        if (given->size() < 2) core::fail_usage("'kith __complete-bash' needs two words before the line");
        return complete({Texts(given->begin() + 2, given->end()), true, (*given)[0], (*given)[1]}, session);
    };
}

} // namespace

std::vector<Command> completion_commands() {
    return {{"completion", "bash|zsh|fish", "print what makes a shell complete",
             "Where kith is installed the shells find it by themselves; this is for where it is not. The shell then "
             "offers commands, options and their values, and the journal's own people, groups, channels, events, open "
             "follow-ups and posts, and the tags of the last three months of the log.",
             "kith completion bash", bind_completion}};
}

const std::vector<Command>& hidden_commands() {
    static const std::vector<Command> commands{
        {"__complete", "-- WORD...", "what the word at the end of a line could be",
         "A line for each: the word, a tab, and what it is. A line without a word leaves it to the shell, with files "
         "or directories. Nothing is said of what is wrong.",
         "kith __complete -- log --with an", bind_complete},
        {"__complete-bash", "-- AFTER QUOTE WORD...", "the same, as bash puts it into the line",
         "Each candidate as it has to stand after AFTER and the open QUOTE, either of which may be empty.",
         "kith __complete-bash -- '' '' log --with an", bind_complete_for_bash}};
    return commands;
}

} // namespace kith::commands
