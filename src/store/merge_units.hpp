// A file as a merge sees it: a row of records, plain tables and comments that stand alone.
#pragma once

#include "kith/core/date.hpp"
#include "kith/core/fields.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::store {

struct Unit {
    enum class Form { comment, root, table, record };

    Form form = Form::comment;
    std::string key;                  ///< What is the same on both sides: `interaction k7f2q9xa`, `[group.mentors]`.
    std::string kind;                 ///< Of a record.
    std::string id;                   ///< Of a record that has one.
    core::Fields fields;              ///< Of a record or table.
    std::optional<core::Moment> time; ///< Where it belongs in a file that goes by time.
    std::string source; ///< Its lines as they stand, with the comments directly above; the last one ends too.
    std::string text;   ///< The same with line feeds alone.
    std::string blank;  ///< The blank lines above.
    std::string above;  ///< The key of the unit above; empty for the first.
};

struct Units {
    std::vector<Unit> units;
    std::string tail; ///< The blank lines at the end.
    bool ends_line = true;
};

/// Of a valid text without a byte-order mark. Of a record that stands there twice with the same fields, the first.
[[nodiscard]] Units read_units(std::string_view text);

/// With each `\r\n` as `\n`.
[[nodiscard]] std::string with_line_feeds(std::string_view text);

/// What the lines of one record or table say.
[[nodiscard]] core::Fields fields_in(std::string_view text);

/// Where a record of the kind stands in a file that goes by time; nothing where it does not, or where its date is
/// missing.
[[nodiscard]] std::optional<core::Moment> time_of(std::string_view kind, const core::Fields& fields);

/// Gives records without an id that one side changed the key of what they were before.
void recognise_nameless(const Units& base, Units& side);

} // namespace kith::store
