// One TOML file that a person also edits: records are read and changed in place, every other byte stays as it is.
//
// A document is its text and a row of spans. A scanner that knows strings, comments, arrays and inline tables finds the
// spans; toml++ decides what is valid TOML and reads what the scanner is not sure of. Nothing is ever printed over the
// user's text.
#pragma once

#include "kith/core/error.hpp"
#include "kith/core/fields.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::store {

/// One `[[kind]]` table with all that belongs to it: its keys and its sub-tables (`[person.handles]`), to the last line
/// of these. Offsets are bytes of the document's text; a span ends after the line's terminator (or at the end of the
/// text).
struct RecordSpan {
    std::string kind; ///< `person` for `[[person]]`.
    /// Of the comment lines directly above (no blank line between), else equal to begin. A comment block that begins
    /// the file is the file's own, never a record's lead.
    std::size_t lead_begin = 0;
    std::size_t begin = 0; ///< Of the header's line.
    std::size_t end = 0; ///< After the last line with a key, a value or a sub-table's header; comments and blanks after
                         ///< it are not in.
    int line = 0;        ///< Of the header, from 1.
};

/// Keys that belong to no record: those above the first header, or a plain `[table]`'s. A part of a record that stands
/// apart from it (another table's lines are between) names that record.
struct PartSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
    int line = 0;
    std::optional<std::size_t> record;
};

struct Outline;

/// A record to insert before another one; records().size() is the end, as for Document::insert.
struct Addition {
    std::size_t before = 0;
    core::Fields fields;
};

/// What is to change of a record.
struct Revision {
    std::size_t record = 0;
    std::vector<core::Change> changes;
};

class Document {
  public:
    /// Takes the text of the file `name` (as places show it). A core::Failure of bad data with FILE:LINE:COLUMN and the
    /// reason where the text is not valid TOML 1.0, not valid UTF-8, or nested hundreds of levels deep. Conflict
    /// markers that git left get a message of their own, which says how to go on.
    [[nodiscard]] static Document parse(std::string name, std::string text);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::string& text() const { return text_; }
    /// The text of a document that is not needed any more.
    [[nodiscard]] std::string take_text() && { return std::move(text_); }

    /// Whether each record can be read by its own lines alone.
    [[nodiscard]] bool is_ordinary() const { return ordinary_; }

    /// In the order of the file.
    [[nodiscard]] std::span<const RecordSpan> records() const { return records_; }

    /// The keys of a record with their values; dotted keys and sub-tables of texts come as one TextTable under their
    /// first key.
    [[nodiscard]] core::Fields fields(std::size_t record) const;

    /// The bytes of a record, `begin` to `end`: for searching before reading.
    [[nodiscard]] std::string_view source(std::size_t record) const;

    [[nodiscard]] core::Place place(std::size_t offset) const;

    /// The keys of a plain table (`{"group", "mentors"}`, `{"balance"}`; `{}` is the root) in whatever form it is
    /// written: a header, dotted keys or an inline table. Nothing where there is none. Tables within it come as
    /// TextTable where they hold texts only, else as Unmodelled.
    [[nodiscard]] std::optional<core::Fields> table(std::span<const std::string> path) const;
    /// Names of the tables directly within a table, in the order of the file: `{"group"}` gives `mentors`, `rust`.
    [[nodiscard]] std::vector<std::string> tables_in(std::span<const std::string> path) const;

    // Edits. Each leaves every byte outside the record's lines as it is, is checked before it takes hold (toml++ reads
    // exactly the old values plus the intended change), and is a Failure that changes nothing where the document's form
    // does not allow it. New lines end as the file's lines do.

    /// A new `[[kind]]` block with these fields in this order, before the lead of record `before` (which may be
    /// records().size(): at the end of the last record), set off by one blank line. A comment block that begins the
    /// file stays above it.
    void insert(std::size_t before, std::string_view kind, const core::Fields& fields);
    /// Many at once for little more than one costs: all places are among the records that are there now; additions at
    /// the same place keep their order.
    void insert(std::string_view kind, std::vector<Addition> additions);
    /// The same for so many that their fields together would take too much room: `places` are as Addition::before, in
    /// their order, and `fields_of` is asked for what belongs to each place of the list, more than once.
    void insert(std::string_view kind, std::span<const std::size_t> places,
                const std::function<core::Fields(std::size_t)>& fields_of);

    /// Sets or removes keys of a record. A value replaces the span of the old value; a list changes by elements, a
    /// table by keys, so that comments within stay; a new key is one line after the record's last own key; a removed
    /// key takes its lines and the comment beside it.
    void change(std::size_t record, std::span<const core::Change> changes);
    /// Many at once for little more than one costs; each record at most once.
    void change(std::vector<Revision> revisions);

    /// Takes the record's lines and the comment lines directly above it, but never a comment block that begins the
    /// file, and one of the blank lines that set it off.
    void remove(std::size_t record);

    /// The same as change for a plain table; the table is added as a `[path]` block at the end of the file where there
    /// is none.
    void change_table(std::span<const std::string> path, std::span<const core::Change> changes);

  private:
    void adopt(std::string text, Outline outline);
    /// Where a block goes that is inserted before a record, or behind the last.
    [[nodiscard]] std::size_t position_before(std::size_t record) const;

    std::string name_;
    std::string text_;
    std::vector<RecordSpan> records_;
    std::vector<PartSpan> parts_;
    bool ordinary_ = true; ///< Each record can be read and checked by its own lines alone.
};

/// The value as TOML on one line: texts as basic strings (control characters escaped, the rest as it is), dates bare,
/// tables inline.
[[nodiscard]] std::string to_toml(const core::Value& value);
/// A record as TOML text: `[[kind]]` and a line a key, ending in `\n`.
[[nodiscard]] std::string to_toml(std::string_view kind, const core::Fields& fields);

} // namespace kith::store
