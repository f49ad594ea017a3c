// What the records of an import are called in its summary: who is new, and who changes.
#pragma once

#include "kith/render/style.hpp"

#include "import_kinds.hpp"

#include <string>

namespace kith::commands {

/// `Ana Souza (ana-souza)`; of an entry or follow-up the first words of its note, or its day where it has none:
/// `Send the slides (1b24ynaf)`. The id alone where a record has no other name.
[[nodiscard]] std::string name_with_id(const Kind& kind, const core::Fields& record, render::Signs signs);

/// `people: Ana Souza · Bo Li · Cy Young and 7 more`: of those that are new as many as have room in a line of the
/// terminal, five at most; one is always named, and of a series its name once: `Tea (52)`. Something is new.
[[nodiscard]] std::string new_in_words(const Kind& kind, const render::Layout& layout);

} // namespace kith::commands
