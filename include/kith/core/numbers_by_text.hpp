// Numbers by texts, where there are very many of them: a text is known by 128 bits that are made of it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::core {

/// Twenty bytes a text, and the texts themselves are not kept: that two of a thousand million are taken for one happens
/// by chance once in 10^20 times, and nobody can bring it about, for the bits differ from process to process.
class NumbersByText {
  public:
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    /// Makes room for as many in all.
    void reserve(std::size_t size);

    /// Until the next one is put in; nullptr where there is none.
    [[nodiscard]] const std::uint32_t* find(std::string_view text) const;
    [[nodiscard]] bool contains(std::string_view text) const { return find(text) != nullptr; }
    /// The number of the text, which is this one where it had none, and whether it is new.
    std::pair<std::uint32_t*, bool> try_emplace(std::string_view text, std::uint32_t number);

  private:
    /// Where the text stands, or the free place for it.
    [[nodiscard]] std::size_t place_of(const std::array<std::uint64_t, 2>& hash) const;
    void grow_to(std::size_t places);

    std::vector<std::array<std::uint64_t, 2>> hashes_; ///< The first 0 for a place that is free.
    std::vector<std::uint32_t> numbers_;
    std::size_t size_ = 0;
};

} // namespace kith::core
