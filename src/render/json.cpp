#include "kith/render/json.hpp"

#include "kith/core/text.hpp"

#include "json_value.hpp"

#include <algorithm>

namespace kith::render {
namespace {

using nlohmann::ordered_json;

/// A field's value as JSON; discarded where it has none.
struct ToJson {
    ordered_json operator()(const std::string& text) const { return text; }
    ordered_json operator()(std::int64_t number) const { return number; }
    ordered_json operator()(bool truth) const { return truth; }
    ordered_json operator()(const core::Moment& moment) const { return core::to_text(moment); }
    ordered_json operator()(const std::vector<std::string>& texts) const { return texts; }
    ordered_json operator()(const core::TextTable& table) const {
        auto object = ordered_json::object();
        for (const auto& [key, text] : table) object[key] = text;
        return object;
    }
    ordered_json operator()(const core::Unmodelled&) const { return ordered_json(ordered_json::value_t::discarded); }
};

ordered_json to_array(const std::vector<core::Fields>& records) {
    auto array = ordered_json::array();
    for (const auto& record : records) array.push_back(to_object(record));
    return array;
}

ordered_json to_object(const Document& document) {
    auto object = ordered_json::object();
    for (const auto& [key, part] : document) {
        if (const auto* record = std::get_if<core::Fields>(&part))
            object[key] = render::to_object(*record);
        else
            object[key] = to_array(std::get<std::vector<core::Fields>>(part));
    }
    return object;
}

/// What stands for a value within one line.
std::string in_one_line(const ordered_json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_object()) return in_one_line(value.value("id", value.value("label", ordered_json(""))));
    if (!value.is_array()) return value.dump();
    std::vector<std::string> texts;
    for (const auto& each : value) texts.push_back(in_one_line(each));
    return core::join(texts, ",");
}

core::Fields flattened(const ordered_json& document) {
    core::Fields fields;
    for (const auto& [key, part] : document.items()) {
        if (!part.is_object()) {
            fields.push_back({key, in_one_line(part), 0});
            continue;
        }
        core::TextTable table;
        for (const auto& [name, value] : part.items()) table.emplace_back(name, in_one_line(value));
        fields.push_back({key, std::move(table), 0});
    }
    return fields;
}

/// A line of a printed document; beyond what JSON itself escapes it can hold controls only within a text.
std::string without_controls(std::string_view line) {
    std::string safe;
    for (auto del = line.find('\x7f'); del != std::string_view::npos; del = line.find('\x7f')) {
        safe += core::escape_controls(line.substr(0, del)) + "\\u007f";
        line.remove_prefix(del + 1);
    }
    return safe + core::escape_controls(line);
}

} // namespace

ordered_json to_object(const core::Fields& record) {
    auto object = ordered_json::object();
    for (const auto& field : record) {
        auto value = std::visit(ToJson{}, field.value);
        if (!value.is_discarded()) object[field.key] = std::move(value);
    }
    return object;
}

std::string print(const ordered_json& document) {
    const auto printed = document.dump(2, ' ', false, ordered_json::error_handler_t::replace);
    std::string text;
    text.reserve(printed.size() + 1);
    for (std::size_t begin = 0; begin < printed.size();) {
        const auto end = std::min(printed.find('\n', begin), printed.size());
        text += without_controls(std::string_view(printed).substr(begin, end - begin)) + '\n';
        begin = end + 1;
    }
    return text;
}

std::string to_json(const core::Fields& record) {
    return print(to_object(record));
}

std::string to_json(const core::Fields& record, std::size_t depth) {
    const auto printed = print(to_object(record));
    const std::string between = '\n' + std::string(2 * depth, ' ');
    std::string text;
    for (std::size_t begin = 0; begin < printed.size();) {
        const auto end = printed.find('\n', begin);
        text.append(begin == 0 ? "" : between).append(printed, begin, end - begin);
        begin = end + 1;
    }
    return text;
}

std::string to_json(const std::vector<core::Fields>& records) {
    return print(to_array(records));
}

std::string to_json(const Document& document) {
    return print(to_object(document));
}

core::Fields to_fields(const Document& document) {
    return flattened(to_object(document));
}

core::Fields to_fields(const core::Report& report) {
    return flattened(to_object(report));
}

} // namespace kith::render
