// The people of one file, each once.
#pragma once

#include "kith/exchange/batch.hpp"

#include "plain_text.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace kith::exchange {

/// What somebody has of whom very many cards are put together, so that none of it is gone through for each of them.
struct KnownOfPerson {
    KnownTexts aliases, groups, emails;
    std::unordered_set<std::string> notes; ///< Those that begin or end beyond searched_of_note.
};

/// How much of a long note is looked through for that of another card; whether it has one that was added further behind
/// is known only of the whole one.
constexpr std::size_t searched_of_note = 4096;

/// The people of a batch, each once: cards with one key or e-mail put together, as complete() does. Those with
/// different keys of their own, or with full names that do not agree, are not, nor is one with a short name (`J. Doe`)
/// where several others may be that.
class Gathered {
  public:
    /// The batch must be there as long as this.
    explicit Gathered(const Batch& batch) : cards_(batch.people) {}

    [[nodiscard]] std::size_t size() const { return places_.size(); }
    /// With an e-mail among all e-mails, and with a key.
    [[nodiscard]] IncomingPerson operator[](std::size_t place) const;
    void set(std::size_t place, IncomingPerson person) { completed_.insert_or_assign(place, std::move(person)); }
    /// Whether a function is true of one of them, who is not copied where cards were put together.
    template<class Is> [[nodiscard]] bool is(std::size_t place, const Is& is) const {
        const auto known = completed_.find(place);
        return known == completed_.end() ? is((*this)[place]) : is(known->second);
    }
    /// Completes one of them in place; and takes the key where it is one of the source's own and theirs is none.
    [[nodiscard]] std::vector<Skipped> complete(std::size_t place, const IncomingPerson& other);
    /// A card of the batch that is nobody's so far.
    void add(std::size_t card) { places_.push_back(static_cast<std::uint32_t>(card)); }
    /// Puts them in the order of their cards in the batch.
    void sort();

    std::unordered_map<std::string, std::size_t> by_id; ///< The batch's id to the place among these.

  private:
    const PackedList<IncomingPerson>& cards_;
    std::vector<std::uint32_t> places_;                         ///< Of the first card of each.
    std::unordered_map<std::size_t, IncomingPerson> completed_; ///< Those who have more than the first card says.
    std::unordered_map<std::size_t, KnownOfPerson> known_;      ///< Of those with much, until they are all gathered.
};
/// What is not taken of cards that are put together goes to `skipped`. `advance` is called for each card.
[[nodiscard]] Gathered gather(
    const Batch& batch, std::vector<Skipped>& skipped, const std::function<void()>& advance = [] {});

/// Gives the first card what it lacks, from another one of the same person: lists and notes get longer, of a value that
/// differs the first one's stays, and the other's is returned as not taken, and so is what is too much for one person.
/// With `known`, which is of the first one alone and lasts from card to card, it takes as long as the other one is.
[[nodiscard]] std::vector<Skipped> complete(IncomingPerson& first, const IncomingPerson& other,
                                            KnownOfPerson* known = nullptr);

} // namespace kith::exchange
