#include "document_properties.hpp"

#include "kith/core/error.hpp"
#include "kith/store/document.hpp"

#include "../../src/store/toml_scanner.hpp"
#include "toml_reading.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace kith::test {

namespace {

using store::Document;

std::string broken(std::string_view what, std::string_view before, std::string_view after = {}) {
    auto result = std::string(what) + "\n--- text\n" + std::string(before) + "\n---\n";
    if (!after.empty()) result += std::string(after) + "\n---\n";
    return result;
}

std::optional<Document> opened(const std::string& text) {
    try {
        return Document::parse("generated.toml", text);
    } catch (const core::Failure&) {
        return std::nullopt;
    }
}

/// What a document reads, in the form of toml++'s reading.
Reading reading_of(const Document& document) {
    Reading result;
    for (std::size_t index = 0; index < document.records().size(); ++index) {
        const auto& kind = document.records()[index].kind;
        result.records[kind].push_back(sorted(document.fields(index)));
    }
    result.root = sorted(*document.table({}));
    return result;
}

bool same_reading(const Reading& left, const Reading& right) {
    // A table above a list of tables is there for toml++, but has no line of its own.
    const bool nested = left.nested_kinds || right.nested_kinds;
    return left.records == right.records && (nested || left.root == right.root);
}

/// Lines that are comments in both readings of the word: also those within a text count, and must stay as well.
std::map<std::string, int> comments_of(std::string_view text) {
    std::map<std::string, int> result;
    text.remove_prefix(store::content_begin(text));
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
        auto line = text.substr(0, end);
        text.remove_prefix(end);
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
        if (line.starts_with('#')) ++result[std::string(line)];
    }
    return result;
}

bool has_all_comments(std::string_view before, std::string_view after) {
    const auto left = comments_of(after);
    return std::ranges::all_of(comments_of(before), [&](const auto& comment) {
        const auto found = left.find(comment.first);
        return found != left.end() && found->second >= comment.second;
    });
}

void note(core::Fields& fields, const core::Change& change) {
    std::erase_if(fields, [&](const core::Field& field) { return field.key == change.key; });
    if (change.value) fields.push_back({change.key, *change.value, 0});
}

std::size_t index_in_kind(const Document& document, std::size_t record) {
    const auto before = document.records().first(record);
    return static_cast<std::size_t>(
        std::ranges::count(before, document.records()[record].kind, &store::RecordSpan::kind));
}

/// Without the lines of keys whose value goes as a whole, because it is taken out or becomes one of another type:
/// comments in it go as well.
std::string without_lost_values(std::string text, store::Span within, const core::Fields& fields,
                                const std::vector<core::Change>& changes) {
    const auto is_lost = [&](const std::string& key) {
        const auto field = std::ranges::find(fields, key, &core::Field::key);
        const auto lost = [&](const core::Change& change) {
            return change.key == key && field != fields.end() &&
                   (!change.value || change.value->index() != field->value.index());
        };
        return std::ranges::any_of(changes, lost);
    };
    std::vector<store::Span> gone;
    store::Scanner scanner(std::string_view(text).substr(0, within.end), within.begin);
    bool table_lost = false;
    for (auto item = scanner.next(); item != store::Scanner::Item::end; item = scanner.next()) {
        const bool lost = std::ranges::any_of(store::decoded(scanner.path()), is_lost);
        if (item == store::Scanner::Item::header) table_lost = lost;
        if (item == store::Scanner::Item::entry && (lost || table_lost)) gone.push_back(scanner.lines());
    }
    for (auto span = gone.rbegin(); span != gone.rend(); ++span) text.erase(span->begin, span->end - span->begin);
    return text;
}

bool has_long_texts(std::string_view text) {
    return text.find("\"\"\"") != std::string_view::npos || text.find("'''") != std::string_view::npos;
}

/// Runs the edit; false where it was refused.
template<class Edit> bool edited(Document& document, Edit edit) {
    try {
        edit(document);
        return true;
    } catch (const core::Failure&) {
        return false;
    }
}

/// Whether a document that was edited has the spans that its text has when it is read anew.
bool has_spans_of_its_text(const Document& document) {
    const auto spans = [](const store::RecordSpan& record) {
        return std::tuple(record.kind, record.lead_begin, record.begin, record.end, record.line);
    };
    return std::ranges::equal(document.records(), store::outline(document.text()).records, {}, spans, spans);
}

} // namespace

bool is_accepted(const std::string& text) {
    return opened(text).has_value();
}

std::string reads_alike(const std::string& text, bool valid) {
    const auto document = opened(text);
    const auto reading = read_with_toml(text);
    const bool certain = !store::first_invalid_utf8(text) && store::outline(text).certain;
    if (certain && !reading) return broken("the scanner is certain, toml++ refuses", text);
    if (valid && !reading) return broken("the generator made no valid document", text);
    if (document.has_value() != reading.has_value()) return broken("not refused alike", text);
    if (document && !same_reading(reading_of(*document), *reading)) return broken("not read alike", text);
    return {};
}

std::string changes_alone(const std::string& text, Chance& chance) {
    auto document = opened(text);
    if (!document || document->records().empty()) return {};
    const auto record = chance.below(document->records().size());
    const auto span = document->records()[record];
    const auto place = index_in_kind(*document, record);
    auto expected = read_with_toml(text);
    if (!expected) return broken("accepted, and toml++ refuses", text);
    std::vector<core::Change> changes;
    auto& fields = expected->records[span.kind][place];
    const auto old_fields = fields;
    for (auto count = 1 + chance.below(3); count > 0; --count) {
        changes.push_back(generated_change(fields, chance));
        note(fields, changes.back());
    }
    fields = sorted(fields);
    const bool done = edited(*document, [&](Document& edit) { edit.change(record, changes); });
    const auto& after = document->text();
    if (!done && store::outline(text).is_ordinary()) return broken("refused without need", text);
    if (!done) return after == text ? std::string() : broken("refused, and changed", text, after);
    const auto reading = read_with_toml(after);
    if (!reading || !same_reading(*reading, *expected)) return broken("not the intended change", text, after);
    if (!same_reading(reading_of(*document), *reading)) return broken("not read alike afterwards", text, after);
    const std::string_view before = text;
    if (!after.starts_with(before.substr(0, span.begin))) return broken("bytes before the record changed", text, after);
    if (!after.ends_with(before.substr(span.end))) return broken("bytes after the record changed", text, after);
    const auto kept = without_lost_values(text, {span.begin, span.end}, old_fields, changes);
    if (!has_long_texts(text) && !has_all_comments(kept, after)) return broken("a comment is gone", text, after);
    return {};
}

std::string changes_table_alone(const std::string& text, Chance& chance) {
    auto document = opened(text);
    if (!document) return {};
    if (!read_with_toml(text)) return broken("accepted, and toml++ refuses", text);
    std::vector<std::string> path;
    constexpr std::string_view names[] = {"group", "rust", "balance", "table", "t1", "week_start", "new one", "person"};
    for (auto depth = chance.below(3); depth > 0; --depth) {
        const auto known = document->tables_in(path);
        path.push_back(known.empty() || chance.one_in(3) ? std::string(chance.of(names)) : chance.of(known));
    }
    auto expected = document->table(path).value_or(core::Fields{});
    const auto old_fields = expected;
    const auto records = read_with_toml(text)->records;
    const auto change = generated_change(expected, chance);
    note(expected, change);
    const bool done = edited(*document, [&](Document& edit) { edit.change_table(path, std::span(&change, 1)); });
    const auto& after = document->text();
    if (!done) return after == text ? std::string() : broken("refused, and changed", text, after);
    const auto reading = read_with_toml(after);
    if (!reading || reading->records != records) return broken("records changed", text, after);
    if (!same_reading(reading_of(*document), *reading)) return broken("not read alike afterwards", text, after);
    const auto now = document->table(path).value_or(core::Fields{});
    if (sorted(now) != sorted(expected)) return broken("not the intended change", text, after);
    const auto kept = without_lost_values(text, {store::content_begin(text), text.size()}, old_fields, {change});
    const bool comments = has_long_texts(text) || has_all_comments(kept, after);
    return comments ? std::string() : broken("a comment is gone", text, after);
}

std::string inserts_alone(const std::string& text, Chance& chance) {
    auto document = opened(text);
    if (!document) return {};
    if (!read_with_toml(text)) return broken("accepted, and toml++ refuses", text);
    auto expected = *read_with_toml(text);
    const auto count = document->records().size();
    const auto before = chance.below(count + 1);
    const std::string kind = chance.one_in(2) ? "person" : "event";
    const auto fields = generated_fields(chance);
    const auto same_kind = static_cast<std::ptrdiff_t>(
        std::ranges::count(document->records().first(before), kind, &store::RecordSpan::kind));
    auto& records = expected.records[kind];
    if (static_cast<std::size_t>(same_kind) > records.size()) return {};
    records.insert(records.begin() + same_kind, sorted(fields));
    if (!edited(*document, [&](Document& edit) { edit.insert(before, kind, fields); })) {
        return document->text() == text ? std::string() : broken("refused, and changed", text, document->text());
    }
    const auto after = document->text();
    const auto reading = read_with_toml(after);
    if (!reading || !same_reading(*reading, expected)) return broken("not the intended record", text, after);
    if (!has_spans_of_its_text(*document) || !same_reading(reading_of(*document), *reading))
        return broken("not read alike afterwards", text, after);
    const auto end = document->records()[before].end;
    const auto tail = std::string_view(after).substr(end);
    const std::string_view old = text;
    const bool kept = old.ends_with(tail) ||
                      (!tail.empty() && tail.starts_with("\r\n") && old.ends_with(tail.substr(2))) ||
                      (!tail.empty() && old.ends_with(tail.substr(1)));
    if (!kept || !has_all_comments(text, after)) return broken("other bytes changed", text, after);
    document->remove(before);
    const auto undone = read_with_toml(document->text());
    if (!undone || !same_reading(*undone, *read_with_toml(text))) return broken("not undone", text, document->text());
    return {};
}

std::string removes_alone(const std::string& text, Chance& chance) {
    auto document = opened(text);
    if (!document || document->records().empty()) return {};
    if (!read_with_toml(text)) return broken("accepted, and toml++ refuses", text);
    auto expected = *read_with_toml(text);
    const auto record = chance.below(document->records().size());
    const auto span = document->records()[record];
    auto& records = expected.records[span.kind];
    records.erase(records.begin() + static_cast<std::ptrdiff_t>(index_in_kind(*document, record)));
    if (records.empty()) expected.records.erase(span.kind);
    if (!edited(*document, [&](Document& edit) { edit.remove(record); })) {
        if (store::outline(text).is_ordinary()) return broken("refused without need", text);
        return document->text() == text ? std::string() : broken("refused, and changed", text, document->text());
    }
    const auto& after = document->text();
    const auto reading = read_with_toml(after);
    if (!reading || !same_reading(*reading, expected)) return broken("not the intended removal", text, after);
    const auto rest = std::string(text).erase(span.lead_begin, span.end - span.lead_begin);
    if (!has_all_comments(rest, after)) return broken("a comment is gone", text, after);
    return {};
}

} // namespace kith::test
