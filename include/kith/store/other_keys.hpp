// Keys that kith does not know in the records of the journal: their owner's, kept and taken along as they stand.
//
// They are lines of TOML: keys with their values and comments, then sub-tables. Of groups they are those below the
// header `[group.NAME]`.
#pragma once

#include "kith/core/records.hpp"
#include "kith/store/data_directory.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kith::store {

/// Of each record its lines, empty where it has none. A record without an id is known by all that it holds. Looks into
/// the files of the days, which are those that the records were read of: one may stand in the wrong file.
template<class Record> [[nodiscard]] std::vector<std::string>
other_keys(DataDirectory& directory, const std::vector<Record>& records, const core::DateRange& days);

/// Whether lines are keys that kith does not know in a record of the kind, and nothing else.
template<class Record> [[nodiscard]] bool are_other_keys(std::string_view lines);

/// Those of the records whose keys do not stand in the journal as they are here.
template<class Record> [[nodiscard]] std::vector<core::WithOther<Record>>
with_news(DataDirectory& directory, const std::vector<core::WithOther<Record>>& records);

/// Puts the keys into records that stand in the journal, or into a group, in the place of those of the same name. The
/// others stay.
template<class Record>
void put_other_keys(DataDirectory& directory, const std::vector<core::WithOther<Record>>& records);

/// What stands in the files beside the records and tables of kith and what other_keys() has of them: `[[book]] of
/// people.toml`.
[[nodiscard]] std::vector<std::string> beside_records(DataDirectory& directory);

} // namespace kith::store
