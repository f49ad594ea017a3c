#include "present.hpp"

#include "kith/core/day_and_time.hpp"
#include "kith/core/text.hpp"
#include "kith/exchange/origin.hpp"
#include "kith/render/agenda.hpp"
#include "kith/render/lines.hpp"

#include "drawing.hpp"
#include "sections.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::commands {
namespace {

std::string value_in_words(const core::Value& value, const Session& session) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* boolean = std::get_if<bool>(&value)) return *boolean ? "yes" : "no";
    if (const auto* moment = std::get_if<core::Moment>(&value))
        return fmt::format("{}{}{}{}", core::to_text(moment->date),
                           moment->time ? " " + core::to_clock_text(*moment->time) : "", between_texts(session),
                           core::to_relative_text(moment->date, session.today()));
    if (const auto* list = std::get_if<std::vector<std::string>>(&value)) return core::join(*list, ", ");
    std::string text;
    if (const auto* table = std::get_if<core::TextTable>(&value))
        for (const auto& [key, part] : *table) text += (text.empty() ? "" : ", ") + key + " " + part;
    return text;
}

/// `linkedin in/anasouza, vcard 0a1b2c3d`: the fingerprints beside it are for the next import.
std::string origins_in_words(const core::TextTable& imported) {
    std::string text;
    for (const auto& [from, key] : exchange::origins(imported)) text += (text.empty() ? "" : ", ") + from + " " + key;
    if (!text.empty()) return text;
    const auto from = std::ranges::find(imported, "from", &core::TextTable::value_type::first);
    return from == imported.end() ? "" : from->second;
}

std::string mode_in_words(const core::Interaction& interaction, const core::Strategy& strategy) {
    const core::Mode mode = core::mode_of(interaction, strategy);
    return mode == core::Mode::in_person ? "in person" : std::string(core::to_text(mode));
}

/// A prefix that reads as a day would be taken for one by `followup snooze`.
render::Cell followup_id_cell(const std::string& id, const core::UniquePrefixes& prefixes, Session& session) {
    auto cell = id_cell(id, prefixes);
    const auto is_day = [&] { return core::parse_date(id.substr(0, cell.set_off), session.future()).has_value(); };
    while (cell.set_off > 0 && cell.set_off < id.size() && is_day()) ++cell.set_off;
    return cell;
}

} // namespace

core::Fields fields_of(const core::Interaction& interaction, const core::Strategy& strategy) {
    core::Fields fields = core::to_fields(interaction);
    std::erase_if(fields, [](const core::Field& field) { return field.key == "mode"; });
    const auto after = std::ranges::find_if(fields, [](const core::Field& field) {
        return field.key != "id" && field.key != "date" && field.key != "with" && field.key != "channel";
    });
    fields.insert(after, {"mode", std::string(core::to_text(core::mode_of(interaction, strategy))), 0});
    return fields;
}

core::Fields fields_of(const core::AgendaItem& item) {
    core::Fields fields = core::to_fields(item.followup);
    fields.push_back({"source", std::string(core::to_text(item.source)), 0});
    fields.push_back({"state", std::string(core::to_text(item.state)), 0});
    fields.push_back({"why", item.why, 0});
    if (item.last.contact) {
        core::TextTable last{{"date", core::to_text(item.last.contact->date)}};
        if (!item.last.contact->note.empty()) last.emplace_back("note", item.last.contact->note);
        fields.push_back({"last", std::move(last), 0});
    }
    return fields;
}

std::vector<std::string_view> interaction_keys() {
    return core::keys_of<core::Interaction>();
}

std::vector<std::string_view> agenda_keys() {
    auto keys = core::keys_of<core::Followup>();
    keys.insert(keys.end(), {"source", "state", "why", "last"});
    return keys;
}

std::string channel_in_words(const core::Interaction& interaction, Session& session) {
    const auto mode = mode_in_words(interaction, session.journal().strategy());
    return interaction.channel.empty() ? mode
                                       : fmt::format("{}{}{}", interaction.channel, between_texts(session), mode);
}

std::string details_of(const core::Interaction& interaction) {
    std::vector<std::string> parts;
    if (!interaction.kind.empty()) parts.push_back(interaction.kind);
    if (interaction.by == "them") parts.emplace_back("by them");
    if (!interaction.help.empty()) parts.push_back("help " + interaction.help);
    if (core::is_attempt(interaction)) parts.emplace_back("no answer");
    if (interaction.minutes) parts.push_back(fmt::format("{} min", *interaction.minutes));
    if (!interaction.event.empty()) parts.push_back(interaction.event.text);
    for (const auto& tag : interaction.tags) parts.push_back("#" + tag);
    return core::join(parts, ", ");
}

render::Cell id_cell(const std::string& id, const core::UniquePrefixes& prefixes) {
    return {id, render::Style::faint, render::Narrow::whole, prefixes.length_of(id)};
}

render::Cell day_cell(std::string day, render::Style style) {
    return {std::move(day), style, render::Narrow::whole};
}

render::Cell distance_cell(std::string distance) {
    return {std::move(distance), render::Style::faint, render::Narrow::goes_first};
}

render::Row row_of(const core::Interaction& interaction, const core::UniquePrefixes& prefixes, Session& session) {
    const auto mode = mode_in_words(interaction, session.journal().strategy());
    const bool has_channel = !interaction.channel.empty();
    const bool is_tried = core::is_attempt(interaction);
    return {id_cell(interaction.id.text, prefixes),
            day_cell(core::to_short_text(interaction.date, session.today())),
            distance_cell(core::to_relative_text(interaction.date.date, session.today())),
            {has_channel ? interaction.channel : mode},
            {has_channel ? mode : "", render::Style::plain, render::Narrow::goes},
            {session.names_of(interaction.with), render::Style::strong},
            {is_tried ? "(no answer) " + interaction.note : interaction.note}};
}

render::Row row_of(const core::AgendaItem& item, const core::UniquePrefixes& prefixes, Session& session) {
    using render::Style;
    const auto& followup = item.followup;
    const bool is_late = item.state == core::State::overdue;
    // A closed one is told by how and when it was closed.
    const std::string state = followup.done      ? "done"
                              : followup.dropped ? "dropped"
                                                 : std::string(core::to_text(item.state));
    const auto closed = followup.done ? followup.done : followup.dropped;
    const auto when = closed ? core::Moment{*closed, std::nullopt} : followup.due;
    return {{state, is_late ? Style::pressing : Style::plain, render::Narrow::whole},
            day_cell(core::to_short_text(when, session.today())),
            distance_cell(core::to_relative_text(when.date, session.today())),
            {session.names_of(followup.with), Style::strong},
            {render::what_of(item)},
            followup_id_cell(followup.id.text, prefixes, session),
            {render::reason_of(item, session.today(), session.layout().signs)}};
}

std::string to_text(const core::Fields& fields, Session& session) {
    std::vector<render::Row> rows;
    for (const auto& field : fields) {
        const auto* origins = field.key == "imported" ? std::get_if<core::TextTable>(&field.value) : nullptr;
        rows.push_back({{field.key, render::Style::faint},
                        {origins ? origins_in_words(*origins) : value_in_words(field.value, session)}});
    }
    return whole_rows(rows, session.layout());
}

Listing listing_of(const std::vector<core::Interaction>& interactions, const core::DateRange& days, Session& session) {
    Listing listing{interaction_keys(), interactions.size(), {}, {}, {}};
    listing.fields = [&](std::size_t i) { return fields_of(interactions[i], session.journal().strategy()); };
    listing.text = [&, days] {
        const auto prefixes = entry_prefixes(days, session);
        std::vector<render::Row> rows;
        for (const auto& interaction : interactions) rows.push_back(row_of(interaction, prefixes, session));
        return render::to_text(rows, session.layout());
    };
    return listing;
}

namespace {

/// A reason and what stands before it, in a line of its own; with little room, in two.
std::string reason_lines(render::Row cells, const render::Layout& layout) {
    constexpr std::size_t little = 56, legible = 16;
    cells.back().style = render::Style::faint;
    cells.back().text = render::first_line(cells.back().text, layout.signs);
    std::vector<render::Row> lines{cells};
    std::size_t room = *layout.width;
    for (const auto& cell : std::span(cells).first(cells.size() - 1))
        if (!cell.text.empty()) room -= std::min(room - 1, core::display_width(cell.text) + 2);
    const auto wrapped = core::wrap(cells.back().text, room);
    if (*layout.width < little && room >= legible && wrapped.size() > 1) {
        lines.front().back().text = wrapped.front();
        lines.emplace_back(cells.size()).back() = {core::join(std::span(wrapped).subspan(1), " "),
                                                   render::Style::faint};
    }
    return render::to_text(lines, layout);
}

} // namespace

std::string with_reasons(std::vector<render::Row> rows, std::size_t cells, const render::Layout& layout) {
    constexpr std::size_t wide_enough = 140, narrow = 58;
    if (!layout.width || *layout.width >= wide_enough) return render::to_text(rows, layout);
    const std::size_t indentation = *layout.width < narrow ? 4 : 10;
    auto beside = layout;
    beside.width = std::max(*layout.width, indentation + 1) - indentation;
    std::vector<std::string> reasons;
    for (auto& row : rows) {
        const auto first = row.end() - static_cast<std::ptrdiff_t>(cells);
        reasons.push_back(reason_lines(render::Row(first, row.end()), beside));
        row.erase(first, row.end());
    }
    const auto texts = render::to_texts(rows, layout);
    std::string text;
    for (std::size_t i = 0; i < texts.size(); ++i) text += texts[i] + set_in(reasons[i], indentation);
    return text;
}

std::string to_text(std::span<const core::AgendaItem> items, Session& session, const render::Layout& layout) {
    const auto prefixes = followup_prefixes(session);
    std::vector<render::Row> rows;
    for (const auto& item : items) rows.push_back(row_of(item, prefixes, session));
    return with_reasons(std::move(rows), 2, layout); // The id stands before the reason, where it need not be cut.
}

Listing listing_of(const std::vector<core::AgendaItem>& items, Session& session) {
    Listing listing{agenda_keys(), items.size(), {}, {}, {}};
    listing.fields = [&](std::size_t i) { return fields_of(items[i]); };
    listing.text = [&] { return to_text(items, session, session.layout()); };
    return listing;
}

render::Row confirmation(std::string_view label, const core::Interaction& interaction, Session& session) {
    std::vector<std::string> parts{channel_in_words(interaction, session)};
    if (!interaction.with.empty()) parts.push_back(session.names_of(interaction.with));
    if (const auto details = details_of(interaction); !details.empty()) parts.push_back(details);
    return {{std::string(label)},
            id_cell(interaction.id.text),
            day_cell(core::to_short_text(interaction.date, session.today())),
            {core::join(parts, "  ")}};
}

render::Row confirmation(std::string_view label, const core::Followup& followup, Session& session, bool with_names) {
    std::vector<std::string> parts;
    if (!followup.action.empty()) parts.push_back(followup.action);
    if (with_names && !followup.with.empty()) parts.push_back(session.names_of(followup.with));
    if (!followup.note.empty()) parts.push_back(followup.note);
    return {{std::string(label)},
            id_cell(followup.id.text),
            day_cell(core::to_short_text(followup.due, session.today())),
            {core::join(parts, "  ")}};
}

std::vector<std::string> merged(std::vector<std::string> values, const std::vector<std::string>& more) {
    for (const auto& value : more)
        if (std::ranges::find(values, value) == values.end()) values.push_back(value);
    return values;
}

} // namespace kith::commands
