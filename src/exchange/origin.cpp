#include "kith/exchange/origin.hpp"

#include "origin_clues.hpp"
#include "origin_lists.hpp"
#include "origin_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace kith::exchange {
namespace {

using namespace origin;

struct Spelling {
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const { return fmt::format("{}", number); }
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
    std::string operator()(const core::Moment& moment) const { return core::to_text(moment); }
    std::string operator()(const std::vector<std::string>& texts) const {
        std::string all;
        for (const auto& text : texts) all += text + '\x1f';
        return all;
    }
    std::string operator()(const core::TextTable& table) const {
        std::string all;
        for (const auto& [key, text] : table) all += key + '\x1e' + text + '\x1f';
        return all;
    }
    std::string operator()(const core::Unmodelled& value) const { return value.type; }
};

/// A name tells also where it was not taken: see has_said_name().
std::string clue_of(std::string_view part, const std::string& text) {
    if (is_name(part)) return name_key + ":" + bare(text);
    const auto kind = kind_of(part);
    return std::string(kind.empty() ? part : kind) + ":" + text;
}

/// Whether the record has another value than the one that was taken; one that was taken off is none.
bool is_edited(const Parts& present, const std::string& part, const std::string& taken) {
    const auto own = std::ranges::find(present, part, &Parts::value_type::first);
    return own != present.end() && fingerprint(own->second) != taken;
}

/// Adds what one record of a source says, which may be right where both say something: beside another record of it, so
/// that each is compared with its own.
core::TextTable with_place(core::TextTable imported, const std::string& source, const core::TextTable& said,
                           bool is_right) {
    const auto is_of_key = [](const auto& entry) { return is_key(entry.first); };
    const auto key = std::ranges::find_if(said, is_of_key);
    Origin all(std::move(imported), {source, key == said.end() ? std::string{} : key->second, {}, {}});
    for (const auto& [name, text] : said)
        if (is_right || all.of(name) == nullptr)
            all.put(name, text);
        else if (is_name(name))
            all.note_name(bare(text));
    return all.take();
}

} // namespace

std::string spelled(const core::Value& value) {
    return std::visit(Spelling{}, value);
}

std::string fingerprint(const core::Value& value) {
    std::uint32_t hash = 2166136261U;
    for (const char byte : spelled(value)) hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
    return fmt::format("{:08x}", hash);
}

std::vector<std::pair<std::string, std::string>> origins(const core::TextTable& imported) {
    std::vector<std::pair<std::string, std::string>> all;
    const auto* from = find(imported, from_key);
    for (const auto& [name, text] : imported) {
        const auto further = further_place(name);
        if (further && is_key(std::string_view(name).substr(further->size() + 1)))
            all.emplace_back(source_of(*further), text);
        else if (!further && from != nullptr && is_key(name))
            all.emplace_back(*from, text);
    }
    return all;
}

core::TextTable with_origins(core::TextTable imported, const core::TextTable& more, Right right) {
    if (imported.empty()) return more;
    const auto* from = find(more, from_key);
    std::vector<std::pair<std::string, core::TextTable>> places; // Each with what it says.
    for (const auto& [name, text] : more) {
        if (name == from_key) continue;
        const auto place = further_place(name);
        if (!place && from == nullptr) { // Of no source; somebody wrote it.
            if (right == Right::second || find(imported, name) == nullptr) set(imported, name, text);
            continue;
        }
        const auto source = place ? *place : *from;
        const auto known = std::ranges::find(places, source, &std::pair<std::string, core::TextTable>::first);
        auto& said = known == places.end() ? places.emplace_back(source, core::TextTable{}) : *known;
        said.second.emplace_back(place ? name.substr(place->size() + 1) : name, text);
    }
    for (const auto& [place, said] : places)
        imported = with_place(std::move(imported), source_of(place), said, right == Right::second);
    return imported;
}

core::Fields updated(const core::Fields& record, const SourceState& source) {
    core::Fields result = record;
    Origin taken_from(table_in(record, imported_key), source);
    const auto present = parts_of(record);
    const auto said = parts_of(source.fields);
    std::vector<std::string_view> lists;
    const auto update_list = [&](std::string_view kind) {
        if (std::ranges::find(lists, kind) != lists.end()) return;
        ListUpdate(kind, said, result, taken_from, source);
        lists.push_back(kind);
    };
    for (const auto& [part, value] : said) {
        if (const auto kind = kind_of(part); !kind.empty()) {
            update_list(kind);
            continue;
        }
        const std::string now = fingerprint(value);
        const std::string* taken = taken_from.of(part);
        if (taken != nullptr && *taken == now) continue;
        const auto own = std::ranges::find(present, part, &std::pair<std::string, core::Value>::first);
        const bool is_free = taken == nullptr || is_marked(*taken)
                                 ? own == present.end()
                                 : own != present.end() && fingerprint(own->second) == *taken;
        if (!is_free) continue;
        put(result, part, value);
        taken_from.put(part, now);
    }
    for (const auto kind : list_kinds)
        if (says_all(source, kind)) update_list(kind); // Also where it has none.
    set(result, imported_key, taken_from.take());
    return result;
}

core::Fields untold(const core::Fields& record, const SourceState& source) {
    const Origin said(table_in(record, imported_key), source);
    const auto present = parts_of(record);
    core::Fields fields;
    for (const auto& [part, value] : parts_of(source.fields)) {
        if (!kind_of(part).empty()) continue;
        const auto* known = said.of(part);
        const auto now = fingerprint(value);
        const bool is_said = part == name_key ? said.has_name(now) : known != nullptr && bare(*known) == now;
        const bool is_changed = known != nullptr && (is_marked(*known) || is_edited(present, part, *known));
        if (!is_said && (known == nullptr || (is_changed && !source.is_said))) put(fields, part, value);
    }
    return fields;
}

core::TextTable with_untaken(const core::Fields& record, const SourceState& source) {
    Origin said(table_in(record, imported_key), source);
    const auto present = parts_of(record);
    for (const auto& [part, value] : parts_of(source.fields)) {
        const auto* known = said.of(part);
        const bool is_free =
            known == nullptr || is_marked(*known) || (!source.is_said && is_edited(present, part, *known));
        if (!kind_of(part).empty() || !is_free) continue;
        if (part == name_key)
            said.note_name(fingerprint(value));
        else
            said.put(part, marked(fingerprint(value)));
    }
    return said.take();
}

core::TextTable with_name_noted(const core::TextTable& imported, const SourceState& source, const std::string& name) {
    Origin said(imported, source);
    said.note_name(fingerprint(name));
    return said.take();
}

core::TextTable with_further_key(const core::TextTable& imported, const SourceState& source, const std::string& key) {
    Origin said(imported, source);
    said.note_further_key(key);
    return said.take();
}

bool has_said_name(const core::TextTable& imported, const SourceState& source, const std::string& name) {
    return Origin(imported, source).has_name(fingerprint(name));
}

bool have_same_mark(const core::TextTable& left, const core::TextTable& right, const SourceState& source,
                    std::string_view key) {
    const Origin one(left, source);
    const Origin other(right, source);
    const auto* mark = one.of(key);
    const auto* other_mark = other.of(key);
    return mark != nullptr && other_mark != nullptr && *mark == *other_mark;
}

bool is_as_taken(const core::TextTable& imported, const SourceState& source) {
    const Origin taken_from(imported, source);
    return std::ranges::all_of(parts_of(source.fields), [&taken_from](const auto& part) {
        const auto now = fingerprint(part.second);
        if (const auto kind = kind_of(part.first); !kind.empty()) {
            const auto list = taken_from.list(kind);
            return std::ranges::find(list, now, &core::TextTable::value_type::second) != list.end();
        }
        const auto* taken = taken_from.of(part.first);
        return taken != nullptr && *taken == now;
    });
}

std::vector<std::string> clues_of(const core::TextTable& imported, const std::string& from, const std::string& key) {
    std::vector<std::string> clues;
    for (const auto& [part, text] : Origin(imported, {from, key, {}, {}}).all()) clues.push_back(clue_of(part, text));
    return clues;
}

std::vector<std::string> clues_of(const SourceState& source) {
    std::vector<std::string> clues;
    for (const auto& [part, value] : parts_of(source.fields)) clues.push_back(clue_of(part, fingerprint(value)));
    return clues;
}

std::vector<std::string> clues_of(const core::Fields& fields) {
    std::vector<std::string> clues;
    for (const auto& field : fields) clues.push_back(clue_of(field.key, fingerprint(field.value)));
    return clues;
}

} // namespace kith::exchange
