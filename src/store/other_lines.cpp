#include "other_lines.hpp"

#include "kith/core/error.hpp"

#include "document_layout.hpp"
#include "merge_units.hpp"
#include "record_lines.hpp"
#include "toml_scanner.hpp"
#include "toml_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace kith::store {
namespace {

/// The items of lines that stand below the header of a record.
Items items_of_record(std::string_view kind, std::string_view lines) {
    return read_lines(fmt::format("[[{}]]\n{}", kind, lines)).items;
}

std::vector<std::string> keys_of(const Items& items) {
    std::vector<std::string> keys;
    for (const auto& item : items)
        if (std::ranges::find(keys, item.key) == keys.end()) keys.push_back(item.key);
    return keys;
}

bool has_comment(std::string_view lines) {
    return !comments_in(lines).empty();
}

/// The lines of a key with what stands behind the value in others of it: `rating = 5` and `rating = 4 # of ten`.
std::string with_end_of(const std::string& lines, const std::string& before) {
    Scanner now(lines);
    Scanner old(before);
    const bool are_entries = now.next() == Scanner::Item::entry && old.next() == Scanner::Item::entry;
    if (!are_entries || has_comment(std::string_view(lines).substr(now.value().end))) return lines;
    return lines.substr(0, now.value().end) + before.substr(old.value().end);
}

/// What the user wrote around a key stays where the other lines of it have nothing of the kind.
Items with_comments_of(const Items& before, Items items) {
    for (std::size_t i = 0; i < std::min(items.size(), before.size()); ++i) {
        if (!has_comment(items[i].lead)) items[i].lead = before[i].lead;
        if (items[i].is_own && before[i].is_own) items[i].lines = with_end_of(items[i].lines, before[i].lines);
    }
    return items;
}

void put_key(Items& items, const std::string& key, const Items& others) {
    if (const auto before = items_of(items, key); !before.empty()) {
        items = with_key_of(items, key, with_comments_of(before, items_of(others, key)));
        return;
    }
    for (auto& item : items_of(others, key)) {
        const auto end = item.is_own ? std::ranges::find(items, false, &Item::is_own) : items.end();
        items.insert(end, std::move(item));
    }
}

std::string without_blank_lines_above(std::string_view lines) {
    while (!lines.empty() && is_blank_line(bytes(lines, line_at(lines, 0)))) lines.remove_prefix(line_at(lines, 0).end);
    return std::string(lines);
}

} // namespace

std::string without_keys(std::string_view source, IsKnown is_known) {
    auto lines = read_lines(source);
    lines.header.clear();
    std::erase_if(lines.items, [is_known](const Item& item) { return is_known(item.key); });
    if (!lines.items.empty()) lines.items.front().lead = without_blank_lines_above(lines.items.front().lead);
    auto text = to_text(lines);
    if (!text.empty() && !text.ends_with('\n')) text += '\n';
    return text;
}

std::string with_keys_of(std::string_view source, std::string_view kind, std::string_view others) {
    const auto ending = line_ending(source);
    auto lines = read_lines(source);
    if (!ends_line(source)) (lines.items.empty() ? lines.header : lines.items.back().lines) += ending;
    const auto wanted = items_of_record(kind, with_line_ending(others, ending));
    for (const auto& key : keys_of(wanted)) put_key(lines.items, key, wanted);
    return to_text(lines);
}

bool has_keys_of(std::string_view lines, std::string_view kind, std::string_view others) {
    const auto there = items_of_record(kind, lines);
    const auto wanted = items_of_record(kind, others);
    auto items = there;
    for (const auto& key : keys_of(wanted)) put_key(items, key, wanted);
    return items == there;
}

std::optional<std::string_view> table_source(std::string_view text, std::span<const std::string> path) {
    const std::vector<PartSpan> whole{{0, text.size(), 1, std::nullopt}};
    for (const auto& section : read_layout(text, whole, false).sections)
        if (!section.listed && section.header.begin != section.header.end && std::ranges::equal(section.path, path))
            return bytes(text, {section.header.begin, section.last.end});
    return std::nullopt;
}

std::string with_table_keys(std::string text, std::span<const std::string> path, std::string_view others) {
    if (const auto source = table_source(text, path)) {
        const auto begin = static_cast<std::size_t>(source->data() - text.data());
        return text.replace(begin, source->size(), with_keys_of(*source, "table", others));
    }
    const std::vector<PartSpan> whole{{0, text.size(), 1, std::nullopt}};
    if (has_table(leaves(text, read_layout(text, whole, false)), path))
        throw core::Failure(
            {core::ProblemKind::bad_data,
             fmt::format("[{}] is written without a header, and takes no other keys", path_to_toml(path)), std::nullopt,
             "write it as a table of its own"});
    const auto ending = line_ending(text);
    if (!ends_line(text)) text += ending;
    if (!text.empty()) text += ending;
    return text + with_line_ending(fmt::format("[{}]\n{}", path_to_toml(path), others), ending);
}

} // namespace kith::store
