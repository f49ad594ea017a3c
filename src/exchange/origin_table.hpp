// What the sources say in the table `imported` of a record, and the values that they are about.
#pragma once

#include "kith/exchange/origin.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace kith::exchange::origin {

inline const std::string from_key = "from";
inline const std::string key_key = "key";
inline const std::string name_key = "name";
inline const std::string handles_key = "handles";
inline const std::string imported_key = "imported";
constexpr std::string_view handle = "handle-";

inline const std::string* find(const core::TextTable& table, std::string_view key) {
    const auto found = std::ranges::find(table, key, &core::TextTable::value_type::first);
    return found == table.end() ? nullptr : &found->second;
}

inline void set(core::TextTable& table, const std::string& key, std::string text) {
    const auto found = std::ranges::find(table, key, &core::TextTable::value_type::first);
    if (found == table.end())
        table.emplace_back(key, std::move(text));
    else
        found->second = std::move(text);
}

/// The place that a name beside the origin belongs to: `vcard` for `vcard-city`, nothing for one of the first source.
/// Neither sources nor keys have a hyphen, networks may.
inline std::optional<std::string> further_place(const std::string& name) {
    const auto hyphen = name.find('-');
    if (hyphen == std::string::npos || name.starts_with(handle)) return std::nullopt;
    return name.substr(0, hyphen);
}

/// The source of a place: `vcard` of `vcard_2`.
inline std::string source_of(std::string_view place) {
    const auto before = place.find_last_not_of("0123456789");
    const bool is_numbered = before != place.npos && before + 1 < place.size() && place[before] == '_';
    return std::string(is_numbered ? place.substr(0, before) : place);
}

/// Whether a name without its source is that of a key: `key`, or `key_2` of a further one, by which it has the record
/// as well.
inline bool is_key(std::string_view name) {
    return name == key_key || name.starts_with(key_key + "_");
}

/// Of what somebody may have several, each told by its value.
constexpr std::array<std::string_view, 2> list_kinds{"handle-phone", "handle-website"};

/// `handle-phone` of `handle-phone-2`: which kind of list it is of. Else nothing.
inline std::string_view kind_of(std::string_view part) {
    for (const std::string_view kind : list_kinds) {
        if (!part.starts_with(kind)) continue;
        const auto number = part.substr(kind.size());
        const bool is_numbered =
            number.size() > 1 && number.front() == '-' && number.find_first_not_of("0123456789", 1) == number.npos;
        if (number.empty() || is_numbered) return kind;
    }
    return {};
}

/// Whether a part is a name that the source has said: `name`, and `name_2` and so on for others.
inline bool is_name(std::string_view part) {
    return part == name_key || part.starts_with(name_key + "_");
}
constexpr int most_names = 4; ///< Of one more the latest gives way.

/// A fingerprint that counts for less: of a value that was told and not taken, or, of a list, of one that was taken and
/// that the source has no more.
inline std::string marked(const std::string& fingerprint) {
    return "-" + fingerprint;
}
inline bool is_marked(std::string_view text) {
    return text.starts_with('-');
}
/// The fingerprint, marked or not.
inline std::string bare(std::string_view text) {
    return std::string(text.substr(is_marked(text) ? 1 : 0));
}

/// What one source says in the table of a record.
class Origin {
  public:
    /// In the place of the source that has its key, else in a new one.
    Origin(core::TextTable imported, const SourceState& source) : table_(std::move(imported)) {
        if (table_.empty()) table_.emplace_back(from_key, source.from);
        const auto places = places_of(source.from);
        const auto& key = source.former_key.empty() ? source.key : source.former_key;
        const auto known = std::ranges::find_if(places, [&](const std::string& place) {
            const auto keys = names_of_keys(place);
            return key.empty() || keys.empty() ||
                   std::ranges::any_of(keys, [&](const std::string& name) { return *find(table_, name) == key; });
        });
        prefix_ = known != places.end() ? *known : new_place(source.from, places);
        is_new_ = known == places.end() || names_of_keys(prefix_).empty();
        note_key(source.key, key);
    }

    [[nodiscard]] const std::string* of(std::string_view key) const { return find(table_, name_of(key)); }
    /// Whether the table says nothing of the source so far.
    [[nodiscard]] bool is_new() const { return is_new_; }
    /// The keys of a list, each with the fingerprint of a value that the source had, marked where it has that no more.
    [[nodiscard]] core::TextTable list(std::string_view kind) const {
        core::TextTable parts;
        for (const auto& [name, text] : table_)
            if (name.starts_with(prefix_) && kind_of(std::string_view(name).substr(prefix_.size())) == kind)
                parts.emplace_back(name.substr(prefix_.size()), text);
        return parts;
    }
    /// Whether any source had a value of a list.
    [[nodiscard]] bool is_of_any(std::string_view kind, std::string_view text) const {
        return std::ranges::any_of(table_, [&](const auto& entry) {
            const auto place = further_place(entry.first);
            const auto part = std::string_view(entry.first).substr(place ? place->size() + 1 : 0);
            return bare(entry.second) == text && kind_of(part) == kind;
        });
    }
    /// All that the table says of the source.
    [[nodiscard]] core::TextTable all() const {
        core::TextTable parts;
        for (const auto& [name, text] : table_)
            if (further_place(name).value_or("") + (prefix_.empty() ? "" : "-") == prefix_)
                parts.emplace_back(name.substr(prefix_.size()), text);
        return parts;
    }
    /// Whether the source has said the name, be it taken or not.
    [[nodiscard]] bool has_name(const std::string& print) const {
        for (int number = 1; number <= most_names; ++number)
            if (const auto* known = of(key_of_name(number)); known != nullptr && bare(*known) == print) return true;
        return false;
    }
    void note_name(const std::string& print) {
        if (has_name(print)) return;
        int number = 1;
        while (number < most_names && of(key_of_name(number)) != nullptr) ++number;
        put(key_of_name(number), marked(print));
    }
    /// Unless it has it: one by which the source has the record as well.
    void note_further_key(const std::string& key) {
        const auto names = names_of_keys(prefix_);
        if (std::ranges::any_of(names, [&](const std::string& name) { return *find(table_, name) == key; })) return;
        std::string further = key_key;
        for (int number = 2; of(further) != nullptr; ++number) further = fmt::format("{}_{}", key_key, number);
        put(further, key);
    }
    /// One more of a list.
    void put_new(std::string_view kind, std::string text) {
        std::string key(kind);
        for (int number = 2; of(key) != nullptr; ++number) key = fmt::format("{}-{}", kind, number);
        put(key, std::move(text));
    }
    void put(std::string_view key, std::string text) { set(table_, name_of(key), std::move(text)); }
    void erase(std::string_view key) {
        std::erase_if(table_, [name = name_of(key)](const auto& entry) { return entry.first == name; });
    }
    [[nodiscard]] core::TextTable take() { return std::move(table_); }

  private:
    using Places = std::vector<std::string>; ///< By what stands before their names; nothing before the first's.

    static std::string key_of_name(int number) {
        return number == 1 ? name_key : fmt::format("{}_{}", name_key, number);
    }
    [[nodiscard]] std::string name_of(std::string_view key) const { return prefix_ + std::string(key); }

    [[nodiscard]] Places places_of(const std::string& from) const {
        Places places;
        const auto* first = find(table_, from_key);
        if (first != nullptr && *first == from) places.emplace_back();
        for (const auto& [name, text] : table_) {
            const auto place = further_place(name);
            if (!place || source_of(*place) != from) continue;
            if (const auto prefix = *place + "-"; std::ranges::find(places, prefix) == places.end())
                places.push_back(prefix);
        }
        return places;
    }
    [[nodiscard]] std::vector<std::string> names_of_keys(const std::string& place) const {
        std::vector<std::string> names;
        for (const auto& [name, text] : table_)
            if (name.starts_with(place) && is_key(std::string_view(name).substr(place.size()))) names.push_back(name);
        return names;
    }
    static std::string new_place(const std::string& from, const Places& places) {
        auto place = from + "-";
        for (auto number = places.size() + 1; !places.empty(); ++number) {
            place = fmt::format("{}_{}-", from, number);
            if (std::ranges::find(places, place) == places.end()) break;
        }
        return place;
    }
    void note_key(const std::string& key, const std::string& former) {
        if (key.empty()) return;
        const auto names = names_of_keys(prefix_);
        const auto known =
            std::ranges::find_if(names, [&](const std::string& name) { return *find(table_, name) == former; });
        set(table_, known == names.end() ? name_of(key_key) : *known, key);
    }

    core::TextTable table_;
    std::string prefix_;
    bool is_new_ = false;
};

inline bool is_taken(std::string_view key) {
    return key != "id" && key != "was" && key != imported_key;
}

using Parts = std::vector<std::pair<std::string, core::Value>>;

/// The fields that a source has, each handle one of its own: the name it has beside the origin, and the value.
inline Parts parts_of(const core::Fields& fields) {
    Parts parts;
    for (const auto& field : fields) {
        if (!is_taken(field.key)) continue;
        const auto* table = field.key == handles_key ? std::get_if<core::TextTable>(&field.value) : nullptr;
        if (table == nullptr)
            parts.emplace_back(field.key, field.value);
        else
            for (const auto& [network, name] : *table) parts.emplace_back(std::string(handle) + network, name);
    }
    return parts;
}

inline core::TextTable table_in(const core::Fields& fields, std::string_view key) {
    const auto found = std::ranges::find(fields, key, &core::Field::key);
    const auto* table = found == fields.end() ? nullptr : std::get_if<core::TextTable>(&found->value);
    return table == nullptr ? core::TextTable{} : *table;
}

inline void set(core::Fields& fields, const std::string& key, core::Value value) {
    const auto found = std::ranges::find(fields, key, &core::Field::key);
    if (found == fields.end())
        fields.push_back({key, std::move(value), 0});
    else
        found->value = std::move(value);
}

/// A part's value in the record.
inline void put(core::Fields& record, const std::string& part, const core::Value& value) {
    if (!part.starts_with(handle)) return set(record, part, value);
    auto handles = table_in(record, handles_key);
    set(handles, part.substr(handle.size()), std::get<std::string>(value));
    set(record, handles_key, std::move(handles));
}

} // namespace kith::exchange::origin
