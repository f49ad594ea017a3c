#include "kith/render/agenda.hpp"

namespace kith::render {

std::string what_of(const core::AgendaItem& item) {
    if (item.source == core::Source::cadence) return "reconnect";
    if (item.source == core::Source::birthday) return "birthday";
    const auto& followup = item.followup;
    if (followup.note.empty()) return followup.action.empty() ? "follow up" : followup.action;
    return followup.action.empty() ? followup.note : followup.action + ": " + followup.note;
}

std::string reason_of(const core::AgendaItem& item, core::Date today, Signs signs) {
    if (!item.last.contact) return item.why;
    const auto& note = item.last.contact->note;
    // When that was stands in a cadence's reason already.
    if (item.source == core::Source::cadence) return note.empty() ? item.why : item.why + ": " + note;
    const std::string when = core::to_relative_text(item.last.contact->date.date, today);
    return item.why + std::string(between_texts(signs)) + "last " + when + (note.empty() ? "" : ": " + note);
}

} // namespace kith::render
