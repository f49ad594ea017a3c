// How a reader says that a file is not what it should be.
#pragma once

#include <string>

namespace kith::exchange {

/// A Failure of kind bad_data at a line of the file that is read.
[[noreturn]] void refuse(int line, std::string message, std::string hint = {});

} // namespace kith::exchange
