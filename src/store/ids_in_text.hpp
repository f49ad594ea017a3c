// The ids of the records of a file, found as bytes without it being parsed.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace kith::store {

using TakeId = std::function<void(std::string_view id)>;

/// Gives `take` the id of each record of a text as it stands between its quotes, up to the first that does not begin
/// with its header and the line of its id. Where that is; the size of the text where there is none. `kind` is that of
/// the records: `interaction`.
[[nodiscard]] std::size_t each_leading_id(std::string_view text, std::string_view kind, const TakeId& take);

/// The same for ids wherever they stand, and perhaps for what only looks like one within a text.
void each_id(std::string_view text, std::string_view kind, const TakeId& take);

} // namespace kith::store
