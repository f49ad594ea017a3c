// Kith's own JSON, read back: what `kith export all --as json` writes.
#pragma once

#include "kith/exchange/batch.hpp"

namespace kith::exchange {

/// An array of records of one kind, as the lists have them, or one object with such arrays: `people`, `groups`,
/// `interactions`, `events`, `followups`, `posts`, and `strategy`. Derived keys are passed over, and so is what is
/// computed and not written down; keys that kith does not know are named in `passed_over`. Records keep their ids and
/// where they came from. A record is broken, too, where a value of it is one that 'kith check' calls an error.
[[nodiscard]] Batch read_json(const Pull& pull, const ReadOptions& options);

} // namespace kith::exchange
