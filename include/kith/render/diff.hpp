// What a change would do to a file, as a unified diff.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace kith::render {

/// `--- a/NAME` (`/dev/null` where `before` is null: a file that is not there yet), `+++ b/NAME` (`/dev/null` where
/// there is nothing after: a file that goes) and the hunks; empty where nothing differs. Lines are escaped for the
/// terminal but for tabs and their ends.
[[nodiscard]] std::string unified_diff(std::string_view name, const std::string* before,
                                       std::optional<std::string_view> after);

/// The same in pieces, for a file that is new and so long that its lines should not be in memory twice.
void unified_diff(std::string_view name, const std::string* before, std::optional<std::string_view> after,
                  const std::function<void(std::string_view)>& put);

} // namespace kith::render
