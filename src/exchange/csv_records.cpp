#include "csv_records.hpp"

#include "kith/core/record_keys.hpp"
#include "kith/core/text.hpp"

#include "csv_cells.hpp"
#include "plain_text.hpp"
#include "written_text.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <type_traits>
#include <utility>

namespace kith::exchange {
namespace {

core::Value number_of(const std::string& cell) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (error == std::errc{} && end == cell.data() + cell.size()) return number;
    return cell;
}

core::Value truth_of(const std::string& cell) {
    if (cell == "true" || cell == "false") return cell == "true";
    return cell;
}

core::Value table_value_of(const std::string& cell) {
    if (auto table = table_of_cell(cell)) return std::move(*table);
    return cell;
}

/// Reads a cell by the type of the member that its key stands for.
struct ByMember {
    std::string_view wanted;
    const std::string& cell;
    core::Value value;

    template<class Member> void operator()(const char* key, const Member&) {
        if (wanted != key) return;
        if constexpr (std::is_same_v<Member, core::TextTable>)
            value = table_value_of(cell);
        else if constexpr (std::is_same_v<Member, int> || std::is_same_v<Member, std::optional<int>>)
            value = number_of(cell);
        else if constexpr (std::is_same_v<Member, std::optional<bool>>)
            value = truth_of(cell);
        else
            value = cell;
    }
    template<class Each> void operator()(const char* key, const std::vector<Each>&) {
        if (wanted == key) value = list_of_cell(cell);
    }
    void operator()(const char* key, const core::TextTable&) {
        if (wanted == key) value = table_value_of(cell);
    }
};

template<class Record> constexpr std::string_view required_key = "date";
template<> constexpr std::string_view required_key<core::Event> = "start";
template<> constexpr std::string_view required_key<core::Followup> = "due";

template<class Record> core::Value value_of_text(std::string_view key, const std::string& text) {
    ByMember reading{key, text, text};
    const Record record{};
    core::each_key(record, reading);
    return std::move(reading.value);
}

} // namespace

template<class Record> core::Value value_of_cell(std::string_view key, const std::string& cell) {
    return value_of_text<Record>(key, unguarded(key == "note" ? several_lines(cell) : one_line(cell)));
}

template<class Record> core::Value value_of_own_cell(std::string_view key, const std::string& cell) {
    return value_of_text<Record>(key, unguarded(without_controls(cell)));
}

template<class Record> bool is_header_of(const CsvRow& header) {
    const auto keys = core::keys_of<Record>();
    const auto is_key = [&](const std::string& cell) { return std::ranges::find(keys, cell) != keys.end(); };
    return std::ranges::all_of(header.cells, is_key) &&
           std::ranges::find(header.cells, required_key<Record>) != header.cells.end();
}

template<class Record> bool is_own_header(const CsvRow& header) {
    return std::ranges::is_permutation(header.cells, core::keys_of<Record>());
}

template<class Record> core::Fields fields_of(const CsvRow& header, const CsvRow& row) {
    const auto value_of = is_own_header<Record>(header) ? value_of_own_cell<Record> : value_of_cell<Record>;
    core::Fields fields;
    for (std::size_t index = 0; index < std::min(row.cells.size(), header.cells.size()); ++index)
        if (!row.cells[index].empty())
            fields.push_back({header.cells[index], value_of(header.cells[index], row.cells[index]), row.line});
    return fields;
}

template core::Value value_of_cell<core::Person>(std::string_view, const std::string&);
template bool is_own_header<core::Person>(const CsvRow&);
template bool is_header_of<core::Interaction>(const CsvRow&);
template bool is_own_header<core::Interaction>(const CsvRow&);
template bool is_header_of<core::Event>(const CsvRow&);
template bool is_own_header<core::Event>(const CsvRow&);
template bool is_header_of<core::Followup>(const CsvRow&);
template bool is_own_header<core::Followup>(const CsvRow&);
template core::Fields fields_of<core::Person>(const CsvRow&, const CsvRow&);
template core::Fields fields_of<core::Interaction>(const CsvRow&, const CsvRow&);
template core::Fields fields_of<core::Event>(const CsvRow&, const CsvRow&);
template core::Fields fields_of<core::Followup>(const CsvRow&, const CsvRow&);

} // namespace kith::exchange
