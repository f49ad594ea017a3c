#include "file_names.hpp"

#include "kith/core/phrase.hpp"

#include <algorithm>
#include <iterator>

namespace kith::store {

std::string month_name(core::Date date) {
    return "log/" + core::to_text(date).substr(0, 7) + ".toml";
}

std::string year_name(core::Date date) {
    return "events/" + core::to_text(date).substr(0, 4) + ".toml";
}

std::vector<std::string> between(const std::vector<std::string>& names, const std::string& first,
                                 const std::string& last) {
    std::vector<std::string> chosen;
    std::ranges::copy_if(names, std::back_inserter(chosen),
                         [&](const auto& name) { return first <= name && name <= last; });
    return chosen;
}

std::optional<core::DateRange> days_of(std::string_view name) {
    const std::string_view digits = name.substr(name.find('/') + 1);
    const bool is_month = name.starts_with("log/");
    const auto first =
        core::parse_iso_date(std::string(digits.substr(0, is_month ? 7 : 4)) + (is_month ? "-01" : "-01-01"));
    if (!first) return std::nullopt;
    return core::DateRange{*first, is_month ? core::end_of_month(*first)
                                            : core::make_date(core::year_of(*first), 12, 31).value_or(*first)};
}

} // namespace kith::store
