// Kith's own JSON, read back: what `kith export all --as json` writes.
#pragma once

#include "kith/exchange/batch.hpp"

namespace kith::exchange {

/// An array of records of one kind, as the lists have them, or one object with such arrays: `people`, `groups`,
/// `interactions`, `events`, `followups`, `posts`, and `strategy`. Derived keys are passed over, and so is what is
/// computed and not written down. Records keep their ids and where they came from.
[[nodiscard]] Batch read_json(const Pull& pull, const ReadOptions& options);

} // namespace kith::exchange
