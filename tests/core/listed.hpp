// A table of texts that reads as one: `today | 22 nov`, in as many lines as it takes.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace kith::core {

/// What stands between bars and line breaks, without the blanks around it.
[[nodiscard]] inline std::vector<std::string> listed(std::string_view table) {
    constexpr std::string_view blanks = " \t";
    std::vector<std::string> texts;
    while (!table.empty()) {
        const auto end = std::min(table.find_first_of("|\n"), table.size());
        const auto text = table.substr(0, end);
        const auto first = text.find_first_not_of(blanks);
        if (first != std::string_view::npos)
            texts.emplace_back(text.substr(first, text.find_last_not_of(blanks) + 1 - first));
        table.remove_prefix(std::min(end + 1, table.size()));
    }
    return texts;
}

} // namespace kith::core
