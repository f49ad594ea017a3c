#include "written_text.hpp"

#include <algorithm>
#include <cstddef>
#include <variant>
#include <vector>

namespace kith::exchange {
namespace {

/// What begins a text: so many bytes, and what is written for them.
struct Sign {
    std::size_t length = 1;
    std::string_view written;
};

Sign sign_of(std::string_view text) {
    const auto byte = static_cast<unsigned char>(text.front());
    const auto second = text.size() > 1 ? static_cast<unsigned char>(text[1]) : 0;
    if (byte == '\r') return {second == '\n' ? std::size_t{2} : std::size_t{1}, "\n"};
    if (byte == 0xC2 && second >= 0x80 && second <= 0x9F) return {2, second == 0x85 ? "\n" : ""};
    if (text.starts_with("\xE2\x80\xA8") || text.starts_with("\xE2\x80\xA9")) return {3, "\n"};
    const bool is_control = (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F;
    return {1, is_control ? std::string_view{} : text.substr(0, 1)};
}

} // namespace

std::string without_controls(std::string_view text) {
    std::string written;
    written.reserve(text.size());
    while (!text.empty()) {
        const auto sign = sign_of(text);
        written += sign.written;
        text.remove_prefix(sign.length);
    }
    return written;
}

core::Value value_without_controls(core::Value value) {
    const auto clean = [](std::string& text) { text = without_controls(text); };
    if (auto* text = std::get_if<std::string>(&value)) clean(*text);
    if (auto* texts = std::get_if<std::vector<std::string>>(&value)) std::ranges::for_each(*texts, clean);
    if (auto* table = std::get_if<core::TextTable>(&value))
        for (auto& [key, text] : *table) clean(key), clean(text);
    return value;
}

} // namespace kith::exchange
