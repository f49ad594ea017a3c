// What the system refused, as a failure in words.
#pragma once

#include <cerrno>
#include <string>
#include <string_view>

namespace kith::system {

/// `cannot VERB NAME: REASON` as a core::Failure of kind io.
[[noreturn]] void refuse(std::string_view verb, std::string_view name, std::string_view reason, std::string hint = {});

/// The same with the reason and, for a write, the hint that belong to an error number.
[[noreturn]] void refuse(std::string_view verb, std::string_view name, int error);

} // namespace kith::system
