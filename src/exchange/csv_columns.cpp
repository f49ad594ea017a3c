#include "csv_columns.hpp"

#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include "csv_kinds.hpp"
#include "plain_text.hpp"
#include "refusal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <tuple>
#include <utility>

namespace kith::exchange {
namespace {

/// A kind that a table may be of, and what its columns would be then.
struct Candidate {
    const Kind* kind;
    Columns columns;
};

bool has(const std::vector<std::string_view>& keys, std::string_view key) {
    return std::ranges::find(keys, key) != keys.end();
}

bool has_any(const Columns& columns, const Need& need) {
    return std::ranges::any_of(columns, [&](const auto& column) { return has(need.keys, column); });
}

/// `E-mail 1 - Value` as `e-mail - value`.
std::string without_number(std::string_view column) {
    std::vector<std::string> words;
    const auto plain = lower(one_line(column));
    for (const auto word : core::words(plain))
        if (word.find_first_not_of("0123456789") != word.npos) words.emplace_back(word);
    return core::join(words, " ");
}

std::string key_of(const Kind& kind, std::string_view column) {
    const auto plain = without_number(column);
    if (has(kind.keys, plain)) return plain;
    const auto found = std::ranges::find(kind.names, std::string_view(plain), &ColumnName::column);
    return found == kind.names.end() ? "" : std::string(found->key);
}

std::string column_list(const CsvRow& header) {
    std::vector<std::string> columns;
    for (const auto& cell : header.cells) columns.push_back("'" + one_line(cell) + "'");
    return core::join(columns, ", ");
}

std::string folded(const std::string& cell) {
    return core::fold(one_line(cell));
}

std::size_t require_column(const CsvRow& header, const std::string& name) {
    const auto is_called = [&](const auto& cell) { return folded(cell) == core::fold(name); };
    const auto found = std::ranges::find_if(header.cells, is_called);
    if (found == header.cells.end())
        core::fail_usage(fmt::format("there is no column '{}'", name), "there are " + column_list(header));
    if (std::ranges::count_if(header.cells, is_called) > 1)
        refuse(header.line, fmt::format("two columns are called '{}'", one_line(*found)),
               "give one of them another name");
    return static_cast<std::size_t>(found - header.cells.begin());
}

bool fits(const Kind& kind, const core::TextTable& chosen) {
    return std::ranges::all_of(chosen, [&](const auto& each) { return has(kind.keys, each.first); });
}

void refuse_shared_columns(const core::TextTable& chosen) {
    for (auto each = chosen.begin(); each != chosen.end(); ++each) {
        const auto other = std::ranges::find(chosen.begin(), each, core::fold(each->second),
                                             [](const auto& pair) { return core::fold(pair.second); });
        if (other != each)
            core::fail_usage(
                fmt::format("--map: '{}' is said to be '{}' and '{}'", each->second, other->first, each->first));
    }
}

void refuse_shared_keys(const Kind& kind, const core::TextTable& chosen) {
    for (auto each = chosen.begin(); each != chosen.end(); ++each) {
        const auto other = std::ranges::find(chosen.begin(), each, each->first, &core::TextTable::value_type::first);
        if (other != each && !has(kind.lists, each->first))
            core::fail_usage(fmt::format("--map: '{}' holds one value, and is said to be in '{}' and in '{}'",
                                         each->first, other->second, each->second));
    }
}

/// Outlook has titles before names under `Title`, where others have what people do.
void take_title(Columns& columns, const CsvRow& header) {
    for (std::size_t index = 0; index < columns.size(); ++index)
        if (lower(one_line(header.cells[index])) == "title" && std::ranges::find(columns, "role") == columns.end())
            columns[index] = "role";
}

/// Where the first column of this name is; past the end where there is none.
std::size_t find_column(const CsvRow& header, std::string_view name) {
    const auto found =
        std::ranges::find_if(header.cells, [&](const auto& cell) { return lower(one_line(cell)) == name; });
    return static_cast<std::size_t>(found - header.cells.begin());
}

/// `First` and `Last` are a name together; one of them alone, or beside a name, may be a day. `Name` beside the German
/// `Vorname` is what the family is called.
void take_halves(Columns& columns, const CsvRow& header) {
    const auto first = find_column(header, "first");
    const auto last = find_column(header, "last");
    const bool is_named = std::ranges::find(columns, "name") != columns.end();
    if (first < columns.size() && last < columns.size() && !is_named) {
        columns[first] = "first_name";
        columns[last] = "last_name";
    }
    const auto family = find_column(header, "name");
    if (family < columns.size() && find_column(header, "vorname") < columns.size() &&
        std::ranges::find(columns, "last_name") == columns.end())
        columns[family] = "last_name";
}

bool holds_any(const Columns& columns, std::initializer_list<std::string_view> keys) {
    return std::ranges::any_of(keys, [&](auto key) { return std::ranges::find(columns, key) != columns.end(); });
}

/// `Date` is the start of an `Event` where no other column is. Beside people and notes it may be an entry's, which can
/// have an event, but not an end; and beside a `Name` it may be when somebody was met there.
void take_day_of_event(Columns& columns, const CsvRow& header) {
    const auto has_column = [&](auto name) { return find_column(header, name) < columns.size(); };
    constexpr std::array<std::string_view, 4> events{"event", "event name", "veranstaltung", "termin"};
    if (holds_any(columns, {"start"}) || std::ranges::none_of(events, has_column)) return;
    if (std::ranges::count(columns, "name") > 1) return;
    if (!holds_any(columns, {"end", "end_time", "all_day"}) && holds_any(columns, {"met", "note"})) return;
    constexpr std::array<std::string_view, 5> days{"date", "day", "when", "datum", "wann"};
    if (const auto* day = std::ranges::find_if(days, has_column); day != days.end())
        columns[find_column(header, *day)] = "start";
}

/// A `Status` says whether a follow-up is done where no column says when, and `Attended` what became of an event where
/// no column `Status` does.
void leave_less_exact(Columns& columns, const CsvRow& header) {
    using Pair = std::pair<std::string_view, std::string_view>;
    for (const auto& [name, key] : {Pair{"status", "done"}, Pair{"attended", "status"}}) {
        const auto column = find_column(header, name);
        if (column < columns.size() && columns[column] == key && std::ranges::count(columns, key) > 1)
            columns[column].clear();
    }
}

Columns columns_of(const Kind& kind, const CsvRow& header, const core::TextTable& chosen) {
    Columns columns;
    for (const auto& cell : header.cells) columns.push_back(key_of(kind, cell));
    if (kind.what == TableOf::people) {
        take_title(columns, header);
        take_halves(columns, header);
    }
    if (kind.what == TableOf::events) take_day_of_event(columns, header);
    leave_less_exact(columns, header);
    for (const auto& [key, name] : chosen) std::ranges::replace(columns, key, std::string());
    for (const auto& [key, name] : chosen) columns[require_column(header, name)] = key;
    return columns;
}

/// Kith's own with fewer columns need not say more than the first of the needs.
bool meets_needs(const Candidate& candidate, const CsvRow& header) {
    const auto& [kind, columns] = candidate;
    const auto is_met = [&](const Need& need) { return has_any(columns, need); };
    if (std::ranges::all_of(kind->needs, is_met)) return true;
    return is_met(kind->needs.front()) &&
           std::ranges::all_of(header.cells, [&](const auto& cell) { return has(kind->keys, cell); });
}

/// Of the kind that has most of the chosen keys, and of these one that the columns fit, a key that it does not have.
[[noreturn]] void refuse_keys(const CsvRow& header, const core::TextTable& chosen) {
    const auto fitting = [&](const Kind& kind) {
        auto known = chosen;
        std::erase_if(known, [&](const auto& each) { return !has(kind.keys, each.first); });
        const Candidate candidate{&kind, columns_of(kind, header, known)};
        const auto columns = std::ranges::count_if(candidate.columns, [](const auto& key) { return !key.empty(); });
        return std::tuple(known.size(), meets_needs(candidate, header), columns);
    };
    const auto& kind = *std::ranges::max_element(kinds(), {}, fitting);
    const auto unknown = std::ranges::find_if(chosen, [&](const auto& each) { return !has(kind.keys, each.first); });
    const std::vector<std::string> keys(kind.keys.begin(), kind.keys.end());
    core::fail_usage(fmt::format("'{}' is no key of {}", unknown->first, kind.record),
                     fmt::format("the keys are {}; the columns are {}", core::join(keys, ", "), column_list(header)));
}

/// Whether the left one knows all columns that the right one does, and more.
bool knows_more(const Candidate& left, const Candidate& right) {
    std::size_t more = 0;
    for (std::size_t index = 0; index < left.columns.size(); ++index) {
        if (left.columns[index].empty() && !right.columns[index].empty()) return false;
        more += !left.columns[index].empty() && right.columns[index].empty() ? 1U : 0U;
    }
    return more > 0;
}

[[noreturn]] void refuse_needy(const Candidate& candidate, const CsvRow& header, bool may_be_others) {
    const auto need = *std::ranges::find_if(candidate.kind->needs,
                                            [&](const Need& each) { return !has_any(candidate.columns, each); });
    auto hint = fmt::format("say which one does, as in --map {}=COLUMN", need.keys.front());
    if (may_be_others) hint += "; entries of the log have date=COLUMN, events start=COLUMN, follow-ups due=COLUMN";
    refuse(header.line, fmt::format("no column here is known to hold {}", need.in_words),
           fmt::format("{}; there are {}", hint, column_list(header)));
}

/// A list of people has names; where none is known, but columns that are not, one of those is likely to hold them.
void require_names(const Candidate& people, const CsvRow& header, const core::TextTable& chosen) {
    const Need names{{"name", "first_name", "last_name"}, ""};
    const bool is_chosen = std::ranges::find(chosen, "email", &core::TextTable::value_type::first) != chosen.end();
    if (is_chosen || has_any(people.columns, names)) return;
    for (std::size_t index = 0; index < people.columns.size(); ++index) {
        const auto name = one_line(header.cells[index]);
        if (people.columns[index].empty() && !name.empty() && !is_label(name))
            refuse(
                header.line, "no column here is known to hold a name",
                fmt::format("say which one does, as in --map name=COLUMN or --map first_name=COLUMN,last_name=COLUMN, "
                            "or --map email=COLUMN where there are no names; there are {}",
                            column_list(header)));
    }
}

std::string mapped(std::string_view key, const std::string& column) {
    return fmt::format("{}=\"{}\"", key, one_line(column));
}

/// `--map date="Date",with="Name" reads entries of the log`
std::string way_to_say(const Candidate& candidate, const Candidate& people, const CsvRow& header) {
    const auto& [kind, columns] = candidate;
    std::string way = "--map ";
    for (std::size_t index = 0; index < columns.size(); ++index)
        if (has(kind->needs.front().keys, columns[index])) way += mapped(columns[index], header.cells[index]) + ",";
    for (std::size_t index = 0; index < columns.size(); ++index)
        if (columns[index].empty() && people.columns[index] == "name")
            way += mapped(kind->whom, header.cells[index]) + ",";
    way.pop_back();
    return fmt::format("{} reads {}", way, kind->table);
}

[[noreturn]] void refuse_ambiguous(const std::vector<Candidate>& candidates, const CsvRow& header) {
    std::vector<std::string> tables;
    std::vector<std::string> ways;
    for (const auto& candidate : candidates) {
        tables.emplace_back(candidate.kind->table);
        ways.push_back(way_to_say(candidate, candidates.front(), header));
    }
    refuse(header.line, fmt::format("these columns could be of {}", core::join(tables, " or of ")),
           core::join(ways, ", "));
}

/// Whether it is of what happens with people on a day.
bool is_of_days_with_people(const Candidate& candidate) {
    return candidate.kind->what == TableOf::entries || candidate.kind->what == TableOf::followups;
}

/// Whether it says of people what no other record has, beside a name; in a list of what was on which day some of it
/// stands beside the people, too.
bool is_sure_of_people(const Candidate& people, const std::vector<Candidate>& all) {
    const bool may_be_of_days = std::ranges::any_of(all, is_of_days_with_people);
    constexpr std::array<std::string_view, 4> beside_people{"email", "organisation", "role", "city"};
    for (std::size_t index = 0; index < people.columns.size(); ++index) {
        const auto& key = people.columns[index];
        if (key.empty() || key == "name") continue;
        if (may_be_of_days && std::ranges::find(beside_people, key) != beside_people.end()) continue;
        const bool is_known_to_others = std::ranges::any_of(
            all, [&](const Candidate& other) { return other.kind != people.kind && !other.columns[index].empty(); });
        if (!is_known_to_others) return true;
    }
    return false;
}

/// Whether it has a day, people and a note: there is nothing else that this could be.
bool is_sure_of_days(const Candidate& candidate) {
    return is_of_days_with_people(candidate) && holds_any(candidate.columns, {"with"}) &&
           holds_any(candidate.columns, {"note"});
}

const Candidate& the_one(const std::vector<Candidate>& candidates, const CsvRow& header) {
    std::vector<Candidate> best;
    for (const auto& each : candidates)
        if (std::ranges::none_of(candidates, [&](const Candidate& other) { return knows_more(other, each); }))
            best.push_back(each);
    const auto is_of_people = [](const Candidate& each) { return each.kind->what == TableOf::people; };
    const bool is_sure = is_of_people(best.front()) && is_sure_of_people(best.front(), best);
    if (!is_sure && std::ranges::any_of(best, is_sure_of_days)) std::erase_if(best, is_of_people);
    if (best.size() > 1 && !is_sure) refuse_ambiguous(best, header);
    return *std::ranges::find(candidates, best.front().kind, &Candidate::kind);
}

void refuse_same_names(const Candidate& candidate, const CsvRow& header) {
    for (const auto& [column, first] : rivals_of({candidate.kind->what, candidate.columns}))
        if (folded(header.cells[column]) == folded(header.cells[first]))
            refuse(header.line, fmt::format("two columns are called '{}'", one_line(header.cells[column])),
                   fmt::format("give one of them another name, for {} has one '{}'", candidate.kind->record,
                               candidate.columns[column]));
}

} // namespace

Layout layout_of(const CsvRow& header, const core::TextTable& chosen) {
    refuse_shared_columns(chosen);
    std::vector<Candidate> fitting;
    for (const auto& kind : kinds())
        if (fits(kind, chosen)) fitting.push_back({&kind, columns_of(kind, header, chosen)});
    if (fitting.empty()) refuse_keys(header, chosen);
    auto possible = fitting;
    std::erase_if(possible, [&](const Candidate& each) { return !meets_needs(each, header); });
    if (possible.empty()) refuse_needy(fitting.front(), header, fitting.size() > 1);
    const auto& [kind, columns] = the_one(possible, header);
    if (kind->what == TableOf::people) require_names({kind, columns}, header, chosen);
    refuse_shared_keys(*kind, chosen);
    refuse_same_names({kind, columns}, header);
    return {kind->what, columns};
}

std::vector<Rival> rivals_of(const Layout& layout) {
    const auto& [what, columns] = layout;
    const auto& kind = *std::ranges::find(kinds(), what, &Kind::what);
    std::vector<Rival> rivals;
    for (std::size_t index = 0; index < columns.size(); ++index) {
        const auto& key = columns[index];
        const auto first = static_cast<std::size_t>(std::ranges::find(columns, key) - columns.begin());
        if (first < index && !key.empty() && !key.starts_with(':') && !has(kind.lists, key))
            rivals.push_back({index, first});
    }
    return rivals;
}

bool is_label(std::string_view column) {
    const auto plain = without_number(column);
    constexpr std::array<std::string_view, 7> ends{" - type",    " - label", "e-mail type",       "e-mail display name",
                                                   "e-mail-typ", ": typ",    ": angezeigter name"};
    return std::ranges::any_of(ends, [&](auto end) { return plain.ends_with(end); });
}

} // namespace kith::exchange
