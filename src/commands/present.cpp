#include "present.hpp"

#include "kith/core/text.hpp"
#include "kith/render/agenda.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::commands {
namespace {

std::string value_in_words(const core::Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* boolean = std::get_if<bool>(&value)) return *boolean ? "yes" : "no";
    if (const auto* moment = std::get_if<core::Moment>(&value)) return core::to_text(*moment);
    if (const auto* list = std::get_if<std::vector<std::string>>(&value)) return core::join(*list, ", ");
    std::string text;
    if (const auto* table = std::get_if<core::TextTable>(&value))
        for (const auto& [key, part] : *table) text += (text.empty() ? "" : ", ") + key + " " + part;
    return text;
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

std::string channel_in_words(const core::Interaction& interaction, const core::Strategy& strategy) {
    const core::Mode mode = core::mode_of(interaction, strategy);
    const std::string words = mode == core::Mode::in_person ? "in person" : std::string(core::to_text(mode));
    return interaction.channel.empty() ? words : interaction.channel + " · " + words;
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

render::Row row_of(const core::Interaction& interaction, Session& session) {
    using render::Style;
    const bool is_tried = core::is_attempt(interaction);
    return {{interaction.id.text, Style::faint, true},
            {core::to_short_text(interaction.date.date, session.today()), Style::plain, true},
            {channel_in_words(interaction, session.journal().strategy())},
            {session.names_of(interaction.with), Style::strong},
            {is_tried ? "(no answer) " + interaction.note : interaction.note}};
}

render::Row row_of(const core::AgendaItem& item, Session& session) {
    using render::Style;
    const auto& followup = item.followup;
    const bool is_late = item.state == core::State::overdue;
    // A closed one is told by how and when it was closed.
    const std::string state = followup.done      ? "done"
                              : followup.dropped ? "dropped"
                                                 : std::string(core::to_text(item.state));
    const auto day = followup.done ? *followup.done : followup.dropped.value_or(followup.due.date);
    return {{state, is_late ? Style::pressing : Style::plain},
            {core::to_short_text(day, session.today()), Style::plain, true},
            {session.names_of(followup.with), Style::strong},
            {render::what_of(item)},
            {followup.id.text, Style::faint, true},
            {render::reason_of(item, session.today())}};
}

std::string to_text(const core::Fields& fields, Session& session) {
    std::vector<render::Row> rows;
    for (const auto& field : fields) rows.push_back({{field.key, render::Style::faint}, {value_in_words(field.value)}});
    return render::to_text(rows, {session.options().color, std::nullopt});
}

Listing listing_of(const std::vector<core::Interaction>& interactions, Session& session) {
    Listing listing{interaction_keys(), interactions.size(), {}, {}, {}};
    listing.fields = [&](std::size_t i) { return fields_of(interactions[i], session.journal().strategy()); };
    listing.text = [&] {
        std::vector<render::Row> rows;
        for (const auto& interaction : interactions) rows.push_back(row_of(interaction, session));
        return render::to_text(rows, session.layout());
    };
    return listing;
}

namespace {

/// Whether there is room for reasons beside the rest.
bool is_wide(const render::Layout& layout) {
    constexpr std::size_t wide_enough = 140;
    return !layout.width || *layout.width >= wide_enough;
}

} // namespace

std::string with_reasons(std::vector<render::Row> rows, const render::Layout& layout) {
    if (is_wide(layout)) return render::to_text(rows, layout);
    std::vector<std::string> reasons;
    for (auto& row : rows) {
        reasons.push_back(
            core::truncate(core::escape_controls(row.back().text), *layout.width > 10 ? *layout.width - 10 : 1));
        row.pop_back();
    }
    const std::string table = render::to_text(rows, layout);
    std::string text;
    std::size_t begin = 0;
    for (const auto& reason : reasons) {
        const std::size_t end = table.find('\n', begin) + 1;
        text += table.substr(begin, end - begin) + "          " + render::paint(reason, render::Style::faint, layout) +
                "\n";
        begin = end;
    }
    return text;
}

std::string to_text(std::span<const core::AgendaItem> items, Session& session, const render::Layout& layout) {
    std::vector<render::Row> rows;
    for (const auto& item : items) {
        auto row = row_of(item, session);
        if (!is_wide(layout)) { // The id leads the line of the reason, where it need not be cut.
            const auto id = std::prev(row.end(), 2);
            if (!id->text.empty()) row.back().text = id->text + "  " + row.back().text;
            row.erase(id);
        }
        rows.push_back(std::move(row));
    }
    return with_reasons(std::move(rows), layout);
}

Listing listing_of(const std::vector<core::AgendaItem>& items, Session& session) {
    Listing listing{agenda_keys(), items.size(), {}, {}, {}};
    listing.fields = [&](std::size_t i) { return fields_of(items[i]); };
    listing.text = [&] { return to_text(items, session, session.layout()); };
    return listing;
}

render::Row confirmation(std::string_view label, const core::Interaction& interaction, Session& session) {
    std::vector<std::string> parts{channel_in_words(interaction, session.journal().strategy())};
    if (!interaction.with.empty()) parts.push_back(session.names_of(interaction.with));
    if (const auto details = details_of(interaction); !details.empty()) parts.push_back(details);
    return {{std::string(label)},
            {interaction.id.text, render::Style::faint, true},
            {core::to_short_text(interaction.date.date, session.today()), render::Style::plain, true},
            {core::join(parts, "  ")}};
}

render::Row confirmation(std::string_view label, const core::Followup& followup, Session& session, bool with_names) {
    std::vector<std::string> parts;
    if (!followup.action.empty()) parts.push_back(followup.action);
    if (with_names && !followup.with.empty()) parts.push_back(session.names_of(followup.with));
    if (!followup.note.empty()) parts.push_back(followup.note);
    return {{std::string(label)},
            {followup.id.text, render::Style::faint, true},
            {core::to_short_text(followup.due.date, session.today()), render::Style::plain, true},
            {core::join(parts, "  ")}};
}

std::vector<std::string> merged(std::vector<std::string> values, const std::vector<std::string>& more) {
    for (const auto& value : more)
        if (std::ranges::find(values, value) == values.end()) values.push_back(value);
    return values;
}

} // namespace kith::commands
