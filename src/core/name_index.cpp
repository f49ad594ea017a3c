#include "name_index.hpp"

#include "kith/core/text.hpp"

#include "further_emails.hpp"
#include "utf8.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace kith::core {

namespace {

// Beginnings of family names, which are not first names.
constexpr std::array<std::string_view, 20> particles{"al",  "bin", "da",  "de",  "del", "della", "den",
                                                     "der", "di",  "dos", "du",  "el",  "ibn",   "la",
                                                     "las", "le",  "san", "ter", "van", "von"};

std::size_t letter_count(std::string_view text) {
    std::size_t letters = 0;
    while (!text.empty()) {
        const auto point = utf8::first(text);
        letters += utf8::is_letter(point) ? 1U : 0U;
        text.remove_prefix(point.length);
    }
    return letters;
}

bool begins_upper(std::string_view text, const Word& word) {
    return utf8::is_upper(utf8::first(text.substr(word.begin)));
}

/// First names that are also everyday words or channels: taken only where they are written with a capital letter.
constexpr auto everyday_words = std::to_array<std::string_view>(
    {"amber",   "an",     "april",   "art",        "august", "bill", "bob",      "call",   "carol", "chance", "chase",
     "chat",    "cliff",  "coffee",  "conference", "dale",   "dawn", "dean",     "dinner", "do",    "don",    "drew",
     "drinks",  "earl",   "email",   "faith",      "frank",  "gene", "glen",     "grace",  "grant", "guy",    "hope",
     "in",      "ivy",    "jack",    "jade",       "joy",    "june", "lance",    "lunch",  "mark",  "max",    "may",
     "meeting", "meetup", "message", "miles",      "nick",   "no",   "norm",     "olive",  "pat",   "penny",  "ray",
     "rich",    "rob",    "rose",    "ruby",       "sky",    "so",   "sue",      "summer", "to",    "van",    "victor",
     "video",   "visit",  "walk",    "ward",       "will",   "win",  "workshop", "wren"});

bool is_everyday_word(std::string_view folded) {
    return std::ranges::find(everyday_words, folded) != everyday_words.end();
}

/// `Ana's` is said of Ana.
std::string_view without_possessive(std::string_view folded) {
    if (folded.ends_with("'s")) folded.remove_suffix(2);
    return folded;
}

} // namespace

NameIndex::NameIndex(const std::vector<Person>& people, const std::function<bool(const Person&)>& is_wanted) {
    constexpr std::size_t usual_names = 4; // The name, the first name, the id and an address.
    by_first_word_.reserve(people.size() * usual_names);
    owners_.reserve(people.size());
    for (const auto& person : people) {
        if (!is_wanted(person)) continue;
        add_person(person, owners_.size());
        owners_.push_back(person.id);
    }
}

void NameIndex::add_person(const Person& person, std::size_t owner) {
    const auto words = free_text_words(person.name);
    add(person.name, words, owner, Rank::name);
    add_first_name(person.name, words, owner);
    const auto add_text = [&](std::string_view text, Rank rank) { add(text, free_text_words(text), owner, rank); };
    add_text(person.id.text, Rank::id);
    for (const auto& former : person.was) add_text(former.text, Rank::former_id);
    for (const auto& alias : person.aliases) add_text(alias, Rank::name);
    add_text(person.email, Rank::name);
    add_further_emails(person, owner);
}

void NameIndex::add_further_emails(const Person& person, std::size_t owner) {
    (void)has_further_email(person, [&](const std::string& email) {
        const auto words = free_text_words(email);
        // What is no address NameFilter would miss.
        if (std::ranges::find(words, Word::Kind::address, &Word::kind) != words.end())
            add(email, words, owner, Rank::name);
        return false; // On to the next.
    });
}

void NameIndex::add(std::string_view typed, const std::vector<Word>& words, std::size_t owner, Rank rank) {
    const auto is_name = [](const Word& word) {
        return word.kind != Word::Kind::tag && word.kind != Word::Kind::escaped && !word.folded.empty();
    };
    if (words.empty() || !std::ranges::all_of(words, is_name)) return;
    Name name{.words = {}, .gaps = {}, .owner = owner, .rank = rank};
    name.words.reserve(words.size());
    name.gaps.reserve(words.size() - 1);
    for (const auto& word : words) {
        if (&word != &words.front()) name.gaps.push_back(gap_between(typed, *(&word - 1), word));
        name.words.push_back(word.folded);
    }
    name.needs_at = words.size() == 1 && letter_count(words.front().folded) < 2;
    by_first_word_[words.front().folded].push_back(std::move(name));
}

void NameIndex::add_first_name(std::string_view typed, const std::vector<Word>& words, std::size_t owner) {
    if (words.size() < 2) return;
    const auto is_first_name = [&](const Word& word) {
        // `Dr.` and `J.` are not what one calls somebody.
        return word.kind == Word::Kind::plain && typed.substr(word.end, 1) != ".";
    };
    const auto first = std::ranges::find_if(words, is_first_name);
    if (first == words.end() || letter_count(first->folded) < 2) return;
    const bool is_particle = std::ranges::find(particles, first->folded) != particles.end();
    if (is_particle && !begins_upper(typed, *first)) return; // `van Dyk`, but `Van Morrison`.
    by_first_word_[first->folded].push_back(
        {.words = {first->folded},
         .gaps = {},
         .owner = owner,
         .rank = Rank::first_name,
         .needs_capital = is_particle || (begins_upper(typed, *first) && is_everyday_word(first->folded))});
}

bool NameIndex::is_in_a_name(const Word& word) const {
    const auto bare = without_possessive(word.folded);
    const auto has_it = [&](const Name& name) {
        return std::ranges::any_of(name.words, [&](const auto& each) { return each == word.folded || each == bare; });
    };
    return std::ranges::any_of(by_first_word_,
                               [&](const auto& names) { return std::ranges::any_of(names.second, has_it); });
}

bool NameIndex::fits(const Name& name, std::string_view text, const std::vector<Word>& words, std::size_t at) {
    if (name.words.size() > words.size() - at) return false;
    const auto& first = words[at];
    const bool is_mention = first.kind == Word::Kind::mention;
    if (name.needs_at && !is_mention) return false;
    if (name.needs_capital && !is_mention && !begins_upper(text, first)) return false;
    for (std::size_t i = 0; i < name.words.size(); ++i) {
        const auto& word = words[at + i];
        if (i > 0) {
            const auto gap = gap_between(text, words[at + i - 1], word);
            if (!gap.empty() && gap != name.gaps[i - 1]) return false;
        }
        const bool is_last = i + 1 == name.words.size();
        if (word.folded != name.words[i] && !(is_last && without_possessive(word.folded) == name.words[i]))
            return false;
    }
    return true;
}

std::vector<const NameIndex::Name*> NameIndex::fitting(std::string_view text, const std::vector<Word>& words,
                                                       std::size_t at) const {
    std::vector<const Name*> names;
    const auto look_up = [&](const std::string& first_word) {
        const auto found = by_first_word_.find(first_word);
        if (found == by_first_word_.end()) return;
        for (const auto& name : found->second) {
            if (fits(name, text, words, at)) names.push_back(&name);
        }
    };
    const auto& folded = words[at].folded;
    look_up(folded);
    const auto bare = without_possessive(folded);
    if (names.empty() && bare.size() < folded.size()) look_up(std::string(bare));
    return names;
}

std::optional<NameIndex::Found> NameIndex::longest(std::string_view text, const std::vector<Word>& words,
                                                   std::size_t at) const {
    const auto kind = words[at].kind;
    if (kind == Word::Kind::tag || kind == Word::Kind::escaped || words[at].folded.empty()) return std::nullopt;
    const auto names = fitting(text, words, at);
    if (names.empty()) return std::nullopt;
    const auto precedence = [](const Name* name) {
        return std::tuple(-static_cast<int>(name->words.size()), name->rank);
    };
    const auto* best = *std::ranges::min_element(names, {}, precedence);
    const bool is_shared = std::ranges::any_of(
        names, [&](const Name* name) { return precedence(name) == precedence(best) && name->owner != best->owner; });
    return Found{best->words.size(), is_shared ? PersonId{} : owners_[best->owner]};
}

} // namespace kith::core
