// The lines of one record or plain table, each with the key it belongs to and the comments above it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kith::store {

/// A key with its value, or the header of a sub-table.
struct Item {
    std::string key;    ///< The first part of its path.
    bool is_own = true; ///< Stands among the record's own keys, not in a sub-table's section.
    std::string lead;   ///< The lines between it and the item before.
    std::string lines;
    friend bool operator==(const Item&, const Item&) = default;
};

using Items = std::vector<Item>;

struct RecordLines {
    std::string header; ///< With the lines above it; empty for keys that stand above all headers.
    Items items;
};

/// All lines of the text, which ends with the last item.
[[nodiscard]] RecordLines read_lines(std::string_view text);
[[nodiscard]] std::string to_text(const RecordLines& lines);

/// Whether these items of one key are the same, but for the lead of the first.
[[nodiscard]] bool has_same_lines(const Items& left, const Items& right);
/// Those of one key.
[[nodiscard]] Items items_of(const Items& items, std::string_view key);
/// The items with those of the key as `source` has them: where the old ones stood, else after the key that comes before
/// it there.
[[nodiscard]] Items with_key_of(const Items& items, std::string_view key, const Items& source);

/// Each comment without the blanks around it, in order.
[[nodiscard]] std::vector<std::string> comments_in(std::string_view text);

} // namespace kith::store
