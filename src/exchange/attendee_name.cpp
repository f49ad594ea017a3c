#include "attendee_name.hpp"

#include "kith/core/text.hpp"

#include "personal_name.hpp"

#include <fmt/format.h>

namespace kith::exchange {
namespace {

bool has_letters(std::string_view text) {
    return core::slug(text).find_first_not_of("0123456789-") != std::string::npos;
}

/// Without quotes around it.
std::string_view unquoted(std::string_view text) {
    text = core::trim(text);
    while (text.size() > 1 && text.front() == text.back() && (text.front() == '\'' || text.front() == '"'))
        text = core::trim(text.substr(1, text.size() - 2));
    return text;
}

/// Without the brackets behind it: `Ana Souza` of `Ana Souza (EXT)`.
std::string_view without_brackets(std::string_view text) {
    while (text.ends_with(')') || text.ends_with(']')) {
        const auto begin = text.rfind(text.back() == ')' ? '(' : '[');
        if (begin == text.npos || !has_letters(text.substr(0, begin))) break;
        text = core::trim(text.substr(0, begin));
    }
    return text;
}

} // namespace

std::string spoken_name(std::string_view written) {
    const auto name = without_brackets(unquoted(written));
    const auto comma = name.find(',');
    if (comma == name.npos) return std::string(name);
    const auto family = without_brackets(core::trim(name.substr(0, comma)));
    return given_first(fmt::format("{}{}", family, name.substr(comma)), 2).value_or(std::string(name));
}

} // namespace kith::exchange
