// What a merge of any two sides keeps, as a function of chance: empty where it holds, else what broke it.
#pragma once

#include "generated_documents.hpp"

#include <string>

namespace kith::test {

/// Two sides change records of a document in every form, in conflict or not. Key by key the merge holds what one side
/// changed, or what both did, or tells a conflict; either choice in all conflicts is a valid document; with the sides
/// swapped the same is said.
[[nodiscard]] std::string merges_by_keys(Chance& chance);

} // namespace kith::test
