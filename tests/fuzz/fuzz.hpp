// What the targets share: how a property that does not hold ends the run, and an input that is several texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace kith::test {

/// Ends the program with what broke a property; nothing happens where it is empty.
inline void require_holds(const std::string& broken) {
    if (broken.empty()) return;
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
}

inline void require(bool holds, const char* property, std::string_view shown = {}) {
    if (!holds) require_holds(std::string(property) + ": " + std::string(shown));
}

[[nodiscard]] inline std::string text_of(const std::uint8_t* data, std::size_t size) {
    return {data, data + size};
}

/// The texts between the lines that are `%%`.
[[nodiscard]] inline std::vector<std::string> parts_of(std::string_view text) {
    constexpr std::string_view separator = "%%\n";
    std::vector<std::string> parts(1);
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n') == text.npos ? text.size() : text.find('\n') + 1);
        if (line == separator)
            parts.emplace_back();
        else
            parts.back() += line;
        text.remove_prefix(line.size());
    }
    return parts;
}

} // namespace kith::test
