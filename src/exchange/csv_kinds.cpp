#include "csv_kinds.hpp"

#include "kith/core/records.hpp"

#include <initializer_list>

namespace kith::exchange {
namespace {

std::vector<std::string_view> keys_of_people() {
    auto keys = core::keys_of<core::Person>();
    keys.insert(keys.end(), {"first_name", "middle_name", "last_name", "phone", "website"});
    return keys;
}

/// The keys of the record, and those of columns that only say more of a day.
template<class Record> std::vector<std::string_view> with_times(std::initializer_list<std::string_view> times) {
    auto keys = core::keys_of<Record>();
    keys.insert(keys.end(), times);
    return keys;
}

} // namespace

const std::array<Kind, 4>& kinds() {
    static const std::array<Kind, 4> all{
        Kind{TableOf::people,
             "a person",
             "people",
             keys_of_people(),
             names_for_people,
             {{{"name", "first_name", "last_name", "email"}, "a name or an e-mail"}},
             {"email", "phone", "website", "aliases", "groups", "note"},
             "name"},
        Kind{TableOf::entries,
             "an entry",
             "entries of the log",
             with_times<core::Interaction>({"time"}),
             names_for_entries,
             {{{"date"}, "the day"}, {{"with", "note"}, "with whom it was, or a note"}},
             {"with", "tags", "note"},
             "with"},
        Kind{TableOf::events,
             "an event",
             "events",
             with_times<core::Event>({"start_time", "end_time", "all_day"}),
             names_for_events,
             {{{"start"}, "the first day"}, {{"name"}, "the event's name"}},
             {"met", "tags", "note"},
             "met"},
        Kind{TableOf::followups,
             "a follow-up",
             "follow-ups",
             with_times<core::Followup>({"time"}),
             names_for_followups,
             {{{"due"}, "the day it is due"}, {{"with", "note"}, "with whom it is, or a note"}},
             {"with", "note"},
             "with"},
    };
    return all;
}

} // namespace kith::exchange
