#include "document_edit.hpp"

#include "kith/core/error.hpp"

#include "toml_list.hpp"
#include "toml_scanner.hpp"
#include "toml_value.hpp"

#include <algorithm>
#include <utility>

namespace kith::store {

namespace {

std::vector<PartSpan> plain_parts(const Outline& outline) {
    auto parts = outline.parts;
    std::erase_if(parts, [](const PartSpan& part) { return part.record.has_value(); });
    return parts;
}

bool blank_or_nothing_at(std::string_view text, std::size_t position) {
    return is_blank_line(bytes(text, {position, line_at(text, position).end}));
}

/// Without the lines, and without the blank line above where another or nothing would follow it.
std::string without_block(std::string text, Span lines) {
    text.erase(lines.begin, lines.end - lines.begin);
    const auto above = line_before(text, lines.begin);
    if (above && is_blank_line(bytes(text, *above)) && blank_or_nothing_at(text, lines.begin)) {
        text.erase(above->begin, above->end - above->begin);
    }
    return text;
}

} // namespace

Separators around_block(std::string_view text, std::size_t position, std::string_view line_ending) {
    Separators around;
    const auto before = text.substr(0, position);
    if (before.size() > content_begin(text)) {
        const auto above = line_at(before, position - 1);
        if (!is_blank_line(bytes(before, above)) || !ends_line(before)) around.above += line_ending;
        if (!ends_line(before)) around.above += line_ending;
    }
    if (position < text.size() && !blank_or_nothing_at(text, position)) around.below = line_ending;
    return around;
}

std::string with_block(std::string_view text, std::size_t position, std::string_view block,
                       std::string_view line_ending) {
    const auto around = around_block(text, position, line_ending);
    return std::string(text).insert(position, around.above + std::string(block) + around.below);
}

std::size_t end_with_comments(std::string_view text, std::size_t end) {
    auto position = end;
    while (position < text.size()) {
        const auto line = bytes(text, {position, line_at(text, position).end});
        if (is_blank_line(line)) return position;
        if (!is_comment_line(line)) return end;
        position += line.size();
    }
    return position;
}

std::vector<core::Change> distinct(std::span<const core::Change> changes) {
    std::vector<core::Change> result;
    for (const auto& change : changes) {
        std::erase_if(result, [&](const core::Change& earlier) { return earlier.key == change.key; });
        result.push_back(change);
    }
    return result;
}

TableEditor::TableEditor(std::string text, bool of_record, std::string_view line_ending)
    : text_(std::move(text)), of_record_(of_record), line_ending_(line_ending) {
    read();
}

void TableEditor::read() {
    if (of_record_) {
        const std::vector<PartSpan> whole{{0, text_.size(), 1, std::nullopt}};
        layout_ = read_layout(text_, whole, true);
    } else {
        layout_ = read_layout(text_, plain_parts(outline(text_)), false);
    }
}

void TableEditor::replace(Span span, std::string_view by) {
    text_.replace(span.begin, span.end - span.begin, by);
    read();
}

const Entry* TableEditor::entry_at(PathView path) const {
    const auto found = std::ranges::find_if(layout_.entries, [&](const Entry& entry) {
        return !layout_.sections[entry.section].listed && std::ranges::equal(entry.path, path);
    });
    return found == layout_.entries.end() ? nullptr : &*found;
}

const Entry* TableEditor::value_above(PathView path) const {
    const auto found = std::ranges::find_if(layout_.entries, [&](const Entry& entry) {
        return !layout_.sections[entry.section].listed && is_prefix(entry.path, path);
    });
    return found == layout_.entries.end() ? nullptr : &*found;
}

bool TableEditor::has_parts(PathView path) const {
    const auto within = [&](const auto& part) { return is_prefix(path, part.path); };
    return std::ranges::any_of(layout_.entries, within) || std::ranges::any_of(layout_.sections, within);
}

void TableEditor::apply(PathView path, const core::Change& change) {
    const auto whole = joined(path, change.key);
    if (const auto* above = value_above(path)) {
        const auto source = bytes(text_, above->value);
        if (!source.starts_with('{')) {
            throw core::Failure(
                {core::ProblemKind::bad_data, "'" + path_to_toml(above->path) + "' is no table", std::nullopt});
        }
        const auto rest = PathView(whole).subspan(above->path.size());
        const auto edited = edited_inline_table(source, rest, change.value, line_ending_);
        return replace(above->value, edited);
    }
    if (!change.value) return erase(whole);
    if (const auto* entry = entry_at(whole)) {
        const auto edited = edited_value(bytes(text_, entry->value), *change.value, line_ending_);
        return replace(entry->value, edited);
    }
    if (has_parts(whole)) {
        const auto* wanted = std::get_if<core::TextTable>(&*change.value);
        const auto found = fields_of(leaves(text_, layout_), path);
        const auto known = std::ranges::find(found, change.key, &core::Field::key);
        const bool table = known != found.end() && std::holds_alternative<core::TextTable>(known->value);
        const bool empty_form = section_at(whole) != nullptr;
        if (table && wanted != nullptr && (!wanted->empty() || empty_form)) return change_table(whole, *wanted);
        erase(whole);
    }
    add(path, change.key, *change.value);
}

void TableEditor::change_table(PathView path, const core::TextTable& wanted) {
    const auto found = fields_of(leaves(text_, layout_), path);
    // New keys first: they stand beside the old ones, all of which may be about to go.
    for (const auto& [key, text] : wanted) apply(path, {key, core::Value{text}});
    for (const auto& field : found) {
        const auto same_key = [&](const auto& entry) { return entry.first == field.key; };
        if (std::ranges::none_of(wanted, same_key)) erase(joined(path, field.key));
    }
}

void TableEditor::erase(PathView path) {
    struct Lines {
        Span span;
        bool section;
    };
    std::vector<Lines> gone;
    for (const auto& section : layout_.sections) {
        const bool named = section.header.end > section.header.begin && !section.path.empty();
        if (named && is_prefix(path, section.path)) gone.push_back({section.header, true});
    }
    for (const auto& entry : layout_.entries) {
        if (is_prefix(path, entry.path)) gone.push_back({entry.lines, false});
    }
    std::ranges::sort(gone, {}, [](const Lines& lines) { return lines.span.begin; });
    std::vector<Lines> runs;
    for (const auto& lines : gone) {
        if (!runs.empty() && runs.back().span.end == lines.span.begin) {
            runs.back().span.end = lines.span.end;
        } else {
            runs.push_back(lines);
        }
    }
    for (std::size_t index = runs.size(); index-- > 0;) {
        const auto span = runs[index].span;
        text_ = runs[index].section ? without_block(std::move(text_), span)
                                    : text_.erase(span.begin, span.end - span.begin);
    }
    read();
}

const Section* TableEditor::section_at(PathView path) const {
    const auto found = std::ranges::find_if(layout_.sections, [&](const Section& section) {
        return !section.listed && std::ranges::equal(section.path, path);
    });
    return found == layout_.sections.end() ? nullptr : &*found;
}

/// The last key that is written with the table's name in front of it.
const Entry* TableEditor::last_dotted(PathView path) const {
    const Entry* result = nullptr;
    for (const auto& entry : layout_.entries) {
        const auto& section = layout_.sections[entry.section];
        const bool within = entry.path.size() > path.size() && is_prefix(path, entry.path);
        if (within && !section.listed && section.path.size() < path.size()) result = &entry;
    }
    return result;
}

void TableEditor::add(PathView path, std::string_view key, const core::Value& value) {
    const auto whole = joined(path, key);
    const auto text = " = " + to_toml(value);
    // The table itself, or the nearest one above it whose own lines say how it is written.
    for (auto table = path;; table = table.first(table.size() - 1)) {
        const auto* section = section_at(table);
        if (section != nullptr && table.size() == path.size()) {
            return add_line_after(section->last, key_to_toml(key) + text);
        }
        if (section != nullptr || table.empty()) break;
        if (const auto* dotted = last_dotted(table)) {
            const auto prefix = layout_.sections[dotted->section].path.size();
            return add_line_after(dotted->lines, path_to_toml(PathView(whole).subspan(prefix)) + text);
        }
    }
    if (path.empty()) return add_root_line(key_to_toml(key) + text);
    const auto block = "[" + path_to_toml(path) + "]" + line_ending_ + key_to_toml(key) + text + line_ending_;
    text_ = with_block(text_, text_.size(), block, line_ending_);
    read();
}

void TableEditor::add_line_after(Span lines, std::string_view line) {
    const auto indent = indentation(std::string_view(text_).substr(lines.begin));
    auto added = std::string(indent) + std::string(line) + line_ending_;
    if (!ends_line(std::string_view(text_).substr(0, lines.end))) added.insert(0, line_ending_);
    text_.insert(lines.end, added);
    read();
}

void TableEditor::add_root_line(std::string_view line) {
    const auto found = outline(text_);
    auto position = text_.size();
    if (!found.records.empty()) position = found.records.front().lead_begin;
    if (!found.parts.empty() && found.parts.front().begin < position) {
        position = begin_of_lead(text_, found.parts.front().begin, content_begin(text_));
    }
    text_ = with_block(text_, position, std::string(line) + line_ending_, line_ending_);
    read();
}

} // namespace kith::store
