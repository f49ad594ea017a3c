// The sentences of a brief, the same in every form that it takes.
#pragma once

#include "kith/core/brief.hpp"

#include "report_phrases.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kith::render {

/// The text as a phrase; an empty one where there is none.
[[nodiscard]] Phrase phrase_of(std::string text, Style style = Style::plain);

/// `Ana Souza · Compiler engineer, Ferrous · Lisbon`
[[nodiscard]] Phrase title_of(const core::Brief& brief);

/// What stands under one label.
struct BriefPart {
    std::string_view label;
    std::vector<Phrase> lines; ///< None where nothing is known.
    bool is_list = false;      ///< Of things that happened or are open, not a fact about the person.
};

/// In the order of reading: how long since, the facts, then the lists.
[[nodiscard]] std::vector<BriefPart> parts_of(const core::Brief& brief, core::Date today);

} // namespace kith::render
