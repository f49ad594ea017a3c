// toml++'s reasons in words for people who do not know its parser.
#pragma once

#include <string>
#include <string_view>

namespace kith::store {

/// `Error while parsing date: expected ...` as `expected ...`, and the frequent ones said anew.
[[nodiscard]] std::string short_reason(std::string_view description);

} // namespace kith::store
