// Groups of people and their cadences, many changed at once.
#pragma once

#include "kith/core/records.hpp"
#include "kith/store/data_directory.hpp"

#include <vector>

namespace kith::store {

/// The keys of its table: `every` and `late`, absent ones left out.
[[nodiscard]] core::Fields cadence_fields(const core::Group& group);

/// In memory until the directory's commit(). Each group at most once; new ones are written
/// together at the end of the file.
void change_groups(DataDirectory& directory, const std::vector<core::Edit<core::Group>>& edits);

} // namespace kith::store
