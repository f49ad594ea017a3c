// Very many people who have the same key or name, by what else tells them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace kith::exchange {

/// Of each clue those who have it, of whom only some are looked at, so that not each is compared with each.
class Crowd {
  public:
    using Numbers = std::vector<std::uint32_t>;

    [[nodiscard]] bool is_empty() const { return lists_.empty(); }

    void add(std::uint32_t number, const std::vector<std::string>& clues) {
        for (const auto& clue : clues) lists_[clue].numbers.push_back(number);
    }
    /// Some of those who have the clue that fewest have, in the order they were added. Who is not free is none of them,
    /// and will never be.
    template<class IsFree>
    [[nodiscard]] Numbers some_with(const std::vector<std::string>& clues, const IsFree& is_free) {
        List* rarest = nullptr;
        for (const auto& clue : clues) {
            const auto found = lists_.find(clue);
            if (found == lists_.end()) continue;
            if (rarest == nullptr || found->second.size() < rarest->size()) rarest = &found->second;
        }
        return rarest == nullptr ? Numbers{} : rarest->some(is_free);
    }

  private:
    struct List {
        Numbers numbers;
        std::size_t begin = 0; ///< Those before are not free.

        [[nodiscard]] std::size_t size() const { return numbers.size() - begin; }
        template<class IsFree> Numbers some(const IsFree& is_free) {
            constexpr std::size_t most_found = 20;
            constexpr std::size_t most_looked_at = 500;
            while (begin < numbers.size() && !is_free(numbers[begin])) ++begin;
            Numbers found;
            const auto end = std::min(numbers.size(), begin + most_looked_at);
            for (auto place = begin; place < end && found.size() < most_found; ++place)
                if (is_free(numbers[place])) found.push_back(numbers[place]);
            return found;
        }
    };

    std::unordered_map<std::string, List> lists_;
};

} // namespace kith::exchange
