// kith strategy: where one shows up and why.
#include "kith/core/error.hpp"
#include "kith/core/text.hpp"
#include "kith/store/check.hpp"

#include "first_files.hpp"
#include "nouns.hpp"
#include "options.hpp"
#include "strategy_verbs.hpp"
#include "strategy_view.hpp"

#include <fmt/format.h>

namespace kith::commands {
namespace {

constexpr const char* strategy_file = "strategy.toml";

constexpr std::string_view how_to_begin =
    "No strategy yet. It says where you show up, and why; reports compare each week with it. To begin:\n"
    "\n"
    "  kith strategy goal add \"Find a senior compiler role\" --by \"in 6 months\"\n"
    "  kith strategy platform add linkedin --per-week 5\n"
    "  kith strategy balance 40\n";

int show(Session& session) {
    const std::vector<std::string_view> keys{"balance",  "in_person", "goal",    "audience",
                                             "platform", "topic",     "channel", "post"};
    if (session.print_data(keys, [&] { return strategy_document(session); })) return 0;
    if (is_empty(session.journal().strategy()))
        session.say(how_to_begin);
    else
        session.page(strategy_in_words(session));
    return 0;
}

Action bind_show(CLI::App&) {
    return show;
}

std::vector<std::string_view> keys_of_edit() {
    return {"file", "changed"};
}

/// Takes the edited text where the file is still as it was opened; a Failure with its place where it does not parse.
void take_text(const std::string& text, const std::string& opened, Session& session) {
    session.begin_writing(keys_of_edit());
    auto& directory = session.journal().directory();
    if (directory.text(strategy_file).value_or(std::string(first_strategy)) != opened)
        throw core::Failure({core::ProblemKind::io, "strategy.toml was changed by another program meanwhile",
                             std::nullopt, "your edit was not taken; run the command again"});
    directory.replace_text(strategy_file, text);
}

bool wants_to_edit_again(Session& session) {
    const auto answer = session.is_interactive() ? session.ask("Edit again? [Y/n]") : std::nullopt;
    return answer && !core::fold(*answer).starts_with('n');
}

/// What `kith check` finds in the file.
void tell_findings(Session& session) {
    auto& directory = session.journal().directory();
    for (const auto& finding : store::check(directory, session.today()).findings)
        if (finding.problem.place && finding.problem.place->file == directory.path_of(strategy_file))
            session.note(core::to_text(finding.problem));
}

int edit(Session& session) {
    session.require_format(keys_of_edit());
    const std::string opened = session.journal().directory().text(strategy_file).value_or(std::string(first_strategy));
    std::string text = session.edit_text(opened);
    while (text != opened) {
        if (core::trim(text).empty())
            throw core::Failure({core::ProblemKind::bad_data,
                                 "the text came back empty: strategy.toml was left as it was",
                                 std::nullopt,
                                 {}});
        try {
            take_text(text, opened, session);
            break;
        } catch (const core::Failure& failure) {
            // A slip in the syntax should not cost what was typed.
            if (failure.problems().front().kind != core::ProblemKind::bad_data || !session.is_interactive()) throw;
            for (const auto& problem : failure.problems()) session.note(core::to_text(problem));
            session.journal().directory().unlock();
            if (!wants_to_edit_again(session))
                throw core::Failure(
                    {core::ProblemKind::bad_data, "strategy.toml was left as it was", std::nullopt, {}});
            text = session.edit_text(text);
        }
    }
    if (text != opened) session.save();
    const bool is_changed = text != opened;
    (void)session.answer({{"file", std::string(strategy_file), 0}, {"changed", is_changed, 0}}, keys_of_edit(), "",
                         is_changed ? "changed  strategy.toml\n" : "nothing changed\n");
    tell_findings(session);
    return 0;
}

Action bind_edit(CLI::App&) {
    return edit;
}

} // namespace

std::vector<Command> strategy_commands() {
    std::vector<Command> commands{
        {"strategy", "", "where you show up, and why",
         "Shows the targets, goals, audiences, platforms with this week's actual of planned, topics, channels of your "
         "own, and the content plan.",
         "kith strategy", bind_show}};
    for (const auto part : {goal_verbs, audience_verbs, platform_verbs, topic_verbs, channel_verbs, post_verbs,
                            balance_verbs, remove_verbs}) {
        const auto verbs = part();
        commands.insert(commands.end(), verbs.begin(), verbs.end());
    }
    commands.push_back(
        {"strategy edit", "", "open strategy.toml in the editor",
         "In $VISUAL or $EDITOR. The text is taken back only where it is valid TOML; on a terminal a slip "
         "can be mended in a second go. What does not fit is told, with its line.",
         "kith strategy edit", bind_edit});
    return commands;
}

} // namespace kith::commands
