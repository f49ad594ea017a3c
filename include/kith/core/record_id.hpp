// What a record of any kind is known by.
#pragma once

#include "kith/core/journal.hpp"

#include <string>
#include <type_traits>

namespace kith::core {

/// The text of its id, of a group its name; empty for one that has none.
template<class Record> [[nodiscard]] std::string id_in(const Record& record) {
    if constexpr (std::is_same_v<Record, Group>)
        return record.name;
    else if constexpr (std::is_same_v<decltype(record.id), std::string>)
        return record.id;
    else
        return record.id.text;
}

} // namespace kith::core
