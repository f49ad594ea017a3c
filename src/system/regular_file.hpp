// Reading a file that should be a plain one, whatever stands there.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kith::system {

/// The whole content, which is kept in `room`, or nothing where there is no such file. A core::Failure where it is no
/// regular file; never waits for a FIFO's writer.
[[nodiscard]] std::optional<std::string_view> read_regular_file(const std::string& path, std::string& room);

} // namespace kith::system
