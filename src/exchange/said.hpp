// What the files of one import say of a record: of two that say the same key, the one named first is right.
#pragma once

#include "kith/core/fields.hpp"

namespace kith::exchange {

/// The fields without those that are `said` already; they are said from then on. Each handle is one of its own.
[[nodiscard]] core::Fields unsaid_by(core::Fields& said, core::Fields now);

} // namespace kith::exchange
