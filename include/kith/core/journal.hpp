// The records of the journal, as data-format.md describes them: interactions, people, events, follow-ups.
#pragma once

#include "kith/core/date.hpp"
#include "kith/core/fields.hpp"

#include <compare>
#include <optional>
#include <string>
#include <vector>

namespace kith::core {

/// The id of one kind of record; ids of different kinds do not mix.
template<class Of> struct Id {
    std::string text;
    [[nodiscard]] bool empty() const { return text.empty(); }
    friend auto operator<=>(const Id&, const Id&) = default;
};

using PersonId = Id<struct Person>;
using InteractionId = Id<struct Interaction>;
using EventId = Id<struct Event>;
using FollowupId = Id<struct Followup>;
using PostId = Id<struct Post>;

// In all records an empty text, list or table is an absent key. `imported` says which record of which other program
// this one came from: `{ from = "linkedin", key = "in/anasouza" }`, so that bringing it in again finds it.

/// [[person]] in people.toml
struct Person {
    PersonId id;
    std::vector<PersonId> was; ///< Ids merged into this one; they mean this person wherever they stand.
    std::string name;
    std::vector<std::string> aliases;
    std::vector<std::string> groups;
    std::optional<Period> every; ///< Keep in touch at least this often; overrides the groups' cadence.
    std::optional<Period> late;
    std::optional<Date> snoozed_until;
    std::optional<Date> met;
    EventId met_at;
    std::string organisation;
    std::string role;
    std::string city;
    std::string email;
    std::string birthday; ///< `1990-05-02`, or `05-02` without the year.
    TextTable handles;
    std::string note;
    TextTable imported;
    friend bool operator==(const Person&, const Person&) = default;
};

/// [group.NAME] in people.toml
struct Group {
    std::string name;
    std::optional<Period> every;
    std::optional<Period> late;
    friend bool operator==(const Group&, const Group&) = default;
};

/// [[interaction]] in log/YYYY-MM.toml
struct Interaction {
    InteractionId id;
    Moment date;
    std::vector<PersonId> with;
    std::string channel;
    std::string mode; ///< `online` or `in-person`, only where it differs from the channel's own.
    std::string kind;
    std::string by;               ///< `me` or `them`
    std::string help;             ///< `offered`, `asked` or `received`
    std::optional<bool> answered; ///< false is an attempt: counted as effort, never as contact.
    std::optional<int> minutes;
    EventId event;
    std::vector<std::string> tags;
    std::string note;
    std::string url;
    FollowupId closes; ///< The follow-up that this contact closed.
    TextTable imported;
    friend bool operator==(const Interaction&, const Interaction&) = default;
};

/// [[event]] in events/YYYY.toml
struct Event {
    EventId id;
    std::string name;
    Moment start;
    std::optional<Moment> end; ///< The last day, where it is not that of the start.
    std::string place;
    std::string url;
    std::string goal;
    std::string status; ///< `planned` (also where absent), `attended` or `skipped`
    std::vector<PersonId> met;
    std::vector<std::string> tags;
    std::string note;
    TextTable imported;
    friend bool operator==(const Event&, const Event&) = default;
};

/// [[followup]] in followups/YYYY.toml
struct Followup {
    FollowupId id;
    std::optional<Date> created;
    Moment due;
    std::vector<PersonId> with;
    std::string action; ///< `coffee`, `message`, `collaborate`, `introduce`, `share` or `other`
    std::string note;
    EventId event;
    InteractionId origin;
    std::string every; ///< A period, or with a plus (`+2w`) strict from the due date; empty where it does not recur.
    int snoozed = 0;
    std::optional<Date> done;
    std::optional<Date> dropped;
    InteractionId closed_by;
    TextTable imported;
    friend bool operator==(const Followup&, const Followup&) = default;
};

[[nodiscard]] Date first_day(const Event& event);
[[nodiscard]] Date last_day(const Event& event); ///< What ends at midnight ends with the day before.
[[nodiscard]] bool is_attempt(const Interaction& interaction);
[[nodiscard]] bool is_open(const Followup& followup);

/// The values that keys of a closed set may have, in the order of the documentation.
[[nodiscard]] const std::vector<std::string>& interaction_kinds();
[[nodiscard]] const std::vector<std::string>& help_values();
[[nodiscard]] const std::vector<std::string>& followup_actions();
[[nodiscard]] const std::vector<std::string>& event_statuses();

} // namespace kith::core
