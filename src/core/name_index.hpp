// Every way the people of a journal may be named in a free text, found by its first word.
#pragma once

#include "kith/core/people.hpp"

#include "free_text.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kith::core {

class NameIndex {
  public:
    /// Of those that `is_wanted`.
    NameIndex(const std::vector<Person>& people, const std::function<bool(const Person&)>& is_wanted);

    struct Found {
        std::size_t length = 0; ///< In words.
        PersonId person;        ///< Empty where several people have the name, or the one has no id.
    };
    /// The longest name that the words from `at` on are, in `text` that they are of.
    [[nodiscard]] std::optional<Found> longest(std::string_view text, const std::vector<Word>& words,
                                               std::size_t at) const;

    /// Whether the word is one of any name.
    [[nodiscard]] bool is_in_a_name(const Word& word) const;

  private:
    /// The lower wins where one text is two people's: what was made to tell people apart, before what was not.
    enum class Rank { id, former_id, name, first_name };

    struct Name {
        std::vector<std::string> words; ///< Folded.
        std::vector<std::string> gaps;  ///< The punctuation between them.
        std::size_t owner = 0;
        Rank rank = Rank::name;
        bool needs_capital = false; ///< A common word may be spelled like it, in lower case.
        bool needs_at = false;      ///< Too short to be taken from a text without `@`.
    };

    void add_person(const Person& person, std::size_t owner);
    void add_further_emails(const Person& person, std::size_t owner);
    void add(std::string_view typed, const std::vector<Word>& words, std::size_t owner, Rank rank);
    void add_first_name(std::string_view typed, const std::vector<Word>& words, std::size_t owner);
    [[nodiscard]] static bool fits(const Name& name, std::string_view text, const std::vector<Word>& words,
                                   std::size_t at);
    [[nodiscard]] std::vector<const Name*> fitting(std::string_view text, const std::vector<Word>& words,
                                                   std::size_t at) const;

    std::unordered_map<std::string, std::vector<Name>> by_first_word_;
    std::vector<PersonId> owners_;
};

} // namespace kith::core
