// Documents and edits by chance, the same ones for the same seed.
#pragma once

#include "kith/core/fields.hpp"

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::test {

class Chance {
  public:
    explicit Chance(std::uint64_t seed) : engine_(seed) {}

    [[nodiscard]] std::size_t below(std::size_t count) { return count == 0 ? 0 : engine_() % count; }
    [[nodiscard]] bool one_in(std::size_t count) { return below(count) == 0; }
    template<class Choices> [[nodiscard]] const auto& of(const Choices& choices) {
        return choices[below(std::size(choices))];
    }

  private:
    std::mt19937_64 engine_; // Its numbers are the same everywhere; those of the standard distributions are not.
};

/// Valid TOML with records of several kinds, plain tables in several forms, and every kind of comment, blank and line
/// end.
[[nodiscard]] std::string generated_document(Chance& chance);

/// One key with a value of bytes that numbers, dates, texts and lists are made of; seldom valid.
[[nodiscard]] std::string odd_value(Chance& chance);
/// A few short headers and keys that often define the same thing twice.
[[nodiscard]] std::string odd_tables(Chance& chance);

/// A few bytes changed, put in, taken out or doubled.
[[nodiscard]] std::string mutated(std::string text, Chance& chance);

[[nodiscard]] core::Value generated_value(Chance& chance);
/// To a key that is there, one that is not, or taking one away.
[[nodiscard]] core::Change generated_change(const core::Fields& fields, Chance& chance);
[[nodiscard]] core::Fields generated_fields(Chance& chance);

} // namespace kith::test
