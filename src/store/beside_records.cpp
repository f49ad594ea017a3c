// What a file of the journal holds beside the journal: tables and records of the user's own.
#include "kith/core/records.hpp"
#include "kith/store/other_keys.hpp"

#include "merge_units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace kith::store {
namespace {

/// What kith reads of a file: kinds of records, and plain tables with their keys.
struct Content {
    std::string_view file; ///< Or the folder, with a slash.
    std::vector<std::string_view> kinds;
    std::vector<std::pair<std::string_view, std::vector<std::string_view>>> tables;
};

const std::array<Content, 5>& contents() {
    static const std::array<Content, 5> all{
        {{"people.toml", {"person"}, {}},
         {"log/", {"interaction"}, {}},
         {"events/", {"event"}, {}},
         {"followups/", {"followup"}, {}},
         {"strategy.toml",
          {"goal", "audience", "platform", "topic", "channel", "post"},
          {{"balance", {"in_person"}}, {"in_person", {"per_week", "events_per_month"}}}}}};
    return all;
}

bool has(const std::vector<std::string_view>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

/// Whether no line begins with `[` but headers of the kinds and of what belongs to them: most files are so.
bool is_plainly_of(std::string_view text, const Content& content) {
    std::vector<std::string> headers;
    for (const auto kind : content.kinds) {
        headers.push_back(fmt::format("[[{}]]", kind));
        headers.push_back(fmt::format("[{}.", kind));
    }
    const auto is_ours = [&headers](std::string_view line) {
        return std::ranges::any_of(headers, [line](const std::string& begin) { return line.starts_with(begin); });
    };
    bool is_below_header = false;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (line.starts_with('[') ? !is_ours(line) : !is_below_header && !line.empty() && !line.starts_with('#'))
            return false;
        is_below_header = is_below_header || line.starts_with('[');
    }
    return true;
}

/// The group's own table, whose keys are taken along; those below it are not.
bool is_group(std::string_view header, std::string_view file) {
    if (file != "people.toml" || (header != "[group]" && !header.starts_with("[group."))) return false;
    int dots = 0;
    bool is_quoted = false;
    for (std::size_t at = 0; at < header.size(); ++at) {
        if (is_quoted && header[at] == '\\')
            ++at;
        else if (header[at] == '"')
            is_quoted = !is_quoted;
        else if (header[at] == '.' && !is_quoted)
            ++dots;
    }
    return dots <= 1;
}

void add_table(std::vector<std::string>& found, const Unit& unit, const Content& content, const std::string& file) {
    const auto name = std::string_view(unit.key).substr(1, unit.key.size() - 2);
    const auto table = std::ranges::find_if(content.tables, [name](const auto& each) { return each.first == name; });
    if (table == content.tables.end()) {
        found.push_back(fmt::format("{} of {}", unit.key, file));
        return;
    }
    for (const auto& field : unit.fields)
        if (!has(table->second, field.key)) found.push_back(fmt::format("'{}' in {} of {}", field.key, unit.key, file));
}

} // namespace

std::vector<std::string> beside_records(DataDirectory& directory) {
    std::vector<std::string> found;
    for (const auto& file : directory.all_names()) {
        const auto content =
            std::ranges::find_if(contents(), [&](const Content& each) { return file.starts_with(each.file); });
        const auto text = content == contents().end() ? std::nullopt : directory.text(file);
        if (!text || is_plainly_of(*text, *content)) continue;
        for (const auto& unit : read_units(*text).units) {
            if (unit.form == Unit::Form::record && !has(content->kinds, unit.kind))
                found.push_back(fmt::format("[[{}]] of {}", unit.kind, file));
            if (unit.form == Unit::Form::table && !is_group(unit.key, file)) add_table(found, unit, *content, file);
            if (unit.form != Unit::Form::root) continue;
            for (const auto& field : unit.fields)
                if (field.key != "group") found.push_back(fmt::format("'{}' of {}", field.key, file));
        }
    }
    const auto repeated = std::ranges::unique(found);
    found.erase(repeated.begin(), repeated.end());
    return found;
}

} // namespace kith::store
