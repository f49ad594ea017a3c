// What toml++ reads in a text, in core values: the second opinion that the tests compare documents with.
#pragma once

#include "kith/core/fields.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::test {

struct Reading {
    std::map<std::string, std::vector<core::Fields>> records; ///< By kind, in the order of the file.
    core::Fields root;                                        ///< Without the records.
    bool nested_kinds = false;                                ///< There is a `[[a.b]]` that is not below an `[[a]]`.
    friend bool operator==(const Reading&, const Reading&) = default;
};

/// Nothing where toml++ finds the text not valid.
[[nodiscard]] std::optional<Reading> read_with_toml(std::string_view text);

/// By key, and texts in tables likewise: toml++ does not keep the order.
[[nodiscard]] core::Fields sorted(core::Fields fields);

} // namespace kith::test
