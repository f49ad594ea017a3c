#include "git_output.hpp"

#include <algorithm>

namespace kith::store {
namespace {

/// What follows the `count`-th blank; empty where there are fewer.
std::string_view after_blanks(std::string_view text, int count) {
    for (; count > 0; --count) {
        const auto blank = text.find(' ');
        if (blank == std::string_view::npos) return {};
        text.remove_prefix(blank + 1);
    }
    return text;
}

} // namespace

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find(separator), text.size());
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::vector<StatusEntry> read_status(std::string_view output) {
    std::vector<StatusEntry> entries;
    for (const auto& line : split(output, '\0')) {
        if (line.size() < 3) continue;
        // How many words stand before the path.
        const int before = line[0] == '1' ? 8 : line[0] == 'u' ? 10 : line[0] == '?' ? 1 : 0;
        if (before > 0) entries.push_back({line[0], std::string(after_blanks(line, before))});
    }
    return entries;
}

std::vector<Stage> read_stages(std::string_view output) {
    std::vector<Stage> stages;
    for (const auto& line : split(output, '\0')) {
        const auto tab = line.find('\t');
        const auto words = split(line.substr(0, tab), ' ');
        if (tab == std::string::npos || words.size() != 3 || words[2].size() != 1) continue;
        stages.push_back({words[1], words[2][0], line.substr(tab + 1)});
    }
    return stages;
}

} // namespace kith::store
