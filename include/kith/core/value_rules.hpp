// Which texts a key may hold where not any will do, and which values exclude each other: for checking and for imports.
#pragma once

#include "kith/core/journal.hpp"
#include "kith/core/strategy.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::core {

struct ValueRule {
    std::string_view kind; ///< Of the record: `interaction`.
    std::string_view key;
    const std::vector<std::string>& (*values)(); ///< All there are; nullptr where it is a form.
    bool (*has_form)(std::string_view text);     ///< nullptr where there are values.
    std::string_view form;                       ///< In words: `a period such as 2w`.
    bool may_be_own = false;                     ///< Whether a journal may have others of its owner's.
};

/// Nothing for a key that holds any text.
[[nodiscard]] const ValueRule* value_rule(std::string_view kind, std::string_view key);

/// Whether the key may hold the text by its rule. A text that is empty is as if it were not there.
[[nodiscard]] bool may_hold(const ValueRule& rule, std::string_view text);

/// A key whose value another one excludes: `dropped` of what is done.
struct Contradiction {
    std::string_view key;
    std::string message;
};
[[nodiscard]] std::optional<Contradiction> contradiction_in(const Event& event);
[[nodiscard]] std::optional<Contradiction> contradiction_in(const Followup& followup);
[[nodiscard]] std::optional<Contradiction> contradiction_in(const Post& post);
template<class Record> [[nodiscard]] std::optional<Contradiction> contradiction_in(const Record& /*record*/) {
    return std::nullopt;
}

} // namespace kith::core
