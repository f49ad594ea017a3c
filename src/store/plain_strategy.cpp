#include "plain_strategy.hpp"

#include "kith/core/record_keys.hpp"

#include "plain_reader.hpp"
#include "settings.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace kith::store {
namespace {

template<class Record> bool take_record_of(std::string_view source, std::vector<Record>& records) {
    if (!take_header<Record>(source)) return false;
    PlainReader<Keeping::all> reader(source);
    core::each_key(records.emplace_back(), reader);
    return reader.has_read_all();
}

/// Takes the line `[balance]` or such off the text.
bool take_table(std::string_view& source, std::string_view header) {
    return take_off(source, header) && take_line(source).empty();
}

bool is_possible(const std::optional<int>& number, int at_most) {
    return number.value_or(0) <= at_most;
}

class Tables {
  public:
    explicit Tables(core::Targets& targets) : targets_(&targets) {}

    bool take(std::string_view source) {
        if (take_table(source, "[balance]")) {
            PlainReader<Keeping::all> reader(source);
            reader("in_person", targets_->in_person);
            return !std::exchange(has_balance_, true) && reader.has_read_all() &&
                   is_possible(targets_->in_person, most_percent);
        }
        if (!take_table(source, "[in_person]") || std::exchange(has_in_person_, true)) return false;
        PlainReader<Keeping::all> reader(source);
        reader("per_week", targets_->per_week);
        reader("events_per_month", targets_->events_per_month);
        return reader.has_read_all() && is_possible(targets_->per_week, most_contacts) &&
               is_possible(targets_->events_per_month, most_contacts);
    }

  private:
    core::Targets* targets_;
    bool has_balance_ = false, has_in_person_ = false;
};

} // namespace

bool read_plain_strategy(std::string_view text, core::Strategy& strategy) {
    Tables tables(strategy.targets);
    bool is_plain = begins_plain(text);
    while (is_plain && !text.empty()) {
        const auto source = take_record(text);
        is_plain = source.starts_with("[[")
                       ? take_record_of(source, strategy.posts) || take_record_of(source, strategy.platforms) ||
                             take_record_of(source, strategy.topics) || take_record_of(source, strategy.goals) ||
                             take_record_of(source, strategy.audiences) || take_record_of(source, strategy.channels)
                       : tables.take(source);
    }
    return is_plain;
}

} // namespace kith::store
