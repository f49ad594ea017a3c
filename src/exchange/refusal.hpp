// How a reader says that a file is not what it should be.
#pragma once

#include "kith/core/records.hpp"

#include <string>

namespace kith::exchange {

/// A Failure of kind bad_data at a line of the file that is read.
[[noreturn]] void refuse(int line, std::string message, std::string hint = {});

/// What is wrong with a key, in words: of a date such as 31.02.2026 that there is no such day.
[[nodiscard]] std::string in_words(const core::FieldProblem& problem, const core::Fields& fields);

} // namespace kith::exchange
