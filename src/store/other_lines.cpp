#include "other_lines.hpp"

#include "kith/core/error.hpp"

#include "document_layout.hpp"
#include "merge_units.hpp"
#include "record_lines.hpp"
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

void put_key(Items& items, const std::string& key, const Items& others) {
    if (std::ranges::find(items, key, &Item::key) != items.end()) {
        items = with_key_of(items, key, others);
        return;
    }
    for (auto& item : items_of(others, key)) {
        const auto end = item.is_own ? std::ranges::find(items, false, &Item::is_own) : items.end();
        items.insert(end, std::move(item));
    }
}

} // namespace

std::string without_keys(std::string_view source, IsKnown is_known) {
    auto lines = read_lines(source);
    lines.header.clear();
    std::erase_if(lines.items, [is_known](const Item& item) { return is_known(item.key); });
    if (!lines.items.empty()) lines.items.front().lead.clear();
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
    return std::ranges::all_of(keys_of(wanted), [&](const std::string& key) {
        return has_same_lines(items_of(there, key), items_of(wanted, key));
    });
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
