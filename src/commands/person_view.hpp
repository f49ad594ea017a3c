// People as the lists show them, with when they were last in contact and when they are due.
#pragma once

#include "kith/core/journal.hpp"
#include "kith/render/table.hpp"

#include "filters.hpp"
#include "session.hpp"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace kith::commands {

struct PersonView {
    core::Person person;
    std::shared_ptr<const core::Interaction> last; ///< The last contact; null where there was none.
    std::optional<core::Date> due;                 ///< The earliest of their open follow-ups and their cadence.
};

[[nodiscard]] std::vector<PersonView> views_of(const std::vector<core::Person>& people, Session& session);

/// What a person offers to the filters; those that speak of contacts look at the last one.
[[nodiscard]] Subject subject_of(const PersonView& view, Session& session);

/// All entries with the person, also under ids merged into theirs, oldest first.
[[nodiscard]] std::vector<core::Interaction> interactions_with(const core::Person& person, Session& session);

/// All keys of the record, and `last_contact`, `due`.
[[nodiscard]] core::Fields fields_of(const PersonView& view);
[[nodiscard]] std::vector<std::string_view> person_keys();

/// id, name, groups, cadence, last contact, due; both days also as how far they are from today
[[nodiscard]] render::Row row_of(const PersonView& view, Session& session);

/// `added  ana-souza  Ana Souza  every 3 weeks, mentors`
[[nodiscard]] render::Row confirmation(std::string_view label, const core::Person& person, Session& session);

} // namespace kith::commands
