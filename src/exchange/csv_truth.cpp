#include "csv_truth.hpp"

#include "kith/core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace kith::exchange {
namespace {

/// Folded: English, German, French, Spanish and Portuguese.
constexpr std::array<std::string_view, 15> words_for_true{
    "true", "yes", "y", "1", "x", "on", "wahr", "ja", "ein", "vrai", "oui", "si", "sim", "verdadero", "verdadeiro"};
constexpr std::array<std::string_view, 12> words_for_false{"false", "no",  "n",    "0",   "off",   "falsch",
                                                           "nein",  "aus", "faux", "non", "falso", "nao"};
/// In a column of days: that there is none yet, or that there is one.
constexpr std::array<std::string_view, 18> words_for_open{
    "-",    "–",       "—",           "none",        "n/a",       "open",   "offen",   "new",    "to do",
    "todo", "pending", "in progress", "not started", "in arbeit", "ouvert", "abierto", "aberto", "pendiente"};
constexpr std::array<std::string_view, 13> words_for_done{
    "done",        "completed",     "complete", "closed",  "finished", "resolved", "erledigt",
    "geschlossen", "abgeschlossen", "fertig",   "termine", "hecho",    "feito"};
constexpr std::array<std::string_view, 5> words_for_dropped{"dropped", "cancelled", "canceled", "abgebrochen",
                                                            "abgesagt"};

template<class Words> bool has(const Words& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

std::optional<bool> is_closed(std::string_view text) {
    const auto word = core::fold(text);
    if (has(words_for_done, word) || has(words_for_dropped, word)) return true;
    return has(words_for_open, word) ? std::optional(false) : truth_of_words(text);
}

/// What is said to be dropped in the column of what is done.
void move_dropped(core::Fields& fields) {
    const auto done = std::ranges::find(fields, "done", &core::Field::key);
    const auto* text = done == fields.end() ? nullptr : std::get_if<std::string>(&done->value);
    const bool is_there = std::ranges::find(fields, "dropped", &core::Field::key) != fields.end();
    if (text != nullptr && !is_there && has(words_for_dropped, core::fold(*text))) done->key = "dropped";
}

} // namespace

std::optional<bool> truth_of_words(std::string_view text) {
    const auto word = core::fold(text);
    if (has(words_for_true, word)) return true;
    return has(words_for_false, word) ? std::optional(false) : std::nullopt;
}

std::vector<std::string> with_days_of_truths(core::Fields& fields, core::Date today) {
    std::vector<std::string> told;
    move_dropped(fields);
    const auto due = std::ranges::find(fields, "due", &core::Field::key);
    const auto* day = due == fields.end() ? nullptr : std::get_if<core::Moment>(&due->value);
    const auto last = day == nullptr ? std::nullopt : std::optional(day->date);
    std::erase_if(fields, [&](core::Field& field) {
        const auto* text = std::get_if<std::string>(&field.value);
        if (text == nullptr || (field.key != "done" && field.key != "dropped")) return false;
        const auto is = is_closed(*text);
        if (!is || !last) return false;
        if (!*is) return true;
        const bool is_to_come = *last > today;
        told.push_back(is_to_come
                           ? fmt::format("{} '{}': it is no day, and the due date is still to come", field.key, *text)
                           : fmt::format("day of {} '{}': that on which it was due is taken for it", field.key, *text));
        if (!is_to_come) field.value = core::Moment{*last, std::nullopt};
        return is_to_come;
    });
    return told;
}

std::vector<std::string> with_status_of_truth(core::Fields& fields, core::Date today) {
    const auto status = std::ranges::find(fields, "status", &core::Field::key);
    const auto start = std::ranges::find(fields, "start", &core::Field::key);
    if (status == fields.end() || start == fields.end()) return {};
    const auto* text = std::get_if<std::string>(&status->value);
    const auto* day = std::get_if<core::Moment>(&start->value);
    const auto is = text == nullptr ? std::nullopt : truth_of_words(*text);
    if (!is || day == nullptr) return {};
    std::vector<std::string> told;
    if (day->date <= today) {
        status->value = std::string(*is ? "attended" : "skipped");
    } else {
        if (*is) told.push_back(fmt::format("status '{}': it is still to come", *text));
        fields.erase(status);
    }
    return told;
}

} // namespace kith::exchange
