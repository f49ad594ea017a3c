// What the rows of tables are called where two tables have one id for different records: `7`, and the next one `7 2`.
#pragma once

#include "kith/core/numbers_by_text.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kith::exchange {

class RowIds {
  public:
    /// The key of the record of this id that is the so-many-th, from 1.
    [[nodiscard]] static std::string key(const std::string& id, std::uint32_t number) {
        return number == 1 ? id : id + " " + std::to_string(number);
    }
    void note(std::string_view key) {
        const auto blank = key.rfind(' ');
        const auto digits = blank == key.npos ? std::string_view{} : key.substr(blank + 1);
        constexpr std::size_t most_digits = 6;
        if (digits.empty() || digits.size() > most_digits || digits.find_first_not_of("0123456789") != digits.npos)
            return;
        const auto number = static_cast<std::uint32_t>(std::stoul(std::string(digits)));
        auto* most = last_.try_emplace(key.substr(0, blank), number).first;
        *most = std::max(*most, number);
    }
    /// The number of the last one noted of this id; 1 where none has a number.
    [[nodiscard]] std::uint32_t last(std::string_view id) const {
        const auto* found = last_.find(id);
        return found == nullptr ? 1 : std::max(*found, std::uint32_t{1});
    }

  private:
    core::NumbersByText last_;
};

} // namespace kith::exchange
