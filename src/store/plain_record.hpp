// The usual record, read in one go: most of a journal was written by kith itself and never looks otherwise.
#pragma once

#include <optional>
#include <string_view>

namespace kith::store {

/// What the lines of one record say where all are plain: `[[kind]]`, then its known keys in the order of
/// data-format.md, one `key = value` a line with nothing beside it. The source is part of a valid document and is all
/// that belongs to the record. Nothing for any other form: Document::fields reads it, and says the same where both can.
template<class Record> [[nodiscard]] std::optional<Record> read_plain(std::string_view source);

} // namespace kith::store
