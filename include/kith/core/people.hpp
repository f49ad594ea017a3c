// Who is meant by a word: a person's id, e-mail (also `email-2`), name or alias, or a unique part of them, without
// regard to case or accents.
#pragma once

#include "kith/core/journal.hpp"
#include "kith/core/slug_ids.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kith::core {

/// What a word may mean.
struct Match {
    enum class Outcome { none, one, several } outcome = Outcome::none;
    std::vector<const Person*> people; ///< The one, or the candidates by id; at most ten of them.
    std::size_t more = 0;              ///< How many candidates there are beyond these.
};

/// All people and groups of the journal. A value; the pointers it returns live as long as it does and is not changed.
class People {
  public:
    People() = default;
    People(std::vector<Person> people, std::vector<Group> groups);

    [[nodiscard]] const std::vector<Person>& all() const { return people_; }
    [[nodiscard]] const std::vector<Group>& groups() const { return groups_; }

    /// By exact id, or an id merged into it (`was`); nullptr where there is none.
    [[nodiscard]] const Person* find(const PersonId& id) const;
    /// The id that now stands for `id`: that of the person it was merged into, else itself.
    [[nodiscard]] PersonId resolve(const PersonId& id) const;
    /// The person's name, or the id as it is written where nobody has it.
    [[nodiscard]] std::string name_of(const PersonId& id) const;

    /// Who is meant by `word` on a command line (also `@id`), whatever the case and accents: an exact id wins, then an
    /// exact name, alias or e-mail, a whole word of a name, alias or id, the start of an id or part of a name or alias.
    [[nodiscard]] Match match(std::string_view word) const;
    /// The one that match finds, or a Failure (not found) that lists the candidates or the nearest name.
    [[nodiscard]] const Person& require(std::string_view word) const;
    /// Whose name, first name, alias or id is a slip away from `word`; nullptr where there is nobody such.
    [[nodiscard]] const Person* nearest_to(std::string_view word) const;

    /// The cadence that holds for a person: own `every`, else the shortest of the groups'. `late` comes from where
    /// `every` came from.
    struct Cadence {
        Period every;
        std::optional<Period> late;
        std::string group; ///< The group it comes from; empty for the person's own.
    };
    [[nodiscard]] std::optional<Cadence> cadence_of(const Person& person) const;

    /// A new person's id: the slug of the name (`person` where it has neither letters nor digits), with -2, -3 where it
    /// is taken.
    [[nodiscard]] PersonId new_id(std::string_view name) const;
    /// The same for many new people, one after the other.
    [[nodiscard]] SlugIds new_ids() const;

  private:
    std::vector<Person> people_;
    std::vector<Group> groups_;
    std::unordered_map<std::string, std::size_t> by_id_;
};

/// Whether a list of people has this one, also by an id that was merged into theirs.
[[nodiscard]] bool names_person(const std::vector<PersonId>& ids, const Person& person, const People& people);

/// What a free text names: the people in it, its `#tags`, its channel. The words stay as typed, but for the backslashes
/// taken off.
struct Recognised {
    std::string text;                 ///< `\Ana` comes as `Ana`; a backslash before what would not be taken stays.
    std::vector<PersonId> people;     ///< In the order of the text, each once.
    std::vector<std::string> tags;    ///< Without `#`.
    std::string channel;              ///< The first channel word; empty where there is none.
    std::vector<std::string> unclear; ///< Names as they stand in the text that several people have.
};

/// Reads one text after another against the same people and channels.
class Recogniser {
  public:
    Recogniser(const People& people, const std::vector<std::string>& channels);

    /// Takes from `text` the people known (id, e-mail, full name, alias, `@` before any of them, a first name that only
    /// one person has), `#tags`, and a channel's name as a word. Longer names win over shorter; words are whole words;
    /// `\Word` and addresses (`https://...`) are left alone. Case and accents do not matter, but a first name
    /// that is an everyday word too (`will`, `may`) is taken only where it is written as the name is, with a capital. A
    /// name that several have is not taken.
    [[nodiscard]] Recognised operator()(std::string_view text) const;

  private:
    struct Index;
    std::shared_ptr<const Index> index_;
};

/// The same for a single text.
[[nodiscard]] Recognised recognise(std::string_view text, const People& people,
                                   const std::vector<std::string>& channels);

/// A text that could be the full name of somebody new: two to eight words, or one of two or more ideographs, with
/// letters in each and without digits, controls, and the signs that make lists, addresses, tags or notes
/// (`,;:/\@#&+=<>|`).
[[nodiscard]] bool is_full_name(std::string_view text);

} // namespace kith::core
