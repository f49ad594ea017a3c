// A TOML text line by line: headers and keys with their spans, and what records and tables these make.
#pragma once

#include "kith/store/document.hpp"

#include "toml_cursor.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace kith::store {

class Scanner {
  public:
    enum class Item {
        header,
        entry,
        end,
        broken, ///< At position() stands something that no valid text has there, or that is nested too deeply.
    };

    explicit Scanner(std::string_view text, std::size_t position = 0, int line = 1) : cursor_(text, position, line) {}

    /// Moves on to the next header or key with its value.
    [[nodiscard]] Item next();

    // Of the item: its key or header's path, what of it is a value, and all its lines from the first one's begin to
    // after the terminator of the last.
    [[nodiscard]] std::span<const KeyPart> path() const { return path_; }
    [[nodiscard]] bool is_array() const { return array_; }
    [[nodiscard]] Span value() const { return value_; }
    [[nodiscard]] Span lines() const { return lines_; }
    [[nodiscard]] int line() const { return line_; }

    [[nodiscard]] std::size_t position() const { return cursor_.position(); }
    [[nodiscard]] bool certain() const { return cursor_.certain(); }
    [[nodiscard]] bool too_deep() const { return cursor_.too_deep(); }

  private:
    [[nodiscard]] Item header();
    [[nodiscard]] Item entry();
    [[nodiscard]] Item finish(Item item);

    Cursor cursor_;
    std::vector<KeyPart> path_;
    int header_depth_ = 0;
    bool array_ = false;
    Span value_;
    Span lines_;
    int line_ = 0;
};

/// What a whole text consists of.
struct Outline {
    std::vector<RecordSpan> records;
    std::vector<PartSpan> parts;
    bool certain = true; ///< That toml++ finds it valid.
    bool too_deep = false;
    std::optional<std::size_t> broken; ///< Where the scanner could not go on.

    /// Certain, and every record in one piece: a record's lines can be read and checked alone.
    [[nodiscard]] bool is_ordinary() const;
};

[[nodiscard]] Outline outline(std::string_view text);

/// The first of the comment lines directly above a line, looking no further up than `limit`; the line itself where
/// there are none, or where they begin the text.
[[nodiscard]] std::size_t begin_of_lead(std::string_view text, std::size_t line_begin, std::size_t limit);

} // namespace kith::store
