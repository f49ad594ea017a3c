#include "gathering.hpp"

#include "kith/core/records.hpp"
#include "kith/core/text.hpp"

#include "handles.hpp"
#include "matching.hpp"
#include "number_lists.hpp"
#include "plain_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>

namespace kith::exchange {
namespace {

/// The key that a record without one has: what is known best of it.
std::string key_for(const IncomingPerson& incoming) {
    if (!incoming.emails.empty()) return core::fold(incoming.emails.front());
    const auto profiles = profiles_of(incoming.record.handles);
    return profiles.empty() ? incoming.record.name : profiles.front();
}

/// With an e-mail among all e-mails, and with a key.
IncomingPerson complete_card(IncomingPerson incoming) {
    incoming = with_email_among_all(std::move(incoming));
    if (incoming.key.empty()) incoming.key = key_for(incoming);
    return incoming;
}

/// Whether two cards of one file that have a key or an e-mail in common are one person.
bool are_one(const IncomingPerson& first, const IncomingPerson& other) {
    const bool have_own_keys = has_own_key(first) && has_own_key(other);
    if (have_own_keys && first.key != other.key) return false;
    if (have_own_keys) return names_agree(first.record, other.record);
    return names_agree_here(first, other) && !is_other_birthday(first.record.birthday, other.record.birthday);
}

/// What tells where too many have an address.
std::string with_name(const std::string& clue, const IncomingPerson& incoming) {
    return clue + '\x1f' + name_to_compare(incoming.record.name);
}

/// A value that a card has one of, as it is compared and told.
std::string text_of(const core::Value& value) {
    if (const auto* moment = std::get_if<core::Moment>(&value)) return core::to_text(*moment);
    const auto* text = std::get_if<std::string>(&value);
    return text == nullptr ? std::string() : *text;
}

/// Which of several values that a person has one of was not taken.
std::vector<Skipped> differing(const IncomingPerson& first, const core::Fields& fields, const IncomingPerson& other) {
    constexpr std::array<std::string_view, 6> put_together{"id", "aliases", "groups", "email", "handles", "note"};
    std::vector<Skipped> skipped;
    for (const auto& [key, value, line] : core::to_fields(other.record)) {
        if (std::ranges::find(put_together, key) != put_together.end()) continue;
        const auto taken = std::ranges::find(fields, key, &core::Field::key);
        const bool is_same = taken == fields.end() || core::fold(text_of(taken->value)) == core::fold(text_of(value));
        if (!is_same)
            skipped.push_back(noted(other.line, fmt::format("{} '{}': line {} is the same person, and has '{}'", key,
                                                            text_of(value), first.line, text_of(taken->value))));
    }
    return skipped;
}

} // namespace

std::vector<Skipped> complete(IncomingPerson& first, const IncomingPerson& other) {
    // An address that stands in for a name gives way to one, and a part of a name to the whole, which tells more.
    const bool is_better = is_address(first.record.name) || is_short_for(first.record.name, other.record.name);
    if (is_better && !is_address(other.record.name)) first.record.name = other.record.name;
    auto fields = core::to_fields(first.record);
    auto skipped = differing(first, fields, other);
    for (const auto& field : core::to_fields(other.record))
        if (std::ranges::find(fields, field.key, &core::Field::key) == fields.end()) fields.push_back(field);
    auto person = core::from_fields<core::Person>(fields).record;
    const auto add_all = [&](std::string_view name, std::vector<std::string>& texts, const auto& further) {
        bool has_room = true;
        for (const auto& text : further) has_room = add_once(texts, text) && has_room;
        if (has_room) return;
        skipped.push_back(noted(other.line, fmt::format("{} of {} beyond {}", name, first.record.name, most_texts)));
    };
    add_all("aliases", person.aliases, other.record.aliases);
    add_all("groups", person.groups, other.record.groups);
    if (person.note.find(other.record.note) == std::string::npos) add_paragraph(person.note, other.record.note);
    for (const auto& [network, name] : other.record.handles) add_handle(person.handles, network, name);
    first.record = std::move(person);
    add_all("e-mail addresses", first.emails, other.emails);
    first.is_offered = first.is_offered && other.is_offered;
    return skipped;
}

IncomingPerson Gathered::operator[](std::size_t place) const {
    if (const auto known = completed_.find(place); known != completed_.end()) return known->second;
    return complete_card(cards_[places_[place]]);
}

namespace {

/// Finds which cards are one. Those with short names come last: in a mailbox that several share they are nobody's.
class Gathering {
  public:
    Gathering(const Batch& batch, std::vector<Skipped>& skipped) : batch_(batch), skipped_(skipped), gathered_(batch) {
        places_.reserve(2 * batch.people.size());
    }

    Gathered all(const std::function<void()>& advance) {
        std::vector<std::uint32_t> short_ones;
        for (std::size_t card = 0; card < batch_.people.size(); ++card) {
            advance();
            auto incoming = complete_card(batch_.people[card]);
            if (may_be_short(incoming.record.name))
                short_ones.push_back(static_cast<std::uint32_t>(card));
            else
                take(card, std::move(incoming), &Gathering::find);
        }
        for (const auto card : short_ones) take(card, complete_card(batch_.people[card]), &Gathering::find_short);
        gathered_.sort();
        return std::move(gathered_);
    }

  private:
    using Numbers = NumberLists::Numbers;
    using Place = std::optional<std::size_t>;

    [[nodiscard]] Place first_of(Numbers among, const IncomingPerson& incoming) const {
        const auto known = std::ranges::find_if(among, [&](auto place) { return are_one(gathered_[place], incoming); });
        return known == among.end() ? Place() : Place(*known);
    }
    /// Nothing where it may be several, unless one is called so.
    [[nodiscard]] Place only_of(Numbers among, const IncomingPerson& incoming) const {
        std::vector<std::size_t> possible;
        for (const auto place : among) {
            const auto other = gathered_[place];
            if (!are_one(other, incoming)) continue;
            if (name_to_compare(other.record.name) == name_to_compare(incoming.record.name)) return place;
            possible.push_back(place);
        }
        return possible.size() == 1 ? Place(possible.front()) : Place();
    }
    /// Of the many who share an address only one with the name.
    [[nodiscard]] Place find_short(const std::string& clue, const IncomingPerson& incoming) const {
        const auto all = places_.at(clue);
        return only_of(all.size() < most_who_share ? all : places_.at(with_name(clue, incoming)), incoming);
    }
    [[nodiscard]] Place find(const std::string& clue, const IncomingPerson& incoming) const {
        const auto all = places_.at(clue);
        const bool is_shared = all.size() >= most_who_share;
        const auto known = first_of(is_shared ? all.first(1) : all, incoming);
        return known || !is_shared ? known : first_of(places_.at(with_name(clue, incoming)), incoming);
    }
    template<class Find> [[nodiscard]] Place place_of(const std::vector<std::string>& clues,
                                                      const IncomingPerson& incoming, const Find& find) const {
        for (const auto& clue : clues)
            if (const auto known = (this->*find)(clue, incoming)) return known;
        return std::nullopt;
    }
    void put(const std::string& clue, std::size_t place) {
        if (places_.at(clue).size() < most_who_share) places_.put(clue, static_cast<std::uint32_t>(place));
    }
    template<class Find> void take(std::size_t card, IncomingPerson incoming, const Find& find) {
        std::vector<std::string> clues;
        if (!is_name_alone(incoming)) clues.push_back("key:" + incoming.key);
        for (const auto& email : incoming.emails) clues.push_back("email:" + core::fold(email));
        const auto known = place_of(clues, incoming, find);
        const std::size_t place = known.value_or(gathered_.size());
        for (const auto& clue : clues) {
            if (!places_.at(clue).empty()) put(with_name(clue, incoming), place); // Most have an address alone.
            put(clue, place);
        }
        if (!incoming.record.id.empty()) gathered_.by_id.try_emplace(incoming.record.id.text, place);
        if (!known) return gathered_.add(card);
        auto first = gathered_[place];
        std::ranges::move(complete(first, incoming), std::back_inserter(skipped_));
        if (has_own_key(incoming) && !has_own_key(first)) {
            first.key = incoming.key;
            first.key_kind = incoming.key_kind;
        }
        gathered_.set(place, std::move(first));
    }

    const Batch& batch_;
    std::vector<Skipped>& skipped_;
    Gathered gathered_;
    NumberLists places_;
};

} // namespace

void Gathered::sort() {
    std::vector<std::uint32_t> order(places_.size()); // The former places, as they come now.
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [this](auto place) { return places_[place]; });
    std::vector<std::uint32_t> now(order.size());
    for (std::size_t place = 0; place < order.size(); ++place) now[order[place]] = static_cast<std::uint32_t>(place);
    std::ranges::sort(places_);
    std::unordered_map<std::size_t, IncomingPerson> completed;
    for (auto& [place, person] : completed_) completed.emplace(now[place], std::move(person));
    completed_ = std::move(completed);
    for (auto& [id, place] : by_id) place = now[place];
}

Gathered gather(const Batch& batch, std::vector<Skipped>& skipped, const std::function<void()>& advance) {
    return Gathering(batch, skipped).all(advance);
}

} // namespace kith::exchange
