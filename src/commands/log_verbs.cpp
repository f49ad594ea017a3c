#include "log_verbs.hpp"

#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include "entry.hpp"
#include "filters.hpp"
#include "present.hpp"
#include "removal.hpp"
#include "selection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

namespace kith::commands {
namespace {

int list(const FilterOptions& options, bool with_exit_code, Session& session) {
    const Filter filter(options, session, session.past(), core::interaction_kinds());
    const auto interactions = chosen_interactions(filter, session);
    auto listing = listing_of(interactions, filter.days(), session);
    listing.when_empty = "no entries";
    return session.show(listing, with_exit_code);
}

Action bind_list(CLI::App& app) {
    auto given = std::make_shared<std::pair<FilterOptions, bool>>();
    declare_filters(app, given->first);
    flag(app, "--exit-code", given->second, "exit with 10 where the list is not empty");
    return [given](Session& session) { return list(given->first, given->second, session); };
}

const std::string& require_one(const Texts& words, std::string_view command) {
    if (words.size() != 1)
        core::fail_usage(fmt::format("'kith {}' takes one id", command), "ids are in 'kith log list'");
    return words.front();
}

Action bind_show(CLI::App& app) {
    auto given = std::make_shared<Texts>();
    words(app, "ID", *given, "the entry's id, or the start of it");
    return [given](Session& session) {
        const auto stored = session.journal().require_interaction(require_one(*given, "log show"));
        const auto fields = fields_of(stored.record, session.journal().strategy());
        return session.show(fields, interaction_keys(), to_text(fields, session));
    };
}

struct EditOptions {
    Texts words;
    EntryOptions entry;
    Text note;
    bool edit = false, answered = false;
    std::array<bool, 10> without{};
};

/// The keys that `--no-KEY` takes off, and how.
struct Clearing {
    const char* key;
    void (*clear)(core::Interaction&);
};
constexpr std::array<Clearing, 10> clearings{{{"with", [](core::Interaction& i) { i.with.clear(); }},
                                              {"via", [](core::Interaction& i) { i.channel.clear(); }},
                                              {"mode", [](core::Interaction& i) { i.mode.clear(); }},
                                              {"kind", [](core::Interaction& i) { i.kind.clear(); }},
                                              {"by", [](core::Interaction& i) { i.by.clear(); }},
                                              {"help", [](core::Interaction& i) { i.help.clear(); }},
                                              {"minutes", [](core::Interaction& i) { i.minutes.reset(); }},
                                              {"event", [](core::Interaction& i) { i.event = {}; }},
                                              {"tag", [](core::Interaction& i) { i.tags.clear(); }},
                                              {"url", [](core::Interaction& i) { i.url.clear(); }}}};

core::Interaction edited(const core::Interaction& before, const EditOptions& options, Session& session) {
    core::Interaction after = before;
    for (std::size_t i = 0; i < clearings.size(); ++i)
        if (options.without[i]) clearings[i].clear(after);
    if (options.answered && options.entry.no_answer) core::fail_usage("--answered and --no-answer exclude each other");
    apply(options.entry, after, session);
    if (options.answered) after.answered.reset();
    const Texts more(options.words.begin() + 1, options.words.end());
    if (!more.empty()) after.note = require_text(core::join(more, " "), "the text");
    if (options.note) after.note = *options.note;
    return after;
}

int edit(const EditOptions& options, Session& session) {
    if (options.words.empty()) core::fail_usage("'kith log edit' needs an id", "ids are in 'kith log list'");
    session.begin_writing(interaction_keys());
    auto& journal = session.journal();
    const auto before = journal.require_interaction(options.words.front()).record;
    auto after = edited(before, options, session);
    const bool is_unchanged = after == before;
    if (is_unchanged && !options.edit && !session.is_interactive())
        core::fail_usage("there is nothing to change", "say it as options, see 'kith log edit --help'");
    journal.change(before, after);
    if (options.edit || is_unchanged) after = session.edit_record(after);
    session.save();
    return session.answer(fields_of(after, journal.strategy()), interaction_keys(), "",
                          render::to_text({confirmation("changed", after, session)}, session.layout()));
}

Action bind_edit(CLI::App& app) {
    auto given = std::make_shared<EditOptions>();
    words(app, "ID [TEXT]", given->words, "the entry's id, and a new text where the note should change");
    declare_entry(app, given->entry);
    option(app, "--note", given->note, "TEXT", "the note as it should be");
    flag(app, "--answered", given->answered, "it was answered after all");
    for (std::size_t i = 0; i < clearings.size(); ++i)
        flag(app, std::string("--no-") + clearings[i].key, given->without[i], "take it off");
    flag(app, "--edit", given->edit, "open the record in the editor");
    return [given](Session& session) { return edit(*given, session); };
}

int remove(const RemovalWords& given, Session& session) {
    if (given.words.empty()) core::fail_usage("'kith log remove' needs an id", "ids are in 'kith log list'");
    session.begin_writing(interaction_keys());
    std::vector<core::Interaction> removed;
    for (const auto& id : given.words) {
        const auto record = session.journal().require_interaction(id).record;
        if (std::ranges::find(removed, record) == removed.end()) removed.push_back(record);
    }
    std::vector<core::Fields> records;
    std::vector<render::Row> rows;
    for (const auto& record : removed) {
        session.journal().remove(record);
        records.push_back(fields_of(record, session.journal().strategy()));
        rows.push_back(confirmation("removed", record, session));
    }
    if (!may_remove(rows, "entries", given.yes, session)) return 1;
    session.save();
    if (session.options().quiet) return 0;
    return session.answer(records, interaction_keys(), render::to_text(rows, session.layout()));
}

Action bind_remove(CLI::App& app) {
    auto given = std::make_shared<RemovalWords>();
    declare_removal(app, "ID", *given, "the entries' ids");
    return [given](Session& session) { return remove(*given, session); };
}

} // namespace

std::vector<Command> log_verbs() {
    return {
        {"log list", "[FILTERS]", "the entries, oldest first",
         "Both ends of --since and --until are included; --limit keeps the newest.",
         "kith log list --with Ana --since 3m", bind_list},
        {"log show", "ID", "an entry with all its keys", "", "kith log show k7f2", bind_show},
        {"log edit", "ID [OPTIONS]", "change an entry",
         "Each option sets its key; --with and --tag replace what was there; --no-KEY takes a key off. With "
         "--on, a day without a time keeps the hour; --edit can take it off. Without an option on a terminal it opens "
         "the editor.",
         "kith log edit k7f2 --on yesterday --via coffee", bind_edit},
        {"log remove", "ID...", "remove entries",
         "All or nothing: an id that is not there stops the command before anything is removed. More than one only "
         "after a yes: it asks on a terminal, and needs --yes elsewhere.",
         "kith log remove k7f2q9xa", bind_remove},
    };
}

} // namespace kith::commands
