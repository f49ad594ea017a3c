// Names as people decorate them in their profiles, and without.
#pragma once

#include <string>
#include <string_view>

namespace kith::exchange {

struct PersonalName {
    std::string name;            ///< `Ana Souza` of `Dr. Ana Souza, PhD 🚀`.
    std::string nickname;        ///< `Kasia` of `Katarzyna (Kasia) Nowak`.
    bool has_lost_words = false; ///< Whether more than signs was taken off.
};

/// Takes off signs that are no letters, titles, what is in brackets, and all from the first comma on. Where nothing
/// would be left the name stays as it is, and where no more than a word would be it has its title: `Rev Bishop`.
[[nodiscard]] PersonalName undecorated(std::string_view text);

/// The name by which people of all sources are compared: without signs, titles and degrees (`Dr. Ana Souza, PhD 🚀` is
/// `Ana Souza`). What else stands behind a comma or in brackets stays: it may be what tells two apart. Where nothing
/// would be left the name stays as it is.
[[nodiscard]] std::string bare_name(std::string_view text);

/// The same, and without what is in brackets.
[[nodiscard]] std::string shortest_name(std::string_view text);

} // namespace kith::exchange
