// The brief before a meeting as people read it: on a terminal, or as Markdown ready to paste.
#pragma once

#include "kith/core/agenda.hpp"
#include "kith/core/brief.hpp"
#include "kith/core/people.hpp"
#include "kith/render/style.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace kith::render {

// What is not known is left out; that there was no contact is told.
[[nodiscard]] std::string to_text(const core::Brief& brief, core::Date today, const Layout& layout);
[[nodiscard]] std::string to_markdown(const core::Brief& brief, core::Date today);

/// An item of the agenda, what there is to do and why, and beside it the brief of the person it is with.
struct ItemPage {
    const core::AgendaItem& item;
    std::string position;             ///< `2 of 14`
    std::optional<core::Brief> brief; ///< Nothing where the item is with nobody.
    std::size_t most_lines;           ///< What goes beyond is left out, and said to be.
};
[[nodiscard]] std::string to_text(const ItemPage& page, const core::People& people, core::Date today,
                                  const Layout& layout);

} // namespace kith::render
