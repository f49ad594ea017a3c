#include "merge_order.hpp"

#include "record_order.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace kith::store {
namespace {

bool is_comment(const Unit& unit) {
    return unit.form == Unit::Form::comment;
}

/// Directly below the unit above, without a blank line.
bool is_attached(const Unit& unit) {
    return is_comment(unit) && unit.blank.empty() && !unit.above.empty();
}

/// Whether one that is there stays before a new one.
bool stands_before(const Unit& there, const Unit& added) {
    const bool may_stand_before = is_in_order(there.time, added.time);
    const bool may_stand_after = is_in_order(added.time, there.time);
    return may_stand_before && may_stand_after ? there.key < added.key : may_stand_before;
}

class Placing {
  public:
    Placing(MergedUnits units, const Units& theirs) : units_(std::move(units)), theirs_(theirs) {}

    MergedUnits place(const MergedUnits& added) {
        auto next = added.begin();
        for (std::size_t i = 0; i < theirs_.units.size(); ++i) {
            const Unit& unit = theirs_.units[i];
            const bool is_added = next != added.end() && next->unit.key == unit.key;
            if (is_added && is_comment(unit) && !is_attached(unit)) {
                waiting_.push_back(*next);
            } else if (is_added) {
                insert(place_for(i), *next);
            } else if (!is_comment(unit) && !waiting_.empty()) {
                flush(index_of(unit.key).value_or(units_.size()));
            }
            if (is_added) ++next;
        }
        flush(units_.size());
        return std::move(units_);
    }

  private:
    [[nodiscard]] std::optional<std::size_t> index_of(const std::string& key) const {
        const auto found =
            std::ranges::find_if(units_, [&key](const MergedUnit& merged) { return merged.unit.key == key; });
        if (found == units_.end()) return std::nullopt;
        return static_cast<std::size_t>(found - units_.begin());
    }

    /// Comments that stand alone go where what they stand above goes.
    void flush(std::size_t place) {
        units_.insert(units_.begin() + static_cast<std::ptrdiff_t>(place), waiting_.begin(), waiting_.end());
        waiting_.clear();
    }

    void insert(std::size_t place, const MergedUnit& added) {
        const auto above = waiting_.size();
        flush(place);
        units_.insert(units_.begin() + static_cast<std::ptrdiff_t>(place + above), added);
    }

    [[nodiscard]] std::size_t place_for(std::size_t index) const {
        const Unit& unit = theirs_.units[index];
        if (unit.form == Unit::Form::root) return first_place(unit.form);
        auto place = place_below_neighbour(index);
        if (is_comment(unit)) return place;
        for (auto at = place; at < units_.size() && units_[at].is_only_ours; ++at) {
            if (is_comment(units_[at].unit)) continue;
            if (!stands_before(units_[at].unit, unit)) break;
            place = at + 1;
        }
        if (unit.time && !is_in_time(place, unit)) place = place_in_time(unit);
        while (place < units_.size() && is_attached(units_[place].unit)) ++place;
        return place;
    }

    /// Below the comment that begins the file, and below keys that stand above all headers.
    [[nodiscard]] std::size_t first_place(Unit::Form form) const {
        std::size_t place = !units_.empty() && is_comment(units_[0].unit) ? 1 : 0;
        const bool has_root = place < units_.size() && units_[place].unit.form == Unit::Form::root;
        if (has_root && form != Unit::Form::root) ++place;
        return place;
    }

    [[nodiscard]] std::size_t place_below_neighbour(std::size_t index) const {
        for (auto i = index; i-- > 0;)
            if (const auto above = index_of(theirs_.units[i].key))
                return std::max(*above + 1, first_place(Unit::Form::record));
        return is_comment(theirs_.units[index]) ? 0 : first_place(Unit::Form::record);
    }

    [[nodiscard]] bool is_in_time(std::size_t place, const Unit& unit) const {
        const auto is_same_kind = [&unit](const MergedUnit& merged) { return merged.unit.kind == unit.kind; };
        const auto middle = units_.begin() + static_cast<std::ptrdiff_t>(place);
        const auto above = std::find_if(std::make_reverse_iterator(middle), units_.rend(), is_same_kind);
        const auto below = std::find_if(middle, units_.end(), is_same_kind);
        return (above == units_.rend() || is_in_order(above->unit.time, unit.time)) &&
               (below == units_.end() || is_in_order(unit.time, below->unit.time));
    }

    /// After the last of its kind that is not later, else before the first.
    [[nodiscard]] std::size_t place_in_time(const Unit& unit) const {
        auto place = units_.size();
        for (std::size_t i = units_.size(); i-- > 0;) {
            if (units_[i].unit.kind != unit.kind) continue;
            if (is_in_order(units_[i].unit.time, unit.time)) return i + 1;
            place = i;
        }
        return place;
    }

    MergedUnits units_;
    const Units& theirs_;
    MergedUnits waiting_;
};

} // namespace

MergedUnits with_added(MergedUnits units, const Units& theirs, const MergedUnits& added) {
    return Placing(std::move(units), theirs).place(added);
}

} // namespace kith::store
