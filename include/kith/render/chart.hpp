// Charts of a single line of text.
#pragma once

#include "kith/render/style.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace kith::render {

/// `value` of `maximum` as a bar of at most `width` columns, in eighths of a block; in ASCII of `#`.
[[nodiscard]] std::string bar(double value, double maximum, std::size_t width, Signs signs = Signs::unicode);
/// One block a value, or one of `_.:-=+*#`, scaled to the largest.
[[nodiscard]] std::string sparkline(const std::vector<int>& values, Signs signs = Signs::unicode);

} // namespace kith::render
