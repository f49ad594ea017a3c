#include "vcard_name.hpp"

#include "kith/core/text.hpp"

#include "content_lines.hpp"
#include "personal_name_words.hpp"
#include "plain_text.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace kith::exchange {
namespace {

std::string joined(std::vector<std::string> parts) {
    std::erase(parts, "");
    return core::join(parts, " ");
}

std::vector<std::string_view> words_between_commas(std::string& text) {
    std::ranges::replace(text, ',', ' ');
    return core::words(text);
}

std::set<std::string_view> words_of(std::vector<std::string>& texts) {
    std::set<std::string_view> words;
    for (auto& text : texts)
        for (const auto word : words_between_commas(text)) words.insert(word);
    return words;
}

std::string_view without_comma(std::string_view word) {
    return word.substr(0, word.find_last_not_of(',') + 1);
}

bool has_all(const std::vector<std::string_view>& words, const std::vector<std::string_view>& wanted) {
    std::set<std::string_view> there;
    for (const auto word : words) there.insert(without_comma(word));
    return std::ranges::all_of(wanted, [&](auto word) { return there.contains(word); });
}

/// Takes the words of N's titles off at either end, but for those that are known to be titles and stay in any name.
std::string without_unknown_titles(CardName name, const std::string& text) {
    const auto prefixes = words_of(name.prefixes);
    const auto suffixes = words_of(name.suffixes);
    const auto is_suffix_of_card = [&](auto word) { return suffixes.contains(without_comma(word)); };
    const auto words = core::words(text);
    const auto begin =
        std::ranges::find_if_not(words, [&](auto word) { return prefixes.contains(without_comma(word)); });
    const auto end = std::find_if_not(words.rbegin(), std::make_reverse_iterator(begin), is_suffix_of_card).base();
    std::vector<std::string_view> left;
    const auto is_known_before = [](auto word) { return is_title_in_front(word) || is_field_of_doctor(word); };
    std::copy_if(words.begin(), begin, std::back_inserter(left), is_known_before);
    std::copy(begin, end, std::back_inserter(left));
    std::copy_if(end, words.end(), std::back_inserter(left),
                 [](auto word) { return is_suffix(without_comma(word)) || is_title(without_comma(word)); });
    const auto whole = composed(name);
    const auto wanted = core::words(whole);
    if (left.size() == words.size() || wanted.size() < 2 || !has_all(left, wanted)) return text;
    left.back() = without_comma(left.back());
    return joined({left.begin(), left.end()});
}

/// With the given name first where N says which it is.
std::string given_before_family(const CardName& name) {
    if (name.family.empty() || name.given.empty() || !name.formatted.starts_with(name.family + ","))
        return name.formatted;
    const auto behind = core::trim(std::string_view(name.formatted).substr(name.family.size() + 1));
    if (behind == name.given) return joined({name.given, name.family});
    return behind == joined({name.given, name.additional}) ? composed(name) : name.formatted;
}

} // namespace

void take_names(CardName& name, std::string_view text) {
    const auto fields = split_escaped(text, ';');
    const auto part = [&fields](std::size_t index) {
        return index < fields.size() ? one_line(unescape(fields[index])) : "";
    };
    if (composed(name).empty()) {
        name.family = part(0);
        name.given = part(1);
        name.additional = part(2);
    }
    constexpr std::size_t before = 3;
    for (std::size_t index = before; index < fields.size() && index < before + 2; ++index)
        for (const auto each : split_escaped(fields[index], ','))
            (index == before ? name.prefixes : name.suffixes).push_back(one_line(unescape(each)));
}

std::string composed(const CardName& name) {
    return joined({name.given, name.additional, name.family});
}

std::string spoken(const CardName& name) {
    return without_unknown_titles(name, given_before_family(name));
}

bool is_no_name(std::string_view text) {
    return text.find_first_not_of(" ;,") == text.npos;
}

bool has_lost_titles(const CardName& name, std::string chosen) {
    const auto words = words_between_commas(chosen);
    const std::set<std::string_view> known(words.begin(), words.end());
    const auto is_lost = [&known](std::string title) {
        return !std::ranges::all_of(words_between_commas(title), [&known](auto word) { return known.contains(word); });
    };
    return std::ranges::any_of(name.prefixes, is_lost) || std::ranges::any_of(name.suffixes, is_lost);
}

} // namespace kith::exchange
