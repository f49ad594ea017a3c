// Many records added or changed at once: the text is put together, read again and checked once.
#include "kith/store/document.hpp"

#include "document_check.hpp"
#include "document_edit.hpp"

#include <algorithm>
#include <ranges>
#include <utility>

namespace kith::store {

namespace {

/// Blocks one below the other, a blank line between.
std::string joined_blocks(std::span<const std::string> blocks, std::string_view ending) {
    std::string text;
    for (const auto& block : blocks) {
        if (!text.empty()) text += ending;
        text += block;
    }
    return text;
}

/// Whether the new text has the old records and between them the additions, each as it was meant.
bool has_additions(const Outlined& old, const Outlined& now, std::span<const Addition> additions,
                   std::span<const std::string> blocks) {
    if (now.records.size() != old.records.size() + additions.size() || !has_same_parts(old, now)) return false;
    std::size_t added = 0;
    for (std::size_t index = 0; index < now.records.size(); ++index) {
        const auto known = index - added;
        if (added == additions.size() || additions[added].before > known) {
            if (!is_same_record(old, known, now, index)) return false;
            continue;
        }
        const auto& block = blocks[added];
        if (record_source(now, index) != block || !holds_record(block, address_alone(block), additions[added].fields)) {
            return false;
        }
        ++added;
    }
    return true;
}

/// Whether the new text has the old records, those of the revisions as they were meant.
bool has_revisions(const Outlined& old, const Outlined& now, std::span<const Revision> revisions) {
    if (now.records.size() != old.records.size() || !has_same_parts(old, now)) return false;
    auto revision = revisions.begin();
    for (std::size_t index = 0; index < now.records.size(); ++index) {
        if (revision == revisions.end() || revision->record != index) {
            if (!is_same_record(old, index, now, index)) return false;
            continue;
        }
        const auto before = record_source(old, index);
        if (!says_with_changes(before, record_source(now, index), address_alone(before), revision->changes))
            return false;
        ++revision;
    }
    return true;
}

} // namespace

void Document::insert(std::string_view kind, std::vector<Addition> additions) {
    for (auto& addition : additions) addition.before = std::min(addition.before, records_.size());
    std::ranges::stable_sort(additions, {}, &Addition::before);
    const auto one_by_one = [&] {
        for (const auto& addition : additions | std::views::reverse) insert(addition.before, kind, addition.fields);
    };
    if (!ordinary_) return one_by_one();
    const auto ending = line_ending(text_);
    std::vector<std::string> blocks;
    for (const auto& addition : additions) blocks.push_back(with_line_ending(to_toml(kind, addition.fields), ending));
    auto text = text_;
    for (std::size_t end = additions.size(); end > 0;) { // From the back, so that the places before stay.
        std::size_t begin = end - 1;
        while (begin > 0 && additions[begin - 1].before == additions[end - 1].before) --begin;
        const auto block = joined_blocks(std::span(blocks).subspan(begin, end - begin), ending);
        text = with_block(text, position_before(additions[begin].before), block, ending);
        end = begin;
    }
    const core::Place where{name_, 0, 0};
    auto found = checked_outline(text, parts_, where);
    if (!found.is_ordinary()) return one_by_one(); // One has a key that is written with escapes.
    if (!has_additions({text_, records_, parts_}, outlined(text, found), additions, blocks)) refuse_edit(parts_, where);
    adopt(std::move(text), std::move(found));
}

void Document::change(std::vector<Revision> revisions) {
    std::ranges::sort(revisions, {}, &Revision::record);
    if (!ordinary_) {
        for (const auto& revision : revisions) change(revision.record, revision.changes);
        return;
    }
    const auto ending = line_ending(text_); // Looked for in the whole text: once.
    std::string text;
    std::size_t copied = 0;
    for (auto& revision : revisions) {
        revision.changes = distinct(revision.changes);
        const auto& span = records_.at(revision.record);
        TableEditor editor{std::string(source(revision.record)), true, ending};
        for (const auto& change : revision.changes) editor.apply({}, change);
        text.append(text_, copied, span.begin - copied).append(editor.text());
        copied = span.end;
    }
    text.append(text_, copied);
    const core::Place where{name_, 0, 0};
    auto found = checked_outline(text, parts_, where);
    if (!found.is_ordinary() || !has_revisions({text_, records_, parts_}, outlined(text, found), revisions))
        refuse_edit(parts_, where);
    adopt(std::move(text), std::move(found));
}

} // namespace kith::store
