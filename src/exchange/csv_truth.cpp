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
constexpr std::array<std::string_view, 7> words_for_open{"-", "–", "—", "none", "n/a", "open", "offen"};
constexpr std::array<std::string_view, 4> words_for_closed{"done", "completed", "erledigt", "dropped"};

template<class Words> bool has(const Words& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

std::optional<bool> is_closed(std::string_view text) {
    const auto word = core::fold(text);
    if (has(words_for_closed, word)) return true;
    return has(words_for_open, word) ? std::optional(false) : truth_of_words(text);
}

} // namespace

std::optional<bool> truth_of_words(std::string_view text) {
    const auto word = core::fold(text);
    if (has(words_for_true, word)) return true;
    return has(words_for_false, word) ? std::optional(false) : std::nullopt;
}

std::vector<std::string> with_days_of_truths(core::Fields& fields, core::Date today) {
    std::vector<std::string> told;
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

} // namespace kith::exchange
