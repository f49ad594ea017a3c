#include "kith/core/journal.hpp"

namespace kith::core {

Date first_day(const Event& event) {
    return event.start.date;
}

Date last_day(const Event& event) {
    if (!event.end || event.end->date <= event.start.date) return event.start.date;
    const bool ends_at_midnight = event.end->time == std::chrono::seconds{0};
    return event.end->date - std::chrono::days{ends_at_midnight ? 1 : 0};
}

bool is_attempt(const Interaction& interaction) {
    return interaction.answered == false;
}

bool is_open(const Followup& followup) {
    return !followup.done && !followup.dropped;
}

const std::vector<std::string>& interaction_kinds() {
    static const std::vector<std::string> values{"comment", "share",        "advice",        "message", "call",
                                                 "meeting", "introduction", "collaboration", "post"};
    return values;
}

const std::vector<std::string>& help_values() {
    static const std::vector<std::string> values{"offered", "asked", "received"};
    return values;
}

const std::vector<std::string>& followup_actions() {
    static const std::vector<std::string> values{"coffee", "message", "collaborate", "introduce", "share", "other"};
    return values;
}

const std::vector<std::string>& event_statuses() {
    static const std::vector<std::string> values{"planned", "attended", "skipped"};
    return values;
}

} // namespace kith::core
