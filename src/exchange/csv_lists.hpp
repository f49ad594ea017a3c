// People and tags in one cell, as people write them who do not join lists as kith does.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

/// The names between semicolons or commas, and between `&`, `+`, `/` and the words for and of five languages where
/// blanks are around them: `Ana, Bo Li & Cy`. Behind several names one alone after `y` or `e` is no other person's:
/// `José Ortega y Gasset`.
[[nodiscard]] std::vector<std::string> people_in(std::string_view cell);

/// The tags between semicolons or commas, without a hash before them; words that begin with one each are several:
/// `#food #morning`.
[[nodiscard]] std::vector<std::string> tags_in(std::string_view cell);

/// Groups and the like between semicolons or commas, as the journal has them.
[[nodiscard]] std::vector<std::string> labels_in(std::string_view cell);

} // namespace kith::exchange
