#include "gathering.hpp"

#include "kith/core/abridged.hpp"
#include "kith/core/records.hpp"
#include "kith/core/text.hpp"

#include "handles.hpp"
#include "left_out.hpp"
#include "matching.hpp"
#include "number_lists.hpp"
#include "plain_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <optional>
#include <span>
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

/// Keys of which a record gets more and more, and not one value or the other.
constexpr std::array<std::string_view, 4> growing{"aliases", "groups", "handles", "note"};

/// Keys whose values are put together, or of which every one is kept.
bool is_put_together(std::string_view key) {
    return key == "id" || key == "email" || std::ranges::find(growing, key) != growing.end();
}

constexpr std::size_t longest_folded = 1000;

/// Without regard to case and accents, of what is no novel.
bool is_same_text(const std::string& left, const std::string& right) {
    if (left == right) return true;
    return std::max(left.size(), right.size()) <= longest_folded && core::fold(left) == core::fold(right);
}

/// As it is told. Of a text of a megabyte, which may be told of as many cards as there are, not more is looked at.
std::string told(std::string_view text) {
    constexpr std::size_t widest = 100;
    auto end = std::min(text.size(), 10 * widest);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return core::abridged(text.substr(0, end), widest);
}

/// Which of several values that a person has one of was not taken.
std::vector<Skipped> differing(const IncomingPerson& first, const core::Fields& fields, const core::Fields& others,
                               int line) {
    std::vector<Skipped> skipped;
    for (const auto& [key, value, ignored] : others) {
        if (is_put_together(key)) continue;
        const auto taken = std::ranges::find(fields, key, &core::Field::key);
        if (taken != fields.end() && !is_same_text(text_of(taken->value), text_of(value)))
            skipped.push_back(noted(line, fmt::format("{} '{}': line {} is the same person, and has '{}'", key,
                                                      told(text_of(value)), first.line, told(text_of(taken->value)))));
    }
    return skipped;
}

/// What grows from card to card, out of a record whose other values are then few.
struct Growing {
    explicit Growing(core::Person& person)
        : aliases(std::exchange(person.aliases, {})), groups(std::exchange(person.groups, {})),
          handles(std::exchange(person.handles, {})), note(std::exchange(person.note, {})) {}
    void put_back(core::Person& person) && {
        person.aliases = std::move(aliases);
        person.groups = std::move(groups);
        person.handles = std::move(handles);
        person.note = std::move(note);
    }

    std::vector<std::string> aliases;
    std::vector<std::string> groups;
    core::TextTable handles;
    std::string note;
};

/// Gives the record the values that it has none of, and tells of those that differ.
std::vector<Skipped> complete_values(IncomingPerson& first, const IncomingPerson& other) {
    auto fields = core::to_fields(first.record);
    auto others = core::to_fields(other.record);
    auto skipped = differing(first, fields, others, other.line);
    const auto count = fields.size();
    for (auto& field : others) {
        const bool grows = std::ranges::find(growing, field.key) != growing.end();
        if (!grows && std::ranges::find(fields, field.key, &core::Field::key) == fields.end())
            fields.push_back(std::move(field));
    }
    if (fields.size() > count) first.record = core::from_fields<core::Person>(fields).record;
    return skipped;
}

bool has_note(const std::string& note, const std::string& other, const KnownOfPerson* known) {
    if (known == nullptr) return note.find(other) != note.npos;
    return std::string_view(note).substr(0, searched_of_note).find(other) != note.npos || known->notes.contains(other);
}

void add_note(std::string& note, const std::string& other, KnownOfPerson* known) {
    if (has_note(note, other, known)) return;
    if (known != nullptr && known->notes.empty() && note.size() > searched_of_note) known->notes.insert(note);
    add_paragraph(note, other);
    if (known != nullptr && note.size() > searched_of_note) known->notes.insert(other);
}

/// Tells of the e-mails beyond the ninth, for which a person has no place, of those from `from` on.
void tell_emails(const IncomingPerson& person, std::size_t from, int line, std::vector<Skipped>& skipped) {
    const std::span<const std::string> emails(person.emails);
    const auto beyond = emails.subspan(std::min(emails.size(), std::max<std::size_t>(from, most_of_a_network)));
    if (beyond.empty()) return;
    skipped.push_back(noted(line, without_emails(told(person.record.name), beyond)));
}

} // namespace

std::vector<Skipped> complete(IncomingPerson& first, const IncomingPerson& other, KnownOfPerson* known) {
    // An address that stands in for a name gives way to one, and a part of a name to the whole, which tells more.
    const bool is_better = is_address(first.record.name) || is_short_for(first.record.name, other.record.name);
    if (is_better && !is_address(other.record.name)) first.record.name = other.record.name;
    Growing lists(first.record);
    auto skipped = complete_values(first, other);
    const auto tell = [&](std::string text) { skipped.push_back(noted(other.line, std::move(text))); };
    const auto name = told(first.record.name);
    const auto add_all = [&](std::string_view what, KnownTexts& texts_known, auto& texts, const auto& further) {
        bool has_room = true;
        for (const auto& text : further) has_room = texts_known.add(texts, text) && has_room;
        if (!has_room) tell(fmt::format("{} of {} beyond {}", what, name, most_texts));
    };
    KnownOfPerson of_first;
    auto& texts = known == nullptr ? of_first : *known;
    add_all("aliases", texts.aliases, lists.aliases, other.record.aliases);
    add_all("groups", texts.groups, lists.groups, other.record.groups);
    add_note(lists.note, other.record.note, known);
    for (const auto& each : other.record.handles) {
        const auto& [network, handle] = each;
        const auto is_there = [&each](const auto& own) { return is_handle_of_one(own, each); };
        if (std::ranges::any_of(lists.handles, is_there)) continue;
        if (!add_handle_if_room(lists.handles, first_network(network), handle))
            tell(comes_without(name,
                               fmt::format("{} '{}': {}", network, told(handle), reason_of_no_room(lists.handles))));
    }
    std::move(lists).put_back(first.record);
    const auto count = first.emails.size();
    add_all("e-mail addresses", texts.emails, first.emails, other.emails);
    tell_emails(first, count, other.line, skipped);
    first.is_offered = first.is_offered && other.is_offered;
    return skipped;
}

IncomingPerson Gathered::operator[](std::size_t place) const {
    if (const auto known = completed_.find(place); known != completed_.end()) return known->second;
    return complete_card(cards_[places_[place]]);
}

std::vector<Skipped> Gathered::complete(std::size_t place, const IncomingPerson& other) {
    auto known = completed_.find(place);
    if (known == completed_.end()) known = completed_.emplace(place, (*this)[place]).first;
    auto& first = known->second;
    constexpr std::size_t few = 16; // Most have few, and what is known of them would need more room than they do.
    const auto& record = first.record;
    const bool has_much = std::max({record.aliases.size(), record.groups.size(), first.emails.size()}) > few ||
                          record.note.size() + other.record.note.size() > searched_of_note;
    auto skipped = exchange::complete(first, other, has_much ? &known_[place] : nullptr);
    if (has_own_key(other) && !has_own_key(first)) {
        first.key = other.key;
        first.key_kind = other.key_kind;
    }
    return skipped;
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

    [[nodiscard]] bool is_one(std::size_t place, const IncomingPerson& incoming) const {
        return gathered_.is(place, [&](const auto& other) { return are_one(other, incoming); });
    }
    [[nodiscard]] bool has_name(std::size_t place, const std::string& name) const {
        return gathered_.is(place, [&](const auto& other) { return name_to_compare(other.record.name) == name; });
    }
    [[nodiscard]] Place first_of(Numbers among, const IncomingPerson& incoming) const {
        const auto known = std::ranges::find_if(among, [&](auto place) { return is_one(place, incoming); });
        return known == among.end() ? Place() : Place(*known);
    }
    /// Nothing where it may be several, unless one is called so.
    [[nodiscard]] Place only_of(Numbers among, const IncomingPerson& incoming) const {
        const auto name = name_to_compare(incoming.record.name);
        std::vector<std::size_t> possible;
        for (const auto place : among) {
            if (!is_one(place, incoming)) continue;
            if (has_name(place, name)) return place;
            possible.push_back(place);
        }
        return possible.size() == 1 ? Place(possible.front()) : Place();
    }
    /// Of the many who share an address only one with the name.
    [[nodiscard]] Place find_short(const std::string& clue, const IncomingPerson& incoming) const {
        const auto all = places_.at(clue);
        if (all.size() < most_who_share) return only_of(all, incoming);
        const auto first = all.front(); // The only one that is not put under its name as well.
        if (has_name(first, name_to_compare(incoming.record.name)) && is_one(first, incoming)) return first;
        return only_of(places_.at(with_name(clue, incoming)), incoming);
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
        if (known) {
            std::ranges::move(gathered_.complete(place, incoming), std::back_inserter(skipped_));
        } else {
            gathered_.add(card);
            tell_emails(incoming, 0, incoming.line, skipped_);
        }
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
    known_.clear();
    for (auto& [id, place] : by_id) place = now[place];
}

Gathered gather(const Batch& batch, std::vector<Skipped>& skipped, const std::function<void()>& advance) {
    return Gathering(batch, skipped).all(advance);
}

} // namespace kith::exchange
