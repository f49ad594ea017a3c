#include "merge_properties.hpp"

#include "kith/core/error.hpp"
#include "kith/store/document.hpp"
#include "kith/store/merge.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace kith::test {

namespace {

using store::Document;
using Records = std::map<std::string, core::Fields>; ///< By kind and id; those that are not alone there are left out.

template<class Edit> void try_edit(Document& document, Edit edit) {
    try {
        edit(document);
    } catch (const core::Failure&) {
        return; // A form that does not allow it: then it stays as it is.
    }
}

Document with_ids(const std::string& text) {
    auto document = Document::parse("generated.toml", text);
    for (std::size_t i = 0; i < document.records().size(); ++i) {
        const core::Change id{"id", "r" + std::to_string(i)};
        try_edit(document, [&](Document& edited) { edited.change(i, std::span(&id, 1)); });
    }
    return document;
}

/// A value that the other side may well choose too.
core::Change some_change(const core::Fields& fields, Chance& chance) {
    auto change = generated_change(fields, chance);
    if (change.key == "id") change.key = "note";
    return change;
}

Document edited(Document document, Chance& chance) {
    for (auto count = 1 + chance.below(4); count > 0; --count) {
        const auto records = document.records().size();
        const auto record = chance.below(records);
        const auto kind = chance.below(10);
        if (kind == 0) {
            core::Fields fields{{"id", "n" + std::to_string(chance.below(20)), 0}, {"note", "new", 0}};
            try_edit(document, [&](Document& target) { target.insert(chance.below(records + 1), "person", fields); });
        } else if (records > 0 && kind == 1) {
            try_edit(document, [&](Document& target) { target.remove(record); });
        } else if (records > 0) {
            const auto change = some_change(document.fields(record), chance);
            try_edit(document, [&](Document& target) { target.change(record, std::span(&change, 1)); });
        }
    }
    return document;
}

Records records_of(const Document& document) {
    Records records;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < document.records().size(); ++i) {
        const auto fields = document.fields(i);
        const auto id = std::ranges::find(fields, "id", &core::Field::key);
        const auto* text = id == fields.end() ? nullptr : std::get_if<std::string>(&id->value);
        const auto key = document.records()[i].kind + " " + (text == nullptr ? std::string() : *text);
        if (text == nullptr || !seen.insert(key).second) {
            records.erase(key);
        } else {
            records[key] = fields;
        }
    }
    return records;
}

std::optional<core::Value> value_in(const core::Fields* fields, const std::string& key) {
    if (fields == nullptr) return std::nullopt;
    const auto field = std::ranges::find(*fields, key, &core::Field::key);
    return field == fields->end() ? std::nullopt : std::optional(field->value);
}

const core::Fields* find(const Records& records, const std::string& key) {
    const auto found = records.find(key);
    return found == records.end() ? nullptr : &found->second;
}

std::set<std::string> conflicts_of(const store::Merged& merged) {
    std::set<std::string> result;
    for (const auto& conflict : merged.conflicts) {
        result.insert(conflict.subject);
        for (const auto& key : conflict.keys) result.insert(conflict.subject + " " + key.substr(0, key.find('.')));
    }
    return result;
}

struct Case {
    Document base;
    Document ours;
    Document theirs;
    store::Merged merged;
};

std::string broken(const std::string& what, const Case& each) {
    return what + "\n--- base\n" + each.base.text() + "\n--- ours\n" + each.ours.text() + "\n--- theirs\n" +
           each.theirs.text() + "\n--- merged\n" + each.merged.text + "\n---\n";
}

/// `chosen` is the merged document with what one side has in the conflicts.
std::string compared(const Case& each, const Document& chosen) {
    const auto base = records_of(each.base);
    const auto ours = records_of(each.ours);
    const auto theirs = records_of(each.theirs);
    const auto conflicts = conflicts_of(each.merged);
    for (const auto& [name, fields] : records_of(chosen)) {
        const auto* old = find(base, name);
        const auto* our = find(ours, name);
        const auto* their = find(theirs, name);
        if (our == nullptr || their == nullptr) continue;
        for (const auto& field : fields) {
            const auto before = value_in(old, field.key);
            auto wanted = value_in(our, field.key);
            const auto other = value_in(their, field.key);
            if (wanted == before) wanted = other;
            const bool is_settled = wanted == other || other == before;
            if (is_settled && wanted != field.value) return name + " has another " + field.key;
            const bool is_scalar = !std::holds_alternative<std::vector<std::string>>(field.value) &&
                                   !std::holds_alternative<core::TextTable>(field.value);
            const bool was_list = before && std::holds_alternative<std::vector<std::string>>(*before);
            if (!is_settled && is_scalar && !was_list && !conflicts.contains(name + " " + field.key))
                return name + " has a silent choice of " + field.key;
        }
    }
    for (const auto& [name, fields] : ours) {
        const bool is_wanted = theirs.contains(name) || !base.contains(name) || conflicts.contains(name);
        if (is_wanted && !base.contains(name) && !records_of(chosen).contains(name)) return name + " is lost";
    }
    return {};
}

} // namespace

std::string merges_by_keys(Chance& chance) {
    const auto base = with_ids(generated_document(chance));
    const auto ours = edited(base, chance);
    const auto theirs = edited(base, chance);
    const store::Version base_version{"base", base.text()};
    const store::Version our_version{"ours", ours.text()};
    const store::Version their_version{"theirs", theirs.text()};
    const Case each{base, ours, theirs, store::merge(base_version, our_version, their_version)};
    const auto swapped = store::merge(base_version, their_version, our_version);
    if (conflicts_of(each.merged) != conflicts_of(swapped)) return broken("other conflicts when swapped", each);
    if (conflicts_of(each.merged).contains("")) return broken("merged by lines", each);
    const auto sides = store::sides_of_conflicts(each.merged.text);
    if (sides.has_value() == each.merged.conflicts.empty()) return broken("conflicts without marker lines", each);
    const auto swapped_sides = store::sides_of_conflicts(swapped.text);
    const auto merged = Document::parse("merged", sides ? sides->ours : each.merged.text);
    const auto other = Document::parse("swapped", swapped_sides ? swapped_sides->theirs : swapped.text);
    if (records_of(merged).size() != records_of(other).size()) return broken("other records when swapped", each);
    if (auto problem = compared(each, merged); !problem.empty()) return broken(problem, each);
    if (auto problem = compared(each, other); !problem.empty()) return broken(problem + " when swapped", each);
    return {};
}

} // namespace kith::test
