#include "csv.hpp"

#include "kith/core/text.hpp"

namespace kith::render {

std::string csv_value(std::string_view text) {
    const auto safe = core::escape_controls(text);
    if (safe.find_first_of(",\"") == std::string::npos) return safe;
    std::string quoted = "\"";
    for (const char byte : safe) {
        if (byte == '"') quoted += '"';
        quoted += byte;
    }
    return quoted + '"';
}

std::string csv_line(const std::vector<std::string>& values) {
    std::string line;
    for (const auto& value : values) {
        if (&value != &values.front()) line += ',';
        line += csv_value(value);
    }
    return line + '\n';
}

} // namespace kith::render
