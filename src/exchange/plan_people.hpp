// The people of an import: who is who, and what becomes of them.
#pragma once

#include "kith/core/numbers_by_text.hpp"
#include "kith/exchange/origin.hpp"
#include "kith/exchange/plan.hpp"

#include "crowd.hpp"
#include "gathering.hpp"
#include "ledger.hpp"
#include "matching.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace kith::exchange {

/// The batch's ids of people, as the journal knows them; empty for those who were left out.
using PersonIds = std::unordered_map<std::string, core::PersonId>;

/// Whom a word names.
struct Meant {
    std::optional<core::PersonId> id;
    std::string problem; ///< Why nobody: `nobody here has the id, name or e-mail 'Bo Li'`.
};

class PeoplePlanner {
  public:
    PeoplePlanner(const core::People& people, const PlanOptions& options);

    /// Takes the people of another program's batch; what is not taken goes to `skipped`.
    [[nodiscard]] PersonIds take(const Batch& batch, std::vector<Skipped>& skipped);
    /// Takes the people of kith's own, by their ids. Those whose id is somebody else's here get another one: the result
    /// has the file's id with theirs.
    [[nodiscard]] PersonIds restore(const Batch& batch, std::vector<Skipped>& skipped);

    /// Where those of the batch have met, as the journal calls it; `ids` are those of restore(), `events` by the
    /// file's.
    void rename_events(const Batch& batch, const PersonIds& ids,
                       const std::unordered_map<std::string, std::string>& events);

    /// The id that now stands for this one, where somebody has it; also of those that were added.
    [[nodiscard]] std::optional<core::PersonId> resolve(const core::PersonId& id) const;
    /// Whether somebody whom the journal knows by the id may be called so.
    [[nodiscard]] bool may_be_called(const core::PersonId& id, const std::string& name) const;
    /// Who is meant where a table names people: by id, else the only one with the name, alias or e-mail.
    [[nodiscard]] Meant meant_by(const core::PersonId& word);
    /// The planner is used up.
    void report(Plan& plan);

  private:
    /// One batch while its people are found.
    struct Search {
        const Batch& batch;
        core::NumbersByText keys;
        core::NumbersByText names; ///< How many in the batch have a name.
        std::unordered_map<std::size_t, std::unordered_multiset<std::string>>
            claimed;                                   ///< With the keys of their cards.
        std::unordered_map<std::string, Crowd> crowds; ///< Of people whom many cards may mean, by the key of those.
    };
    using Number = std::optional<std::size_t>;
    /// Whom the cards of a batch are, by their places.
    struct Found {
        std::vector<Number> numbers;
        std::vector<bool> is_further; ///< Whether it is told with a card before it, of the same person.
    };
    /// One of kith's own files while it is restored.
    struct OwnFile {
        std::size_t there;                       ///< How many there were before it.
        std::unordered_set<std::size_t> claimed; ///< Who of those is somebody in the file.
    };

    [[nodiscard]] static SourceState state_of(const IncomingPerson& incoming, const std::string& from);
    [[nodiscard]] static Search search_in(const Batch& batch, const Gathered& gathered);
    [[nodiscard]] Found find_certainly(Gathered& gathered, Search& search, std::vector<Skipped>& skipped) const;
    [[nodiscard]] bool may_be_further(std::size_t number, const IncomingPerson& first, const IncomingPerson& incoming,
                                      const Search& search) const;
    [[nodiscard]] bool has_room(std::size_t number, const Search& search) const;
    [[nodiscard]] Number find_own_row(const IncomingPerson& incoming, const Search& search) const;
    [[nodiscard]] Number find_certainly(const IncomingPerson& incoming, Search& search) const;
    [[nodiscard]] Number find_by_origin(const IncomingPerson& incoming, Search& search) const;
    [[nodiscard]] Number find_in_crowd(PersonIndex::NumbersView all, const IncomingPerson& incoming,
                                       Search& search) const;
    [[nodiscard]] Number own_of(const std::string& key) const;
    [[nodiscard]] Number find_own(const IncomingPerson& incoming, const Number& by_key, const Search& search) const;
    [[nodiscard]] Number find_by_name(const IncomingPerson& incoming, const Search& search) const;
    [[nodiscard]] Number first_by_origin(PersonIndex::NumbersView candidates, const IncomingPerson& incoming,
                                         const Search& search) const;
    [[nodiscard]] PersonIndex::Numbers narrowed(PersonIndex::NumbersView candidates, const std::string& name) const;
    [[nodiscard]] Number only_one(PersonIndex::NumbersView candidates, const IncomingPerson& incoming,
                                  const Search& search) const;
    [[nodiscard]] bool is_taken(std::size_t number, const IncomingPerson& incoming, const Search& search) const;
    [[nodiscard]] bool is_another(std::size_t number, const IncomingPerson& incoming, const Search& search) const;
    [[nodiscard]] bool speaks_against_name(std::size_t number, const IncomingPerson& incoming,
                                           const Search& search) const;
    [[nodiscard]] static bool is_weak_key(const IncomingPerson& incoming, const Search& search);
    [[nodiscard]] bool has_name(std::size_t number, const IncomingPerson& incoming, const Search& search) const;
    [[nodiscard]] PersonIndex::Numbers alike_to(const core::Person& person, const IncomingPerson& incoming,
                                                std::size_t most_namesakes) const;
    [[nodiscard]] bool has_place_of_its_own(std::size_t number, const IncomingPerson& incoming,
                                            const std::string& from) const;
    [[nodiscard]] SourceState state_for(std::size_t number, const IncomingPerson& incoming, const Search& search) const;
    static void note_words(core::Person& person, const IncomingPerson& incoming, SourceState state,
                           const Search& search);
    void update(std::size_t number, const IncomingPerson& incoming, const Search& search,
                std::vector<Skipped>& skipped);
    [[nodiscard]] Number add(const IncomingPerson& incoming, const Search& search, std::vector<Skipped>& skipped);
    void give_id(std::size_t number);
    void note_id(std::size_t number, const core::Person& person);
    [[nodiscard]] core::Person without_others(core::Person person);
    void put_own(std::size_t number, const IncomingPerson& incoming);
    [[nodiscard]] core::PersonId put_under(std::size_t number, IncomingPerson incoming, OwnFile& file);
    [[nodiscard]] core::PersonId restore_beside(std::size_t number, const IncomingPerson& incoming, OwnFile& file);
    [[nodiscard]] std::unordered_set<std::size_t> claimed_by_id(const Batch& batch) const;
    void add_own(const IncomingPerson& incoming, const OwnFile& file);
    [[nodiscard]] Number find_by_other_id(const IncomingPerson& incoming, const OwnFile& file);
    [[nodiscard]] PersonIndex::Numbers restored_alike(const IncomingPerson& incoming);
    void restore_without_id(const IncomingPerson& incoming, Ledger<core::Person>::Taken& taken, bool is_only);
    [[nodiscard]] Number only_namesake(const IncomingPerson& incoming) const;
    void index(std::size_t number, const core::Person& person);
    [[nodiscard]] bool is_restored(std::size_t number, const IncomingPerson& incoming) const;
    std::size_t add(const core::Person& person);

    const core::People& people_;
    const PlanOptions& options_;
    Ledger<core::Person> ledger_;
    PersonIndex index_;
    core::SlugIds ids_;
    core::NumbersByText by_id_;                        ///< Exact ids, none of those merged into others.
    std::unordered_map<std::string, Crowd> namesakes_; ///< Of names that very many have.
    std::vector<Alike> alike_;
    std::size_t left_out_ = 0;
};

} // namespace kith::exchange
