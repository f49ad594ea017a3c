// The log for figures: what a report counts of months or years of it, read in one go and without the rest.
#pragma once

#include "kith/core/calendar.hpp"
#include "kith/core/contacts.hpp"
#include "kith/store/journal_store.hpp"
#include "kith/store/second_reader.hpp"

#include <vector>

namespace kith::store {

struct LogQuestion {
    core::DateRange days;
    core::Date named_from; ///< From here on, at most to `whole_from`, who is named is counted too.
    core::Date whole_from; ///< From here on more is counted of an entry than its day and its mode.
    std::vector<core::PersonId> wanted;
    core::Date as_of; ///< Among the days.
};

struct LogToCount {
    /// As JournalStore::interactions of the days from `whole_from` on, but tags, notes, addresses and what they close
    /// may be left out.
    std::vector<core::Interaction> interactions;
    /// The days before, in no order.
    std::vector<core::CountedEntry> earlier;
    std::vector<core::PersonId> named; ///< In these, from `named_from` on: again where they are named again.
    /// Of those wanted, from a day on: JournalStore::contacts_before that day has the rest. Of a contact there may be
    /// its day alone.
    core::Contacts contacts;
    core::Date contacts_from;
};

/// The second reader takes the older half of the months as its last task, of the one in the middle a part.
[[nodiscard]] LogToCount log_to_count(JournalStore& journal, const LogQuestion& question, SecondReader& second);

} // namespace kith::store
