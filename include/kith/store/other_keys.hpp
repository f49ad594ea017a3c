// Keys that kith does not know in the records of the journal: their owner's, kept and taken along as they stand.
#pragma once

#include "kith/store/data_directory.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace kith::store {

/// Lines of TOML by the id of their record: keys with their values and comments, then sub-tables.
using OtherKeys = std::unordered_map<std::string, std::string>;

/// Those of the records (people, interactions, events, follow-ups) that have an id and such keys, perhaps also those of
/// others. Opens the files from that of the first to that of the last.
template<class Record> [[nodiscard]] OtherKeys other_keys(DataDirectory& directory, const std::vector<Record>& records);

/// Puts lines into records that stand in the journal. A Failure where they are something else than keys that kith does
/// not know.
template<class Record>
void put_other_keys(DataDirectory& directory, const std::vector<Record>& records, const OtherKeys& keys);

} // namespace kith::store
