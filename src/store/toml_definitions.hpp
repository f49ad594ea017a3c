// What a TOML text has defined so far: keys are given once, tables are opened once, lists of tables grow.
#pragma once

#include "toml_cursor.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace kith::store {

/// Answers `certain` or not for one header or key after the other. Once it was not certain its answers mean nothing.
class Definitions {
  public:
    Definitions() : nodes_(1) {}

    [[nodiscard]] bool header(std::span<const KeyPart> path, bool array);
    [[nodiscard]] bool entry(std::span<const KeyPart> path);

  private:
    using Index = std::uint32_t;
    static constexpr Index none = 0; ///< The root is nobody's child.

    enum class Kind : std::uint8_t { value, implicit, table, dotted, records };

    struct Node {
        std::string_view key;
        Index first = none;
        Index last = none;
        Index next = none;
        std::uint32_t children = 0;
        Kind kind = Kind::implicit;
    };

    [[nodiscard]] Index find(Index parent, std::string_view key) const;
    [[nodiscard]] Index add(Index parent, std::string_view key, Kind kind);
    [[nodiscard]] Index parent_of_header(std::span<const KeyPart> path);
    void open_record(Index records, bool at_root);
    [[nodiscard]] bool is_within_latest(std::span<const KeyPart> path) const;

    std::vector<Node> nodes_;
    Index current_ = 0;
    // The latest record's nodes, when no others were added after them: the next record of its kind puts its own in
    // their place.
    Index latest_ = none;
    std::size_t latest_begin_ = 0;
    bool latest_is_last_ = false;
};

} // namespace kith::store
