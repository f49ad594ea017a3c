// Reading a file piece by piece.
#pragma once

#include "kith/system/files.hpp"

#include <memory>
#include <string>

namespace kith::system {

/// As Files::open.
[[nodiscard]] std::unique_ptr<OpenFile> open_for_reading(const std::string& path);

} // namespace kith::system
