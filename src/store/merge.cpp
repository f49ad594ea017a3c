#include "kith/store/merge.hpp"

#include "kith/core/text.hpp"
#include "kith/store/document.hpp"

#include "merge_lines.hpp"
#include "merge_order.hpp"
#include "merge_record.hpp"
#include "merge_units.hpp"
#include "toml_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace kith::store {
namespace {

/// Which side of the conflicts a text shows.
enum class Showing { both, ours, theirs };

const Unit* find(const std::map<std::string, const Unit*>& units, const std::string& key) {
    const auto found = units.find(key);
    return found == units.end() ? nullptr : found->second;
}

std::map<std::string, const Unit*> by_key(const Units& units) {
    std::map<std::string, const Unit*> result;
    for (const auto& unit : units.units) result.emplace(unit.key, &unit);
    return result;
}

/// What a conflict is about: `interaction k7f2q9xa`, `[group.mentors]`.
std::string subject_of(const Unit& unit) {
    if (unit.form != Unit::Form::record) return unit.key;
    return unit.kind + " " + (unit.id.empty() ? "without an id" : unit.id);
}

class Merge {
  public:
    Merge(std::string_view base, std::string_view ours, std::string_view theirs)
        : base_(read_units(base)), ours_(read_units(ours)), theirs_(read_units(theirs)),
          line_ending_(line_ending(ours.empty() ? theirs : ours)) {
        recognise_nameless(base_, ours_);
        recognise_nameless(base_, theirs_);
    }

    void merge() {
        const auto base = by_key(base_);
        const auto ours = by_key(ours_);
        const auto theirs = by_key(theirs_);
        for (const auto& unit : ours_.units) {
            if (const auto* other = find(theirs, unit.key))
                units_.push_back(merged(find(base, unit.key), unit, *other));
            else if (auto kept = kept_by_one(find(base, unit.key), unit, true))
                units_.push_back(std::move(*kept));
        }
        MergedUnits added;
        for (const auto& unit : theirs_.units)
            if (find(ours, unit.key) == nullptr)
                if (auto kept = kept_by_one(find(base, unit.key), unit, false)) added.push_back(std::move(*kept));
        units_ = with_added(std::move(units_), theirs_, added);
    }

    [[nodiscard]] Merged shown(Showing showing) const {
        Merged result;
        std::string above;
        for (const auto& merged : units_) {
            const auto source = source_of(merged, showing);
            if (source.empty()) continue;
            result.text += blank_above(merged.unit, above, result.text.empty());
            if (merged.theirs) {
                const int line = line_column(result.text, result.text.size()).line;
                result.conflicts.push_back({subject_of(merged.unit), merged.keys, line});
            }
            result.text += source;
            above = merged.unit.key;
        }
        const bool is_our_end = !ours_.units.empty() && ours_.units.back().key == above;
        if (is_our_end && !ours_.ends_line) result.text.resize(result.text.size() - line_ending_.size());
        if (is_our_end) result.text += ours_.tail;
        return result;
    }

    /// The records that the text has to hold, but for those in conflict.
    [[nodiscard]] const MergedUnits& units() const { return units_; }

  private:
    [[nodiscard]] std::string with_our_ends(std::string_view text) const {
        return with_line_ending(with_line_feeds(text), line_ending_);
    }

    [[nodiscard]] MergedUnit merged(const Unit* base, const Unit& ours, const Unit& theirs) const {
        MergedUnit result{ours, std::nullopt, {}, false};
        const auto same_blank = [](const Unit& left, const Unit& right) {
            return std::ranges::count(left.blank, '\n') == std::ranges::count(right.blank, '\n');
        };
        if (base != nullptr && same_blank(*base, ours) && !same_blank(*base, theirs))
            result.unit.blank = with_our_ends(theirs.blank);
        if (ours.text == theirs.text || (base != nullptr && theirs.text == base->text)) return result;
        if (base != nullptr && ours.text == base->text) {
            result.unit.source = with_our_ends(theirs.text);
            result.unit.fields = theirs.fields;
            result.unit.time = theirs.time;
            return result;
        }
        auto record = merge_record(base, ours, theirs);
        result.unit.source = with_our_ends(record.text);
        result.unit.fields = fields_in(record.text);
        result.unit.time = time_of(ours.kind, result.unit.fields);
        if (record.theirs) result.theirs = with_our_ends(*record.theirs);
        result.keys = std::move(record.keys);
        return result;
    }

    /// What the other side does not have: new here, or taken out there.
    [[nodiscard]] std::optional<MergedUnit> kept_by_one(const Unit* base, const Unit& unit, bool is_ours) const {
        // Without its comments too it is untouched: what stands first in a file leaves them to the file.
        if (base != nullptr && base->text.ends_with(unit.text)) return std::nullopt;
        MergedUnit kept{unit, std::nullopt, {}, is_ours && base == nullptr};
        if (!is_ours) kept.unit.source = with_our_ends(unit.text);
        if (!is_ours) kept.unit.blank = with_our_ends(unit.blank);
        if (base == nullptr) return kept;
        kept.theirs = is_ours ? std::string{} : std::exchange(kept.unit.source, {});
        return kept;
    }

    [[nodiscard]] std::string source_of(const MergedUnit& merged, Showing showing) const {
        if (!merged.theirs || showing == Showing::ours) return merged.unit.source;
        if (showing == Showing::theirs) return *merged.theirs;
        return conflict_block(merged.unit.source, *merged.theirs, line_ending_);
    }

    [[nodiscard]] std::string blank_above(const Unit& unit, const std::string& above, bool is_first) const {
        if (unit.above == above) return unit.blank;
        if (is_first) return {};
        return unit.blank.empty() ? line_ending_ : unit.blank;
    }

    Units base_;
    Units ours_;
    Units theirs_;
    std::string line_ending_;
    MergedUnits units_;
};

/// Whether the text reads as the units it was put together from.
bool reads_as(const std::string& text, const MergedUnits& units, Showing showing) {
    try {
        const auto document = Document::parse({}, text);
        std::size_t index = 0;
        for (const auto& merged : units) {
            const bool is_shown =
                !merged.theirs || !(showing == Showing::ours ? merged.unit.source : *merged.theirs).empty();
            if (merged.unit.form != Unit::Form::record || !is_shown) continue;
            if (index == document.records().size() || document.records()[index].kind != merged.unit.kind) return false;
            if (!merged.theirs && document.fields(index) != merged.unit.fields) return false;
            ++index;
        }
        return index == document.records().size();
    } catch (const core::Failure&) {
        return false;
    }
}

std::string without_mark(const std::string& text) {
    return text.substr(content_begin(text));
}

Merged merge_records(const std::string& base, const std::string& ours, const std::string& theirs) {
    Merge merge(without_mark(base), without_mark(ours), without_mark(theirs));
    merge.merge();
    const auto& marked = ours.empty() ? theirs : ours;
    const auto mark = marked.substr(0, content_begin(marked));
    for (const auto showing : {Showing::ours, Showing::theirs})
        if (!reads_as(merge.shown(showing).text, merge.units(), showing)) return merge_by_lines(ours, theirs);
    auto merged = merge.shown(Showing::both);
    merged.text.insert(0, mark);
    return merged;
}

std::vector<core::Problem> problems_in(const Version& version) {
    try {
        static_cast<void>(Document::parse(version.name, version.text));
        return {};
    } catch (const core::Failure& failure) {
        return failure.problems();
    }
}

} // namespace

std::string to_text(const Conflict& conflict) {
    if (conflict.subject.empty()) return "the sides differ here";
    if (conflict.keys.empty()) return conflict.subject + " was changed on one side and taken out on the other";
    const auto has = [&conflict](std::string_view key) {
        return std::ranges::find(conflict.keys, key) != conflict.keys.end();
    };
    for (const std::string_view closed : {"done", "published"})
        if (has(closed) && has("dropped"))
            return fmt::format("{} is {} on one side and dropped on the other", conflict.subject, closed);
    std::vector<std::string> quoted;
    for (const auto& key : conflict.keys) quoted.push_back("'" + key + "'");
    return fmt::format("{} of {} {} changed on both sides", core::join(quoted, ", "), conflict.subject,
                       quoted.size() == 1 ? "was" : "were");
}

Merged merge(const Version& base, const Version& ours, const Version& theirs) {
    if (ours.text == theirs.text || theirs.text == base.text) return {ours.text, {}, {}};
    if (ours.text == base.text) return {theirs.text, {}, {}};
    // Where git merged several bases first, its conflicts are in the base: what was there before is not known.
    const Version readable{base.name, outside_conflicts(base.text).value_or(base.text)};
    std::vector<core::Problem> problems;
    for (const auto* version : {&readable, &ours, &theirs}) {
        const auto found = problems_in(*version);
        problems.insert(problems.end(), found.begin(), found.end());
    }
    if (problems.empty()) return merge_records(readable.text, ours.text, theirs.text);
    auto merged = merge_by_lines(ours.text, theirs.text);
    merged.unreadable = std::move(problems);
    return merged;
}

} // namespace kith::store
