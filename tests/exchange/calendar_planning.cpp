#include "calendar_planning.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace kith::test {

exchange::Batch batch_of(const std::string& lines) {
    return read_ics(exchange::pull_from(calendar(lines)), options_with(11, 12));
}

exchange::JournalRecords imported(const std::string& lines, const exchange::JournalRecords& before) {
    return carried_out(planned({batch_of(lines)}, before), before);
}

core::Event& on(exchange::JournalRecords& records, const std::string& day) {
    const auto found = std::ranges::find(records.events, core::parse_iso_date(day),
                                         [](const auto& event) { return event.start.date; });
    REQUIRE(found != records.events.end());
    return *found;
}

std::string days_of(exchange::JournalRecords records) {
    std::ranges::sort(records.events, {}, [](const core::Event& event) { return event.start.date; });
    std::string text;
    for (const auto& event : records.events)
        text += (text.empty() ? "" : ", ") + core::to_text(event.start.date).substr(5) +
                (event.status.empty() ? "" : " " + event.status);
    return text;
}

} // namespace kith::test
