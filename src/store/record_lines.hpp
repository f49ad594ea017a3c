// The lines of one record or plain table, each with the key it belongs to and the comments above it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kith::store {

/// A key with its value, or a header.
struct Item {
    std::string key;    ///< The first part of its path; empty for the record's own header.
    bool is_own = true; ///< Stands among the record's own keys, not in a sub-table's section.
    std::string text;   ///< Its lines, and those between it and the item before.
    friend bool operator==(const Item&, const Item&) = default;
};

using Items = std::vector<Item>;

/// All lines of the text, whose last item ends it.
[[nodiscard]] Items items_of(std::string_view text);
[[nodiscard]] std::string to_text(const Items& items);

/// Those of one key.
[[nodiscard]] Items items_of(const Items& items, std::string_view key);
/// The items with those of the key as `source` has them: where the old ones stood, else after the key that comes before
/// it there.
[[nodiscard]] Items with_key_of(const Items& items, std::string_view key, const Items& source);

/// Each comment without the blanks around it, in order.
[[nodiscard]] std::vector<std::string> comments_in(std::string_view text);

} // namespace kith::store
