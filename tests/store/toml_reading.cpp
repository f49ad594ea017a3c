#include "toml_reading.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace kith::test {

namespace {

core::Value moment(const toml::date& date, const std::optional<toml::time>& time) {
    if (date.year == 0) return core::Unmodelled{"a date before the year 1"};
    const std::chrono::year_month_day day{std::chrono::year{date.year}, std::chrono::month{date.month},
                                          std::chrono::day{date.day}};
    if (!time) return core::Moment{core::Date{day}, std::nullopt};
    if (time->nanosecond != 0) return core::Unmodelled{"a time with fractions of a second"};
    return core::Moment{core::Date{day}, std::chrono::hours{time->hour} + std::chrono::minutes{time->minute} +
                                             std::chrono::seconds{time->second}};
}

core::Value list(const toml::array& array) {
    std::vector<std::string> texts;
    for (const auto& element : array) {
        if (!element.is_string()) return core::Unmodelled{"a list with other things than texts"};
        texts.push_back(element.as_string()->get());
    }
    return texts;
}

core::Value table(const toml::table& table) {
    core::TextTable texts;
    for (const auto& [key, element] : table) {
        if (!element.is_string()) return core::Unmodelled{"a table with other things than texts"};
        texts.emplace_back(std::string(key.str()), element.as_string()->get());
    }
    return texts;
}

core::Value value(const toml::node& node) {
    if (const auto* text = node.as_string()) return text->get();
    if (const auto* number = node.as_integer()) return number->get();
    if (const auto* truth = node.as_boolean()) return truth->get();
    if (const auto* date = node.as_date()) return moment(date->get(), std::nullopt);
    if (const auto* both = node.as_date_time()) {
        if (both->get().offset) return core::Unmodelled{"a date with an offset"};
        return moment(both->get().date, both->get().time);
    }
    if (node.is_time()) return core::Unmodelled{"a time"};
    if (node.is_floating_point()) return core::Unmodelled{"a floating-point number"};
    return node.is_array() ? list(*node.as_array()) : table(*node.as_table());
}

core::Fields fields(const toml::table& table) {
    core::Fields result;
    for (const auto& [key, node] : table) result.push_back({std::string(key.str()), value(node), 0});
    return result;
}

bool is_list_of_records(const toml::node& node) {
    const auto* array = node.as_array();
    return array != nullptr && array->is_array_of_tables() && !array->get(0)->as_table()->is_inline();
}

/// Takes the records out of a table and those below it.
void take_records(Reading& reading, toml::table& table, const std::string& prefix) {
    std::vector<std::string> taken;
    for (auto&& [key, node] : table) {
        const auto kind = prefix + std::string(key.str());
        if (is_list_of_records(node)) {
            reading.nested_kinds = reading.nested_kinds || !prefix.empty();
            for (const auto& record : *node.as_array()) {
                reading.records[kind].push_back(sorted(fields(*record.as_table())));
            }
            taken.emplace_back(key.str());
        } else if (node.is_table() && !node.as_table()->is_inline()) {
            take_records(reading, *node.as_table(), kind + ".");
        }
    }
    for (const auto& key : taken) table.erase(key);
}

} // namespace

std::optional<Reading> read_with_toml(std::string_view text) {
    try {
        auto root = toml::parse(text);
        Reading result;
        take_records(result, root, "");
        result.root = sorted(fields(root));
        return result;
    } catch (const toml::parse_error&) {
        return std::nullopt;
    }
}

core::Fields sorted(core::Fields fields) {
    for (auto& field : fields) {
        if (auto* texts = std::get_if<core::TextTable>(&field.value)) std::ranges::sort(*texts);
    }
    std::ranges::sort(fields, {}, &core::Field::key);
    return fields;
}

} // namespace kith::test
