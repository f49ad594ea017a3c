// Ids made of names: `ana-souza`, and `ana-souza-2` where that is taken.
#pragma once

#include "kith/core/numbers_by_text.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

namespace kith::core {

/// Makes one id after the other; none comes twice, also where they differ in case or accents only.
class SlugIds {
  public:
    /// `fallback` is the id of a text that has neither letters nor digits.
    explicit SlugIds(std::string fallback);

    /// The id is not given out.
    void take(std::string_view id);
    /// The slug of the text, with -2, -3 where it is taken. It is taken from now on.
    [[nodiscard]] std::string next(std::string_view text);

  private:
    std::string fallback_;
    NumbersByText taken_;                          ///< Folded.
    std::unordered_map<std::string, int> numbers_; ///< Of a slug that several have, the last number tried.
};

} // namespace kith::core
