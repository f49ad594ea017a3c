// An entry of the log for what is counted of it, read where it stands: nothing of it is copied.
#pragma once

#include "kith/core/date.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace kith::store {

/// Some keys of an interaction, as they stand in the text that it was read from; empty where they are absent.
struct PlainEntry {
    std::string_view id;
    core::Moment date;
    std::vector<std::string_view> with;
    std::string_view channel;
    std::string_view mode;
    std::optional<bool> answered;
};

/// Reads what read_plain of an interaction says of these keys into an entry, whatever that held. False where read_plain
/// says nothing, and where one of these keys has an escape; then the entry is of no use.
[[nodiscard]] bool read_plain_entry(std::string_view source, PlainEntry& entry);

} // namespace kith::store
