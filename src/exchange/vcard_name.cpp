#include "vcard_name.hpp"

#include "kith/core/text.hpp"

#include "content_lines.hpp"
#include "plain_text.hpp"

#include <algorithm>
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
    for (std::size_t index = 3; index < fields.size() && index < 5; ++index)
        for (const auto each : split_escaped(fields[index], ',')) name.titles.push_back(one_line(unescape(each)));
}

std::string composed(const CardName& name) {
    return joined({name.given, name.additional, name.family});
}

std::string spoken(const CardName& name) {
    if (name.family.empty() || name.given.empty() || !name.formatted.starts_with(name.family + ","))
        return name.formatted;
    const auto behind = core::trim(std::string_view(name.formatted).substr(name.family.size() + 1));
    if (behind == name.given) return joined({name.given, name.family});
    return behind == joined({name.given, name.additional}) ? composed(name) : name.formatted;
}

bool is_no_name(std::string_view text) {
    return text.find_first_not_of(" ;,") == text.npos;
}

bool has_lost_titles(const CardName& name, std::string chosen) {
    const auto words = words_between_commas(chosen);
    const std::set<std::string_view> known(words.begin(), words.end());
    return std::ranges::any_of(name.titles, [&known](std::string title) {
        return !std::ranges::all_of(words_between_commas(title), [&known](auto word) { return known.contains(word); });
    });
}

} // namespace kith::exchange
