#include "kith/system/local_time.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <memory>
#include <unordered_map>
#include <vector>

namespace kith::system {
namespace {

using std::chrono::seconds;

/// The process's zone, which is put back.
class Zone {
  public:
    explicit Zone(const std::string& name) {
        if (const char* before = std::getenv("TZ")) before_ = before;
        setenv("TZ", name.c_str(), 1);
        tzset();
    }
    ~Zone() {
        if (before_)
            setenv("TZ", before_->c_str(), 1);
        else
            unsetenv("TZ");
        tzset();
    }
    Zone(const Zone&) = delete;
    Zone& operator=(const Zone&) = delete;

    /// UTC's for a time that the C library has no year for.
    [[nodiscard]] static seconds offset_at(seconds time) {
        const std::time_t since_1970 = time.count();
        std::tm local{};
        return localtime_r(&since_1970, &local) == nullptr ? seconds{0} : seconds{local.tm_gmtoff};
    }

  private:
    std::optional<std::string> before_;
};

/// The offsets of a zone. To change the process's zone takes as long as to read a file, so that a span of time is
/// looked through at once, and kept.
class Offsets {
  public:
    explicit Offsets(std::string name) : name_(std::move(name)) {}

    [[nodiscard]] seconds at(seconds time) {
        const auto number = std::chrono::floor<Span>(time);
        auto& changes = spans_[number.count()];
        if (changes.empty()) changes = changes_in(number);
        const auto after = std::ranges::upper_bound(changes, time, {}, &Change::from);
        return std::prev(after)->offset;
    }

  private:
    using Span = std::chrono::duration<std::int64_t, std::ratio<86400L * 512>>;
    struct Change {
        seconds from{0};
        seconds offset{0};
    };

    /// The first is at its beginning.
    [[nodiscard]] std::vector<Change> changes_in(Span span) const {
        constexpr std::chrono::days step{4}; // Clocks that are changed stay so for longer.
        const Zone zone(name_);
        std::vector<Change> changes{{span, Zone::offset_at(span)}};
        for (seconds time = seconds{span} + step; time <= span + Span{1}; time += step)
            if (Zone::offset_at(time) != changes.back().offset) changes.push_back(change_within(time - step, time));
        return changes;
    }

    [[nodiscard]] static Change change_within(seconds before, seconds after) {
        const auto offset = Zone::offset_at(before);
        while (after - before > seconds{1}) {
            const auto middle = before + (after - before) / 2;
            (Zone::offset_at(middle) == offset ? before : after) = middle;
        }
        return {after, Zone::offset_at(after)};
    }

    std::string name_;
    std::unordered_map<std::int64_t, std::vector<Change>> spans_;
};

/// Whether the time zone database has it: the C library takes any other name for UTC.
bool is_zone(const std::string& name) {
    if (name.empty() || name.front() == '/' || name.find("..") != std::string::npos) return false;
    const char* const folder = std::getenv("TZDIR");
    std::ifstream file((folder != nullptr ? folder : "/usr/share/zoneinfo") + ("/" + name), std::ios::binary);
    constexpr std::array<char, 4> mark{'T', 'Z', 'i', 'f'};
    std::array<char, 4> beginning{};
    return file.read(beginning.data(), beginning.size()) && beginning == mark;
}

} // namespace

std::function<std::optional<core::Moment>(seconds)> local_clock(const std::string& zone) {
    return [offsets = std::make_shared<Offsets>(zone)](seconds time) -> std::optional<core::Moment> {
        const auto clock = time + offsets->at(time);
        const auto date = std::chrono::floor<std::chrono::days>(clock);
        if (!core::is_in_calendar(core::Date{date})) return std::nullopt;
        return core::Moment{core::Date{date}, clock - date};
    };
}

std::optional<std::function<seconds(seconds)>> zone_offset(const std::string& zone) {
    if (!is_zone(zone)) return std::nullopt;
    return [offsets = std::make_shared<Offsets>(zone)](seconds time) { return offsets->at(time); };
}

} // namespace kith::system
