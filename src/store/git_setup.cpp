#include "kith/store/git_setup.hpp"

#include "kith/core/text.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace kith::store {
namespace {

constexpr std::array<std::string_view, 6> attributes{"/people.toml merge=kith",   "/strategy.toml merge=kith",
                                                     "/config.toml merge=kith",   "/log/*.toml merge=kith",
                                                     "/events/*.toml merge=kith", "/followups/*.toml merge=kith"};

/// New files before they take the place of the old ones, and what editors leave.
constexpr std::array<std::string_view, 3> ignored{".*.toml.*", ".*.sw?", "*~"};

std::span<const std::string_view> lines_for(std::string_view file) {
    if (file == attributes_file) return attributes;
    return ignored;
}

/// With one blank between the words.
std::string normalised(std::string_view line) {
    std::vector<std::string> words;
    for (const auto word : core::words(line)) words.emplace_back(word);
    return core::join(words, " ");
}

bool has_line(std::string_view text, std::string_view wanted) {
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (normalised(text.substr(0, end)) == wanted) return true;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return false;
}

bool is_plain_word(std::string_view text) {
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./+@:,";
    return !text.empty() && text.find_first_not_of(plain) == std::string_view::npos;
}

std::string quoted_for_sh(std::string_view text) {
    if (is_plain_word(text)) return std::string(text);
    std::string quoted = "'";
    for (const char character : text) {
        if (character == '\'')
            quoted += "'\\''";
        else
            quoted += character;
    }
    return quoted + "'";
}

} // namespace

std::optional<std::string> with_missing_lines(std::string_view file, const std::optional<std::string>& text) {
    std::string added;
    for (const auto line : lines_for(file))
        if (!text || !has_line(*text, line)) added.append(line).append("\n");
    if (added.empty()) return std::nullopt;
    if (file == attributes_file && (!text || text->find("merge=kith") == std::string::npos))
        added.insert(0, "# kith merges its files by records; 'kith init --git' tells a new clone how.\n");
    if (file == ignore_file && !text) added.insert(0, "# Files that are being written, and what editors leave.\n");
    std::string result = text.value_or("");
    if (!result.empty() && !result.ends_with('\n')) result += '\n';
    return result + added;
}

bool is_set_up(std::string_view file, std::string_view text) {
    return std::ranges::any_of(lines_for(file), [text](std::string_view line) { return has_line(text, line); });
}

std::string driver_command(std::string_view program) {
    std::string command = quoted_for_sh(program);
    // git reads a % as the beginning of one of its own names.
    for (auto at = command.find('%'); at != std::string::npos; at = command.find('%', at + 2)) command.insert(at, "%");
    return command + " merge-file %O %A %B --path=%P";
}

} // namespace kith::store
