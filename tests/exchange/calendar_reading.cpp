#include "calendar_reading.hpp"

#include "kith/exchange/write_calendar.hpp"
#include "kith/system/library.hpp"
#include "kith/system/local_time.hpp"

#include <utility>

namespace kith::test {

exchange::Batch read_ics(const exchange::Pull& pull, const exchange::ReadOptions& options) {
    const auto library = exchange::calendar_library();
    return exchange::read_ics(pull, options, system::load_library(library.name, library.package), system::zone_offset);
}

std::string calendar(const std::string& lines) {
    return "BEGIN:VCALENDAR\nVERSION:2.0\n" + lines + "\nEND:VCALENDAR\n";
}

std::string event(const std::string& lines) {
    return "BEGIN:VEVENT\nUID:u\nSUMMARY:Tea\n" + lines + "\nEND:VEVENT";
}

exchange::Batch read_calendar(const std::string& text, const exchange::ReadOptions& options) {
    return read(read_ics, text, options);
}

std::string days(const std::string& lines, const exchange::ReadOptions& options) {
    std::string text;
    for (const auto& incoming : read_calendar(calendar(event(lines)), options).events) {
        const auto& [start, end] = std::pair(incoming.record.start, incoming.record.end);
        text += (text.empty() ? "" : ", ") + core::to_text(start) + (end ? " to " + core::to_text(*end) : "");
    }
    return text;
}

exchange::ReadOptions options_with(int from_month, int to_month, const std::string& zone) {
    auto options = options_of_tests();
    options.since = core::make_date(2026, from_month, 1);
    options.until = core::end_of_month(*core::make_date(2026, to_month, 1));
    options.time_zone = zone;
    return options;
}

} // namespace kith::test
