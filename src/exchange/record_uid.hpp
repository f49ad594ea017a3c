// What a record is called in the files of other programs: the same in each export, so that they know it again.
#pragma once

#include "kith/core/journal.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kith::exchange {

// `kith-person-ana-souza`. A record without an id is called by what it holds.
[[nodiscard]] std::string uid_of(const core::Person& person);
[[nodiscard]] std::string uid_of(const core::Event& event);
/// Of a computed one `kith-cadence-ana-souza` and `kith-birthday-ana-souza`.
[[nodiscard]] std::string uid_of(const core::Followup& followup);
[[nodiscard]] std::string birthday_uid(const core::Person& person);

// The id in such a name, on its way back; nothing where the name is another program's.
[[nodiscard]] std::optional<core::PersonId> person_of_uid(std::string_view uid);
[[nodiscard]] std::optional<core::EventId> event_of_uid(std::string_view uid);

/// What kith itself writes into calendars beside events.
enum class OwnEntry { none, followup, birthday };

/// Which of these a name is of; an event's is of none.
[[nodiscard]] OwnEntry own_entry_of_uid(std::string_view uid);

/// Whether an entry of a calendar was written by kith.
[[nodiscard]] bool is_written_by_kith(std::string_view uid);

} // namespace kith::exchange
