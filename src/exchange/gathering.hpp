// The people of one file, each once.
#pragma once

#include "kith/exchange/batch.hpp"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

namespace kith::exchange {

/// The people of a batch, each once: cards with one key or e-mail put together, as complete() does. Those with
/// different keys of their own, or with full names that do not agree, are not.
struct Gathered {
    std::vector<IncomingPerson> people;
    std::unordered_map<std::string, std::size_t> by_id; ///< The batch's id to the place among these.
};
/// What is not taken of cards that are put together goes to `skipped`.
[[nodiscard]] Gathered gather(const Batch& batch, std::vector<Skipped>& skipped);

/// Gives the first card what it lacks, from another one of the same person: lists and notes get longer, of a value that
/// differs the first one's stays, and the other's is returned as not taken.
[[nodiscard]] std::vector<Skipped> complete(IncomingPerson& first, const IncomingPerson& other);

} // namespace kith::exchange
