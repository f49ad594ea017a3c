// What the rows of tables are called where two tables have one id for different records: `7`, and the next one `7 2`.
#pragma once

#include "number_lists.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kith::exchange {

/// The key of a further record of an id.
struct FurtherKey {
    std::string_view id;
    std::uint32_t number = 0;
};

/// Nothing for a key that is none. Lasts as long as the key.
[[nodiscard]] inline std::optional<FurtherKey> further_key(std::string_view key) {
    const auto blank = key.rfind(' ');
    const auto digits = blank == key.npos ? std::string_view{} : key.substr(blank + 1);
    constexpr std::size_t most_digits = 6;
    if (digits.empty() || digits.size() > most_digits || digits.find_first_not_of("0123456789") != digits.npos)
        return std::nullopt;
    const auto number = static_cast<std::uint32_t>(std::stoul(std::string(digits)));
    if (digits.front() == '0' || number < 2) return std::nullopt;
    return FurtherKey{key.substr(0, blank), number};
}

class RowIds {
  public:
    /// The key of the first record of an id: the id, but where that could be the key of a further one of another id.
    [[nodiscard]] static std::string first_key(std::string id) {
        if (further_key(id)) id.replace(id.rfind(' '), 1, "%20");
        return id;
    }
    /// The key of the record that is the so-many-th, from 1, of those whose first one has this key.
    [[nodiscard]] static std::string key(const std::string& first, std::uint32_t number) {
        return number == 1 ? first : first + " " + std::to_string(number);
    }
    void note(std::string_view key) {
        if (const auto further = further_key(key)) numbers_.put(further->id, further->number);
    }
    /// The numbers noted of further ones, from the lowest on; until the next one is noted.
    [[nodiscard]] NumberLists::Numbers further(std::string_view first) const { return numbers_.at(first); }
    /// The lowest number of a further one that is not noted.
    [[nodiscard]] std::uint32_t free(std::string_view first) const {
        std::uint32_t free = 2;
        for (const auto number : further(first)) {
            if (number != free) break;
            ++free;
        }
        return free;
    }

  private:
    NumberLists numbers_;
};

} // namespace kith::exchange
