// Numbers by texts, where there are very many of them: a text is known by 64 bits that are made of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::core {

/// Twelve bytes a text, and the texts themselves are not kept: of a million, two are taken for one once in thirty
/// million times.
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
    [[nodiscard]] std::size_t place_of(std::uint64_t hash) const;
    void grow_to(std::size_t places);

    std::vector<std::uint64_t> hashes_; ///< 0 for a place that is free.
    std::vector<std::uint32_t> numbers_;
    std::size_t size_ = 0;
};

} // namespace kith::core
