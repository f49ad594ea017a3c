// Many records added or changed at once: the text is put together, read again and checked once.
#include "kith/store/document.hpp"

#include "document_check.hpp"
#include "document_edit.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace kith::store {

namespace {

/// The records to put in, made when they are asked for.
struct Additions {
    std::string_view kind;
    std::span<const std::size_t> places;
    const std::function<core::Fields(std::size_t)>& fields_of;
    std::string_view ending;

    [[nodiscard]] std::string block(const core::Fields& fields) const {
        return with_line_ending(to_toml(kind, fields), ending);
    }
    /// About the bytes that they take together: by one in some.
    [[nodiscard]] std::size_t usual_bytes() const {
        constexpr std::size_t most_asked = 1000;
        const std::size_t step = places.size() / most_asked + 1;
        std::size_t bytes = 0;
        for (std::size_t i = 0; i < places.size(); i += step) bytes += block(fields_of(i)).size() + ending.size();
        return bytes * step + bytes * step / 16;
    }
};

/// Whether the new text has the old records and between them the additions, each as it was meant.
bool has_additions(const Outlined& old, const Outlined& now, const Additions& additions) {
    const auto& places = additions.places;
    if (now.records.size() != old.records.size() + places.size() || !has_same_parts(old, now)) return false;
    std::size_t added = 0;
    for (std::size_t index = 0; index < now.records.size(); ++index) {
        const auto known = index - added;
        if (added == places.size() || places[added] > known) {
            if (!is_same_record(old, known, now, index)) return false;
            continue;
        }
        const auto fields = additions.fields_of(added);
        const auto block = additions.block(fields);
        if (record_source(now, index) != block || !holds_record(block, address_alone(block), fields)) return false;
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
    std::vector<std::size_t> places;
    for (const auto& addition : additions) places.push_back(addition.before);
    insert(kind, places, [&additions](std::size_t index) { return additions[index].fields; });
}

void Document::insert(std::string_view kind, std::span<const std::size_t> places,
                      const std::function<core::Fields(std::size_t)>& fields_of) {
    const auto one_by_one = [&] {
        for (auto i = places.size(); i-- > 0;) insert(places[i], kind, fields_of(i));
    };
    if (!ordinary_) return one_by_one();
    const auto ending = line_ending(text_);
    const Additions additions{kind, places, fields_of, ending};
    std::string text;
    text.reserve(text_.size() + additions.usual_bytes());
    std::size_t copied = 0;
    for (std::size_t i = 0; i < places.size();) {
        const auto position = position_before(places[i]);
        const auto around = around_block(text_, position, ending);
        text.append(text_, copied, position - copied).append(around.above);
        copied = position;
        const auto first = i;
        for (; i < places.size() && places[i] == places[first]; ++i)
            text.append(i == first ? "" : ending).append(additions.block(fields_of(i)));
        text.append(around.below);
    }
    text.append(text_, copied);
    const core::Place where{name_, 0, 0};
    auto found = checked_outline(text, parts_, where);
    if (!found.is_ordinary()) return one_by_one(); // One has a key that is written with escapes.
    if (!has_additions({text_, records_, parts_}, outlined(text, found), additions)) refuse_edit(parts_, where);
    adopt(std::move(text), std::move(found));
}

void Document::change(std::vector<Revision> revisions) {
    std::ranges::sort(revisions, {}, &Revision::record);
    const auto one_by_one = [&] {
        for (const auto& revision : revisions) change(revision.record, revision.changes);
    };
    if (!ordinary_) return one_by_one();
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
    if (!found.is_ordinary()) return one_by_one(); // A table has grown longer than is checked here, for example.
    if (!has_revisions({text_, records_, parts_}, outlined(text, found), revisions)) refuse_edit(parts_, where);
    adopt(std::move(text), std::move(found));
}

} // namespace kith::store
