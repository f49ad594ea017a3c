#include "kith/store/record_changes.hpp"

#include "kith/core/abridged.hpp"
#include "kith/core/text.hpp"
#include "kith/core/text_field.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace kith::store {
namespace {

constexpr std::size_t title_width = 60;
constexpr std::size_t most_lines = 40;

struct Listed {
    RecordChange record;
    std::string source;
};

std::string title_of(const core::Fields& fields) {
    for (const std::string_view key : {"name", "text", "title", "note"}) {
        const auto text = core::text_of(fields, key);
        const auto line = core::trim(text);
        if (line.empty()) continue;
        return core::abridged(line.substr(0, line.find('\n')), title_width);
    }
    return {};
}

/// The records of a text, by their lines alone.
std::vector<Listed> records_in(const std::string& name, const std::optional<std::string>& text,
                               RecordChange::Sort sort) {
    std::vector<Listed> listed;
    if (!text) return listed;
    try {
        const auto document = Document::parse(name, *text);
        for (std::size_t i = 0; i < document.records().size(); ++i)
            listed.push_back({{sort, document.records()[i].kind, {}, {}}, std::string(document.source(i))});
    } catch (const core::Failure&) {
        return {};
    }
    return listed;
}

/// Takes out what both have in the same words.
void drop_common(std::vector<Listed>& before, std::vector<Listed>& after) {
    std::map<std::string, int> count;
    for (const auto& each : after) ++count[each.source];
    std::map<std::string, int> common;
    std::erase_if(before, [&](const Listed& each) {
        if (--count[each.source] < 0) return false;
        ++common[each.source];
        return true;
    });
    std::erase_if(after, [&](const Listed& each) { return common[each.source]-- > 0; });
}

/// Reads the id and the title of a record from its own lines.
void read(Listed& listed) {
    try {
        const auto document = Document::parse({}, listed.source);
        if (document.records().empty()) return;
        const auto fields = document.fields(0);
        listed.record.id = core::text_of(fields, "id");
        listed.record.title = title_of(fields);
    } catch (const core::Failure&) {
        return; // It needs its neighbours to be read; then its kind has to do.
    }
}

/// Safe for the terminal that `git log` runs on.
std::string named(const RecordChange& change) {
    std::string name = change.title.empty() ? change.id : change.title;
    if (!change.title.empty() && !change.id.empty()) name += fmt::format(" ({})", change.id);
    return name.empty() ? change.kind : core::escape_controls(name);
}

/// The kind that a command is about; none where it takes back several (`undo person add, import`).
std::string_view kind_of(std::string_view command) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kinds{{{"log", "interaction"},
                                                                                   {"event", "event"},
                                                                                   {"followup", "followup"},
                                                                                   {"person", "person"},
                                                                                   {"goal", "goal"},
                                                                                   {"audience", "audience"},
                                                                                   {"platform", "platform"},
                                                                                   {"topic", "topic"},
                                                                                   {"channel", "channel"},
                                                                                   {"post", "post"}}};
    if (command.find(',') != command.npos) return {};
    for (const auto word : core::words(command)) {
        const auto found = std::ranges::find(kinds, word, [](const auto& each) { return each.first; });
        if (found != kinds.end()) return found->second;
    }
    return {};
}

std::string_view to_text(RecordChange::Sort sort) {
    switch (sort) {
    case RecordChange::Sort::added:
        return "added";
    case RecordChange::Sort::removed:
        return "removed";
    case RecordChange::Sort::changed:
        break;
    }
    return "changed";
}

std::string in_words(const std::string& kind, int count) {
    if (kind == "interaction") return count == 1 ? "entry" : "entries";
    if (kind == "person") return count == 1 ? "person" : "people";
    return (kind == "followup" ? "follow-up" : kind) + (count == 1 ? "" : "s");
}

/// `3 entries, 1 person`
std::string counted(const std::vector<RecordChange>& records) {
    std::vector<std::pair<std::string, int>> counts;
    for (const auto& record : records) {
        const auto known = std::ranges::find(counts, record.kind, [](const auto& each) { return each.first; });
        if (known == counts.end())
            counts.emplace_back(record.kind, 1);
        else
            ++known->second;
    }
    std::vector<std::string> parts;
    for (const auto& [kind, count] : counts) {
        parts.push_back(fmt::format("{} {}", count, in_words(kind, count)));
    }
    return core::join(parts, ", ");
}

std::string summary_of(std::string_view command, const std::vector<RecordChange>& records,
                       const std::vector<FileChange>& changes) {
    if (records.empty()) {
        std::vector<std::string> names;
        for (const auto& change : changes) names.push_back(change.name);
        return core::join(names, ", ");
    }
    const auto kind = kind_of(command);
    if (kind.empty() && records.size() > 1) return counted(records);
    const auto about = std::ranges::find(records, kind, &RecordChange::kind);
    const auto& first = about == records.end() ? records.front() : *about;
    const auto alike = std::ranges::count(records, first.kind, &RecordChange::kind);
    return alike == 1 ? named(first) : fmt::format("{} and {} more", named(first), alike - 1);
}

} // namespace

std::vector<RecordChange> record_changes(const std::vector<FileChange>& changes) {
    std::vector<Listed> before, after;
    for (const auto& change : changes) {
        auto old_records = records_in(change.name, change.before, RecordChange::Sort::removed);
        auto new_records = records_in(change.name, change.after, RecordChange::Sort::added);
        drop_common(old_records, new_records);
        std::ranges::move(old_records, std::back_inserter(before));
        std::ranges::move(new_records, std::back_inserter(after));
    }
    drop_common(before, after); // What moved between files as it was.
    std::ranges::for_each(before, read);
    std::ranges::for_each(after, read);
    std::multimap<std::pair<std::string, std::string>, std::size_t> places;
    for (std::size_t i = 0; i < before.size(); ++i)
        places.emplace(std::pair(before[i].record.kind, before[i].record.id), i);
    std::vector<bool> is_gone(before.size(), true);
    std::vector<RecordChange> all;
    for (auto& now : after) {
        if (const auto old = places.find({now.record.kind, now.record.id}); old != places.end()) {
            now.record.sort = RecordChange::Sort::changed;
            is_gone[old->second] = false;
            places.erase(old);
        }
        all.push_back(std::move(now.record));
    }
    for (std::size_t i = 0; i < before.size(); ++i)
        if (is_gone[i]) all.push_back(std::move(before[i].record));
    return all;
}

std::string summary(std::string_view command, const std::vector<FileChange>& changes) {
    return summary_of(command, record_changes(changes), changes);
}

std::string commit_message(std::string_view command, const std::vector<FileChange>& changes) {
    const auto records = record_changes(changes);
    std::string message = fmt::format("{}: {}\n", command, summary_of(command, records, changes));
    if (records.size() < 2) return message;
    message += '\n';
    for (std::size_t i = 0; i < std::min(records.size(), most_lines); ++i) {
        const auto& each = records[i];
        message += fmt::format("{} {} {}\n", to_text(each.sort), each.kind, named(each));
    }
    if (records.size() > most_lines) message += fmt::format("and {} more\n", records.size() - most_lines);
    return message;
}

} // namespace kith::store
