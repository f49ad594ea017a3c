// One text among the fields of a record.
#pragma once

#include "kith/core/fields.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <variant>

namespace kith::core {

/// The text under a key; nullptr where there is none, or something else than a text.
[[nodiscard]] inline const std::string* find_text(const Fields& fields, std::string_view key) {
    const auto found = std::ranges::find(fields, key, &Field::key);
    return found == fields.end() ? nullptr : std::get_if<std::string>(&found->value);
}

/// The same, empty where there is none.
[[nodiscard]] inline std::string text_of(const Fields& fields, std::string_view key) {
    const auto* text = find_text(fields, key);
    return text == nullptr ? std::string() : *text;
}

} // namespace kith::core
