// Calendars: series put together, and everything made records.
#include "kith/core/numbers_by_text.hpp"
#include "kith/core/text.hpp"
#include "kith/exchange/readers.hpp"

#include "attendee_name.hpp"
#include "calendar_events.hpp"
#include "calendar_todo.hpp"
#include "event_key.hpp"
#include "matching.hpp"
#include "plain_text.hpp"
#include "record_uid.hpp"
#include "refusal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <deque>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace kith::exchange {
namespace {

/// Which entries stand for one recurrence of which UID.
using Replacing = std::unordered_map<std::string, std::vector<const CalendarComponent*>>;

/// Of what 'kith export' makes of follow-ups and birthdays what brings it back: as entries they would be there a second
/// time.
Skipped left_to_json(const CalendarComponent& entry) {
    constexpr std::string_view followups = "follow-ups are from a calendar of kith's own; its JSON brings them back";
    constexpr std::string_view birthdays =
        "birthdays are from a calendar of kith's own; its JSON and vCards bring them back";
    const bool is_birthday = own_entry_of_uid(entry.uid) == OwnEntry::birthday;
    const std::string_view way_back =
        is_birthday ? "its JSON and vCards bring birthdays back" : "its JSON brings follow-ups back";
    return {entry.line, fmt::format("{} is from a calendar of kith's own; {}", entry.summary, way_back), false,
            is_birthday ? birthdays : followups};
}

std::string name_of(const CalendarComponent& entry) {
    if (!entry.summary.empty()) return entry.summary;
    return entry.is_event ? "an event" : "a to-do";
}

/// One of which the journal may have the follow-up.
bool is_cancelled_todo(const CalendarComponent& entry) {
    return !entry.is_event && entry.status == "CANCELLED" && !entry.uid.empty() && !entry.replaces;
}

class CalendarReader {
  public:
    CalendarReader(CalendarFile file, const ReadOptions& options, const FindFunction& find, const FindZone& find_zone)
        : file_(std::move(file)), options_(options), library_(find),
          zones_(library_, find_zone, file_.zones, options.time_zone), events_(library_, zones_, options_) {
        batch_.from = "ics";
        batch_.skipped = file_.skipped;
        batch_.passed_over = file_.passed_over.in_words();
        batch_.encoding = file_.encoding;
        for (const auto& address : options_.own_addresses) file_.owners.insert(core::fold(address));
    }

    Batch read() {
        tell_unknown_zones();
        drop_earlier_versions();
        for (auto entries = std::exchange(file_.entries, {}); !entries.empty(); entries.pop_front()) {
            auto& entry = entries.front();
            entry.uid = unmistakable(std::move(entry.uid));
            if (entry.replaces)
                replacing_[entry.uid].push_back(&kept_.emplace_back(std::move(entry)));
            else
                file_.entries.push_back(std::move(entry));
        }
        for (; !file_.entries.empty(); file_.entries.pop_front())
            if (const auto& entry = file_.entries.front(); is_to_be_read(entry)) take(entry);
        for (const auto& entry : kept_)
            if (is_to_be_read(entry)) take(entry);
        batch_.is_whole = file_.is_whole && !file_.is_cut_off;
        std::erase_if(batch_.series, [this](const EventSeries& series) { return not_whole_.contains(series.uid); });
        return std::move(batch_);
    }

  private:
    void tell_unknown_zones() {
        for (const auto& [zone, line] : file_.zone_lines)
            if (zones_.find(zone) == nullptr)
                batch_.skipped.push_back(
                    noted(line, fmt::format("the time zone '{}' is not known: its times are taken as local", zone)));
    }

    /// Where one of an entry has a higher number.
    void drop_earlier_versions() {
        core::NumbersByText latest;
        const auto sequence_of = [](const auto& entry) { return static_cast<std::uint32_t>(entry.sequence); };
        for (const auto& entry : file_.entries)
            if (!entry.uid.empty()) {
                auto* const sequence = latest.try_emplace(spot_of(entry), 0).first;
                *sequence = std::max(*sequence, sequence_of(entry));
            }
        std::erase_if(file_.entries, [&](const CalendarComponent& entry) {
            const bool is_latest = entry.uid.empty() || sequence_of(entry) >= *latest.find(spot_of(entry));
            if (!is_latest) skip(entry, "an earlier version of " + name_of(entry));
            return !is_latest;
        });
    }

    /// What two versions of one entry have in common.
    std::string spot_of(const CalendarComponent& entry) {
        std::string spot = (entry.is_event ? "event " : "to-do ") + entry.uid;
        if (const auto& replaced = entry.replaces)
            spot += "\n" + core::to_text(zones_.on_the_wall(replaced->moment, zones_.zone_of(*replaced)));
        return spot;
    }

    void skip(const CalendarComponent& entry, std::string reason) {
        batch_.skipped.push_back({entry.line, std::move(reason)});
    }

    bool is_to_be_read(const CalendarComponent& entry) {
        const auto problem = problem_of(entry);
        const bool is_own = own_entry_of_uid(entry.uid) != OwnEntry::none && !is_cancelled_todo(entry);
        if (!problem.empty())
            skip(entry, problem);
        else if (is_own)
            batch_.skipped.push_back(left_to_json(entry));
        return problem.empty() && !is_own;
    }

    /// Why an entry is not read; empty where it is.
    std::string problem_of(const CalendarComponent& entry) {
        if (file_.is_cut_off && entry.is_event && (recurs(entry) || entry.replaces))
            return name_of(entry) + " recurs, and what changes its days may have been cut off";
        if (is_cancelled_todo(entry)) return {};
        if (entry.status == "CANCELLED") return cancel(entry);
        if (entry.is_event && !entry.start) {
            if (!options_.skips_broken) refuse(entry.line, "this event has no start");
            not_whole_.insert(entry.uid);
            return "this event has no start";
        }
        if (entry.summary.empty()) {
            not_whole_.insert(entry.uid);
            return entry.is_event ? "an event without a name" : "a to-do without a text";
        }
        return {};
    }

    std::string cancel(const CalendarComponent& entry) {
        const auto name = name_of(entry);
        if (entry.is_event && !entry.uid.empty())
            batch_.series.push_back({entry.replaces ? events_.replaced_key(entry) : entry.uid, core::all_days,
                                     entry.line, start_of_one(entry)});
        if (!entry.replaces) return name + " is cancelled";
        const auto day = zones_.on_the_wall(entry.replaces->moment, zones_.zone_of(*entry.replaces)).date;
        if (!entry.is_from_then_on) return fmt::format("{} is cancelled on {}", name, core::to_text(day));
        if (entry.is_event && !entry.uid.empty() && is_without_series(entry))
            batch_.series.push_back({entry.uid, {day, core::all_days.to}, entry.line});
        return fmt::format("{} is cancelled from {} on", name, core::to_text(day));
    }

    /// When an entry starts that is neither a series nor one day of one.
    std::optional<core::Moment> start_of_one(const CalendarComponent& entry) {
        if (entry.replaces || recurs(entry) || !entry.start) return std::nullopt;
        return zones_.on_the_wall(entry.start->moment, zones_.zone_of(*entry.start));
    }

    /// A to-do that is to be done no more, dropped on the day on which it was last changed, or today.
    void take_cancelled(const CalendarComponent& entry) {
        Incoming<core::Followup> todo;
        todo.line = entry.line;
        todo.key = entry.uid;
        todo.record.note = name_of(entry);
        todo.record.dropped = options_.today;
        if (const auto& changed = entry.changed)
            todo.record.dropped =
                std::min(options_.today, zones_.on_the_wall(changed->moment, zones_.zone_of(*changed)).date);
        batch_.followups.push_back(std::move(todo));
    }

    void take(const CalendarComponent& entry) {
        if (!entry.is_event) {
            if (is_cancelled_todo(entry)) return take_cancelled(entry);
            if (entry.replaces) return skip(entry, "one day of the to-do " + entry.summary + ", which repeats");
            if (auto followup = followup_of(entry, zones_, batch_.skipped)) {
                if (entry.uid.empty()) number(followup->key);
                if (!entry.uid.empty() && !todos_.try_emplace(followup->key, 0).second) {
                    followup->key += "/" + core::to_text(followup->record.due);
                    if (!todos_.try_emplace(followup->key, 0).second)
                        return skip(entry, entry.summary + ", which has the UID and the day of a to-do before it");
                }
                auto& done = followup->record.done;
                if (done) done = std::min(*done, options_.today); // Its day may only be known from when it is due.
                batch_.followups.push_back(std::move(*followup));
            }
            return;
        }
        const auto before = batch_.events.size();
        if (entry.replaces)
            take_replacement(entry);
        else
            take_all_of(entry);
        if (batch_.events.size() == before) return;
        if (auto problem = events_.end_problem(entry)) batch_.skipped.push_back(std::move(*problem));
        offer(entry.attendees);
    }

    void take_replacement(const CalendarComponent& entry) {
        auto [event, is_asked] = events_.replacement(entry);
        if (is_asked)
            batch_.events.push_back(std::move(event));
        else
            batch_.not_asked.push_back(std::move(event.key));
        if (entry.is_from_then_on && is_without_series(entry))
            batch_.skipped.push_back(noted(
                entry.line, fmt::format("{} comes in without the days after it that it changes, for the file has no "
                                        "series of them",
                                        entry.summary)));
    }

    /// Once those that are not replaced were read.
    bool is_without_series(const CalendarComponent& entry) const {
        return entry.uid.empty() || replacing_.contains(entry.uid);
    }

    void take_all_of(const CalendarComponent& entry) {
        // Where several series have a UID, the first has what is replaced.
        const auto replacing = entry.uid.empty() ? Replacing::node_type() : replacing_.extract(entry.uid);
        auto [events, series, not_asked] = events_.events_of(
            entry, replacing.empty() ? std::vector<const CalendarComponent*>{} : replacing.mapped(), batch_.skipped);
        std::ranges::move(not_asked, std::back_inserter(batch_.not_asked));
        if (series)
            batch_.series.push_back({entry.uid, *series});
        else if (recurs(entry))
            not_whole_.insert(entry.uid);
        for (auto& event : events) {
            if (entry.uid.empty()) number(event.key);
            if (entry.uid.empty() || recurs(entry) || is_first_of_uid(event)) batch_.events.push_back(std::move(event));
        }
    }

    /// Whether it is to be taken: another event with the UID of one before gets a key of its own, the same one is none.
    bool is_first_of_uid(Incoming<core::Event>& event) {
        const auto number = static_cast<std::uint32_t>(batch_.events.size());
        const auto is_same = [&](std::uint32_t before) {
            return std::as_const(batch_.events)[before].record == event.record;
        };
        if (const auto [first, is_new] = by_uid_.try_emplace(event.key, number); is_new || is_same(*first))
            return is_new;
        event.key += "/" + core::to_text(event.record.start);
        const auto [second, is_new] = by_uid_.try_emplace(event.key, number);
        if (!is_new && !is_same(*second))
            batch_.skipped.push_back(
                {event.line, event.record.name + ", which has the UID, the day and the time of an event before it"});
        return is_new;
    }

    void offer(const std::vector<Attendee>& attendees) {
        for (const auto& attendee : attendees) {
            if (is_owner(attendee.email)) continue;
            IncomingPerson person;
            person.key = attendee.email.empty() ? attendee.name : lower(attendee.email);
            if (person.key.empty()) continue;
            person.record.name = spoken_name(attendee.name);
            if (person.record.name.empty()) person.record.name = attendee.email;
            person.record.email = attendee.email;
            if (!attendee.email.empty()) person.emails.push_back(attendee.email);
            person.line = attendee.line;
            person.is_offered = true;
            if (!is_offered(person)) {
                offered_[person.key].push_back(batch_.people.size());
                batch_.people.push_back(person);
            }
        }
    }

    [[nodiscard]] bool is_owner(std::string_view email) const {
        return !file_.owners.empty() && file_.owners.contains(core::fold(email));
    }

    /// Whether somebody is there already, who then has the name where there was only the address. A mailbox may be of
    /// several.
    bool is_offered(const IncomingPerson& person) {
        const auto& all = offered_[person.key];
        for (const auto number : all) {
            auto known = std::as_const(batch_.people)[number];
            if (!names_agree(known.record, person.record)) continue;
            if (is_address(known.record.name) && !is_address(person.record.name)) {
                known.record.name = person.record.name;
                batch_.people.set(number, known);
            }
            return true;
        }
        return all.size() >= most_who_share; // The address of a list, of which not each is compared with each.
    }

    /// Of entries without a UID that have the same name and day the second is another one.
    void number(std::string& key) {
        if (const int count = ++keys_[key]; count > 1) key += fmt::format(" {}", count);
    }

    CalendarFile file_;
    const ReadOptions& options_;
    Libical library_;
    CalendarZones zones_;
    CalendarEvents events_;
    std::deque<CalendarComponent> kept_; ///< Those that stand for one of a series.
    Replacing replacing_;
    std::unordered_set<std::string> not_whole_; ///< UIDs of entries not all of whose days could be read.
    core::NumbersByText todos_;                 ///< The keys that they had so far.
    core::NumbersByText by_uid_;                ///< The first event with each, where it does not recur.
    std::unordered_map<std::string, int> keys_; ///< How many entries without a UID had each.
    std::unordered_map<std::string, std::vector<std::size_t>> offered_; ///< By key, their places among the people.
    Batch batch_;
};

} // namespace

Batch read_ics(const Pull& pull, const ReadOptions& options, const FindFunction& find, const FindZone& find_zone) {
    return CalendarReader(read_entries(pull, options.skips_broken), options, find, find_zone).read();
}

} // namespace kith::exchange
