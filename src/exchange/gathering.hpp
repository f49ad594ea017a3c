// The people of one file, each once.
#pragma once

#include "kith/exchange/batch.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace kith::exchange {

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
    /// A card of the batch that is nobody's so far.
    void add(std::size_t card) { places_.push_back(static_cast<std::uint32_t>(card)); }
    /// Puts them in the order of their cards in the batch.
    void sort();

    std::unordered_map<std::string, std::size_t> by_id; ///< The batch's id to the place among these.

  private:
    const PackedList<IncomingPerson>& cards_;
    std::vector<std::uint32_t> places_;                         ///< Of the first card of each.
    std::unordered_map<std::size_t, IncomingPerson> completed_; ///< Those who have more than the first card says.
};
/// What is not taken of cards that are put together goes to `skipped`. `advance` is called for each card.
[[nodiscard]] Gathered gather(
    const Batch& batch, std::vector<Skipped>& skipped, const std::function<void()>& advance = [] {});

/// Gives the first card what it lacks, from another one of the same person: lists and notes get longer, of a value that
/// differs the first one's stays, and the other's is returned as not taken.
[[nodiscard]] std::vector<Skipped> complete(IncomingPerson& first, const IncomingPerson& other);

} // namespace kith::exchange
