// What is due and why, from three sources: follow-ups written down, cadences that have run out, birthdays.
#pragma once

#include "kith/core/contacts.hpp"
#include "kith/core/journal.hpp"
#include "kith/core/people.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kith::core {

enum class Source { written, cadence, birthday };
enum class State { overdue, due, upcoming, closed };

[[nodiscard]] std::string_view to_text(Source source);
[[nodiscard]] std::string_view to_text(State state);

struct AgendaItem {
    /// The record as it is stored; for a computed item one with the id `@person` (a birthday's `@person/birthday`),
    /// `with`, `due` and `every`.
    Followup followup;
    Source source = Source::written;
    State state = State::upcoming;
    std::string why;
    LastContact last;   ///< Of the first person concerned.
    double urgency = 0; ///< Days past due; of a cadence, in lengths of its period. Negative before the day.
};

/// Birthdays are shown this many days before and after.
inline constexpr int birthday_days = 7;

/// The agenda of a day.
struct Agenda {
    const People& people;
    Date today;

    /// Whose last contact must be known for the computed items: everyone with a cadence or a birthday about now.
    [[nodiscard]] std::vector<PersonId> concerned() const;

    /// Everything not closed, the most pressing first: by state (overdue, due, upcoming), then by urgency (upcoming: by
    /// day), then by day and id. A written follow-up for a person hides that person's cadence until it is closed.
    [[nodiscard]] std::vector<AgendaItem> open(const std::vector<Followup>& followups, const Contacts& contacts) const;

    /// Somebody with a cadence.
    struct ToReconnect {
        const Person* person;
        People::Cadence cadence;
    };
    /// Those whose cadence no written follow-up hides, with the follow-ups as they stood at the end of the day.
    [[nodiscard]] std::vector<ToReconnect> to_reconnect(const std::vector<Followup>& followups) const;
    /// The same in two steps, where the follow-ups come later: everyone with a cadence, and without those for whom an
    /// open follow-up is written.
    [[nodiscard]] std::vector<ToReconnect> cadences() const;
    void leave_out_written(std::vector<ToReconnect>& all, const std::vector<Followup>& followups) const;
    /// The cadences of `open` that have run out, in its order: of those whom to_reconnect gives, by their contacts.
    [[nodiscard]] std::vector<AgendaItem> reconnect(const std::vector<ToReconnect>& all,
                                                    const Contacts& contacts) const;

    /// The closed ones among `followups`, by the day they were closed.
    [[nodiscard]] std::vector<AgendaItem> closed(const std::vector<Followup>& followups,
                                                 const Contacts& contacts) const;
};

/// Whether a follow-up was written down and not closed at the end of a day.
[[nodiscard]] bool was_open_on(const Followup& followup, Date day);

/// Whether `followup list --due` shows it: overdue, due today, or a birthday that is near.
[[nodiscard]] bool is_pressing(const AgendaItem& item);

/// The next day at or after `from` on which a birthday (`1990-05-02`, `05-02`) is kept; 29 February is kept on 28
/// February in common years. Nothing where the text is no birthday.
[[nodiscard]] std::optional<Date> next_birthday(std::string_view birthday, Date from);

/// The day of the birthday that today is near to, at most birthday_days away; nothing where none is.
[[nodiscard]] std::optional<Date> birthday_near(const Person& person, Date today);

/// When a recurring follow-up that was closed on `closed` is due again: `every` counts from there; with a plus, from
/// the due date in whole steps until it is after `closed`. Never before `today`: a contact that is written down late
/// does not make the next one late. Nothing where it does not recur.
[[nodiscard]] std::optional<Date> next_due(const Followup& followup, Date closed, Date today);

/// The id of the follow-up that comes after a recurring one: derived from it, so that the same one closed twice has one
/// successor.
[[nodiscard]] FollowupId successor_id(const FollowupId& id);

/// 8 characters of Crockford's base32 from the lowest 40 bits.
[[nodiscard]] std::string id_from_bits(std::uint64_t bits);

} // namespace kith::core
