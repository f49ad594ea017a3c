// The cards of one batch: whom each means, and which are one.
#include "plan_people.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kith::exchange {
namespace {

void put_together(Gathered& gathered, std::size_t first, std::size_t other, std::vector<Skipped>& skipped) {
    auto card = gathered[first];
    std::ranges::move(complete(card, gathered[other]), std::back_inserter(skipped));
    gathered.set(first, std::move(card));
}

} // namespace

/// Whom the cards mean without a doubt.
PeoplePlanner::Cards PeoplePlanner::find_cards(Gathered& gathered, Search& search,
                                               std::vector<Skipped>& skipped) const {
    Cards cards;
    std::unordered_map<std::size_t, std::size_t> first_card; ///< Of a person who has several, such as two made one.
    for (std::size_t i = 0; i < gathered.size(); ++i) {
        const auto incoming = gathered[i];
        options_.advance();
        cards.numbers.push_back(find_certainly(incoming, search));
        cards.first.push_back(static_cast<std::uint32_t>(i));
        auto& number = cards.numbers.back();
        if (!number) continue;
        const auto known = first_card.find(*number);
        if (known != first_card.end() && !has_own_key(incoming) &&
            !names_agree_here(gathered[known->second], incoming)) {
            number.reset(); // Both may be who is there, but not one.
            continue;
        }
        search.claimed[*number].insert(incoming.key);
        const auto [first, is_first] = first_card.try_emplace(*number, i);
        if (is_first) continue;
        put_together(gathered, first->second, i, skipped);
        cards.first.back() = static_cast<std::uint32_t>(first->second);
    }
    return cards;
}

/// Puts together the cards of somebody whom the source has by two keys, unless they are two here.
void PeoplePlanner::join_twice(Gathered& gathered, Cards& cards, Search& search, std::vector<Skipped>& skipped) {
    for (const auto& [one, other] : gathered.twice) {
        const auto [first, second] = std::minmax({cards.first_of(one), cards.first_of(other)});
        auto& number = cards.numbers[first];
        const auto& further = cards.numbers[second];
        if (first == second || (number && further)) continue;
        if (!number) number = further;
        const auto incoming = gathered[second];
        if (number) search.claimed[*number].insert(incoming.key);
        --*search.names.try_emplace(name_to_compare(incoming.record.name), 1).first;
        put_together(gathered, first, second, skipped);
        cards.first[second] = static_cast<std::uint32_t>(first);
        auto keys = std::move(cards.further_keys[second]);
        keys.push_back(incoming.key);
        std::ranges::move(keys, std::back_inserter(cards.further_keys[first]));
        cards.further_keys.erase(second);
    }
}

/// Notes all keys of a person of whom one is known.
void PeoplePlanner::note_keys(std::size_t number, const std::string& from, std::vector<std::string> keys) {
    auto person = ledger_[number];
    const auto known = origins(person.imported);
    const auto key = std::ranges::find_if(keys, [&](const auto& each) {
        return std::ranges::find(known, std::pair{from, each}) != known.end();
    });
    if (key == keys.end()) return;
    for (const auto& each : keys) person.imported = with_further_key(person.imported, from, *key, each);
    if (person.imported == ledger_[number].imported) return;
    index(number, person);
    ledger_.put(number, person);
}

} // namespace kith::exchange
