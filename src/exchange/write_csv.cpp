#include "kith/exchange/write_csv.hpp"

#include "kith/core/text.hpp"

#include "csv_cells.hpp"
#include "written_text.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace kith::exchange {
namespace {

struct InWords {
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(bool truth) const { return truth ? "true" : "false"; }
    std::string operator()(const core::Moment& moment) const { return core::to_text(moment); }
    std::string operator()(const std::vector<std::string>& texts) const { return list_in_cell(texts); }
    std::string operator()(const core::TextTable& table) const { return table_in_cell(table); }
    std::string operator()(const core::Unmodelled&) const { return {}; }
};

/// Blanks around a text that is not in quotes would be lost.
bool needs_quotes(std::string_view text) {
    return text.find_first_of(",\"\n") != text.npos || core::trim(text).size() != text.size();
}

std::string value_of(const core::Field& field) {
    auto value = std::visit(InWords{}, value_without_controls(field.value));
    if (field.key != "every") value = guarded(std::move(value));
    if (!needs_quotes(value)) return value;
    std::string quoted = "\"";
    for (const char sign : value) quoted.append(sign == '"' ? 2 : 1, sign);
    return quoted + '"';
}

} // namespace

std::string csv_header(std::span<const std::string_view> keys) {
    std::string line;
    for (const auto key : keys) line.append(line.empty() ? "" : ",").append(key);
    return line + '\n';
}

std::string csv_row(const core::Fields& record, std::span<const std::string_view> keys) {
    std::string line;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (i > 0) line += ',';
        const auto field = std::ranges::find(record, keys[i], &core::Field::key);
        if (field != record.end()) line += value_of(*field);
    }
    return line + '\n';
}

} // namespace kith::exchange
