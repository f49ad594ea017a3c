// Of each of very many texts the numbers that it has, which is mostly one.
#pragma once

#include "kith/core/numbers_by_text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace kith::exchange {

class NumberLists {
  public:
    using Numbers = std::span<const std::uint32_t>;

    /// Makes room for as many texts in all.
    void reserve(std::size_t size) { places_.reserve(size); }

    /// From the lowest on; until the next one is put in.
    [[nodiscard]] Numbers at(std::string_view text) const {
        const auto* found = places_.find(text);
        if (found == nullptr) return {};
        return is_list(*found) ? Numbers(lists_[*found - first_list]) : Numbers(found, 1);
    }
    /// Below two thousand millions. The text has it once.
    void put(std::string_view text, std::uint32_t number) {
        const auto [place, is_new] = places_.try_emplace(text, number);
        if (is_new || *place == number) return;
        if (!is_list(*place)) {
            lists_.push_back({*place});
            *place = first_list + static_cast<std::uint32_t>(lists_.size() - 1);
        }
        auto& list = lists_[*place - first_list];
        const auto at = number > list.back() ? list.end() : std::ranges::lower_bound(list, number);
        if (at == list.end() || *at != number) list.insert(at, number);
    }

  private:
    static constexpr std::uint32_t first_list = 1U << 31U;
    static bool is_list(std::uint32_t place) { return place >= first_list; }

    core::NumbersByText places_; ///< To the only number, or to the list.
    std::vector<std::vector<std::uint32_t>> lists_;
};

} // namespace kith::exchange
