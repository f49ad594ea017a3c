#include "kith/core/people.hpp"
#include "kith/core/phrase.hpp"
#include "kith/core/text.hpp"

#include "free_text.hpp"
#include "name_filter.hpp"
#include "name_index.hpp"
#include "utf8.hpp"

#include <algorithm>
#include <optional>

namespace kith::core {

namespace {

constexpr std::size_t most_name_words = 8;
constexpr std::string_view signs_of_no_name = ",;:/\\@#&+=<>|";

/// The text without the backslashes that `keeps` a word from being taken; others are the user's own.
template<class Keeps>
std::string without_backslashes(std::string_view text, const std::vector<Word>& words, Keeps keeps) {
    std::string kept;
    std::size_t from = 0;
    for (const auto& word : words) {
        if (word.kind != Word::Kind::escaped || !keeps(word)) continue;
        kept += text.substr(from, word.begin - 1 - from);
        from = word.begin;
    }
    return kept.append(text.substr(from));
}

std::vector<std::string> tags_of(std::string_view text, const std::vector<Word>& words) {
    std::vector<std::string> tags;
    std::vector<std::string> seen;
    for (const auto& word : words) {
        if (word.kind != Word::Kind::tag || std::ranges::find(seen, word.folded) != seen.end()) continue;
        seen.push_back(word.folded);
        tags.emplace_back(text.substr(word.begin, word.end - word.begin));
    }
    return tags;
}

/// What the letters of one word of a name are, and whether it could be one at all.
struct NameWord {
    std::size_t letters = 0;
    std::size_t ideographs = 0;
    bool possible = true;
};

NameWord look_at(std::string_view word) {
    NameWord seen;
    while (!word.empty()) {
        const auto point = utf8::first(word);
        const bool is_sign = point.value < 0x80 && signs_of_no_name.find(word.front()) != std::string_view::npos;
        if (!point.valid || is_sign || utf8::is_digit(point) || utf8::is_control(point)) seen.possible = false;
        seen.letters += utf8::is_letter(point) ? 1U : 0U;
        seen.ideographs += utf8::is_ideograph(point) ? 1U : 0U;
        word.remove_prefix(point.length);
    }
    return seen;
}

/// What is known of the people and channels that a text may name.
struct Known {
    NameIndex names;
    std::unordered_map<std::string, std::string> channels; ///< By the folded word.

    /// Whether the escaped word would have been taken as a person, a tag, a channel, or with the text's begin as a
    /// date.
    [[nodiscard]] bool would_take(std::string_view text, const Word& word) const {
        auto typed = text.substr(word.begin, word.end - word.begin);
        typed.remove_prefix(std::min(typed.find_first_not_of('\\'), typed.size())); // However many there are.
        const auto bare = free_text_words(typed);
        const bool is_address = bare.empty() || bare.front().kind == Word::Kind::address;
        if (is_address) return true; // Of a person, or one that is left alone with or without it.
        const auto& first = bare.front();
        if (first.kind == Word::Kind::tag || channels.contains(first.folded) || names.is_in_a_name(first)) return true;
        return word.begin == 1 && leading_date(text.substr(1), {}).has_value();
    }
};

std::unordered_map<std::string, std::string> by_word(const std::vector<std::string>& channels) {
    std::unordered_map<std::string, std::string> index;
    for (const auto& channel : channels) {
        const auto words = free_text_words(channel);
        if (words.size() == 1) index.try_emplace(words.front().folded, channel);
    }
    return index;
}

Recognised find_in(std::string_view text, const Known& known) {
    const auto words = free_text_words(text);
    const auto keeps = [&](const Word& word) { return known.would_take(text, word); };
    Recognised result{without_backslashes(text, words, keeps), {}, tags_of(text, words), {}, {}};
    for (std::size_t at = 0; at < words.size();) {
        const auto name = known.names.longest(text, words, at);
        if (name && !name->person.empty()) {
            const bool is_new = std::ranges::find(result.people, name->person) == result.people.end();
            if (is_new) result.people.push_back(name->person);
            at += name->length;
            continue;
        }
        if (name)
            result.unclear.emplace_back(
                text.substr(words[at].begin, words[at + name->length - 1].end - words[at].begin));
        // No part of a name that several have is taken for somebody else's; but its words may be channels.
        const auto next = at + (name ? name->length : 1);
        for (; at < next; ++at) {
            if (!result.channel.empty() || words[at].kind != Word::Kind::plain) continue;
            const auto channel = known.channels.find(words[at].folded);
            if (channel != known.channels.end()) result.channel = channel->second;
        }
    }
    return result;
}

} // namespace

struct Recogniser::Index {
    Known known;
};

Recogniser::Recogniser(const People& people, const std::vector<std::string>& channels)
    : index_(std::make_shared<const Index>(
          Index{{NameIndex(people.all(), [](const Person&) { return true; }), by_word(channels)}})) {}

Recognised Recogniser::operator()(std::string_view text) const {
    return find_in(text, index_->known);
}

Recognised recognise(std::string_view text, const People& people, const std::vector<std::string>& channels) {
    const NameFilter filter(free_text_words(text));
    // For one text an index of all costs far more than looking who may be meant; what is escaped has other words in it.
    const bool is_escaped = text.find('\\') != std::string_view::npos;
    const auto may_be_meant = [&](const Person& person) { return is_escaped || filter.may_be_named(person); };
    return find_in(text, {NameIndex(people.all(), may_be_meant), by_word(channels)});
}

bool is_full_name(std::string_view text) {
    const auto parts = words(text);
    if (parts.empty() || parts.size() > most_name_words) return false;
    for (const auto part : parts) {
        const auto word = look_at(part);
        if (!word.possible || word.letters == 0) return false;
        if (parts.size() == 1 && (word.ideographs < 2 || word.ideographs != word.letters)) return false;
    }
    return true;
}

} // namespace kith::core
