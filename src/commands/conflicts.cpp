#include "conflicts.hpp"

#include "kith/core/text.hpp"
#include "kith/store/conflict_markers.hpp"
#include "kith/store/document.hpp"
#include "kith/store/merge.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::commands {
namespace {

constexpr const char* way_out = "keep what is right, remove the marker lines, then 'kith sync'";
constexpr const char* way_on =
    "'kith check --fix' merges what it can; of the rest keep what is right, then 'kith sync'";

core::Problem problem_at(const std::string& path, int line, std::string message, std::string hint) {
    return {core::ProblemKind::bad_data, std::move(message), core::Place{path, line, 0}, std::move(hint)};
}

/// A text may quote marker lines in a string; one that is valid has no conflict.
bool is_valid(std::string_view text) {
    try {
        (void)store::Document::parse({}, std::string(text));
        return true;
    } catch (const core::Failure&) {
        return false;
    }
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.push_back(core::trim(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool begins_conflict(std::string_view line) {
    return store::marker_in(line) == store::Marker::ours;
}

/// `interaction k7f2q9xa`: the record that the lines from a marker on are about, which begins below it or above.
std::string record_at(const std::vector<std::string_view>& lines, std::size_t marker) {
    const auto is_header = [](std::string_view line) { return line.starts_with("[[") && line.ends_with("]]"); };
    std::size_t header = marker;
    while (header < lines.size() && !is_header(lines[header]) &&
           store::marker_in(lines[header]) != store::Marker::theirs)
        ++header;
    if (header == lines.size() || !is_header(lines[header]))
        for (header = marker; header > 0 && !is_header(lines[header]);) --header;
    if (!is_header(lines[header])) return {};
    std::string record(lines[header].substr(2, lines[header].size() - 4));
    for (auto at = header + 1; at < lines.size() && !is_header(lines[at]); ++at) {
        if (!lines[at].starts_with("id = \"")) continue;
        const auto id = lines[at].substr(6);
        return record + " " + std::string(id.substr(0, id.find('"')));
    }
    return record;
}

void merge_again(const store::Unmerged& file, store::DataDirectory& directory, Remerge& remerge) {
    const auto path = directory.path_of(file.name);
    const auto side = [&path](const std::optional<std::string>& text) {
        return store::Version{path, text.value_or("")};
    };
    const auto result = store::merge(side(file.base), side(file.ours), side(file.theirs));
    const bool is_gone = core::trim(result.text).empty() && (!file.ours || !file.theirs);
    const auto before = directory.text(file.name);
    const auto after = is_gone ? std::nullopt : std::optional(result.text);
    if (before != after) remerge.changes.push_back({file.name, before, after});
    for (const auto& conflict : result.conflicts)
        remerge.conflicts.push_back(problem_at(path, conflict.line, store::to_text(conflict), way_out));
    if (result.conflicts.empty()) remerge.merged.push_back(file.name);
}

} // namespace

Remerge merge_by_records(const std::vector<store::Unmerged>& files, store::DataDirectory& directory) {
    Remerge remerge;
    for (const auto& file : files)
        if (store::is_journal_file(file.name)) merge_again(file, directory, remerge);
    return remerge;
}

bool has_conflicts(std::string_view text) {
    const auto lines = lines_of(text);
    return std::ranges::any_of(lines, begins_conflict) && !is_valid(text);
}

std::vector<core::Problem> conflicts_in(const std::string& path, std::string_view text) {
    if (!has_conflicts(text)) return {};
    const auto lines = lines_of(text);
    std::vector<core::Problem> problems;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!begins_conflict(lines[i])) continue;
        const auto record = record_at(lines, i);
        problems.push_back(problem_at(path, static_cast<int>(i) + 1,
                                      record.empty() ? "the conflict here is not resolved yet"
                                                     : fmt::format("the conflict in {} is not resolved yet", record),
                                      way_on));
    }
    return problems;
}

core::Problem foreign_conflict(const std::string& path) {
    return {core::ProblemKind::bad_data, "git left a conflict in this file, which is not the journal's",
            core::Place{path, 0, 0}, "resolve it and 'kith git add' it, then 'kith sync'"};
}

} // namespace kith::commands
