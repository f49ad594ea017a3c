// What a record holds, key by key: the one form that TOML, JSON and templates share.
#pragma once

#include "kith/core/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace kith::core {

/// A table of texts, in its order: `handles = { linkedin = "in/anasouza" }`.
using TextTable = std::vector<std::pair<std::string, std::string>>;

/// A TOML value of a type that no key of the journal has: a float, a time alone, an array of arrays.
struct Unmodelled {
    std::string type; ///< In words, for a message: `a floating-point number`.
    friend bool operator==(const Unmodelled&, const Unmodelled&) = default;
};

using Value = std::variant<std::string, std::int64_t, bool, Moment, std::vector<std::string>, TextTable, Unmodelled>;

struct Field {
    std::string key;
    Value value;
    int line = 0; ///< In its file, from 1; 0 for a field that is not from a file.
    friend bool operator==(const Field& a, const Field& b) { return a.key == b.key && a.value == b.value; }
};

/// In the order of the file, or for a new record that of data-format.md. Keys are distinct.
using Fields = std::vector<Field>;

/// What the value is, in words, for a message: `a text`, `a whole number`, `true or false`, `a date`, `a list of
/// texts`, `a table`.
[[nodiscard]] std::string type_in_words(const Value& value);

/// One key to set, or (without a value) to remove.
struct Change {
    std::string key;
    std::optional<Value> value;
    friend bool operator==(const Change&, const Change&) = default;
};

/// What makes `before` into `after`, in the order of `after`, removals last. Keys equal in both are left out.
[[nodiscard]] std::vector<Change> changes(const Fields& before, const Fields& after);

} // namespace kith::core
