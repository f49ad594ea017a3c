// Names as people decorate them in their profiles, and without.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

struct PersonalName {
    std::string name;            ///< `Ana Souza` of `Dr. Ana Souza, PhD 🚀`.
    std::string nickname;        ///< `Kasia` of `Katarzyna (Kasia) Nowak`.
    bool has_lost_words = false; ///< Whether more than signs was taken off.
};

/// Takes off signs that are no letters, titles, what is in brackets, and all from the first comma on. Where nothing
/// would be left the name stays as it is, and where no more than a word would be it has its title: `Dr. Berg`.
[[nodiscard]] PersonalName undecorated(std::string_view text);

/// The name by which people of all sources are compared: without signs, titles and degrees (`Dr. Ana Souza, PhD 🚀` is
/// `Ana Souza`, and `Dr. Berg` `Berg`, but `Eng Tan` stays). What else stands behind a comma or in brackets stays: it
/// may be what tells two apart. Where nothing would be left the name stays as it is.
[[nodiscard]] std::string bare_name(std::string_view text);

/// The same, and without what is in brackets.
[[nodiscard]] std::string shortest_name(std::string_view text);

/// `Jürgen Müller` of `Müller, Jürgen`, as lists have it that are ordered by families, and what stands behind in
/// brackets or is a degree behind them; nothing of any other text: a comma may be one of a degree, an enterprise or a
/// trade (`Jane Doe, PhD`, `Acme, Inc.`, `Jane Doe, engineer`). Of a family of two names, as Souza Silva, nothing is
/// told from `Ana Souza, Berlin`: `most_of_family` is how many it may have.
[[nodiscard]] std::optional<std::string> given_first(std::string_view text, std::ptrdiff_t most_of_family);

struct NameParts {
    std::string family;
    std::string given; ///< All of them.
    std::vector<std::string> prefixes;
    std::vector<std::string> suffixes;
};

/// As an address book has them, of a name as it is spoken or `Family, Given`: the last word and the particles before it
/// (`van der Berg`) are the family's, and a name of one word is a given one, unless a title is before it. Titles are
/// prefixes, degrees and `Jr.` suffixes; signs and what is in brackets are in none of the parts. A text of
/// more than a thousand bytes is a given name as a whole.
[[nodiscard]] NameParts parts_of_name(std::string_view text);

} // namespace kith::exchange
