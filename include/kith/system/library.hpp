// The door to libraries that are loaded only when they are wanted, so that starting kith costs nothing for them.
#pragma once

#include <functional>
#include <string>

namespace kith::system {

/// Loads a shared library by its name (`libical.so.3`) where the system finds such; it stays until the program ends.
/// The function gives the address of one of its functions, nullptr where it has none by that name. A core::Failure of
/// kind io where there is no such library; `package` is where it comes from.
[[nodiscard]] std::function<void*(const char*)> load_library(const std::string& name, const std::string& package);

} // namespace kith::system
