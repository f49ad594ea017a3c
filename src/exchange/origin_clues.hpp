// What a source has said of a record, each value as a clue by which it is found among very many.
#pragma once

#include "kith/exchange/origin.hpp"

#include <string>
#include <vector>

namespace kith::exchange {

/// What the table says of the source with the key.
[[nodiscard]] std::vector<std::string> clues_of(const core::TextTable& imported, const std::string& from,
                                                const std::string& key);

/// What a source says. Where is_as_taken() holds of a table, all of these are among its own.
[[nodiscard]] std::vector<std::string> clues_of(const SourceState& source);

/// Values of a record itself.
[[nodiscard]] std::vector<std::string> clues_of(const core::Fields& fields);

} // namespace kith::exchange
