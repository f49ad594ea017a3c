// kith followup suggest: who has gone quiet.
#include "kith/core/error.hpp"
#include "kith/core/suggestion.hpp"

#include "filters.hpp"
#include "followup_verbs.hpp"
#include "options.hpp"
#include "person_view.hpp"
#include "present.hpp"

#include <fmt/format.h>

#include <memory>

namespace kith::commands {
namespace {

struct SuggestOptions {
    FilterOptions filters;
    bool with_exit_code = false;
};

constexpr int usual_limit = 10;

std::vector<core::Suggestion> gather(Session& session) {
    auto& journal = session.journal();
    const auto today = session.today();
    const auto interactions = journal.interactions({core::suggestions_from(today), today});
    const auto followups = journal.followups_open_since(today);
    return core::suggestions({journal.people(), today, followups, interactions});
}

PersonView view_of(const core::Suggestion& suggestion, Session& session) {
    return {*session.people().find(suggestion.person), suggestion.last.contact, std::nullopt};
}

std::vector<std::string_view> suggestion_keys() {
    return {"id", "name", "contacts", "usual_days", "last_contact", "quiet_days", "why"};
}

core::Fields fields_of(const core::Suggestion& suggestion, Session& session) {
    return {{"id", suggestion.person.text, 0},
            {"name", session.people().name_of(suggestion.person), 0},
            {"contacts", std::int64_t{suggestion.contacts}, 0},
            {"usual_days", std::int64_t{suggestion.rhythm.usual_days}, 0},
            {"last_contact", core::Moment{suggestion.rhythm.last, std::nullopt}, 0},
            {"quiet_days", std::int64_t{suggestion.quiet_days}, 0},
            {"why", suggestion.why, 0}};
}

render::Row row_of(const core::Suggestion& suggestion, Session& session) {
    const auto& note = suggestion.last.contact->note;
    return {{session.people().name_of(suggestion.person), render::Style::strong},
            {suggestion.person.text, render::Style::faint},
            {note.empty() ? suggestion.why : suggestion.why + ": " + note}};
}

std::string text_of(const std::vector<core::Suggestion>& suggestions, Session& session) {
    std::vector<render::Row> rows;
    for (const auto& suggestion : suggestions) rows.push_back(row_of(suggestion, session));
    return with_reasons(std::move(rows), 1, session.layout());
}

/// For people: what was left out, and what one can do.
void add_remarks(std::size_t shown, std::size_t found, Session& session) {
    if (session.options().json || session.options().format) return;
    if (shown < found) session.note(fmt::format("{} more; --limit {} shows them all", found - shown, found));
    if (shown > 0 && session.is_interactive()) session.note("'kith person edit ID --every 4w' keeps one in touch");
}

int suggest(SuggestOptions options, Session& session) {
    const bool is_limited = options.filters.limit.has_value();
    if (!is_limited) options.filters.limit = std::to_string(usual_limit);
    const Filter filter(options.filters, session, session.past(), core::interaction_kinds());
    auto suggestions = gather(session);
    std::erase_if(suggestions, [&](const core::Suggestion& each) {
        return !filter.passes(subject_of(view_of(each, session), session));
    });
    const auto found = suggestions.size();
    filter.limit_to_first(suggestions);
    Listing listing{suggestion_keys(), suggestions.size(), {}, {}, "nobody has gone quiet"};
    listing.fields = [&](std::size_t i) { return fields_of(suggestions[i], session); };
    listing.text = [&] { return text_of(suggestions, session); };
    const int status = session.show(listing, options.with_exit_code);
    if (!is_limited) add_remarks(suggestions.size(), found, session);
    return status;
}

Action bind_suggest(CLI::App& app) {
    auto given = std::make_shared<SuggestOptions>();
    declare_filters(app, given->filters);
    flag(app, "--exit-code", given->with_exit_code, "exit with 10 where the list is not empty");
    return [given](Session& session) { return suggest(*given, session); };
}

} // namespace

std::vector<Command> suggesting_commands() {
    return {{"followup suggest", "[FILTERS]", "people without a cadence who have gone quiet, and why",
             "Who has neither a cadence nor an open follow-up, was in touch on three days or more of the last three "
             "years, over four weeks at least, and has now been quiet for more than twice the usual gap (the median of "
             "the gaps between the days of contact) and for two weeks. First whose silence is the most usual gaps "
             "long. An attempt without an answer is no contact. The filters look at the last contact; --event is where "
             "they were met. Ten unless --limit says how many. 'kith person edit ID --every 4w' gives somebody a "
             "cadence, 'kith followup add' a follow-up.",
             "kith followup suggest --group mentors", bind_suggest}};
}

} // namespace kith::commands
