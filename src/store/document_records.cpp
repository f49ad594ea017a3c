#include "kith/store/document.hpp"

#include "document_check.hpp"
#include "document_edit.hpp"

#include <algorithm>
#include <utility>

namespace kith::store {

namespace {

bool is_bare(std::string_view key) {
    return std::ranges::all_of(key, [](char byte) { return is(byte, in_bare_key); });
}

/// Moves what lies behind a place on by so many bytes and lines.
template<class SpanOfLines> void shift(SpanOfLines& span, std::size_t bytes, int lines) {
    span.begin += bytes;
    span.end += bytes;
    span.line += lines;
}

/// The outline after with_block put a record's block in at `position`, before record `index`, without going over the
/// rest again. Where all records stand in one piece, one more of the kind before it changes nothing for the others.
/// Nothing where it is not so.
std::optional<Outline> outline_with_block(const Outlined& old, std::size_t index, std::size_t position,
                                          std::string_view block, std::string_view text) {
    if (index == 0 || !ends_line(old.text.substr(0, position)) || first_invalid_utf8(block)) return std::nullopt;
    const auto& kind = old.records[index - 1].kind;
    auto result = outline(block);
    const bool is_one = is_bare(kind) && result.is_ordinary() && result.parts.empty() && result.records.size() == 1 &&
                        result.records[0].kind == kind && result.records[0].end == block.size();
    if (!is_one) return std::nullopt;
    const auto added = bytes(text, {position, position + text.size() - old.text.size()});
    const auto lines = static_cast<int>(std::ranges::count(added, '\n'));
    auto& record = result.records[0];
    record.lead_begin = position + added.find(block);
    const auto& above = old.records[index - 1];
    const auto between = bytes(text, {above.begin, record.lead_begin});
    const auto line = above.line + static_cast<int>(std::ranges::count(between, '\n'));
    shift(record, record.lead_begin, line - record.line);
    result.records.insert(result.records.begin(), old.records.begin(),
                          old.records.begin() + static_cast<std::ptrdiff_t>(index));
    for (auto later : old.records.subspan(index)) {
        later.lead_begin += added.size();
        shift(later, added.size(), lines);
        result.records.push_back(std::move(later));
    }
    for (auto part : old.parts) {
        if (part.begin >= position) shift(part, added.size(), lines);
        result.parts.push_back(part);
    }
    return result;
}

/// Without the lines and one of the blank lines that set them off.
std::string without_lines(std::string text, Span lines) {
    const auto above = line_before(text, lines.begin);
    const bool blank_above = !above || is_blank_line(bytes(text, *above));
    const auto below = Span{lines.end, line_at(text, lines.end).end};
    const bool last = lines.end == text.size();
    auto gone = lines;
    if (!last && blank_above && is_blank_line(bytes(text, below))) gone.end = below.end;
    if (last && above && blank_above) gone.begin = above->begin;
    return text.erase(gone.begin, gone.end - gone.begin);
}

} // namespace

std::size_t Document::position_before(std::size_t record) const {
    if (record < records_.size()) return records_[record].lead_begin;
    return records_.empty() ? text_.size() : end_with_comments(text_, records_.back().end);
}

void Document::insert(std::size_t before, std::string_view kind, const core::Fields& fields) {
    const auto index = std::min(before, records_.size());
    const auto ending = line_ending(text_);
    const auto position = position_before(index);
    const auto where = place(position);
    const auto block = with_line_ending(to_toml(kind, fields), ending);
    auto text = with_block(text_, position, block, ending);
    const Outlined old{text_, records_, parts_};
    auto quickly = ordinary_ ? outline_with_block(old, index, position, block, text) : std::nullopt;
    auto found = quickly ? std::move(*quickly) : checked_outline(text, parts_, where);
    const auto now = outlined(text, found);
    const bool others = has_same_records(old, std::nullopt, now, index) && has_same_parts(old, now);
    const bool intended =
        others && record_source(now, index) == block && holds_record(block, address_alone(block), fields);
    const bool ordinary = ordinary_ && found.is_ordinary();
    if (!intended || (!ordinary && !says_with_record(text_, text, address_in_text(now, index))))
        refuse_edit(parts_, where);
    adopt(std::move(text), std::move(found));
}

void Document::remove(std::size_t record) {
    const auto& span = records_.at(record);
    const auto where = place(span.begin);
    auto text = without_lines(text_, {span.lead_begin, span.end});
    auto found = checked_outline(text, parts_, where);
    const Outlined old{text_, records_, parts_};
    const auto now = outlined(text, found);
    const bool others = has_same_records(old, record, now, std::nullopt) && has_same_parts(old, now);
    const bool ordinary = ordinary_ && found.is_ordinary();
    if (!others || (!ordinary && !says_with_record(text, text_, address_in_text(old, record))))
        refuse_edit(parts_, where);
    adopt(std::move(text), std::move(found));
}

void Document::change(std::size_t record, std::span<const core::Change> changes) {
    const auto& span = records_.at(record);
    const auto where = place(span.begin);
    const auto wanted = distinct(changes);
    TableEditor editor{std::string(source(record)), true, line_ending(text_)};
    for (const auto& change : wanted) editor.apply({}, change);
    if (ordinary_ && editor.text() == source(record)) return;
    auto text = text_;
    text.replace(span.begin, span.end - span.begin, editor.text());
    auto found = checked_outline(text, parts_, where);
    const Outlined old{text_, records_, parts_};
    const auto now = outlined(text, found);
    const bool others = has_same_records(old, record, now, record) && has_same_parts(old, now);
    const bool intended =
        others && says_with_changes(source(record), record_source(now, record), address_alone(source(record)), wanted);
    const bool ordinary = ordinary_ && found.is_ordinary();
    if (!intended || (!ordinary && !says_with_changes(text_, text, address_in_text(now, record), wanted))) {
        refuse_edit(parts_, where);
    }
    adopt(std::move(text), std::move(found));
}

void Document::change_table(std::span<const std::string> path, std::span<const core::Change> changes) {
    const core::Place where{name_, 0, 0};
    const auto wanted = distinct(changes);
    TableEditor editor{text_, false, line_ending(text_)};
    for (const auto& change : wanted) editor.apply(path, change);
    auto text = editor.text();
    if (ordinary_ && text == text_) return;
    auto found = checked_outline(text, parts_, where);
    const Outlined old{text_, records_, parts_};
    const auto now = outlined(text, found);
    const TableAddress address{{path.begin(), path.end()}, std::nullopt};
    const bool intended = has_same_records(old, std::nullopt, now, std::nullopt) &&
                          says_with_changes(plain_source(old), plain_source(now), address, wanted);
    const bool ordinary = ordinary_ && found.is_ordinary();
    if (!intended || (!ordinary && !says_with_changes(text_, text, address, wanted))) refuse_edit(parts_, where);
    adopt(std::move(text), std::move(found));
}

} // namespace kith::store
