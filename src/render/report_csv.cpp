// The report as a table: a row a figure, its section and key those of the JSON. An item of a list has its id or label
// in the key: `platforms,linkedin.actual,5`.
#include "kith/render/report.hpp"

#include "csv.hpp"
#include "json_value.hpp"

namespace kith::render {
namespace {

using nlohmann::ordered_json;

std::string joined(const std::string& key, const std::string& rest) {
    return key.empty() ? rest : key + "." + rest;
}

/// What an item of a list goes by.
std::string name_of(const ordered_json& item) {
    return item.value(item.contains("id") ? "id" : "label", std::string{});
}

std::string rows(const std::string& section, const std::string& key, const ordered_json& value) {
    std::string text;
    if (value.is_object()) {
        for (const auto& [name, part] : value.items()) text += rows(section, joined(key, name), part);
    } else if (value.is_array()) {
        for (auto item : value) {
            const auto name = item.is_object() ? joined(key, name_of(item)) : key;
            if (item.is_object()) item.erase(item.contains("id") ? "id" : "label");
            text += rows(section, name, item);
        }
    } else {
        text = csv_line({section, key, value.is_string() ? value.get<std::string>() : value.dump()});
    }
    return text;
}

/// What the JSON has not: the other figures of the period before, and what the targets come to.
ordered_json comparison(const core::Report& report) {
    const auto& figures = report.before;
    auto before = ordered_json::object(), planned = ordered_json::object();
    if (!figures.label.empty())
        before = {{"label", figures.label},
                  {"total", figures.total},
                  {"online", figures.online},
                  {"in_person", figures.in_person},
                  {"unclassified", figures.unclassified},
                  {"people", figures.people},
                  {"followups_done", figures.followups_done}};
    if (figures.in_person_percent) before["in_person_percent"] = *figures.in_person_percent;
    if (report.planned.in_person) planned["in_person"] = *report.planned.in_person;
    if (report.planned.events) planned["events"] = *report.planned.events;
    return {{"before", before}, {"planned", planned}};
}

} // namespace

std::string to_csv(const core::Report& report) {
    auto text = csv_line({"section", "key", "value"});
    for (const auto& document : {to_object(report), comparison(report)})
        for (const auto& [section, figures] : document.items()) text += rows(section, {}, figures);
    return text;
}

} // namespace kith::render
