#include "merge_values.hpp"

#include "kith/core/journal.hpp"
#include "kith/core/records.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace kith::store {
namespace {

using Texts = std::vector<std::string>;

bool contains(const Texts& texts, const std::string& text) {
    return std::ranges::find(texts, text) != texts.end();
}

bool is_same_set(const Texts& left, const Texts& right) {
    const auto within = [](const Texts& part, const Texts& whole) {
        return std::ranges::all_of(part, [&](const std::string& text) { return contains(whole, text); });
    };
    return within(left, right) && within(right, left);
}

/// The first of two in an order that does not ask whose they are.
Texts merged_texts(const Texts& base, const Texts& ours, const Texts& theirs) {
    if (is_same_set(ours, theirs)) return std::min(ours, theirs);
    if (is_same_set(base, theirs)) return ours;
    if (is_same_set(base, ours)) return theirs;
    Texts merged;
    for (const auto& text : base)
        if (contains(ours, text) && contains(theirs, text)) merged.push_back(text);
    const auto added = [&base](Texts texts) {
        std::erase_if(texts, [&base](const std::string& text) { return contains(base, text); });
        return texts;
    };
    const auto our_added = added(ours);
    const auto their_added = added(theirs);
    for (const auto& run : {std::min(our_added, their_added), std::max(our_added, their_added)})
        for (const auto& text : run)
            if (!contains(merged, text)) merged.push_back(text);
    return merged;
}

/// Nothing where the value is no list of texts and cannot be read as one.
std::optional<Texts> as_texts(const std::optional<core::Value>& value) {
    if (!value) return Texts{};
    if (const auto* texts = std::get_if<Texts>(&*value)) return *texts;
    if (const auto* text = std::get_if<std::string>(&*value)) return Texts{*text};
    return std::nullopt;
}

std::optional<core::TextTable> as_table(const std::optional<core::Value>& value) {
    if (!value) return core::TextTable{};
    const auto* table = std::get_if<core::TextTable>(&*value);
    return table == nullptr ? std::nullopt : std::optional(*table);
}

template<class Type> bool holds(const std::optional<core::Value>& value) {
    return value && std::holds_alternative<Type>(*value);
}

template<class Type> bool any_holds(const Values& values) {
    return holds<Type>(values.base) || holds<Type>(values.ours) || holds<Type>(values.theirs);
}

/// An empty list or table, where one side took the key out.
template<class Container> std::optional<core::Value> value_of(Container container, const Values& values) {
    if (container.empty() && (!values.ours || !values.theirs)) return std::nullopt;
    return core::Value{std::move(container)};
}

std::optional<std::string> value_in(const core::TextTable& table, const std::string& key) {
    const auto found = std::ranges::find(table, key, &core::TextTable::value_type::first);
    return found == table.end() ? std::nullopt : std::optional(found->second);
}

MergedValue merged_tables(const core::TextTable& base, const core::TextTable& ours, const core::TextTable& theirs,
                          const Values& values) {
    core::TextTable our_result;
    core::TextTable their_result;
    MergedValue merged;
    const auto merge_key = [&](const std::string& key) {
        const auto old = value_in(base, key);
        auto our_value = value_in(ours, key);
        auto their_value = value_in(theirs, key);
        if (our_value == old) our_value = their_value;
        if (their_value == old) their_value = our_value;
        if (our_value != their_value) merged.conflicts.push_back(key);
        if (our_value) our_result.emplace_back(key, *our_value);
        if (their_value) their_result.emplace_back(key, *their_value);
    };
    for (const auto& [key, text] : ours) merge_key(key);
    for (const auto& [key, text] : theirs)
        if (!value_in(ours, key)) merge_key(key);
    merged.ours = value_of(std::move(our_result), values);
    merged.theirs = value_of(std::move(their_result), values);
    return merged;
}

/// By date, then by the id of an interaction; one that names none comes last.
using Point = std::tuple<core::Date, bool, std::string>;

Point point(core::Date date, const core::InteractionId& interaction) {
    return {date, interaction.empty(), interaction.text};
}

/// When a follow-up came to be. Only of a successor, whose id is that of its predecessor made anew, is there more than
/// one answer: where both sides closed the predecessor.
Point begun(const core::Followup& followup) {
    return point(followup.created.value_or(followup.due.date), followup.origin);
}

Point closed(const core::Followup& followup) {
    return point(followup.done ? *followup.done : *followup.dropped, followup.closed_by);
}

using Outcome = Decision::Outcome;

Outcome lesser(const Point& ours, const Point& theirs) {
    return ours <= theirs ? Outcome::ours : Outcome::theirs;
}

/// The side that alone changed what `of` tells.
template<class Of> std::optional<Outcome> changed_alone(const std::optional<core::Followup>& base,
                                                        const core::Followup& ours, const core::Followup& theirs,
                                                        Of of) {
    if (base && of(ours) == of(*base)) return Outcome::theirs;
    if (base && of(theirs) == of(*base)) return Outcome::ours;
    return std::nullopt;
}

Outcome choose_closing(const std::optional<core::Followup>& base, const core::Followup& ours,
                       const core::Followup& theirs) {
    const auto closing = [](const core::Followup& followup) {
        return std::tuple(followup.done, followup.dropped, followup.closed_by);
    };
    if (const auto side = changed_alone(base, ours, theirs, closing)) return *side;
    if (ours.done.has_value() != theirs.done.has_value()) return Outcome::conflict;
    return lesser(closed(ours), closed(theirs));
}

Outcome choose_begin(const std::optional<core::Followup>& base, const core::Followup& ours,
                     const core::Followup& theirs) {
    return changed_alone(base, ours, theirs, begun).value_or(lesser(begun(ours), begun(theirs)));
}

/// A side that put it off chose its due date; else it goes with the begin.
Outcome choose_due(const std::optional<core::Followup>& base, const core::Followup& ours,
                   const core::Followup& theirs) {
    if ((ours.snoozed > 0) != (theirs.snoozed > 0)) return ours.snoozed > 0 ? Outcome::ours : Outcome::theirs;
    const auto due = [](const core::Followup& followup) { return followup.due; };
    if (const auto side = changed_alone(base, ours, theirs, due)) return *side;
    if (begun(ours) == begun(theirs)) return ours.due <= theirs.due ? Outcome::ours : Outcome::theirs;
    return choose_begin(base, ours, theirs);
}

/// Where a side does not say when it is due, `are_due` is false, and dates are not compared.
std::vector<Decision> decide_followup(const std::optional<core::Followup>& base, const core::Followup& ours,
                                      const core::Followup& theirs, bool are_due) {
    std::vector<Decision> decisions;
    if (!core::is_open(ours) && !core::is_open(theirs))
        decisions.push_back({{"done", "dropped", "closed_by"}, choose_closing(base, ours, theirs)});
    if (!are_due) return decisions;
    const bool is_begun_twice = begun(ours) != begun(theirs);
    if (is_begun_twice) decisions.push_back({{"created", "origin"}, choose_begin(base, ours, theirs)});
    if (is_begun_twice || !base) decisions.push_back({{"due"}, choose_due(base, ours, theirs)});
    return decisions;
}

std::vector<Decision> decide_post(const std::optional<core::Post>& base, const core::Post& ours,
                                  const core::Post& theirs) {
    const bool was_open = !base || (!base->published && !base->dropped);
    const bool exclude = (ours.published && theirs.dropped) || (ours.dropped && theirs.published);
    if (!was_open || !exclude) return {};
    return {{{"published", "dropped"}, Outcome::conflict}};
}

bool is_due(const core::Fields& followup) {
    const auto due = std::ranges::find(followup, "due", &core::Field::key);
    return due != followup.end() && std::holds_alternative<core::Moment>(due->value);
}

template<class Record> std::optional<Record> read(const core::Fields* fields) {
    return fields == nullptr ? std::nullopt : std::optional(core::from_fields<Record>(*fields).record);
}

} // namespace

std::optional<MergedValue> merge_values(const Values& values) {
    if (any_holds<Texts>(values)) {
        const auto base = as_texts(values.base);
        const auto ours = as_texts(values.ours);
        const auto theirs = as_texts(values.theirs);
        if (!base || !ours || !theirs) return std::nullopt;
        const auto merged = value_of(merged_texts(*base, *ours, *theirs), values);
        return MergedValue{merged, merged, {}};
    }
    if (!any_holds<core::TextTable>(values)) return std::nullopt;
    const auto base = as_table(values.base);
    const auto ours = as_table(values.ours);
    const auto theirs = as_table(values.theirs);
    if (!base || !ours || !theirs) return std::nullopt;
    return merged_tables(*base, *ours, *theirs, values);
}

std::vector<Decision> decide(std::string_view kind, const core::Fields* base, const core::Fields& ours,
                             const core::Fields& theirs) {
    if (kind == core::kind_of<core::Followup>())
        return decide_followup(read<core::Followup>(base), core::from_fields<core::Followup>(ours).record,
                               core::from_fields<core::Followup>(theirs).record, is_due(ours) && is_due(theirs));
    if (kind == core::kind_of<core::Post>())
        return decide_post(read<core::Post>(base), core::from_fields<core::Post>(ours).record,
                           core::from_fields<core::Post>(theirs).record);
    return {};
}

} // namespace kith::store
