// An item of the agenda in words: what there is to do, and why.
#pragma once

#include "kith/core/agenda.hpp"
#include "kith/render/style.hpp"

#include <string>

namespace kith::render {

/// `message: send her the slides`, `reconnect`, `birthday`
[[nodiscard]] std::string what_of(const core::AgendaItem& item);
/// Why it is there and what was said last.
[[nodiscard]] std::string reason_of(const core::AgendaItem& item, core::Date today, Signs signs);

} // namespace kith::render
