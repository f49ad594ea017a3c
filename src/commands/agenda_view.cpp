#include "agenda_view.hpp"

#include <algorithm>

namespace kith::commands {
namespace {

/// Those whose last contact the agenda shows: the people it computes for, and the first named of the follow-ups that
/// fit.
template<class Fits> std::vector<core::PersonId> wanted_for(const core::Agenda& agenda,
                                                            const std::vector<core::Followup>& followups, Fits fits) {
    auto wanted = agenda.concerned();
    for (const auto& followup : followups)
        if (fits(followup) && !followup.with.empty()) wanted.push_back(followup.with.front());
    return wanted;
}

} // namespace

std::vector<core::AgendaItem> open_agenda(Session& session) {
    auto& journal = session.journal();
    const core::Agenda agenda{journal.people(), session.today()};
    const auto followups = journal.followups_open_since(session.today());
    const auto contacts = journal.contacts(wanted_for(agenda, followups, core::is_open), session.today());
    return agenda.open(followups, contacts);
}

std::vector<core::AgendaItem> pressing_agenda(Session& session) {
    auto& journal = session.journal();
    const core::Agenda agenda{journal.people(), session.today()};
    const auto followups = journal.followups_open_since(session.today());
    const auto is_due = [&](const core::Followup& followup) {
        return core::is_open(followup) && followup.due.date <= session.today();
    };
    const auto contacts = journal.contacts(wanted_for(agenda, followups, is_due), session.today());
    auto items = agenda.open(followups, contacts);
    std::erase_if(items, [](const core::AgendaItem& item) { return !core::is_pressing(item); });
    return items;
}

std::vector<core::AgendaItem> closed_agenda(Session& session) {
    auto& journal = session.journal();
    const core::Agenda agenda{journal.people(), session.today()};
    const auto followups = journal.followups();
    std::vector<core::PersonId> wanted;
    for (const auto& followup : followups)
        if (!core::is_open(followup) && !followup.with.empty()) wanted.push_back(followup.with.front());
    return agenda.closed(followups, journal.contacts(wanted, session.today()));
}

} // namespace kith::commands
