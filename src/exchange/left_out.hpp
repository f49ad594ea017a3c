// How it is told that a person comes in without a value that cannot be read.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace kith::exchange {

/// `Ana Souza comes in without the birthday 'soon': it is no date`; of a row without a name only what is wrong.
[[nodiscard]] inline std::string comes_without(std::string_view name, std::string_view value_and_reason) {
    return name.empty() ? std::string(value_and_reason)
                        : fmt::format("{} comes in without the {}", name, value_and_reason);
}

} // namespace kith::exchange
