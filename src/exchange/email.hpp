// What is an e-mail address.
#pragma once

#include <string_view>

namespace kith::exchange {

/// Whether something stands before and after an `@`, and no blank in it.
[[nodiscard]] inline bool is_email(std::string_view text) {
    const auto at = text.find('@');
    return at != text.npos && at > 0 && at + 1 < text.size() && text.find(' ') == text.npos;
}

} // namespace kith::exchange
