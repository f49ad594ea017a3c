// One vCard as a person.
#pragma once

#include "kith/exchange/batch.hpp"

#include "content_lines.hpp"
#include "tally.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

/// What stands between BEGIN:VCARD and END:VCARD.
struct Card {
    int line = 0;
    std::vector<ContentLine> lines;
    std::vector<Skipped> problems; ///< What makes the card a broken one.
    Tally passed_over;             ///< Properties of which nothing is made.
};

/// Whether anything is made of a property.
[[nodiscard]] bool is_wanted_of_card(std::string_view name);

struct CardPerson {
    IncomingPerson person; ///< Without a name where the card has none.
    std::string uid;
    std::string kind;                 ///< `individual`, `group`, `org`; empty where the card does not say.
    std::vector<std::string> members; ///< The UIDs of a group's, or `mailto:` and an e-mail.
    std::vector<Skipped> skipped;     ///< Values that were not taken, or are odd.
    Tally passed_over;                ///< Those of the card, and parts of properties, that have no place in kith.
    std::string encoding;             ///< Which was assumed of a text; mostly empty.
    std::vector<Skipped> problems;    ///< Texts that are not what they say they are.
};

[[nodiscard]] CardPerson person_of(const Card& card);

} // namespace kith::exchange
