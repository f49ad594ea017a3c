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

/// Those of `more` that are neither in `known` nor were in `old`, each as often as it is there more often.
std::vector<std::string> only_in(std::vector<std::string> more, const std::vector<std::string>& old,
                                 const std::vector<std::string>& known) {
    for (const auto* others : {&old, &known}) {
        for (const auto& text : *others) {
            const auto found = std::ranges::find(more, text);
            if (found != more.end()) more.erase(found);
        }
    }
    return more;
}

class RecordMerge {
  public:
    RecordMerge(const Unit* base, const Unit& ours, const Unit& theirs)
        : base_(base), ours_(ours), theirs_(theirs), our_items_(items_of(ours.text)),
          their_items_(items_of(theirs.text)),
          decisions_(decide(ours.kind, base == nullptr ? nullptr : &base->fields, ours.fields, theirs.fields)) {
        if (base != nullptr) base_items_ = items_of(base->text);
    }

    MergedRecord merge() {
        for (const auto* items : {&our_items_, &their_items_})
            for (const auto& item : *items)
                if (std::ranges::find(keys_, item.key) == keys_.end()) keys_.push_back(item.key);
        for (const auto& key : keys_) merge_key(key);
        return result();
    }

  private:
    struct Edit {
        std::string key;
        MergedValue value;
    };

    void merge_key(const std::string& key) {
        const auto base = items_of(base_items_, key);
        const auto ours = items_of(our_items_, key);
        const auto theirs = items_of(their_items_, key);
        if (ours == theirs) return;
        const auto decided = std::ranges::find_if(decisions_, [&](const Decision& decision) {
            return std::ranges::find(decision.keys, key) != decision.keys.end();
        });
        if (decided != decisions_.end()) {
            if (decided->outcome == Decision::Outcome::theirs) taken_.push_back(key);
            if (decided->outcome == Decision::Outcome::conflict) conflicts_.push_back(key);
        } else if (base == ours) {
            taken_.push_back(key);
        } else if (base != theirs && !key.empty()) {
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
        auto items = items_of(editor.text());
        for (const auto& key : taken_) items = with_key_of(items, key, their_items_);
        if (is_theirs)
            for (const auto& key : conflicts_) items = with_key_of(items, key, their_items_);
        auto text = to_text(items);
        return says_what_was_meant(text, is_theirs) ? std::optional(std::move(text)) : std::nullopt;
    }

    [[nodiscard]] bool says_what_was_meant(std::string_view text, bool is_theirs) const {
        const auto fields = fields_in(text);
        return std::ranges::all_of(keys_, [&](const std::string& key) {
            const auto edit = std::ranges::find(edits_, key, &Edit::key);
            if (edit != edits_.end())
                return value_in(fields, key) == (is_theirs ? edit->value.theirs : edit->value.ours);
            const bool is_taken = std::ranges::find(taken_, key) != taken_.end() ||
                                  (is_theirs && std::ranges::find(conflicts_, key) != conflicts_.end());
            return value_in(fields, key) == value_in(is_taken ? theirs_.fields : ours_.fields, key);
        });
    }

    /// What a side wrote beside a key whose lines are now those of the other one: it goes above the record.
    [[nodiscard]] std::string lost_comments(const std::string& text) const {
        const auto old = base_ == nullptr ? std::vector<std::string>{} : comments_in(base_->text);
        std::string lost;
        for (const auto* side : {&ours_, &theirs_})
            for (const auto& comment : only_in(comments_in(side->text), old, comments_in(lost + text)))
                lost += comment + "\n";
        return lost;
    }

    const Unit* base_;
    const Unit& ours_;
    const Unit& theirs_;
    Items base_items_;
    Items our_items_;
    Items their_items_;
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
