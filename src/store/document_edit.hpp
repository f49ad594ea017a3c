// Changing keys of a table in whatever form it is written: only the spans that say something else afterwards are
// touched.
#pragma once

#include "kith/core/fields.hpp"

#include "document_layout.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::store {

/// What sets a block off that is put in at a line's begin.
struct Separators {
    std::string above;
    std::string below;
};
[[nodiscard]] Separators around_block(std::string_view text, std::size_t position, std::string_view line_ending);

/// `block` (whole lines) at a line's begin, set off from lines that are not blank by one blank line on each side.
[[nodiscard]] std::string with_block(std::string_view text, std::size_t position, std::string_view block,
                                     std::string_view line_ending);

/// After the record that ends at `end` and the comments directly below it, unless these belong to the header they stand
/// above.
[[nodiscard]] std::size_t end_with_comments(std::string_view text, std::size_t end);

/// One change a key, the last one given.
[[nodiscard]] std::vector<core::Change> distinct(std::span<const core::Change> changes);

/// The text of a record alone, or a whole text of whose plain tables some are to change. Nothing of it is checked here.
class TableEditor {
  public:
    TableEditor(std::string text, bool of_record, std::string_view line_ending);

    /// Sets a key of the table at `path`, or takes it out. For a record `{}` is the record itself.
    void apply(PathView path, const core::Change& change);

    [[nodiscard]] const std::string& text() const { return text_; }

  private:
    void read();
    void replace(Span span, std::string_view by);
    [[nodiscard]] const Entry* entry_at(PathView path) const;
    [[nodiscard]] const Entry* value_above(PathView path) const;
    [[nodiscard]] bool has_parts(PathView path) const;
    void change_table(PathView path, const core::TextTable& wanted);
    void erase(PathView path);
    void add(PathView path, std::string_view key, const core::Value& value);
    [[nodiscard]] const Section* section_at(PathView path) const;
    [[nodiscard]] const Entry* last_dotted(PathView path) const;
    void add_line_after(Span lines, std::string_view line);
    void add_root_line(std::string_view line);

    std::string text_;
    bool of_record_;
    std::string line_ending_;
    Layout layout_;
};

} // namespace kith::store
