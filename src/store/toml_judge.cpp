#include "toml_judge.hpp"

#include "toml_reason.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <utility>

namespace kith::store {

namespace {

std::optional<toml::table> parsed(std::string_view text) {
    try {
        return std::optional<toml::table>(toml::parse(text));
    } catch (const toml::parse_error&) {
        return std::nullopt;
    }
}

bool are_equal(const toml::node& left, const toml::node& right);

bool tables_are_equal(const toml::table& left, const toml::table& right) {
    const auto same = [](const auto& a, const auto& b) { return a.first == b.first && are_equal(a.second, b.second); };
    return std::equal(left.cbegin(), left.cend(), right.cbegin(), right.cend(), same);
}

/// Unlike toml++'s own comparison it finds a NaN equal to itself.
bool are_equal(const toml::node& left, const toml::node& right) {
    if (left.type() != right.type()) return false;
    if (const auto* table = left.as_table()) return tables_are_equal(*table, *right.as_table());
    if (const auto* array = left.as_array()) {
        const auto& other = *right.as_array();
        return std::equal(array->cbegin(), array->cend(), other.cbegin(), other.cend(), are_equal);
    }
    if (const auto* number = left.as_floating_point()) {
        const double other = right.as_floating_point()->get();
        return number->get() == other || (std::isnan(number->get()) && std::isnan(other));
    }
    return left.visit([&](const auto& held) {
        using Held = std::decay_t<decltype(held)>;
        if constexpr (toml::is_value<Held>) {
            return held == *right.as<typename Held::value_type>();
        } else {
            return false;
        }
    });
}

toml::date toml_date(core::Date date) {
    const std::chrono::year_month_day day{date};
    return {static_cast<int>(day.year()), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day())};
}

bool holds_moment(const toml::node& node, const core::Moment& moment) {
    const auto date = toml_date(moment.date);
    if (!moment.time) return node.is_date() && node.as_date()->get() == date;
    const std::chrono::hh_mm_ss time{*moment.time};
    const toml::time clock{static_cast<unsigned>(time.hours().count()), static_cast<unsigned>(time.minutes().count()),
                           static_cast<unsigned>(time.seconds().count())};
    return node.is_date_time() && node.as_date_time()->get() == toml::date_time{date, clock};
}

bool holds_text(const toml::node& node, const std::string& text) {
    return node.is_string() && node.as_string()->get() == text;
}

bool holds_list(const toml::node& node, const std::vector<std::string>& texts) {
    const auto* array = node.as_array();
    return array != nullptr && std::equal(array->cbegin(), array->cend(), texts.begin(), texts.end(), holds_text);
}

/// In any order: a change by keys leaves the old ones where they stand.
bool holds_table(const toml::node& node, const core::TextTable& texts) {
    const auto* table = node.as_table();
    return table != nullptr && table->size() == texts.size() && std::ranges::all_of(texts, [&](const auto& entry) {
               const auto* text = table->get(entry.first);
               return text != nullptr && holds_text(*text, entry.second);
           });
}

bool holds(const toml::node& node, const core::Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return holds_text(node, *text);
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return node.is_integer() && node.as_integer()->get() == *number;
    }
    if (const auto* truth = std::get_if<bool>(&value)) return node.is_boolean() && node.as_boolean()->get() == *truth;
    if (const auto* moment = std::get_if<core::Moment>(&value)) return holds_moment(node, *moment);
    if (const auto* list = std::get_if<std::vector<std::string>>(&value)) return holds_list(node, *list);
    if (const auto* table = std::get_if<core::TextTable>(&value)) return holds_table(node, *table);
    return false;
}

/// A table below others, or nothing.
toml::table* find_table(toml::table& root, std::span<const std::string> path) {
    auto* table = &root;
    for (const auto& key : path) {
        auto* const node = table->get(key);
        table = node == nullptr ? nullptr : node->as_table();
        if (table == nullptr) return nullptr;
    }
    return table;
}

toml::array* find_array(toml::table& root, std::span<const std::string> path) {
    auto* const above = find_table(root, path.first(path.size() - 1));
    auto* const node = above == nullptr ? nullptr : above->get(path.back());
    return node == nullptr ? nullptr : node->as_array();
}

toml::table* find(toml::table& root, const TableAddress& address) {
    if (!address.element) return find_table(root, address.path);
    auto* const array = find_array(root, address.path);
    return array != nullptr && *address.element < array->size() ? array->get(*address.element)->as_table() : nullptr;
}

/// Takes away what an edit may leave behind or begin with: tables and arrays on the path that hold nothing.
void prune(toml::table& root, std::span<const std::string> path) {
    for (auto depth = path.size(); depth-- > 0;) {
        auto* const above = find_table(root, path.first(depth));
        auto* const node = above == nullptr ? nullptr : above->get(path[depth]);
        const bool empty = node != nullptr && ((node->is_table() && node->as_table()->empty()) ||
                                               (node->is_array() && node->as_array()->empty()));
        if (empty) above->erase(path[depth]);
    }
}

void forget(toml::table& root, const TableAddress& address, std::span<const core::Change> changes) {
    if (auto* const table = find(root, address)) {
        for (const auto& change : changes) table->erase(change.key);
    }
    if (!address.element) prune(root, address.path);
}

bool holds_change(toml::table& root, const TableAddress& address, const core::Change& change) {
    const auto* const table = find(root, address);
    const auto* const node = table == nullptr ? nullptr : table->get(change.key);
    return change.value ? node != nullptr && holds(*node, *change.value) : node == nullptr;
}

} // namespace

std::optional<core::Problem> find_problem(const std::string& name, std::string_view text) {
    try {
        static_cast<void>(toml::parse(text));
        return std::nullopt;
    } catch (const toml::parse_error& error) {
        const auto where = error.source().begin;
        return core::Problem{core::ProblemKind::bad_data,
                             short_reason(error.description()),
                             core::Place{name, static_cast<int>(where.line), static_cast<int>(where.column)},
                             {}};
    }
}

bool says_with_changes(std::string_view before, std::string_view after, const TableAddress& table,
                       std::span<const core::Change> changes) {
    auto old_root = parsed(before);
    auto new_root = parsed(after);
    if (!old_root || !new_root) return false;
    const bool held = std::ranges::all_of(
        changes, [&](const core::Change& change) { return holds_change(*new_root, table, change); });
    if (!held) return false;
    forget(*old_root, table, changes);
    forget(*new_root, table, changes);
    return are_equal(*old_root, *new_root);
}

bool says_with_record(std::string_view before, std::string_view after, const TableAddress& record) {
    auto old_root = parsed(before);
    auto new_root = parsed(after);
    if (!old_root || !new_root || find(*new_root, record) == nullptr) return false;
    auto* const array = find_array(*new_root, record.path);
    array->erase(array->cbegin() + static_cast<std::ptrdiff_t>(*record.element));
    prune(*new_root, record.path);
    return are_equal(*old_root, *new_root);
}

bool holds_record(std::string_view text, const TableAddress& record, const core::Fields& fields) {
    auto root = parsed(text);
    const auto* const table = root ? find(*root, record) : nullptr;
    return table != nullptr && table->size() == fields.size() &&
           std::ranges::all_of(fields, [&](const core::Field& field) {
               const auto* const node = table->get(field.key);
               return node != nullptr && holds(*node, field.value);
           });
}

} // namespace kith::store
