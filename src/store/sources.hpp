// Looking at a record's bytes before it is read.
#pragma once

#include "kith/core/date.hpp"
#include "kith/core/error.hpp"
#include "kith/store/document.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace kith::store {

/// Whether one of the texts stands in the source; true too where the source has escapes that could hide one.
[[nodiscard]] bool mentions_any(std::string_view source, std::span<const std::string> needles);

/// The same for one part of a text after another, which is searched only once.
class Mentions {
  public:
    /// Both must outlive it.
    Mentions(std::string_view text, std::span<const std::string> needles);
    /// Of a part that begins after those asked for before.
    [[nodiscard]] bool in(std::string_view source);

  private:
    const char* end_;
    std::span<const std::string> needles_;
    std::vector<const char*> next_; ///< Where each stands next; the end where nowhere.
    bool has_escapes_;
};

/// Three quotes in a row, which may begin a string over lines; perhaps true of three in a row of `#` or `&` too.
[[nodiscard]] bool has_quotes_of_lines(std::string_view source);

/// Whether the source of an interaction plainly says a date of the month its file is named after: `date = 2026-11-`.
/// True for files of other kinds.
[[nodiscard]] bool is_dated_within(std::string_view source, std::string_view file_name);

/// Whether the source of an interaction in one piece and without strings over lines says one date, outside the days.
[[nodiscard]] bool is_plainly_dated_outside(std::string_view source, const core::DateRange& days);

/// The same of any interaction's.
[[nodiscard]] bool is_dated_outside(std::string_view source, const core::DateRange& days);

/// Whether the source of an interaction in one piece and without strings over lines may say that it is with one of
/// these people; false only where it plainly says others, or none.
[[nodiscard]] bool may_be_with(std::string_view source, const std::unordered_set<std::string_view>& ids);

/// Whether a text plainly holds nothing but follow-ups as kith writes them that were closed before the day, which is
/// written as `2026-11-22`, each created in the year its file is named after: of a record's source or of a whole file.
/// Another order of keys, comments between records, strings over lines, sub-tables and marks of a conflict speak
/// against it.
[[nodiscard]] bool holds_only_closed(std::string_view source, std::string_view file_name, std::string_view day);

/// Where the root of a file has a value by the name of the kind, that it is not read: `interaction = [{ ... }]`.
[[nodiscard]] std::optional<core::Problem> listed_in_a_value(const Document& document, std::string_view kind);

/// The remark on a record that stands in another file than the one its date asks for.
[[nodiscard]] core::Problem misplaced(const Document& document, std::size_t index, const std::string& belongs_in);

} // namespace kith::store
