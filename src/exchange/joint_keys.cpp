#include "joint_keys.hpp"

#include "kith/core/records.hpp"

#include "origin_table.hpp"

#include <algorithm>
#include <chrono>
#include <optional>

namespace kith::exchange {
namespace {

const std::string start_key = "start";
const std::string end_key = "end";

const core::Moment* moment_in(const core::Fields& fields, std::string_view key) {
    const auto found = std::ranges::find(fields, key, &core::Field::key);
    return found == fields.end() ? nullptr : std::get_if<core::Moment>(&found->value);
}

/// The end of an event that now starts at another time, as long after the start as it was; nothing where that is none.
std::optional<core::Moment> end_moved_along(const core::Event& event, const core::Moment& start) {
    if (!event.end) return std::nullopt;
    auto end = *event.end;
    end.date += start.date - event.start.date;
    if (end.time && start.time && event.start.time) {
        const auto clock = end.date.time_since_epoch() + *end.time + *start.time - *event.start.time;
        const auto day = std::chrono::floor<std::chrono::days>(clock);
        end = {core::Date{day}, clock - day};
    }
    return end > start && core::is_in_calendar(end.date) ? std::optional(end) : std::nullopt;
}

/// The start and the end of an event, and what its source had of them.
class Span {
  public:
    Span(core::Event event, const SourceState& source)
        : event_(std::move(event)), origin_(event_.imported, source), is_calendar_(source.from == "ics") {}

    core::Event following(const core::Moment& start, const core::Moment* end) {
        const bool says_end = end != nullptr || is_calendar_;
        const bool is_same = start == event_.start;
        const bool follows = is_as_taken(start_key, event_.start);
        if ((follows || is_same) && says_end && is_end_as_taken())
            put_end(end);
        else if (follows && !is_same)
            move_end_along(start);
        if (follows) put_start(start);
        event_.imported = origin_.take();
        return std::move(event_);
    }

  private:
    [[nodiscard]] bool is_as_taken(const std::string& key, const core::Moment& own) const {
        const auto* taken = origin_.of(key);
        return taken != nullptr && *taken == fingerprint(own);
    }
    [[nodiscard]] bool is_end_as_taken() const {
        if (event_.end) return is_as_taken(end_key, *event_.end);
        const auto* taken = origin_.of(end_key);
        return taken == nullptr || origin::is_marked(*taken);
    }
    void put_start(const core::Moment& start) {
        event_.start = start;
        origin_.put(start_key, fingerprint(start));
    }
    /// One that nobody has edited is not edited by that.
    void move_end_along(const core::Moment& start) {
        const auto end = end_moved_along(event_, start);
        if (is_end_as_taken())
            put_end(end ? &*end : nullptr);
        else
            event_.end = end;
    }
    void put_end(const core::Moment* end) {
        event_.end.reset();
        if (end == nullptr) return origin_.erase(end_key);
        event_.end = *end;
        origin_.put(end_key, fingerprint(*end));
    }

    core::Event event_;
    origin::Origin origin_;
    bool is_calendar_;
};

bool is_of_span(const core::Field& field) {
    return field.key == start_key || field.key == end_key;
}

} // namespace

core::Event updated_event(const core::Event& event, const SourceState& source) {
    auto others = source;
    std::erase_if(others.fields, is_of_span);
    auto now = core::from_fields<core::Event>(updated(core::to_fields(event), others)).record;
    const auto* start = moment_in(source.fields, start_key);
    if (start == nullptr) return now;
    others.former_key.clear(); // It has the new one by now.
    return Span(std::move(now), others).following(*start, moment_in(source.fields, end_key));
}

bool is_closed_otherwise(const core::Followup& said, const core::Followup& known) {
    return (said.done && known.dropped) || (said.dropped && known.done);
}

void join_keys(core::Event& restored, const core::Event& there, const core::Fields& said, bool) {
    const auto* start = moment_in(said, start_key);
    if (start == nullptr)
        restored.end = there.end;
    else if (moment_in(said, end_key) == nullptr && *start != there.start)
        restored.end = end_moved_along(there, *start);
}

void join_keys(core::Followup& restored, const core::Followup& there, const core::Fields& said, bool is_said) {
    if (!restored.done || !restored.dropped) return;
    const bool is_done = is_said ? there.done.has_value() : moment_in(said, "done") != nullptr;
    (is_done ? restored.dropped : restored.done).reset();
}

} // namespace kith::exchange
