#include "toml_list.hpp"

#include "toml_cursor.hpp"

#include <algorithm>
#include <cstdint>
#include <initializer_list>

namespace kith::store {

namespace {

/// The source without these spans, which are in order and apart.
std::string without(std::string_view source, std::initializer_list<Span> spans) {
    std::string result;
    std::size_t from = 0;
    for (const auto& span : spans) {
        result += source.substr(from, span.begin - from);
        from = span.end;
    }
    return result += source.substr(from);
}

std::string with(std::string_view source, std::size_t position, std::string_view text) {
    return std::string(source).insert(position, text);
}

std::size_t skip_blanks(std::string_view source, std::size_t position) {
    return std::min(source.find_first_not_of(" \t", position), source.size());
}

/// Whether only blanks stand before it on a line after the first.
bool begins_line(std::string_view source, std::size_t position) {
    const auto line = line_at(source, position);
    return line.begin > 0 && is_blank_line(source.substr(line.begin, position - line.begin));
}

/// Whether nothing but perhaps a comment follows on the line.
bool ends_with_comment_or_line(std::string_view source, std::size_t position) {
    const auto next = skip_blanks(source, position);
    return next < source.size() && (source[next] == '#' || source[next] == '\n' || source[next] == '\r');
}

/// The comma, where only blanks stand between the item and it.
std::optional<std::size_t> near_comma(std::string_view source, const ListItem& item) {
    return item.comma && skip_blanks(source, item.whole.end) == *item.comma ? item.comma : std::nullopt;
}

std::size_t end_with_comma(std::string_view source, const ListItem& item) {
    const auto comma = near_comma(source, item);
    return comma ? *comma + 1 : item.whole.end;
}

/// Brackets with only blanks between them lose these.
std::string tidied_when_empty(std::string source) {
    const auto inner = std::string_view(source).substr(1, source.size() - 2);
    if (skip_blanks(inner, 0) == inner.size()) return {source.front(), source.back()};
    return source;
}

std::string without_last(std::string_view source, const List& list, bool alone) {
    const auto& item = list.items.back();
    const auto line = Span{line_at(source, item.whole.begin).begin, line_at(source, item.whole.end).end};
    if (list.items.size() == 1) return alone ? without(source, {line}) : without(source, {item.whole});
    const auto& previous = list.items[list.items.size() - 2];
    const Span comma{*previous.comma, *previous.comma + 1};
    if (alone) return without(source, {comma, line});
    const Span between{previous.whole.end, item.whole.begin};
    const bool commented = bytes(source, between).find('#') != std::string_view::npos;
    return commented ? without(source, {comma, item.whole}) : without(source, {{between.begin, item.whole.end}});
}

/// The first line of the comments directly above the line, or that line.
std::size_t begin_with_comments(std::string_view source, std::size_t line_begin) {
    while (const auto line = line_before(source, line_begin)) {
        if (line->begin == 0 || !is_comment_line(bytes(source, *line))) break;
        line_begin = line->begin;
    }
    return line_begin;
}

std::string with_first_item(std::string_view source, std::string_view text, std::string_view line_ending) {
    const auto inner = source.substr(1, source.size() - 2);
    if (inner.find('\n') == std::string_view::npos) {
        const std::string_view blank = source.front() == '{' ? " " : "";
        return source.front() + std::string(blank) + std::string(text) + std::string(blank) + source.back();
    }
    // Only comments and line ends within: the new line goes before the closing bracket's.
    const auto close = line_at(source, source.size() - 1).begin;
    const auto above = bytes(source, *line_before(source, close));
    const bool comment_above = is_comment_line(above);
    const auto indent =
        comment_above ? std::string(indentation(above)) : std::string(indentation(source.substr(close))) + "  ";
    return with(source, close, indent + std::string(text) + "," + std::string(line_ending));
}

std::string with_item_at_front(std::string_view source, const ListItem& first, std::string_view text,
                               std::string_view line_ending) {
    if (!begins_line(source, first.whole.begin)) return with(source, first.whole.begin, std::string(text) + ", ");
    const auto line = line_at(source, first.whole.begin);
    const auto indent = std::string(indentation(bytes(source, line)));
    return with(source, begin_with_comments(source, line.begin),
                indent + std::string(text) + "," + std::string(line_ending));
}

} // namespace

List read_list(std::string_view source) {
    List result;
    Cursor cursor(source, 0, 0);
    const bool table = source.front() == '{';
    static_cast<void>(cursor.take(source.front()));
    while (cursor.skip_between() && cursor.peek() != ']' && cursor.peek() != '}') {
        ListItem item;
        item.whole.begin = cursor.position();
        item.line = cursor.line();
        if (table && cursor.take_key()) {
            item.key = decoded(cursor.path());
            static_cast<void>(cursor.take('='));
            cursor.skip_blanks();
        }
        item.value.begin = cursor.position();
        if (!cursor.take_value(0)) break;
        item.value.end = item.whole.end = cursor.position();
        if (cursor.skip_between() && cursor.peek() == ',') {
            item.comma = cursor.position();
            static_cast<void>(cursor.take(','));
        }
        result.items.push_back(std::move(item));
    }
    return result;
}

std::string without_item(std::string_view source, std::size_t index) {
    const auto list = read_list(source);
    const auto& item = list.items[index];
    const auto end = end_with_comma(source, item);
    const bool alone = begins_line(source, item.whole.begin) && ends_with_comment_or_line(source, end);
    if (!item.comma) return tidied_when_empty(without_last(source, list, alone));
    if (!near_comma(source, item)) return without(source, {item.whole, {*item.comma, *item.comma + 1}});
    if (alone) {
        return tidied_when_empty(
            without(source, {{line_at(source, item.whole.begin).begin, line_at(source, end).end}}));
    }
    const auto next = skip_blanks(source, end);
    const bool more_on_line = !ends_with_comment_or_line(source, end) && next + 1 < source.size();
    if (more_on_line) return without(source, {{item.whole.begin, next}});
    const auto before = source.substr(0, item.whole.begin).find_last_not_of(" \t") + 1;
    return tidied_when_empty(without(source, {{before, end}}));
}

std::string with_item(std::string_view source, std::size_t index, std::string_view text, std::string_view line_ending) {
    const auto list = read_list(source);
    if (list.items.empty()) return with_first_item(source, text, line_ending);
    if (index == 0) return with_item_at_front(source, list.items.front(), text, line_ending);
    const auto& previous = list.items[index - 1];
    const auto comma = near_comma(source, previous);
    const auto end = end_with_comma(source, previous);
    const bool one_a_line = begins_line(source, previous.whole.begin) && (comma || !previous.comma);
    const auto indent = std::string(indentation(bytes(source, line_at(source, previous.whole.begin))));
    const auto item = std::string(text) + (comma ? "," : "");
    const auto next = skip_blanks(source, end);
    if (one_a_line && next + 1 == source.size()) {
        return with(source, end, (comma ? "" : ",") + std::string(line_ending) + indent + item);
    }
    if (one_a_line && ends_with_comment_or_line(source, end)) {
        auto result = with(source, line_at(source, end).end, indent + item + std::string(line_ending));
        return comma ? result : with(result, previous.whole.end, ",");
    }
    return with(source, previous.whole.end, ", " + std::string(text));
}

} // namespace kith::store
