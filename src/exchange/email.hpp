// What is an e-mail address, and whose.
#pragma once

#include <string_view>

namespace kith::exchange {

/// Whether something stands before and after an `@`, and no blank in it.
[[nodiscard]] inline bool is_email(std::string_view text) {
    const auto at = text.find('@');
    return at != text.npos && at > 0 && at + 1 < text.size() && text.find(' ') == text.npos;
}

/// Whether nobody's name is before the `@`, but that of a role or an office, as in `info@acme.example`: those of RFC
/// 2142, and those that are usual.
[[nodiscard]] bool is_role_mailbox(std::string_view email);

} // namespace kith::exchange
