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
/// would be left the name stays as it is.
[[nodiscard]] PersonalName undecorated(std::string_view text);

} // namespace kith::exchange
