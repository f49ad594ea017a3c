#include "written_line.hpp"

#include "written_text.hpp"

#include <algorithm>
#include <cstddef>

namespace kith::exchange {
namespace {

constexpr std::size_t most_bytes = 75; // Of a line, without its end.

/// A quote cannot stand in a parameter's value, whatever is done to it.
std::string parameter_value(std::string_view text) {
    auto value = without_controls(text);
    std::ranges::replace(value, '\n', ' ');
    std::ranges::replace(value, '"', '\'');
    return value.find_first_of(":;,") == std::string::npos ? value : '"' + value + '"';
}

/// The most of the text that fits in so many bytes and ends with a whole character.
std::string_view head(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    const auto goes_on = [&text](std::size_t at) { return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U; };
    std::size_t end = most;
    while (end > 0 && goes_on(end)) --end;
    return text.substr(0, end > 0 ? end : most); // Without a character's begin it is no UTF-8 anyway.
}

std::string folded(std::string_view line) {
    std::string text;
    auto part = head(line, most_bytes);
    while (part.size() < line.size()) {
        text.append(part).append("\r\n ");
        line.remove_prefix(part.size());
        part = head(line, most_bytes - 1);
    }
    return text.append(part).append("\r\n");
}

} // namespace

std::string escape_value(std::string_view text) {
    std::string value;
    for (const char sign : without_controls(text)) {
        if (sign == '\\' || sign == ',' || sign == ';') value += '\\';
        if (sign == '\n')
            value += "\\n";
        else
            value += sign;
    }
    return value;
}

std::string escape_values(std::span<const std::string> texts) {
    std::string value;
    for (const auto& text : texts) value.append(value.empty() ? "" : ",").append(escape_value(text));
    return value;
}

std::string address_value(std::string_view text) {
    auto value = without_controls(text);
    std::erase_if(value, [](char sign) { return sign == '\n' || sign == '\t' || sign == ' '; });
    return value;
}

std::string written_line(std::string_view name, std::string_view value, const Parameters& parameters) {
    std::string line(name);
    for (const auto& [key, text] : parameters) line.append(";").append(key).append("=").append(parameter_value(text));
    return folded(line.append(":").append(value));
}

std::string line_if_any(std::string_view name, std::string_view value, const Parameters& parameters) {
    return value.empty() ? std::string{} : written_line(name, value, parameters);
}

} // namespace kith::exchange
