// The name on a vCard: FN, or what is put together from the parts in N.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

struct CardName {
    std::string formatted; ///< FN. Each is empty where the card has none.
    std::string family;
    std::string given;
    std::string additional;
    std::vector<std::string> prefixes; ///< Titles before the name.
    std::vector<std::string> suffixes; ///< And behind it.
};

/// Takes the parts of an `N`, of several the first that has a name.
void take_names(CardName& name, std::string_view text);

/// Given, additional and family names; titles are no part of a name that is put together.
[[nodiscard]] std::string composed(const CardName& name);

/// FN, but where that is no more than the names of N the other way round (`Souza, Ana`) with the given name first, and
/// without titles of N that kith does not know as such (`Kpt. Ana Souza`), where all names of N are left: N says which
/// is which.
[[nodiscard]] std::string spoken(const CardName& name);

/// Whether it has no more than what parts the names of an `N`.
[[nodiscard]] bool is_no_name(std::string_view text);

/// Whether there are titles that `chosen` has not, as it mostly has. Both may be very long.
[[nodiscard]] bool has_lost_titles(const CardName& name, std::string chosen);

} // namespace kith::exchange
