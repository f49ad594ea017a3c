#include "possible_values.hpp"

#include "kith/core/agenda.hpp"
#include "kith/core/journal.hpp"
#include "kith/core/phrase.hpp"
#include "kith/core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace kith::exchange {
namespace {

bool is_birthday(const std::string& text) {
    return core::next_birthday(text, core::all_days.from).has_value();
}

bool is_recurrence(const std::string& text) {
    return core::parse_period(std::string_view(text).substr(text.starts_with('+') ? 1 : 0)).has_value();
}

/// What begins with a dash is an option to a command, and with an at sign something computed.
bool is_id(const std::string& text) {
    const auto is_control = [](unsigned char byte) { return byte < 0x20 || byte == 0x7F; };
    return !text.starts_with('-') && !text.starts_with('@') && std::ranges::none_of(text, is_control);
}

bool is_among(const std::vector<std::string>& values, const std::string& text) {
    return std::ranges::find(values, text) != values.end();
}

struct Rule {
    std::string_view kind; ///< Empty for every one.
    std::string_view key;
    bool (*holds)(const std::string& text);
    std::string_view wanted;
};

bool is_mode(const std::string& text) {
    return is_among({"online", "in-person"}, text);
}

constexpr std::array rules{
    Rule{"", "id", is_id, "words, and neither - nor @ before them"},
    Rule{"person", "birthday", is_birthday, "1990-05-02, or 05-02 without the year"},
    Rule{"interaction", "mode", [](const std::string& text) { return is_mode(text) || text == "unclassified"; },
         "online or in-person"}, // Lists say `unclassified` of what has none.
    Rule{"channel", "mode", is_mode, "online or in-person"},
    Rule{"interaction", "by",
         [](const std::string& text) {
             return is_among({"me", "them"}, text);
         },
         "me or them"},
    Rule{"interaction", "help", [](const std::string& text) { return is_among(core::help_values(), text); },
         "offered, asked or received"},
    Rule{"event", "status", [](const std::string& text) { return is_among(core::event_statuses(), text); },
         "planned, attended or skipped"},
    Rule{"followup", "every", is_recurrence, "a period such as 2w, or +2w"},
};

/// The text of a key; empty where there is none.
std::string_view text_of(const core::Fields& fields, std::string_view key) {
    const auto found = std::ranges::find(fields, key, &core::Field::key);
    const auto* text = found == fields.end() ? nullptr : std::get_if<std::string>(&found->value);
    return text == nullptr ? std::string_view() : *text;
}

/// What two values say against each other.
std::optional<core::FieldProblem> contradiction_in(const core::Fields& fields) {
    const auto problem = [&fields](std::string_view key, std::string message) {
        const auto found = std::ranges::find(fields, key, &core::Field::key);
        return core::FieldProblem{std::string(key), found->line, std::move(message)};
    };
    constexpr std::size_t day = 10;
    const auto start = text_of(fields, "start"), end = text_of(fields, "end");
    if (!end.empty() && end.substr(0, day) < start.substr(0, day))
        return problem("end", fmt::format("it ends on {}, before it starts", core::escape_controls(end)));
    for (const std::string_view other : {"done", "published"})
        if (!text_of(fields, other).empty() && !text_of(fields, "dropped").empty())
            return problem("dropped", fmt::format("'{}' and 'dropped' exclude each other", other));
    return std::nullopt;
}

} // namespace

std::optional<core::FieldProblem> impossible_in(std::string_view kind, const core::Fields& fields) {
    for (const auto& field : fields) {
        const auto* text = std::get_if<std::string>(&field.value);
        if (text == nullptr || text->empty()) continue;
        for (const auto& rule : rules)
            if (rule.key == field.key && (rule.kind.empty() || rule.kind == kind) && !rule.holds(*text))
                return core::FieldProblem{field.key, field.line,
                                          fmt::format("'{}' cannot be '{}': it takes {}", field.key,
                                                      core::escape_controls(*text), rule.wanted)};
    }
    return contradiction_in(fields);
}

} // namespace kith::exchange
