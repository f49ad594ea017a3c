// kith log: what happened, in one line.
#include "kith/core/error.hpp"
#include "kith/core/near_date.hpp"
#include "kith/core/text.hpp"
#include "kith/render/table.hpp"

#include "entry.hpp"
#include "log_questions.hpp"
#include "log_verbs.hpp"
#include "nouns.hpp"
#include "present.hpp"

#include <fmt/format.h>

#include <array>
#include <istream>
#include <memory>

namespace kith::commands {
namespace {

constexpr std::string_view standard_input = "standard input"; ///< In messages.

/// An interaction and the follow-up that goes with it.
struct Entry {
    core::Interaction interaction;
    std::optional<core::Followup> followup;
    std::string text; ///< As it was typed.
    int line = 0;     ///< Of standard input; 0 where the text is not from there.
};

Entry make_entry(const std::string& text, const LogOptions& options, Session& session, int line = 0) {
    Entry entry{make_interaction(text, options.entry, session), std::nullopt, text, line};
    if (!options.follow_up) return entry;
    entry.followup = make_followup(*options.follow_up, "--follow-up", session);
    entry.followup->with = entry.interaction.with;
    if (entry.followup->with.empty())
        entry.followup->with = core::recognise(entry.followup->note, session.people(), {}).people;
    if (entry.followup->with.empty())
        core::fail_usage("--follow-up: a follow-up needs somebody to follow up with", "name them with --with");
    entry.followup->origin = entry.interaction.id;
    entry.followup->event = entry.interaction.event;
    return entry;
}

/// As a shell takes it for one word.
std::string in_quotes(const std::string& text) {
    return text.find(' ') == std::string::npos ? text : '"' + text + '"';
}

/// Tells, once it is written, of a day that was not read from the text, so that the entry is of today.
void note_day(const Entry& entry, const LogOptions& options, Session& session) {
    const auto& logged = entry.interaction;
    if (options.entry.on || logged.date != core::Moment{session.today(), std::nullopt}) return;
    const auto near = core::near_date(entry.text, session.past());
    if (!near) return;
    auto problem = core::Problem{};
    problem.message = fmt::format("'{}' is no date, so the day is today", near->said);
    if (entry.line > 0) problem.place = core::Place{std::string(standard_input), entry.line, 0};
    const auto day = near->day.empty() ? "DATE" : in_quotes(near->day);
    if (!session.options().dry_run) problem.hint = fmt::format("kith log edit {} --on {}", logged.id.text, day);
    session.note(core::to_text(problem));
}

core::Fields entry_fields(const Entry& entry, Session& session) {
    auto fields = fields_of(entry.interaction, session.journal().strategy());
    if (entry.followup) fields.push_back({"followup", entry.followup->id.text, 0});
    return fields;
}

std::vector<std::string_view> entry_keys() {
    auto keys = interaction_keys();
    keys.push_back("followup");
    return keys;
}

std::string confirm(const std::vector<Entry>& entries, Session& session) {
    std::vector<render::Row> rows;
    for (const auto& entry : entries) {
        rows.push_back(confirmation("logged", entry.interaction, session));
        if (entry.followup) rows.push_back(confirmation("follow-up", *entry.followup, session, false));
    }
    return render::to_text(rows, session.layout());
}

void add_to_journal(const std::vector<Entry>& entries, Session& session) {
    std::vector<core::Interaction> interactions;
    std::vector<core::Followup> followups;
    for (const auto& entry : entries) {
        interactions.push_back(entry.interaction);
        if (entry.followup) followups.push_back(*entry.followup);
    }
    session.journal().add(interactions);
    session.journal().add(followups);
}

int log_one(const std::string& text, const LogOptions& options, Session& session) {
    if (!options.edit) session.begin_writing(entry_keys());
    Entry entry = make_entry(text, options, session);
    std::optional<std::string> source;
    if (options.edit) {
        source = session.edit_new_record(entry.interaction);
        entry.interaction = store::read_source(entry.interaction, *source);
        session.begin_writing(entry_keys());
    }
    // Alone it needs no look at all that stands there.
    session.journal().add(entry.interaction);
    if (entry.followup) session.journal().add(*entry.followup);
    if (source) entry.interaction = session.journal().replace_source(entry.interaction, *source);
    session.save();
    note_day(entry, options, session);
    return session.answer(entry_fields(entry, session), entry_keys(), entry.interaction.id.text,
                          confirm({entry}, session));
}

/// One entry a line from standard input, all or nothing.
int log_lines(const LogOptions& options, Session& session) {
    if (options.edit) core::fail_usage("--edit does not go with standard input");
    std::vector<std::string> lines; // All of them first: whoever writes them may take their time, and others write too.
    for (std::string line; std::getline(session.environment().in, line);) lines.push_back(std::move(line));
    session.begin_writing(entry_keys());
    std::vector<Entry> entries;
    std::vector<core::Problem> problems;
    int number = 0;
    for (const auto& line : lines) {
        ++number;
        if (core::trim(line).empty()) continue;
        try {
            if (!core::is_valid_utf8(line)) core::fail_usage("this is not valid UTF-8 text");
            if (line.find('\0') != std::string::npos) core::fail_usage("this has a NUL byte");
            entries.push_back(make_entry(line, options, session, number));
        } catch (const core::Failure& failure) {
            for (auto problem : failure.problems()) {
                problem.place = core::Place{std::string(standard_input), number, 0};
                problems.push_back(std::move(problem));
            }
        }
    }
    if (!problems.empty()) throw core::Failure(std::move(problems));
    add_to_journal(entries, session);
    session.save();
    for (const auto& entry : entries) note_day(entry, options, session);
    std::vector<core::Fields> records;
    for (const auto& entry : entries) records.push_back(entry_fields(entry, session));
    return session.answer(records, entry_keys(), confirm(entries, session));
}

std::string joined(const Texts& words) {
    return core::join(words, " ");
}

/// `kith log lsit` was meant as a subcommand.
void refuse_slip(const Texts& words) {
    if (words.size() != 1 || words.front().find(' ') != std::string::npos) return;
    for (const std::string_view verb : {"add", "list", "show", "edit", "remove"})
        if (core::edit_distance(words.front(), verb) == 1)
            core::fail_usage(fmt::format("'kith log {}' looks like 'kith log {}'", words.front(), verb),
                             fmt::format("to log the word itself: kith log add {}", words.front()));
}

int log(const LogOptions& options, bool is_forced, Session& session) {
    session.require_format(entry_keys());
    if (options.words.size() == 1 && options.words.front() == "-") return log_lines(options, session);
    if (options.words.empty() && session.is_interactive()) {
        const auto said = ask_for_entry(options, session);
        return log_one(joined(said.words), said, session);
    }
    if (!is_forced) refuse_slip(options.words);
    return log_one(joined(options.words), options, session);
}

Action bind_log(CLI::App& app, bool is_forced) {
    auto given = std::make_shared<LogOptions>();
    words(app, "TEXT", given->words, "what happened; - reads one entry a line from standard input");
    declare_entry(app, given->entry);
    option(app, "--follow-up", given->follow_up, "\"WHEN: WHAT\"",
           "also write down a follow-up, as in \"in 2w: send slides\"");
    flag(app, "--edit", given->edit, "open the record in the editor before it is written");
    return [given, is_forced](Session& session) { return log(*given, is_forced, session); };
}

constexpr std::string_view log_details =
    "From TEXT it takes a leading date (yesterday:), "
    "people known to the journal (id, full name, alias, a first "
    "name that only one person has), #tags, and a channel's name as a word; "
    "\\Word keeps a word from being taken. The words stay as "
    "typed. Only the first word after log can be a subcommand; 'kith log add' "
    "forces text. With - it reads one entry a line, all or nothing. Without TEXT, on a terminal, it asks step by step: "
    "the tabulator completes names and channels, Enter passes a question over, Ctrl-D leaves.";

} // namespace

std::vector<Command> log_commands() {
    std::vector<Command> commands{
        {"log", "TEXT...", "record an interaction", log_details,
         "kith log \"yesterday: Coffee with Ana about the meetup #rust\"",
         [](CLI::App& app) { return bind_log(app, false); }},
        {"log add", "TEXT...", "record an interaction, whatever its first word", log_details,
         "kith log add list of speakers sent to Ana", [](CLI::App& app) { return bind_log(app, true); }},
    };
    const auto verbs = log_verbs();
    commands.insert(commands.end(), verbs.begin(), verbs.end());
    return commands;
}

} // namespace kith::commands
