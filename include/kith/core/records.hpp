// Records to fields and back: the one list of which key of the files is which member.
#pragma once

#include "kith/core/fields.hpp"
#include "kith/core/journal.hpp"
#include "kith/core/strategy.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kith::core {

/// A key of a record that does not hold what it should.
struct FieldProblem {
    std::string key;
    int line = 0; ///< In the file; 0 where the key is missing.
    std::string message;
    friend bool operator==(const FieldProblem&, const FieldProblem&) = default;
};

/// The record's keys in the order of data-format.md; absent ones are left out.
template<class Record> [[nodiscard]] Fields to_fields(const Record& record);

/// The record that the fields say. Unknown keys are passed over; a value of the wrong type is left out and told in
/// `problems`. What has one meaning is taken: a date written as a text, one text where a list of texts belongs.
template<class Record> struct Reading {
    Record record;
    std::vector<FieldProblem> problems;
};
template<class Record> [[nodiscard]] Reading<Record> from_fields(const Fields& fields);

/// A record before and after a change.
template<class Record> struct Edit {
    Record before;
    Record after;
};

/// A record, and as lines of TOML its keys that kith does not know: its owner's, kept and taken along as they stand.
template<class Record> struct WithOther {
    Record record;
    std::string other;
};

/// All keys that a record of this kind can have, in their order.
template<class Record> [[nodiscard]] std::vector<std::string_view> keys_of();

/// The name of the record's table in the files: `person`, `interaction`.
template<class Record> [[nodiscard]] std::string_view kind_of();

} // namespace kith::core
