// Names of those who are asked to come, as directories of companies write them.
#pragma once

#include <string>
#include <string_view>

namespace kith::exchange {

/// `Ana Souza` of `Souza, Ana`, of `'Ana Souza'` and of `Souza, Ana (EXT)`.
[[nodiscard]] std::string spoken_name(std::string_view written);

} // namespace kith::exchange
