#include "import_names.hpp"

#include "kith/core/text.hpp"
#include "kith/core/text_field.hpp"
#include "kith/render/lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <variant>
#include <vector>

namespace kith::commands {
namespace {

constexpr std::size_t widest_name = 32, most_names = 5;

std::string day_of(const core::Fields& record) {
    for (const auto& field : record)
        if (field.key == "date" || field.key == "due")
            if (const auto* moment = std::get_if<core::Moment>(&field.value)) return core::to_text(moment->date);
    return {};
}

/// Empty for a record without any.
std::string name_of(const Kind& kind, const core::Fields& record, render::Signs signs) {
    for (const auto* key : {"name", "title", "text"})
        if (const auto* text = core::find_text(record, key)) return *text;
    if (kind.name != "interaction" && kind.name != "followup") return {};
    const auto words = render::first_line(core::text_of(record, "note"), signs);
    return words.empty() ? day_of(record) : render::shortened(words, widest_name, signs);
}

/// What a line names it by.
std::string short_name_of(const Kind& kind, const core::Fields& record, render::Signs signs) {
    auto name = name_of(kind, record, signs);
    if (name.empty()) name = core::text_of(record, "id");
    return render::shortened(core::escape_controls(name), widest_name, signs);
}

constexpr std::string_view between_names = " · "; // Notes have commas in them.

/// In columns, in a line of the summary, behind what kind they are of.
std::size_t room_for_names(const Kind& kind, const render::Layout& layout) {
    constexpr std::size_t usual_width = 80;
    const auto beside = 13 + 14 + kind.many.size() + 2; // The widest label with its gap, and ` and 1000 more`.
    const auto width = std::min(layout.width.value_or(usual_width), usual_width);
    return std::max(width, beside) - beside;
}

/// As many of one name as come one after the other, such as the days of a series.
struct NamesInTurn {
    std::string name;
    std::size_t count = 0;
};

} // namespace

std::string name_with_id(const Kind& kind, const core::Fields& record, render::Signs signs) {
    const auto id = core::text_of(record, "id");
    const auto name = name_of(kind, record, signs);
    if (name.empty() || id.empty() || name == id) return name.empty() ? id : name;
    return fmt::format("{} ({})", name, id);
}

std::string new_in_words(const Kind& kind, const render::Layout& layout) {
    const auto room = room_for_names(kind, layout);
    std::vector<NamesInTurn> names;
    std::size_t taken = 0, told = 0;
    for (; told < kind.added; ++told) {
        auto name = short_name_of(kind, kind.added_at(told), layout.signs);
        if (!names.empty() && names.back().name == name) {
            ++names.back().count;
            continue;
        }
        taken += core::display_width(name) + core::display_width(between_names);
        if (names.size() == most_names || (taken > room && !names.empty())) break;
        names.push_back({std::move(name), 1});
    }
    std::vector<std::string> texts;
    for (const auto& [name, count] : names) texts.push_back(count == 1 ? name : fmt::format("{} ({})", name, count));
    const auto listed = fmt::format("{}: {}", kind.many, core::join(texts, between_names));
    return told == kind.added ? listed : fmt::format("{} and {} more", listed, kind.added - told);
}

} // namespace kith::commands
