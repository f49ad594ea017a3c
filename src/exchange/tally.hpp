// What a file says that has no place in kith, each with how often.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::exchange {

class Tally {
  public:
    /// A name that is no plain word, or one beyond the hundredth, counts among the `others`.
    void add(std::string_view name, int count = 1);
    void add(const Tally& other);

    /// `GEO`, `PHOTO (12)`: in the order in which they came, with the count of those that came more than once.
    [[nodiscard]] std::vector<std::string> in_words() const;

  private:
    std::vector<std::pair<std::string, int>> counts_;
};

} // namespace kith::exchange
