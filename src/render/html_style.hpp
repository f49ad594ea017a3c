// The looks of the report's page, light and dark.
#pragma once

#include <string_view>

namespace kith::render {

/// The style sheet. The two sides of the balance are blue and orange, which everybody can tell apart, and their labels
/// say which is which.
[[nodiscard]] std::string_view style_sheet();

} // namespace kith::render
