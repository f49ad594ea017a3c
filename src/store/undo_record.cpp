#include "undo_record.hpp"

#include "kith/core/text_field.hpp"
#include "kith/store/document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace kith::store {
namespace {

// Most of a month is the same before and after: it is compared in blocks, the rest of it by bytes.
constexpr std::size_t block = 256;

/// How many bytes two texts begin with that are the same.
std::size_t shared_beginning(std::string_view left, std::string_view right) {
    const std::size_t shorter = std::min(left.size(), right.size());
    std::size_t count = 0;
    while (shorter - count >= block && std::memcmp(left.data() + count, right.data() + count, block) == 0)
        count += block;
    while (count < shorter && left[count] == right[count]) ++count;
    return count;
}

/// How many bytes two texts end with that are the same.
std::size_t shared_end(std::string_view left, std::string_view right) {
    const std::size_t shorter = std::min(left.size(), right.size());
    const char* const left_end = left.data() + left.size();
    const char* const right_end = right.data() + right.size();
    std::size_t count = 0;
    while (shorter - count >= block && std::memcmp(left_end - count - block, right_end - count - block, block) == 0)
        count += block;
    while (count < shorter && left[left.size() - count - 1] == right[right.size() - count - 1]) ++count;
    return count;
}

LineChange read_change(const core::Fields& fields) {
    LineChange change{core::text_of(fields, "name"),    core::text_of(fields, "before"),
                      core::text_of(fields, "after"),   0,
                      core::text_of(fields, "removed"), core::text_of(fields, "added")};
    const auto begin = std::ranges::find(fields, "begin", &core::Field::key);
    if (begin == fields.end()) return change;
    if (const auto* offset = std::get_if<std::int64_t>(&begin->value))
        change.begin = static_cast<std::size_t>(std::max<std::int64_t>(*offset, 0));
    return change;
}

} // namespace

ChangedLines changed_lines(const FileChange& change) {
    if (!change.before) return {}; // Where there was no file, none is left: its lines need not be kept.
    const std::string_view before = *change.before;
    const std::string_view after = change.after ? std::string_view(*change.after) : std::string_view{};
    // Whole lines only, so that no letter is cut in two.
    std::size_t begin = shared_beginning(before, after);
    while (begin > 0 && before[begin - 1] != '\n') --begin;
    std::size_t end = shared_end(before.substr(begin), after.substr(begin));
    while (end > 0 && end < before.size() && before[before.size() - end - 1] != '\n') --end;
    return {begin, before.substr(begin, before.size() - begin - end), after.substr(begin, after.size() - begin - end)};
}

std::uint64_t hash(std::string_view text) {
    constexpr std::uint64_t prime = 1099511628211U;
    std::uint64_t value = 14695981039346656037U;
    const auto mix = [&value](std::uint64_t part) {
        value = (value ^ part) * prime;
        value ^= value >> 32U;
    };
    // Eight bytes at a time: a month of the log is hashed before and after each entry.
    for (; text.size() >= 8; text.remove_prefix(8)) {
        std::uint64_t eight = 0;
        for (std::size_t i = 0; i < 8; ++i) eight |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
        mix(eight);
    }
    for (const char byte : text) mix(static_cast<unsigned char>(byte));
    return value;
}

std::string fingerprint(const std::optional<std::string>& text) {
    return text ? fmt::format("{}-{:016x}", text->size(), hash(*text)) : std::string{};
}

std::string to_text(const Write& write, std::string_view data_directory) {
    std::string text =
        fmt::format("directory = {}\ncommand = {}\n", to_toml(std::string(data_directory)), to_toml(write.command));
    for (const auto& file : write.changes) {
        const auto lines = changed_lines(file);
        core::Fields fields{{"name", file.name, 0}};
        if (file.before) fields.push_back({"before", fingerprint(file.before), 0});
        if (file.after) fields.push_back({"after", fingerprint(file.after), 0});
        fields.push_back({"begin", static_cast<std::int64_t>(lines.begin), 0});
        fields.push_back({"removed", std::string(lines.removed), 0});
        fields.push_back({"added", std::string(lines.added), 0});
        text += "\n" + to_toml("change", fields);
    }
    return text;
}

std::string begun_record(std::string_view text) {
    return "begun = true\n" + std::string(text);
}

std::optional<UndoRecord> read_undo_record(const std::string& path, std::string text) {
    try {
        const auto document = Document::parse(path, std::move(text));
        const auto head = document.table({}).value_or(core::Fields{});
        const bool is_begun = std::ranges::find(head, "begun", &core::Field::key) != head.end();
        UndoRecord record{core::text_of(head, "directory"), core::text_of(head, "command"), is_begun, {}};
        for (std::size_t i = 0; i < document.records().size(); ++i)
            record.changes.push_back(read_change(document.fields(i)));
        return record.changes.empty() ? std::nullopt : std::optional(std::move(record));
    } catch (const core::Failure&) {
        return std::nullopt;
    }
}

std::optional<std::string> before_change(const LineChange& change, const std::optional<std::string>& text) {
    if (change.before.empty()) return std::nullopt;
    std::string before = text.value_or("");
    if (change.begin <= before.size()) before.replace(change.begin, change.added.size(), change.removed);
    return before;
}

} // namespace kith::store
