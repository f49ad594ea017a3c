#include "merge_record.hpp"

#include "kith/core/error.hpp"

#include "document_edit.hpp"
#include "merge_values.hpp"
#include "record_lines.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kith::store {
namespace {

std::optional<core::Value> value_in(const core::Fields& fields, std::string_view key) {
    const auto field = std::ranges::find(fields, key, &core::Field::key);
    return field == fields.end() ? std::nullopt : std::optional(field->value);
}

/// Equal, and known to be: of a value that no key of the journal has only the lines tell.
bool is_equal(const std::optional<core::Value>& left, const std::optional<core::Value>& right) {
    return left == right && !(left && std::holds_alternative<core::Unmodelled>(*left));
}

bool contains(const std::vector<std::string>& texts, std::string_view text) {
    return std::ranges::find(texts, text) != texts.end();
}

class RecordMerge {
  public:
    RecordMerge(const Unit* base, const Unit& ours, const Unit& theirs)
        : base_(base), ours_(ours), theirs_(theirs), our_lines_(read_lines(ours.text)),
          their_lines_(read_lines(theirs.text)),
          decisions_(decide(ours.kind, base == nullptr ? nullptr : &base->fields, ours.fields, theirs.fields)) {
        if (base != nullptr) base_lines_ = read_lines(base->text);
    }

    MergedRecord merge() {
        for (const auto* lines : {&our_lines_, &their_lines_})
            for (const auto& item : lines->items)
                if (!contains(keys_, item.key)) keys_.push_back(item.key);
        for (const auto& key : keys_) merge_key(key);
        return result();
    }

  private:
    struct Edit {
        std::string key;
        MergedValue value;
    };

    void merge_key(const std::string& key) {
        const auto base = items_of(base_lines_.items, key);
        const auto ours = items_of(our_lines_.items, key);
        const auto theirs = items_of(their_lines_.items, key);
        if (has_same_lines(ours, theirs)) return;
        const auto decided = std::ranges::find_if(decisions_, [&](const Decision& decision) {
            return std::ranges::find(decision.keys, key) != decision.keys.end();
        });
        if (decided != decisions_.end()) {
            if (decided->outcome == Decision::Outcome::theirs) taken_.push_back(key);
            if (decided->outcome == Decision::Outcome::conflict) conflicts_.push_back(key);
        } else if (has_same_lines(base, ours)) {
            taken_.push_back(key);
        } else if (!has_same_lines(base, theirs)) {
            merge_values_of(key);
        }
    }

    void merge_values_of(const std::string& key) {
        const Values values{base_ == nullptr ? std::nullopt : value_in(base_->fields, key), value_in(ours_.fields, key),
                            value_in(theirs_.fields, key)};
        if (is_equal(values.ours, values.theirs) || is_equal(values.base, values.theirs)) return;
        if (is_equal(values.base, values.ours)) {
            taken_.push_back(key);
        } else if (auto merged = merge_values(values)) {
            edits_.push_back({key, std::move(*merged)});
        } else {
            conflicts_.push_back(key);
        }
    }

    [[nodiscard]] MergedRecord result() const {
        MergedRecord merged{{}, std::nullopt, conflicts_};
        for (const auto& edit : edits_)
            for (const auto& inner : edit.value.conflicts) merged.keys.push_back(edit.key + "." + inner);
        const auto ours = side(false);
        const auto theirs = merged.keys.empty() ? ours : side(true);
        if (!ours || !theirs) { // Written in a form in which the values cannot be set.
            for (const auto& edit : edits_) merged.keys.push_back(edit.key);
            merged.keys.insert(merged.keys.end(), taken_.begin(), taken_.end());
            return {ours_.text, theirs_.text, merged.keys};
        }
        const auto lost = lost_comments(merged.keys.empty() ? *ours : *ours + *theirs);
        merged.text = lost + *ours;
        if (!merged.keys.empty()) merged.theirs = lost + *theirs;
        return merged;
    }

    /// The merged record with what this side has of the keys in conflict; nothing where it would not say what it
    /// should.
    [[nodiscard]] std::optional<std::string> side(bool is_theirs) const {
        TableEditor editor(ours_.text, true, "\n");
        try {
            for (const auto& [key, value] : edits_) editor.apply({}, {key, is_theirs ? value.theirs : value.ours});
        } catch (const core::Failure&) {
            return std::nullopt;
        }
        auto lines = read_lines(editor.text());
        if (base_lines_.header == our_lines_.header) lines.header = their_lines_.header;
        for (const auto& key : taken_) lines.items = with_key_of(lines.items, key, their_lines_.items);
        if (is_theirs)
            for (const auto& key : conflicts_) lines.items = with_key_of(lines.items, key, their_lines_.items);
        lines.items = with_leads(std::move(lines.items));
        auto text = to_text(lines);
        return says_what_was_meant(text, is_theirs) ? std::optional(std::move(text)) : std::nullopt;
    }

    /// The items with, above a key that both sides have, the comments of the side that changed them.
    [[nodiscard]] Items with_leads(Items items) const {
        const auto find = [](const Items& all, const std::string& key) {
            const auto item = std::ranges::find(all, key, &Item::key);
            return item == all.end() ? nullptr : &*item;
        };
        for (auto& item : items) {
            const auto* base = find(base_lines_.items, item.key);
            const auto* ours = find(our_lines_.items, item.key);
            const auto* theirs = find(their_lines_.items, item.key);
            const bool is_first = &item == find(items, item.key);
            if (!is_first || ours == nullptr || theirs == nullptr || ours->is_own != theirs->is_own) continue;
            item.lead = (base == nullptr ? "" : base->lead) == ours->lead ? theirs->lead : ours->lead;
        }
        return items;
    }

    [[nodiscard]] bool says_what_was_meant(std::string_view text, bool is_theirs) const {
        const auto fields = fields_in(text);
        return std::ranges::all_of(keys_, [&](const std::string& key) {
            const auto edit = std::ranges::find(edits_, key, &Edit::key);
            if (edit != edits_.end())
                return value_in(fields, key) == (is_theirs ? edit->value.theirs : edit->value.ours);
            const bool is_taken = contains(taken_, key) || (is_theirs && contains(conflicts_, key));
            return value_in(fields, key) == value_in(is_taken ? theirs_.fields : ours_.fields, key);
        });
    }

    /// Comments that no side took out, beside keys whose lines are now those of the other side: they go above the
    /// record.
    [[nodiscard]] std::string lost_comments(const std::string& text) const {
        const auto old = base_ == nullptr ? std::vector<std::string>{} : comments_in(base_->text);
        const auto ours = comments_in(ours_.text);
        const auto theirs = comments_in(theirs_.text);
        auto known = comments_in(text);
        std::string lost;
        const auto keep = [&](const std::vector<std::string>& side, const std::vector<std::string>& other) {
            for (const auto& comment : side) {
                const bool is_taken_out = contains(old, comment) && !contains(other, comment);
                if (is_taken_out || contains(known, comment)) continue;
                lost += comment + "\n";
                known.push_back(comment);
            }
        };
        keep(ours, theirs);
        keep(theirs, ours);
        return lost;
    }

    const Unit* base_;
    const Unit& ours_;
    const Unit& theirs_;
    RecordLines base_lines_;
    RecordLines our_lines_;
    RecordLines their_lines_;
    std::vector<Decision> decisions_;
    std::vector<std::string> keys_;
    std::vector<std::string> taken_; ///< From theirs; what is in none of these stays as ours has it.
    std::vector<Edit> edits_;
    std::vector<std::string> conflicts_;
};

} // namespace

MergedRecord merge_record(const Unit* base, const Unit& ours, const Unit& theirs) {
    return RecordMerge(base, ours, theirs).merge();
}

} // namespace kith::store
