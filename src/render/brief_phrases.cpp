#include "brief_phrases.hpp"

#include "kith/core/day_and_time.hpp"
#include "kith/core/text.hpp"
#include "kith/render/agenda.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::render {
namespace {

constexpr std::size_t most_events = 5;
constexpr std::size_t most_helps = 3;

std::vector<Phrase> one(Phrase phrase) {
    return phrase.empty() ? std::vector<Phrase>{} : std::vector<Phrase>{std::move(phrase)};
}

/// `tried 4 days ago, no answer`
std::string attempts(const core::Brief& brief, core::Date today) {
    const auto last = core::to_relative_text(*brief.last_attempt, today);
    if (brief.attempts == 1) return fmt::format("tried {}, no answer", last);
    return fmt::format("tried {} times{}, last {}, no answer", brief.attempts, brief.last.empty() ? "" : " since",
                       last);
}

/// `last contact 7 weeks ago, usually every 2 weeks · tried 4 days ago, no answer · 15 contacts since Mon 1 Jun`
Phrase how_long_since(const core::Brief& brief, core::Date today) {
    std::string contact = "no contact yet";
    if (!brief.last.empty()) contact = "last contact " + core::to_relative_text(brief.last.front().date.date, today);
    if (brief.rhythm) contact += ", usually " + core::to_words(*brief.rhythm);
    std::vector<Phrase> parts{{{contact, Style::strong}}};
    if (brief.attempts > 0) parts.push_back(phrase_of(attempts(brief, today)));
    if (brief.contacts > 1)
        parts.push_back(phrase_of(
            fmt::format("{} contacts since {}", brief.contacts, core::to_short_text(*brief.first_contact, today))));
    return joined(parts, " · ");
}

Phrase how_met(const core::Brief& brief, core::Date today) {
    std::string text = brief.person.met ? core::to_short_text(*brief.person.met, today) : "";
    if (!brief.met_at.empty()) text += (text.empty() ? "at " : ", at ") + brief.met_at;
    return phrase_of(text);
}

Phrase cadence(const core::Brief& brief) {
    if (!brief.cadence) return {};
    const auto group = brief.cadence->group.empty() ? std::string() : fmt::format(" ({})", brief.cadence->group);
    return phrase_of("every " + core::to_words(brief.cadence->every) + group);
}

Phrase birthday(const core::Brief& brief, core::Date today) {
    if (!brief.birthday) return {};
    const core::Date day = *brief.birthday;
    auto text = core::to_short_text(day, today) + ", " + core::to_relative_text(day, today);
    if (const auto born = core::parse_iso_date(brief.person.birthday);
        born && core::year_of(*born) < core::year_of(day))
        text += fmt::format(", turns {}", core::year_of(day) - core::year_of(*born));
    return phrase_of(text);
}

Phrase addresses(const core::Person& person) {
    std::vector<Phrase> parts{phrase_of(person.email)};
    for (const auto& [network, name] : person.handles) parts.push_back(phrase_of(network + " " + name));
    return joined(parts, " · ");
}

/// `Tue 20 Oct · coffee · Coffee about Rust`
Phrase happened(const core::Interaction& interaction, std::string_view how, core::Date today) {
    std::vector<Phrase> parts{{{core::to_short_text(interaction.date, today), Style::faint}}};
    for (const auto& text : {std::string(how), interaction.note.empty() ? interaction.kind : interaction.note})
        parts.push_back(phrase_of(text));
    return joined(parts, " · ");
}

std::vector<Phrase> contacts(const core::Brief& brief, core::Date today) {
    std::vector<Phrase> lines;
    for (const auto& contact : brief.last)
        lines.push_back(happened(contact, contact.channel.empty() ? contact.mode : contact.channel, today));
    return lines;
}

std::vector<Phrase> open_items(const core::Brief& brief, core::Date today) {
    std::vector<Phrase> lines;
    for (const auto& item : brief.open) {
        const bool is_late = item.state == core::State::overdue;
        const auto when =
            fmt::format("{} {}", core::to_text(item.state), core::to_short_text(item.followup.due, today));
        lines.push_back(joined({{{when, is_late ? Style::pressing : Style::plain}},
                                phrase_of(what_of(item)),
                                phrase_of(item.followup.id.text, Style::faint)},
                               " · "));
    }
    return lines;
}

std::vector<Phrase> events(const core::Brief& brief, core::Date today) {
    std::vector<Phrase> lines;
    for (std::size_t i = 0; i < std::min(brief.events.size(), most_events); ++i) {
        const auto& event = brief.events[i];
        lines.push_back(joined({{{core::to_short_text(event.start, today), Style::faint}},
                                phrase_of(event.name.empty() ? event.id.text : event.name),
                                phrase_of(event.place)},
                               " · "));
    }
    if (brief.events.size() > most_events)
        lines.push_back({{fmt::format("and {} more", brief.events.size() - most_events), Style::faint}});
    return lines;
}

std::string_view help_in_words(std::string_view help) {
    return help == "asked" ? "asked for" : help;
}

std::vector<Phrase> help(const core::Brief& brief, core::Date today) {
    if (brief.help.empty()) return {};
    std::vector<std::string> counts;
    for (const auto& value : core::help_values())
        if (const int count = core::count_help(brief, value); count > 0)
            counts.push_back(fmt::format("{} {}", count, help_in_words(value)));
    std::vector<Phrase> lines{phrase_of(core::join(counts, ", "))};
    for (std::size_t i = 0; i < std::min(brief.help.size(), most_helps); ++i)
        lines.push_back(happened(brief.help[i], help_in_words(brief.help[i].help), today));
    return lines;
}

} // namespace

Phrase phrase_of(std::string text, Style style) {
    return text.empty() ? Phrase{} : Phrase{{std::move(text), style}};
}

Phrase title_of(const core::Brief& brief) {
    const auto& person = brief.person;
    std::vector<std::string> work;
    for (const auto& text : {person.role, person.organisation})
        if (!text.empty()) work.push_back(text);
    return joined({{{person.name.empty() ? person.id.text : person.name, Style::strong}},
                   phrase_of(core::join(work, ", ")),
                   phrase_of(person.city)},
                  " · ");
}

std::vector<BriefPart> parts_of(const core::Brief& brief, core::Date today) {
    return {{"In touch", one(how_long_since(brief, today))},
            {"Met", one(how_met(brief, today))},
            {"Groups", one(phrase_of(core::join(brief.person.groups, ", ")))},
            {"Cadence", one(cadence(brief))},
            {"Birthday", one(birthday(brief, today))},
            {"Reach", one(addresses(brief.person))},
            {"Note", one(phrase_of(brief.person.note))},
            {"Contacts", contacts(brief, today), true},
            {"Open", open_items(brief, today), true},
            {"Events", events(brief, today), true},
            {"Help", help(brief, today), true}};
}

} // namespace kith::render
