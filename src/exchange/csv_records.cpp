#include "csv_records.hpp"

#include "kith/core/record_keys.hpp"
#include "kith/core/text.hpp"
#include "kith/core/text_field.hpp"

#include "csv_cells.hpp"
#include "csv_lists.hpp"
#include "csv_truth.hpp"
#include "plain_text.hpp"
#include "possible_values.hpp"
#include "written_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
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
    if (const auto truth = truth_of_words(cell)) return *truth;
    return cell;
}

core::Value table_value_of(const std::string& cell) {
    if (auto table = table_of_cell(cell)) return std::move(*table);
    return cell;
}

core::Value moment_value_of(const std::string& cell, TableFrom from, const DateForm& form) {
    const auto text = from == TableFrom::kith ? cell : std::string(day_of_midnight(cell));
    if (const auto moment = moment_of_words(text, form)) return *moment;
    return cell;
}

/// As the journal has it, where it does not have it so already.
core::Value birthday_value_of(const std::string& cell, const DateForm& form) {
    if (!impossible_in(core::kind_of<core::Person>(), {{"birthday", cell}})) return cell;
    return birthday_of_words(cell, form).value_or(cell);
}

/// `texts_in` reads a list that is not joined as kith does: people type commas under kith's names of columns, too.
core::Value list_value_of(const std::string& cell, TableFrom from,
                          std::vector<std::string> (*texts_in)(std::string_view)) {
    const bool may_be_joined = from == TableFrom::columns && cell.find_first_of(";\\") != cell.npos;
    if (from == TableFrom::kith || may_be_joined) return list_of_cell(cell);
    auto texts = texts_in(cell);
    if (from == TableFrom::columns && texts.size() == 1) return list_of_cell(cell);
    return each_once(std::move(texts));
}

template<class Member> constexpr bool is_day = std::is_same_v<Member, core::Moment> ||
                                               std::is_same_v<Member, std::optional<core::Moment>> ||
                                               std::is_same_v<Member, std::optional<core::Date>>;

/// Reads a cell by the type of the member that its key stands for.
struct ByMember {
    std::string_view wanted;
    const std::string& cell;
    TableFrom from;
    DateForm form;
    core::Value value;

    template<class Member> void operator()(const char* key, const Member&) {
        if (wanted != key) return;
        if constexpr (std::is_same_v<Member, core::TextTable>)
            value = table_value_of(cell);
        else if constexpr (std::is_same_v<Member, int> || std::is_same_v<Member, std::optional<int>>)
            value = number_of(cell);
        else if constexpr (std::is_same_v<Member, std::optional<bool>>)
            value = truth_of(cell);
        else if constexpr (is_day<Member>)
            value = moment_value_of(cell, from, form);
        else
            value = cell;
    }
    void operator()(const char* key, const std::vector<std::string>&) {
        if (wanted == key) value = list_value_of(cell, from, wanted == "tags" ? tags_in : labels_in);
    }
    template<class Of> void operator()(const char* key, const std::vector<core::Id<Of>>&) {
        if (wanted == key) value = list_value_of(cell, from, people_in);
    }
    void operator()(const char* key, const core::TextTable&) {
        if (wanted == key) value = table_value_of(cell);
    }
};

/// Whether the key of entries and the like holds one of kith's words, which others begin with a capital.
bool holds_word_of_kith(std::string_view key, TableFrom from) {
    constexpr std::array<std::string_view, 6> keys{"mode", "kind", "by", "help", "status", "action"};
    return std::ranges::find(keys, key) != keys.end() || (key == "event" && from == TableFrom::others);
}

/// The cell without what no text of its table has in it.
std::string cleaned(std::string_view key, const std::string& cell, TableFrom from) {
    if (from == TableFrom::kith) return unguarded(without_controls(cell));
    auto text = key == "note" ? several_lines(cell) : one_line(cell);
    if (from == TableFrom::columns) text = unguarded(std::move(text));
    return holds_word_of_kith(key, from) ? label(text) : text;
}

template<class Record> bool are_keys_of(const CsvRow& header) {
    const auto keys = core::keys_of<Record>();
    return std::ranges::all_of(header.cells,
                               [&](const auto& cell) { return std::ranges::find(keys, cell) != keys.end(); });
}

template<class Record> bool are_all_keys_of(const CsvRow& header) {
    return std::ranges::is_permutation(header.cells, core::keys_of<Record>());
}

template<class Record> TableFrom origin_by_keys(const CsvRow& header) {
    if (are_all_keys_of<Record>(header)) return TableFrom::kith;
    return are_keys_of<Record>(header) ? TableFrom::columns : TableFrom::others;
}

template<class Record>
core::Value value_of_text(std::string_view key, const std::string& text, TableFrom from, const DateForm& form) {
    if (std::is_same_v<Record, core::Person> && key == "birthday") return birthday_value_of(text, form);
    ByMember reading{key, text, from, form, text};
    const Record record{};
    core::each_key(record, reading);
    return std::move(reading.value);
}

/// What two columns say of one key: lists together, and notes as paragraphs.
void join(core::Value& value, core::Value more) {
    if (auto* texts = std::get_if<std::vector<std::string>>(&value))
        std::ranges::move(std::get<std::vector<std::string>>(more), std::back_inserter(*texts));
    else if (auto* text = std::get_if<std::string>(&value))
        add_paragraph(*text, std::get<std::string>(more));
}

} // namespace

TableFrom origin_of(const CsvRow& header, TableOf what) {
    switch (what) {
    case TableOf::people:
        break;
    case TableOf::entries:
        return origin_by_keys<core::Interaction>(header);
    case TableOf::events:
        return origin_by_keys<core::Event>(header);
    case TableOf::followups:
        return origin_by_keys<core::Followup>(header);
    }
    return origin_by_keys<core::Person>(header);
}

std::optional<TableOf> own_table(const CsvRow& header) {
    for (const auto what : {TableOf::people, TableOf::entries, TableOf::events, TableOf::followups})
        if (origin_of(header, what) == TableFrom::kith) return what;
    return std::nullopt;
}

template<class Record>
core::Fields fields_of(const Columns& columns, const CsvRow& row, TableFrom from, const std::vector<SeenDates>& dates) {
    core::Fields fields;
    bool is_joined = false;
    for (std::size_t index = 0; index < std::min(row.cells.size(), columns.size()); ++index) {
        const auto& key = columns[index];
        const auto text = key.empty() ? std::string() : cleaned(key, row.cells[index], from);
        if (text.empty()) continue;
        auto value = value_of_text<Record>(key, text, from, dates[index].form());
        const auto known = std::ranges::find(fields, key, &core::Field::key);
        if (known == fields.end()) {
            fields.push_back({key, std::move(value), row.line});
        } else {
            join(known->value, std::move(value));
            is_joined = true;
        }
    }
    for (auto& field : fields)
        if (auto* texts = std::get_if<std::vector<std::string>>(&field.value); texts != nullptr && is_joined)
            *texts = each_once(std::move(*texts));
    return fields;
}

core::Value value_of_person_cell(std::string_view key, const std::string& cell, TableFrom from) {
    return value_of_text<core::Person>(key, cleaned(key, cell, from), from, DateForm{});
}

template<class Record> bool is_date(std::string_view key) {
    bool is = false;
    const Record record{};
    core::each_key(record, [&]<class Member>(const char* each, const Member&) {
        if constexpr (is_day<Member>) is = is || key == each;
    });
    return is;
}

template<class Record> std::string in_words_of_table(const core::FieldProblem& problem, const core::Fields& fields) {
    const auto* text = core::find_text(fields, problem.key);
    const bool is_birthday = std::is_same_v<Record, core::Person> && problem.key == "birthday";
    if (text == nullptr || (!is_birthday && !is_date<Record>(problem.key))) return problem.message;
    const auto reason = is_birthday ? reason_of_no_birthday(*text) : reason_of_no_moment(*text);
    if (reason == "it is no date") return problem.message;
    return fmt::format("'{}' is {}, and {}", problem.key, *text, reason);
}

template core::Fields fields_of<core::Person>(const Columns&, const CsvRow&, TableFrom, const std::vector<SeenDates>&);
template core::Fields fields_of<core::Interaction>(const Columns&, const CsvRow&, TableFrom,
                                                   const std::vector<SeenDates>&);
template core::Fields fields_of<core::Event>(const Columns&, const CsvRow&, TableFrom, const std::vector<SeenDates>&);
template core::Fields fields_of<core::Followup>(const Columns&, const CsvRow&, TableFrom,
                                                const std::vector<SeenDates>&);
template bool is_date<core::Person>(std::string_view);
template bool is_date<core::Interaction>(std::string_view);
template bool is_date<core::Event>(std::string_view);
template bool is_date<core::Followup>(std::string_view);
template std::string in_words_of_table<core::Person>(const core::FieldProblem&, const core::Fields&);
template std::string in_words_of_table<core::Interaction>(const core::FieldProblem&, const core::Fields&);
template std::string in_words_of_table<core::Event>(const core::FieldProblem&, const core::Fields&);
template std::string in_words_of_table<core::Followup>(const core::FieldProblem&, const core::Fields&);

} // namespace kith::exchange
