#include "kith/render/template.hpp"

#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::render {
namespace {

/// `last` of `last.note`; the whole key where it has no dot.
std::string_view first_part(std::string_view key) {
    return key.substr(0, key.find('.'));
}

/// What follows `last.`; empty where the key has no dot.
std::string_view rest(std::string_view key) {
    const auto dot = key.find('.');
    return dot == std::string_view::npos ? std::string_view{} : key.substr(dot + 1);
}

void require_known(std::string_view key, std::span<const std::string_view> keys) {
    const auto is_known = [keys](std::string_view name) { return std::ranges::find(keys, name) != keys.end(); };
    if (is_known(key) || (is_known(first_part(key)) && !rest(key).empty())) return;
    auto message = fmt::format("the template's {{{}}} is no field of this record", key);
    if (const auto near = core::nearest(first_part(key), keys))
        core::fail_usage(std::move(message), fmt::format("did you mean {{{}}}?", *near));
    core::fail_usage(std::move(message), fmt::format("fields: {}", fmt::join(keys, ", ")));
}

/// The character that a backslash and `letter` stand for; nothing for what is no escape and stays as it is.
std::optional<char> unescaped(char letter) {
    switch (letter) {
    case 't':
        return '\t';
    case 'n':
        return '\n';
    case '\\':
        return '\\';
    default:
        return std::nullopt;
    }
}

/// A field's value in one line.
struct ToText {
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(bool truth) const { return truth ? "true" : "false"; }
    std::string operator()(const core::Moment& moment) const { return core::to_text(moment); }
    std::string operator()(const std::vector<std::string>& texts) const { return core::join(texts, ","); }
    std::string operator()(const core::TextTable& table) const {
        std::vector<std::string> pairs;
        for (const auto& [key, text] : table) pairs.push_back(fmt::format("{}={}", key, text));
        return core::join(pairs, ",");
    }
    std::string operator()(const core::Unmodelled&) const { return {}; }
};

std::string part_of_table(const core::Value& value, std::string_view key) {
    const auto* table = std::get_if<core::TextTable>(&value);
    if (table == nullptr) return {};
    const auto found = std::ranges::find(*table, key, &core::TextTable::value_type::first);
    return found == table->end() ? std::string{} : found->second;
}

std::string value_of(const core::Fields& record, std::string_view key) {
    if (const auto whole = std::ranges::find(record, key, &core::Field::key); whole != record.end())
        return std::visit(ToText{}, whole->value);
    const auto table = std::ranges::find(record, first_part(key), &core::Field::key);
    return table == record.end() ? std::string{} : part_of_table(table->value, rest(key));
}

} // namespace

Template::Template(std::string_view text, std::span<const std::string_view> keys) {
    std::string literal;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char here = text[at];
        const char next = at + 1 < text.size() ? text[at + 1] : '\0';
        const auto escape = here == '\\' ? unescaped(next) : std::nullopt;
        const bool is_brace = here == '{' || here == '}';
        if (escape || (is_brace && next == here)) {
            literal += escape.value_or(here);
            ++at;
        } else if (here == '{') {
            const auto end = text.find('}', at);
            if (end == std::string_view::npos)
                core::fail_usage("the template's '{' is not closed", "write {{ for a brace");
            const auto key = text.substr(at + 1, end - at - 1);
            require_known(key, keys);
            if (!literal.empty()) parts_.push_back({false, std::exchange(literal, {})});
            parts_.push_back({true, std::string(key)});
            at = end;
        } else if (here == '}') {
            core::fail_usage("the template's '}' closes nothing", "write }} for a brace");
        } else {
            literal += here;
        }
    }
    if (!literal.empty()) parts_.push_back({false, std::move(literal)});
}

std::string Template::line(const core::Fields& record) const {
    std::string line;
    for (const auto& part : parts_)
        line += part.is_key ? core::escape_controls(value_of(record, part.text)) : part.text;
    return line + '\n';
}

} // namespace kith::render
