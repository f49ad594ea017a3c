#include "editing_help.hpp"

#include "kith/core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace kith::commands {
namespace {

constexpr std::string_view sign = "#:";
constexpr std::size_t width = 34; ///< Of a key and its example, before what it means.

/// The lines of a text, each with its line end.
std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t length = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return lines;
}

bool sets(std::string_view line, std::string_view key) {
    line = core::trim(line);
    if (!line.starts_with(key)) return false;
    return core::trim(line.substr(key.size())).starts_with('=');
}

std::string behind(const core::KeyHelp& help) {
    return fmt::format(" {} {}", sign, help.meaning);
}

} // namespace

EditingHelp::EditingHelp(std::string_view kind, std::span<const core::KeyHelp> keys, std::string source, bool is_new)
    : keys_(keys), is_new_(is_new) {
    const auto lines = lines_of(source);
    for (const auto line : lines)
        if (core::trim(line).starts_with(sign)) own_lines_.emplace(core::trim(line));
    text_ =
        fmt::format("{0} One {1} of the journal, in TOML. Lines that begin with {0} are help and go again; your own\n"
                    "{0} comments (#) stay. {2}\n{3}{0}\n"
                    "{0} It could have these keys too, each with an example: take the {0} before one off to set it.\n",
                    sign, kind,
                    is_new ? "It is written when you leave the editor; leave no text, and it is not."
                           : "Leave it as it is, or leave no text, and nothing changes.",
                    source);
    for (const auto& help : keys) {
        if (std::ranges::any_of(lines, [&help](std::string_view line) { return sets(line, help.key); })) continue;
        text_ +=
            fmt::format("{} {:<{}}{}\n", sign, fmt::format("{} = {}", help.key, help.example), width, behind(help));
    }
}

std::string EditingHelp::taken_off(std::string_view edited) const {
    std::string source;
    for (auto line : lines_of(edited)) {
        const auto content = core::trim(line);
        if (content.starts_with(sign) && !own_lines_.contains(content)) continue;
        const auto help = std::ranges::find_if(keys_, [content](const core::KeyHelp& each) {
            return sets(content, each.key) && content.ends_with(behind(each));
        });
        if (help != keys_.end()) {
            const auto kept = content.substr(0, content.size() - behind(*help).size());
            source += kept.substr(0, kept.find_last_not_of(' ') + 1);
            line.remove_prefix(static_cast<std::size_t>(content.data() - line.data()) + content.size());
        }
        source += line;
    }
    return source;
}

} // namespace kith::commands
