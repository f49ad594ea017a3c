// What only shows when all records are known: ids that mean several, names that nobody has, where records should go.
#include "kith/core/text.hpp"
#include "kith/core/text_field.hpp"

#include "examination.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::store {
namespace {

/// Where records of a kind are, to know whether all of them could be read.
bool is_home_of(std::string_view kind, const std::string& file) {
    if (kind == "person") return file == "people.toml";
    if (kind == "interaction") return file.starts_with("log/");
    if (kind == "event") return file.starts_with("events/");
    if (kind == "followup") return file.starts_with("followups/");
    return file == "strategy.toml";
}

std::string not_there(const Reference& reference) {
    if (reference.kind == "person")
        return fmt::format("'{}' names '{}', who is not among the people", reference.key, reference.id);
    return fmt::format("'{}' names the {} '{}', which is not there", reference.key, reference.kind, reference.id);
}

/// The same for the same fields only.
std::string in_words(const core::Fields& fields) {
    std::string words;
    for (const auto& [key, value, line] : fields) {
        const auto* other = std::get_if<core::Unmodelled>(&value);
        words += key + "=" + (other == nullptr ? to_toml(value) : other->type) + "\n";
    }
    return words;
}

} // namespace

void Examination::compare() {
    compare_ids();
    compare_former_ids();
    compare_names();
    look_up_references();
    plan_moves();
}

std::string Examination::place_in_words(Spot spot) const {
    return fmt::format("{}:{}", files_[spot.file].name, line_of(spot));
}

core::Fields Examination::sorted_fields(Spot spot) const {
    auto fields = files_[spot.file].document->fields(spot.record);
    std::ranges::sort(fields, {}, &core::Field::key);
    return fields;
}

void Examination::compare_ids() {
    for (const auto& [kind, spots_by_id] : ids_)
        for (const auto& [id, spots] : spots_by_id)
            if (spots.size() > 1) compare_records(kind, id, spots);
}

void Examination::compare_records(std::string_view kind, const std::string& id, const std::vector<Spot>& spots) {
    std::vector<std::vector<Spot>> groups;
    std::map<std::string, std::size_t> known; // A file of one id alone must not take for ever.
    for (const auto& spot : spots) {
        const auto [same, is_new] = known.try_emplace(in_words(sorted_fields(spot)), groups.size());
        if (is_new) groups.emplace_back();
        groups[same->second].push_back(spot);
    }
    std::vector<Spot> kept;
    for (const auto& group : groups) {
        const auto is_in_place = [this](const Spot& spot) { return !misplaced_.contains(spot); };
        const auto found = std::ranges::find_if(group, is_in_place);
        kept.push_back(found == group.end() ? group.front() : *found);
        for (const auto& spot : group) {
            if (spot == kept.back()) continue;
            tell(spot,
                 {Severity::error,
                  {},
                  fmt::format("a copy of '{}' at {}", id, place_in_words(kept.back())),
                  "'kith check --fix' takes it out"},
                 line_of(spot));
            repairs_.push_back({std::string(kind), id, files_[spot.file].name, spot.record, {}});
            unmovable_.insert(spot);
        }
    }
    for (std::size_t i = 1; i < kept.size(); ++i)
        tell(kept[i],
             {Severity::error, "id", fmt::format("the id '{}' is also that of {}", id, place_in_words(kept[0])),
              "give one of them another id"},
             line_of(kept[i]));
    if (kept.size() > 1) unmovable_.insert(kept.begin(), kept.end());
}

void Examination::compare_former_ids() {
    std::map<std::string, const FormerId*> claims;
    const auto& people = ids_["person"];
    for (const auto& former : former_ids_) {
        const auto refuse = [&](Spot other) {
            tell(former.owner,
                 {Severity::error, "was",
                  fmt::format("'was' claims '{}', which is also {}'s", former.id, place_in_words(other)),
                  "keep it with one of them"},
                 former.line);
        };
        const auto owner = people.find(former.id);
        if (owner != people.end() && former.id != former.owner_id) refuse(owner->second.front());
        const auto [claim, is_first] = claims.emplace(former.id, &former);
        const bool is_same = claim->second->owner_id == former.owner_id && !former.owner_id.empty();
        if (!is_first && !is_same && claim->second->owner != former.owner) refuse(claim->second->owner);
    }
}

void Examination::compare_names() {
    std::map<std::string, const Name*> owners;
    for (const auto& name : names_) {
        const auto [owner, is_first] = owners.emplace(core::fold(name.text), &name);
        const Spot other = owner->second->owner;
        if (is_first || other == name.owner || unmovable_.contains(name.owner)) continue;
        tell(name.owner,
             {Severity::remark, "name",
              fmt::format("somebody else is called '{}' too, at {}", name.text, place_in_words(other)),
              "where they are one person: kith person merge"},
             name.line);
    }
}

bool Examination::is_known(const Reference& reference) const {
    const auto has = [&](std::string_view kind) {
        const auto ids = ids_.find(kind);
        return ids != ids_.end() && ids->second.contains(reference.id);
    };
    if (reference.kind == "person") return has("person") || known_former_ids_.contains(reference.id);
    if (reference.kind != "channel") return has(reference.kind);
    static const auto built_in = core::channels(core::Strategy{});
    return has("channel") || has("platform") || std::ranges::find(built_in, reference.id) != built_in.end();
}

void Examination::look_up_references() {
    // Of a kind whose files could not all be read, nothing is known to be missing.
    const auto is_read = [this](std::string_view kind) {
        return std::ranges::none_of(files_,
                                    [kind](const File& file) { return file.is_broken && is_home_of(kind, file.name); });
    };
    std::map<std::string_view, bool> is_kind_read;
    for (const auto& home :
         {"person", "interaction", "event", "followup", "goal", "audience", "platform", "topic", "channel"})
        is_kind_read[home] = is_read(home);
    for (const auto& named : references_)
        if (is_kind_read[named.reference.kind] && !is_known(named.reference))
            tell(named.by, {Severity::remark, std::string(named.reference.key), not_there(named.reference), {}},
                 named.line);
}

void Examination::plan_moves() {
    const auto is_broken = [this](const std::string& name) {
        return std::ranges::any_of(files_, [&](const File& file) { return file.name == name && file.is_broken; });
    };
    for (const auto& [spot, belongs_in] : misplaced_) {
        if (unmovable_.contains(spot) || is_broken(belongs_in)) continue;
        const auto& file = files_[spot.file];
        repairs_.push_back({file.document->records()[spot.record].kind,
                            core::text_of(file.document->fields(spot.record), "id"), file.name, spot.record,
                            belongs_in});
    }
}

} // namespace kith::store
