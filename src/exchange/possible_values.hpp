// Which values a key of kith's own files cannot have, as 'kith check' has it.
#pragma once

#include "kith/core/records.hpp"

#include <optional>
#include <string_view>

namespace kith::exchange {

/// The first key of a record of this kind (`person`) that holds a text which means nothing there: a birthday that is no
/// day, a status that is none, an id that no command line could name.
[[nodiscard]] std::optional<core::FieldProblem> impossible_in(std::string_view kind, const core::Fields& fields);

} // namespace kith::exchange
