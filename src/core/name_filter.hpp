// Who may be named in a free text, told by the bytes of their names alone: reading the words of all names costs more.
#pragma once

#include "kith/core/people.hpp"

#include "free_text.hpp"

#include <bitset>
#include <string>
#include <string_view>
#include <vector>

namespace kith::core {

class NameFilter {
  public:
    explicit NameFilter(const std::vector<Word>& words);

    /// Whether one of the words may be part of what a person is called; none that NameIndex finds is missed.
    [[nodiscard]] bool may_be_named(const Person& person) const;

  private:
    [[nodiscard]] bool may_have_word(std::string_view called) const;
    [[nodiscard]] bool may_begin_word(std::string_view part) const;

    std::vector<std::string> beginnings_; ///< Of the words, folded: up to the first sign that is no letter or digit.
    std::bitset<256> first_bytes_;        ///< Of these.
    bool has_address_ = false; ///< Whether one of the words is an address: only then further e-mails are looked at.
};

} // namespace kith::core
