// The report as a document: sections of paragraphs, tables and lists, which Markdown and HTML write each in its way.
#pragma once

#include "kith/core/people.hpp"
#include "kith/core/report.hpp"

#include "report_phrases.hpp"

#include <string_view>
#include <variant>
#include <vector>

namespace kith::render {

/// The first row is the head; the first column names the row, the others are figures and hold no text of the user.
struct Table {
    std::vector<Row> rows;
};

struct Bullets {
    std::vector<Phrase> items;
};

using Block = std::variant<Phrase, Table, Bullets>;

struct Section {
    std::string_view name;
    std::vector<Block> blocks;
};

/// What there is to say, dates in full; a section with nothing in it is left out.
[[nodiscard]] std::vector<Section> sections_of(const core::Report& report, const core::People& people,
                                               core::Date today);

} // namespace kith::render
