#include "kith/exchange/origin.hpp"

#include "handles.hpp"
#include "origin_clues.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace kith::exchange {
namespace {

const std::string from_key = "from";
const std::string key_key = "key";
const std::string handles_key = "handles";
constexpr std::string_view handle = "handle-";

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

const std::string* find(const core::TextTable& table, std::string_view key) {
    const auto found = std::ranges::find(table, key, &core::TextTable::value_type::first);
    return found == table.end() ? nullptr : &found->second;
}

void set(core::TextTable& table, const std::string& key, std::string text) {
    const auto found = std::ranges::find(table, key, &core::TextTable::value_type::first);
    if (found == table.end())
        table.emplace_back(key, std::move(text));
    else
        found->second = std::move(text);
}

/// The place that a name beside the origin belongs to: `vcard` for `vcard-city`, nothing for one of the first source.
/// Neither sources nor keys have a hyphen, networks may.
std::optional<std::string> further_place(const std::string& name) {
    const auto hyphen = name.find('-');
    if (hyphen == std::string::npos || name.starts_with(handle)) return std::nullopt;
    return name.substr(0, hyphen);
}

/// The source of a place: `vcard` of `vcard_2`.
std::string source_of(std::string_view place) {
    const auto before = place.find_last_not_of("0123456789");
    const bool is_numbered = before != place.npos && before + 1 < place.size() && place[before] == '_';
    return std::string(is_numbered ? place.substr(0, before) : place);
}

/// Whether a name without its source is that of a key: `key`, or `key_2` where two records of the source became one.
bool is_key(std::string_view name) {
    return name == key_key || name.starts_with(key_key + "_");
}

/// `handle-phone` of `handle-phone-2`: what somebody may have several of, each told by its value. Else nothing.
std::string_view kind_of(std::string_view part) {
    for (const std::string_view kind : {"handle-phone", "handle-website"}) {
        if (!part.starts_with(kind)) continue;
        const auto number = part.substr(kind.size());
        const bool is_numbered =
            number.size() > 1 && number.front() == '-' && number.find_first_not_of("0123456789", 1) == number.npos;
        if (number.empty() || is_numbered) return kind;
    }
    return {};
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
    /// The keys of a list, each with the fingerprint of a value that the source had.
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
            const auto bare = std::string_view(entry.first).substr(place ? place->size() + 1 : 0);
            return entry.second == text && kind_of(bare) == kind;
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
    void put_new(std::string_view kind, std::string text) {
        std::string key(kind);
        for (int number = 2; of(key) != nullptr; ++number) key = fmt::format("{}-{}", kind, number);
        put(key, std::move(text));
    }
    void put(std::string_view key, std::string text) { set(table_, name_of(key), std::move(text)); }
    [[nodiscard]] core::TextTable take() { return std::move(table_); }

  private:
    using Places = std::vector<std::string>; ///< By what stands before their names; nothing before the first's.

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

bool is_taken(std::string_view key) {
    return key != "id" && key != "was" && key != "imported";
}

/// The fields that a source has, each handle one of its own: the name it has beside the origin, and the value.
std::vector<std::pair<std::string, core::Value>> parts_of(const core::Fields& fields) {
    std::vector<std::pair<std::string, core::Value>> parts;
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

core::TextTable table_in(const core::Fields& fields, std::string_view key) {
    const auto found = std::ranges::find(fields, key, &core::Field::key);
    const auto* table = found == fields.end() ? nullptr : std::get_if<core::TextTable>(&found->value);
    return table == nullptr ? core::TextTable{} : *table;
}

void set(core::Fields& fields, const std::string& key, core::Value value) {
    const auto found = std::ranges::find(fields, key, &core::Field::key);
    if (found == fields.end())
        fields.push_back({key, std::move(value), 0});
    else
        found->value = std::move(value);
}

/// A part's value in the record.
void put(core::Fields& record, const std::string& part, const core::Value& value) {
    if (!part.starts_with(handle)) return set(record, part, value);
    auto handles = table_in(record, handles_key);
    set(handles, part.substr(handle.size()), std::get<std::string>(value));
    set(record, handles_key, std::move(handles));
}

/// What a record has of a list, after its source was read.
class ListUpdate {
  public:
    ListUpdate(std::string_view kind, core::Fields& record, Origin& origin, const SourceState& source)
        : kind_(kind), record_(record), origin_(origin), gone_(origin.list(kind)) {
        for (const auto& [part, value] : parts_of(source.fields))
            if (kind_of(part) == kind) note(part, std::get<std::string>(value));
        const bool follows = !source.is_said && fresh_.size() == gone_.size();
        for (std::size_t i = 0; i < fresh_.size(); ++i) {
            if (follows)
                follow(fresh_[i], gone_[i]);
            else if (add(fresh_[i]))
                origin_.put_new(kind_, fingerprint(fresh_[i].second));
        }
    }

  private:
    using Part = std::pair<std::string, std::string>;

    void note(const std::string& part, const std::string& text) {
        const auto now = fingerprint(text);
        const auto former = [this](const std::string& taken) {
            return std::ranges::find(gone_, taken, &core::TextTable::value_type::second);
        };
        if (const auto known = former(now); known != gone_.end()) {
            gone_.erase(known);
            return;
        }
        const auto list = origin_.list(kind_);
        if (std::ranges::find(list, now, &Part::second) != list.end()) return; // The source has it twice.
        const auto own = find_own([&](const std::string& name) { return is_same(name, text); });
        if (!own) {
            if (!origin_.is_of_any(kind_, now)) fresh_.emplace_back(part, text); // Else it was edited, or taken off.
            return;
        }
        const auto other = former(fingerprint(own->second));
        if (other != gone_.end() && own->second != text) { // It is written otherwise now.
            put(record_, own->first, text);
            origin_.put(other->first, now);
            gone_.erase(other);
        } else if (origin_.is_new() || !gone_.empty()) { // So that it does not come back once it is edited.
            origin_.put_new(kind_, now);
        }
    }
    void follow(const Part& fresh, const Part& gone) {
        const auto own = find_own([&gone](const std::string& name) { return fingerprint(name) == gone.second; });
        if (own)
            put(record_, own->first, fresh.second);
        else if (!add(fresh))
            return;
        origin_.put(gone.first, fingerprint(fresh.second));
    }
    /// False where there are as many as there may be.
    bool add(const Part& fresh) {
        std::string part = fresh.first;
        for (int number = 1; number <= most_of_a_network; ++number) {
            if (is_of_list(part.substr(handle.size())) && !find_part(part)) {
                put(record_, part, fresh.second);
                return true;
            }
            part = number == 1 ? std::string(kind_) : fmt::format("{}-{}", kind_, number);
        }
        return false;
    }
    [[nodiscard]] bool is_same(const std::string& left, const std::string& right) const {
        return kind_ == "handle-phone" ? is_same_phone(left, right) : left == right;
    }
    template<class Is> [[nodiscard]] std::optional<Part> find_own(const Is& is) const {
        for (const auto& [network, name] : table_in(record_, handles_key))
            if (auto part = std::string(handle) + network; kind_of(part) == kind_ && is(name))
                return Part{std::move(part), name};
        return std::nullopt;
    }
    [[nodiscard]] bool find_part(const std::string& part) const {
        return find(table_in(record_, handles_key), part.substr(handle.size())) != nullptr;
    }

    std::string_view kind_;
    core::Fields& record_;
    Origin& origin_;
    core::TextTable gone_;    ///< What the source had and has no more.
    std::vector<Part> fresh_; ///< What it has newly.
};

std::string clue_of(std::string_view part, const std::string& text) {
    const auto kind = kind_of(part);
    return std::string(kind.empty() ? part : kind) + ":" + text;
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

core::TextTable with_origins(core::TextTable imported, const core::TextTable& more) {
    if (imported.empty()) return more;
    const auto own = origins(imported);
    const auto text_of = [](const std::string* text) { return text == nullptr ? std::string{} : *text; };
    const auto first = text_of(find(imported, from_key));
    const auto second = text_of(find(more, from_key));
    for (const auto& [name, text] : more) {
        if (name == from_key) continue;
        const auto place = further_place(name).value_or(second);
        const auto bare = further_place(name) ? name.substr(place.size() + 1) : name;
        const auto renamed = place == first ? bare : place + "-" + bare;
        auto free = renamed;
        for (int number = 2; is_key(bare) && find(imported, free) != nullptr; ++number)
            free = fmt::format("{}_{}", renamed, number);
        const bool is_known = is_key(bare) && std::ranges::find(own, std::pair{source_of(place), text}) != own.end();
        if (!is_known && find(imported, free) == nullptr) imported.emplace_back(free, text);
    }
    return imported;
}

core::Fields updated(const core::Fields& record, const SourceState& source) {
    core::Fields result = record;
    Origin origin(table_in(record, "imported"), source);
    const auto present = parts_of(record);
    std::vector<std::string_view> lists;
    for (const auto& [part, value] : parts_of(source.fields)) {
        if (const auto kind = kind_of(part); !kind.empty()) {
            if (std::ranges::find(lists, kind) == lists.end()) ListUpdate(kind, result, origin, source);
            lists.push_back(kind);
            continue;
        }
        const std::string now = fingerprint(value);
        const std::string* taken = origin.of(part);
        if (taken != nullptr && *taken == now) continue;
        const auto own = std::ranges::find(present, part, &std::pair<std::string, core::Value>::first);
        const bool is_free =
            taken == nullptr ? own == present.end() : own != present.end() && fingerprint(own->second) == *taken;
        if (!is_free) continue;
        put(result, part, value);
        origin.put(part, now);
    }
    set(result, "imported", origin.take());
    return result;
}

bool is_as_taken(const core::TextTable& imported, const SourceState& source) {
    const Origin origin(imported, source);
    return std::ranges::all_of(parts_of(source.fields), [&origin](const auto& part) {
        const auto now = fingerprint(part.second);
        if (const auto kind = kind_of(part.first); !kind.empty()) {
            const auto list = origin.list(kind);
            return std::ranges::find(list, now, &core::TextTable::value_type::second) != list.end();
        }
        const auto* taken = origin.of(part.first);
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
