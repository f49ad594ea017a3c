// What an import of kith's own files takes as it stands, though something about it is odd.
#pragma once

#include "kith/core/people.hpp"
#include "kith/exchange/batch.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace kith::exchange {

struct Remark {
    std::size_t batch = 0; ///< Whose place in the row it is.
    int line = 0;
    std::string text;
};

/// Of batches of kith's own: each id that `with` or `met` names and nobody has, here or in a batch, where it is first
/// named; and each id with blanks or slashes in it, as kith's own never have.
[[nodiscard]] std::vector<Remark> remarks_on(std::span<const Batch> batches, const core::People& there);

} // namespace kith::exchange
