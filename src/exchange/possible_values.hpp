// Which values a key of an import cannot have, as 'kith check' has it.
#pragma once

#include "kith/core/records.hpp"
#include "kith/core/value_rules.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace kith::exchange {

/// Whether a value that a journal may have of its owner's own will do, such as a kind of entry that is none of kith's:
/// in a file of kith's own it will.
enum class OwnValues { taken, refused };

/// What the key of such a record takes, where the text that it has means nothing there: `online or in-person`. Empty
/// where nothing is wrong.
[[nodiscard]] std::string wanted_instead(std::string_view kind, const core::Field& field, OwnValues own);

/// The first key of a record of this kind (`person`) that holds a text which means nothing there: a birthday that is no
/// day, a status that is none, an id that no command line could name.
[[nodiscard]] std::optional<core::FieldProblem> impossible_in(std::string_view kind, const core::Fields& fields,
                                                              OwnValues own = OwnValues::taken);

/// What two values of the record that the fields make say against each other.
template<class Record>
[[nodiscard]] std::optional<core::FieldProblem> contradiction_in(const Record& record, const core::Fields& fields) {
    auto found = core::contradiction_in(record);
    if (!found) return std::nullopt;
    const auto field = std::ranges::find(fields, found->key, &core::Field::key);
    return core::FieldProblem{std::string(found->key), field->line, std::move(found->message)};
}

} // namespace kith::exchange
