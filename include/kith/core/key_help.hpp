// What each key of a record is for, in the words of kith-format(5): for somebody who edits the record.
#pragma once

#include <span>
#include <string_view>

namespace kith::core {

/// `minutes = 45    # how long it took`
struct KeyHelp {
    std::string_view key;
    std::string_view example; ///< A value as TOML has it.
    std::string_view meaning; ///< Also which values it may have; no full stop.
};

/// All keys of a record of this kind but its id, which nobody edits, in their order.
template<class Record> [[nodiscard]] std::span<const KeyHelp> key_help();

} // namespace kith::core
