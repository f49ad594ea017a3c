#include "record_lines.hpp"

#include "kith/core/text.hpp"

#include "document_layout.hpp"
#include "toml_cursor.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace kith::store {
namespace {

/// The place after the last of the record's own keys.
Items::iterator end_of_own(Items& items) {
    return std::ranges::find(items, false, &Item::is_own);
}

/// Where a key goes that is not among the items: after the nearest one above it in `source`.
Items::iterator place_for(Items& items, std::string_view key, const Items& source) {
    auto before = std::ranges::find(source, key, &Item::key);
    while (before != source.begin()) {
        --before;
        const auto known = std::find_if(items.rbegin(), items.rend(),
                                        [&](const Item& item) { return item.is_own && item.key == before->key; });
        if (known != items.rend()) return known.base();
    }
    return items.begin();
}

} // namespace

RecordLines read_lines(std::string_view text) {
    struct Lines {
        Span span;
        std::optional<Item> item; ///< Nothing for the record's own header.
    };
    const std::vector<PartSpan> whole{{0, text.size(), 1, std::nullopt}};
    const auto layout = read_layout(text, whole, true);
    std::vector<Lines> all;
    for (const auto& section : layout.sections) {
        if (section.header.begin == section.header.end) continue;
        all.push_back({section.header, std::nullopt});
        if (!section.path.empty()) all.back().item = Item{section.path.front(), false, {}, {}};
    }
    for (const auto& entry : layout.entries)
        all.push_back({entry.lines, Item{entry.path.front(), layout.sections[entry.section].path.empty(), {}, {}}});
    std::ranges::sort(all, {}, [](const Lines& lines) { return lines.span.begin; });
    RecordLines result;
    std::size_t from = 0;
    for (auto& [span, item] : all) {
        if (!item) {
            result.header = bytes(text, {from, span.end});
        } else {
            item->lead = bytes(text, {from, span.begin});
            item->lines = bytes(text, span);
            result.items.push_back(std::move(*item));
        }
        from = span.end;
    }
    return result;
}

std::string to_text(const RecordLines& lines) {
    std::string text = lines.header;
    for (const auto& item : lines.items) text += item.lead + item.lines;
    return text;
}

bool has_same_lines(const Items& left, const Items& right) {
    if (left.empty() || right.empty()) return left.empty() && right.empty();
    return left.front().lines == right.front().lines &&
           std::equal(left.begin() + 1, left.end(), right.begin() + 1, right.end());
}

Items items_of(const Items& items, std::string_view key) {
    Items found;
    std::ranges::copy_if(items, std::back_inserter(found), [&](const Item& item) { return item.key == key; });
    return found;
}

Items with_key_of(const Items& items, std::string_view key, const Items& source) {
    Items result = items;
    const auto wanted = items_of(source, key);
    const auto first = std::ranges::find(result, key, &Item::key);
    const auto has_place = first != result.end() && !wanted.empty() && first->is_own == wanted.front().is_own;
    auto index = first - result.begin();
    std::erase_if(result, [&](const Item& item) { return item.key == key; });
    if (wanted.empty()) return result;
    const bool is_own = wanted.front().is_own;
    if (!has_place) index = (is_own ? place_for(result, key, source) : result.end()) - result.begin();
    // Never in the middle of another sub-table's lines, nor below one.
    if (is_own) index = std::min(index, end_of_own(result) - result.begin());
    result.insert(result.begin() + index, wanted.begin(), wanted.end());
    return result;
}

std::vector<std::string> comments_in(std::string_view text) {
    std::vector<std::string> comments;
    Cursor cursor(text);
    while (!cursor.at_end()) {
        const char here = cursor.peek();
        if (here == '#') {
            const auto begin = cursor.position();
            const auto end = std::min(text.find('\n', begin), text.size());
            comments.emplace_back(core::trim(text.substr(begin, end - begin)));
            cursor = Cursor(text, end);
        } else if ((here != '"' && here != '\'') || !cursor.take_value(0)) {
            cursor = Cursor(text, cursor.position() + 1);
        }
    }
    return comments;
}

} // namespace kith::store
