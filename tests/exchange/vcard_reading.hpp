// Cards for tests of how they are read.
#pragma once

#include "reading.hpp"

#include <string>

namespace kith::test {

/// A card of Ana Souza, in version 3.0.
[[nodiscard]] std::string card_with(const std::string& lines);
[[nodiscard]] core::Person person_with(const std::string& lines);

} // namespace kith::test
