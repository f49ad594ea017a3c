// The check before an edit takes hold: the new text says what the old one did and the intended change, and nothing
// else.
#pragma once

#include "kith/core/error.hpp"
#include "kith/core/fields.hpp"

#include "toml_judge.hpp"
#include "toml_scanner.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace kith::store {

/// A text with what it consists of.
struct Outlined {
    std::string_view text;
    std::span<const RecordSpan> records;
    std::span<const PartSpan> parts;
};

[[nodiscard]] Outlined outlined(std::string_view text, const Outline& outline);

/// Whether all records but these have the bytes that they had, in their order.
[[nodiscard]] bool has_same_records(const Outlined& before, std::optional<std::size_t> but_before,
                                    const Outlined& after, std::optional<std::size_t> but_after);
/// Whether all tables that are no records have the bytes they had.
[[nodiscard]] bool has_same_parts(const Outlined& before, const Outlined& after);

/// Whether one record of each has the same bytes.
[[nodiscard]] bool is_same_record(const Outlined& before, std::size_t record, const Outlined& after, std::size_t other);

/// The bytes of a record's own lines.
[[nodiscard]] std::string_view record_source(const Outlined& text, std::size_t record);
/// The lines of all tables that are no records.
[[nodiscard]] std::string plain_source(const Outlined& text);

/// Where the record stands in its whole text.
[[nodiscard]] TableAddress address_in_text(const Outlined& text, std::size_t record);
/// Where it stands in its own lines.
[[nodiscard]] TableAddress address_alone(std::string_view source);

/// The text as it is read again; a Failure where it is not valid. `parts` are those of the text before.
[[nodiscard]] Outline checked_outline(std::string_view text, std::span<const PartSpan> parts, core::Place place);

/// The edit would not read back as it was meant. Where a record's part stands apart, that is why.
[[noreturn]] void refuse_edit(std::span<const PartSpan> parts, core::Place place);

} // namespace kith::store
