// Reading a file that should be a plain one, whatever stands there.
#pragma once

#include <optional>
#include <string>

namespace kith::system {

/// The whole content, or nothing where there is no such file. A core::Failure where it is no regular file; never waits
/// for a FIFO's writer.
[[nodiscard]] std::optional<std::string> read_regular_file(const std::string& path);

} // namespace kith::system
