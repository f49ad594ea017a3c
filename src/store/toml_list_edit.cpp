#include "kith/store/document.hpp"

#include "document_layout.hpp"
#include "toml_list.hpp"
#include "toml_value.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace kith::store {

namespace {

using Texts = std::vector<std::string>;

enum class Step { keep, replace, erase, insert };

/// Lengths of the longest common subsequences of the rests from [i][j] on.
std::vector<std::vector<std::size_t>> common_lengths(const Texts& old, const Texts& wanted) {
    std::vector lengths(old.size() + 1, std::vector<std::size_t>(wanted.size() + 1, 0));
    for (std::size_t i = old.size(); i-- > 0;) {
        for (std::size_t j = wanted.size(); j-- > 0;) {
            lengths[i][j] =
                old[i] == wanted[j] ? lengths[i + 1][j + 1] + 1 : std::max(lengths[i + 1][j], lengths[i][j + 1]);
        }
    }
    return lengths;
}

/// Position by position: for lists so long that comparing all with all would take too much memory.
std::vector<Step> plain_steps(const Texts& old, const Texts& wanted) {
    std::vector<Step> result;
    for (std::size_t i = 0; i < std::min(old.size(), wanted.size()); ++i) {
        result.push_back(old[i] == wanted[i] ? Step::keep : Step::replace);
    }
    result.insert(result.end(), old.size() - result.size(), Step::erase);
    result.insert(result.end(), wanted.size() - std::min(old.size(), wanted.size()), Step::insert);
    return result;
}

/// What makes `old` into `wanted` and keeps as many elements as can be; elements taken out and put in at one place are
/// replaced.
std::vector<Step> steps(const Texts& old, const Texts& wanted) {
    constexpr std::size_t too_many = 2'000'000;
    if (old.size() * wanted.size() > too_many) return plain_steps(old, wanted);
    const auto lengths = common_lengths(old, wanted);
    std::vector<Step> result;
    std::size_t erased = 0;
    std::size_t inserted = 0;
    const auto settle = [&] {
        const auto replaced = std::min(erased, inserted);
        result.insert(result.end(), replaced, Step::replace);
        result.insert(result.end(), erased - replaced, Step::erase);
        result.insert(result.end(), inserted - replaced, Step::insert);
        erased = inserted = 0;
    };
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < old.size() || j < wanted.size()) {
        if (i < old.size() && j < wanted.size() && old[i] == wanted[j]) {
            settle();
            result.push_back(Step::keep);
            ++i, ++j;
        } else if (j == wanted.size() || (i < old.size() && lengths[i + 1][j] >= lengths[i][j + 1])) {
            ++erased, ++i;
        } else {
            ++inserted, ++j;
        }
    }
    settle();
    return result;
}

std::string with_span(std::string_view source, Span span, std::string_view text) {
    return std::string(source).replace(span.begin, span.end - span.begin, text);
}

/// Without the items of this path and those below it.
std::string without_path(std::string source, std::span<const std::string> path) {
    auto items = read_list(source).items;
    for (std::size_t index = items.size(); index-- > 0;) {
        if (is_prefix(path, items[index].key)) source = without_item(source, index);
    }
    return source;
}

std::string with_path(std::string_view source, std::span<const std::string> path, const core::Value& value,
                      std::string_view line_ending) {
    const auto items = read_list(source).items;
    // Beside its siblings where the table is one of dotted keys, else after all others.
    const auto parent = path.first(path.size() - 1);
    const auto sibling = std::ranges::find_if(items.rbegin(), items.rend(), [&](const ListItem& item) {
        return !parent.empty() && is_prefix(parent, item.key);
    });
    if (sibling != items.rend()) {
        const auto index = static_cast<std::size_t>(items.rend() - sibling);
        return with_item(source, index, path_to_toml(path) + " = " + to_toml(value), line_ending);
    }
    auto text = key_to_toml(path.back()) + " = " + to_toml(value);
    for (std::size_t depth = parent.size(); depth-- > 0;) text = key_to_toml(parent[depth]) + " = { " + text + " }";
    return with_item(source, items.size(), text, line_ending);
}

std::string edited_table(std::string source, const core::TextTable& old, const core::TextTable& wanted,
                         std::string_view line_ending) {
    for (const auto& [key, text] : old) {
        const auto same_key = [&](const auto& entry) { return entry.first == key; };
        if (std::ranges::none_of(wanted, same_key)) source = without_path(source, std::span(&key, 1));
    }
    for (const auto& [key, text] : wanted) {
        source = edited_inline_table(source, std::span(&key, 1), core::Value{text}, line_ending);
    }
    return source;
}

} // namespace

std::string edited_array(std::string_view source, const Texts& wanted, std::string_view line_ending) {
    const auto old_value = decode_value(source);
    const auto* old = std::get_if<Texts>(&old_value);
    if (old == nullptr) return to_toml(core::Value{wanted});
    std::string result(source);
    std::size_t index = 0;
    for (const auto step : steps(*old, wanted)) {
        if (step == Step::erase) {
            result = without_item(result, index);
            continue;
        }
        if (step == Step::insert) result = with_item(result, index, text_to_toml(wanted[index]), line_ending);
        if (step == Step::replace) {
            result = with_span(result, read_list(result).items[index].value, text_to_toml(wanted[index]));
        }
        ++index;
    }
    return result;
}

std::string edited_value(std::string_view source, const core::Value& wanted, std::string_view line_ending) {
    const auto old = decode_value(source);
    const bool unmodelled = std::holds_alternative<core::Unmodelled>(old);
    if (old == wanted && !unmodelled) return std::string(source);
    const auto* texts = std::get_if<Texts>(&wanted);
    if (texts != nullptr && std::holds_alternative<Texts>(old)) return edited_array(source, *texts, line_ending);
    const auto* table = std::get_if<core::TextTable>(&wanted);
    const auto* old_table = std::get_if<core::TextTable>(&old);
    if (table != nullptr && old_table != nullptr)
        return edited_table(std::string(source), *old_table, *table, line_ending);
    return to_toml(wanted);
}

std::string edited_inline_table(std::string_view source, std::span<const std::string> path,
                                const std::optional<core::Value>& value, std::string_view line_ending) {
    for (const auto& item : read_list(source).items) {
        const auto element = bytes(source, item.value);
        const bool above = item.key.size() < path.size() && is_prefix(item.key, path);
        if (above && element.starts_with('{')) {
            const auto inner = edited_inline_table(element, path.subspan(item.key.size()), value, line_ending);
            return with_span(source, item.value, inner);
        }
        if (value && std::ranges::equal(item.key, path)) {
            return with_span(source, item.value, edited_value(element, *value, line_ending));
        }
    }
    auto rest = without_path(std::string(source), path);
    return value ? with_path(rest, path, *value, line_ending) : rest;
}

} // namespace kith::store
