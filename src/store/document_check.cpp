#include "document_check.hpp"

#include <algorithm>

namespace kith::store {

namespace {

/// The lines without the last one's terminator: what is added after the last line of a file gives it one.
std::string_view lines_of(std::string_view text, std::size_t begin, std::size_t end) {
    auto lines = bytes(text, {begin, end});
    if (lines.ends_with('\n')) lines.remove_suffix(1);
    if (lines.ends_with('\r')) lines.remove_suffix(1);
    return lines;
}

[[noreturn]] void refuse(core::Place place, std::string message, std::string hint = {}) {
    throw core::Failure({core::ProblemKind::bad_data, std::move(message), std::move(place), std::move(hint)});
}

} // namespace

Outlined outlined(std::string_view text, const Outline& outline) {
    return {text, outline.records, outline.parts};
}

bool is_same_record(const Outlined& before, std::size_t record, const Outlined& after, std::size_t other) {
    const auto& old = before.records[record];
    const auto& now = after.records[other];
    return old.kind == now.kind &&
           lines_of(before.text, old.begin, old.end) == lines_of(after.text, now.begin, now.end);
}

bool has_same_records(const Outlined& before, std::optional<std::size_t> but_before, const Outlined& after,
                      std::optional<std::size_t> but_after) {
    const auto count = [](const Outlined& text, bool one_less) { return text.records.size() - (one_less ? 1 : 0); };
    const auto common = count(before, but_before.has_value());
    if (common != count(after, but_after.has_value())) return false;
    for (std::size_t index = 0; index < common; ++index) {
        const auto old = but_before && index >= *but_before ? index + 1 : index;
        const auto now = but_after && index >= *but_after ? index + 1 : index;
        if (!is_same_record(before, old, after, now)) return false;
    }
    return true;
}

bool has_same_parts(const Outlined& before, const Outlined& after) {
    return std::ranges::equal(before.parts, after.parts, [&](const PartSpan& old, const PartSpan& now) {
        return lines_of(before.text, old.begin, old.end) == lines_of(after.text, now.begin, now.end);
    });
}

std::string_view record_source(const Outlined& text, std::size_t record) {
    return bytes(text.text, {text.records[record].begin, text.records[record].end});
}

std::string plain_source(const Outlined& text) {
    std::string result;
    for (const auto& part : text.parts) {
        if (!part.record) result += bytes(text.text, {part.begin, part.end});
    }
    return result;
}

TableAddress address_alone(std::string_view source) {
    Scanner scanner(source);
    static_cast<void>(scanner.next());
    return {decoded(scanner.path()), 0};
}

TableAddress address_in_text(const Outlined& text, std::size_t record) {
    auto address = address_alone(record_source(text, record));
    const auto before = text.records.first(record);
    address.element =
        static_cast<std::size_t>(std::ranges::count(before, text.records[record].kind, &RecordSpan::kind));
    return address;
}

void refuse_edit(std::span<const PartSpan> parts, core::Place place) {
    const auto apart = std::ranges::find_if(parts, [](const PartSpan& part) { return part.record.has_value(); });
    if (apart == parts.end())
        refuse(std::move(place), "this edit would not read back as it was meant",
               "nothing was changed; 'kith check' tells what it finds in the file");
    refuse({place.file, apart->line, 1}, "this part of a record stands apart from it; move it up to the record first");
}

Outline checked_outline(std::string_view text, std::span<const PartSpan> parts, core::Place place) {
    if (first_invalid_utf8(text)) refuse(std::move(place), "a text is not valid UTF-8");
    auto result = outline(text);
    const bool valid = result.certain || (!result.broken && !find_problem(place.file, text));
    if (!valid) refuse_edit(parts, std::move(place));
    return result;
}

} // namespace kith::store
