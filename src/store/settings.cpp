#include "settings.hpp"

#include "kith/core/phrase.hpp"
#include "kith/core/records.hpp"
#include "kith/store/journal_store.hpp"

#include <fmt/format.h>

namespace kith::store {
namespace {

/// One plain table, key by key, noting what does not fit.
class TableReader {
  public:
    TableReader(const Document& document, std::vector<std::string> path) : document_(document), path_(std::move(path)) {
        fields_ = document.table(path_).value_or(core::Fields{});
    }

    [[nodiscard]] std::optional<int> number(std::string_view key, int at_most) {
        const auto* field = find(key);
        if (field == nullptr) return std::nullopt;
        const auto* value = std::get_if<std::int64_t>(&field->value);
        if (value != nullptr && *value >= 0 && *value <= at_most) return static_cast<int>(*value);
        complain(*field, fmt::format("a whole number from 0 to {}", at_most));
        return std::nullopt;
    }
    [[nodiscard]] std::string text(std::string_view key) {
        const auto* field = find(key);
        if (field == nullptr) return {};
        if (const auto* value = std::get_if<std::string>(&field->value)) return *value;
        complain(*field, "a text in quotes");
        return {};
    }
    [[nodiscard]] bool flag(std::string_view key) {
        const auto* field = find(key);
        if (field == nullptr) return false;
        if (const auto* value = std::get_if<bool>(&field->value)) return *value;
        complain(*field, "true or false");
        return false;
    }
    [[nodiscard]] std::optional<core::Period> period(std::string_view key) {
        const std::string value = text(key);
        if (value.empty()) return std::nullopt;
        const auto period = core::parse_period(value);
        if (!period) complain(*find(key), "a period such as 3d, 2w, 1m or 1y");
        return period;
    }
    void complain_of(std::string_view key, std::string_view wanted) {
        if (const auto* field = find(key)) complain(*field, wanted);
    }
    [[nodiscard]] std::vector<core::Problem> problems() && { return std::move(problems_); }

  private:
    [[nodiscard]] const core::Field* find(std::string_view key) const {
        for (const auto& field : fields_)
            if (field.key == key) return &field;
        return nullptr;
    }
    void complain(const core::Field& field, std::string_view wanted) {
        std::string name;
        for (const auto& part : path_) name += part + ".";
        problems_.push_back({core::ProblemKind::bad_data, fmt::format("'{}{}' should be {}", name, field.key, wanted),
                             core::Place{document_.name(), field.line, 0}, "the value is left out"});
    }

    const Document& document_;
    std::vector<std::string> path_;
    core::Fields fields_;
    std::vector<core::Problem> problems_;
};

void append(std::vector<core::Problem>& all, std::vector<core::Problem> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

template<class Record> bool take(const Document& document, std::size_t index, std::vector<Record>& into,
                                 std::vector<core::Problem>& problems) {
    if (document.records()[index].kind != core::kind_of<Record>()) return false;
    auto decoded = decode<Record>(document, index);
    append(problems, std::move(decoded.problems));
    into.push_back(std::move(decoded.record));
    return true;
}

} // namespace

std::vector<core::Problem> read_groups(const Document& document, std::vector<core::Group>& into) {
    std::vector<core::Problem> problems;
    const std::vector<std::string> path{"group"};
    for (const auto& name : document.tables_in(path)) {
        TableReader table(document, {"group", name});
        core::Group group{name, table.period("every"), table.period("late")};
        into.push_back(std::move(group));
        append(problems, std::move(table).problems());
    }
    return problems;
}

std::vector<core::Problem> read_targets(const Document& document, core::Targets& into) {
    TableReader balance(document, {"balance"});
    into.in_person = balance.number("in_person", most_percent);
    std::vector<core::Problem> problems = std::move(balance).problems();
    TableReader in_person(document, {"in_person"});
    into.per_week = in_person.number("per_week", most_contacts);
    into.events_per_month = in_person.number("events_per_month", most_contacts);
    append(problems, std::move(in_person).problems());
    return problems;
}

std::vector<core::Problem> read_strategy(const Document& document, core::Strategy& into) {
    std::vector<core::Problem> problems = read_targets(document, into.targets);
    for (std::size_t i = 0; i < document.records().size(); ++i) {
        const bool is_known = take(document, i, into.goals, problems) || take(document, i, into.audiences, problems) ||
                              take(document, i, into.platforms, problems) || take(document, i, into.topics, problems) ||
                              take(document, i, into.channels, problems) || take(document, i, into.posts, problems);
        if (!is_known) continue; // A table of the user's own.
    }
    return problems;
}

std::vector<core::Problem> read_config(const Document& document, core::Config& into) {
    TableReader root(document, {});
    const std::string week_start = root.text("week_start");
    if (week_start == "sunday")
        into.week_start = core::WeekStart::sunday;
    else if (!week_start.empty() && week_start != "monday")
        root.complain_of("week_start", "\"monday\" or \"sunday\"");
    into.auto_commit = root.flag("auto_commit");
    std::vector<core::Problem> problems = std::move(root).problems();
    TableReader event(document, {"event"});
    if (event.text("follow_up") == "none")
        into.event_follow_up = std::nullopt;
    else if (const auto period = event.period("follow_up"))
        into.event_follow_up = period;
    append(problems, std::move(event).problems());
    return problems;
}

} // namespace kith::store
