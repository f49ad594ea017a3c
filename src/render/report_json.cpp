// The report as JSON, key by key in the order of the documentation.
#include "kith/render/json.hpp"

#include "json_value.hpp"

#include <cmath>
#include <optional>

namespace kith::render {
namespace {

using nlohmann::ordered_json;

/// The list of what `convert` makes of each item; `[]` where there are none.
template<class Items, class Convert> ordered_json list(const Items& items, Convert convert) {
    auto array = ordered_json::array();
    for (const auto& item : items) array.push_back(convert(item));
    return array;
}

/// The object without those of its keys that have no value.
ordered_json present(const ordered_json& object) {
    auto result = ordered_json::object();
    for (const auto& [key, value] : object.items())
        if (!value.is_null()) result[key] = value;
    return result;
}

ordered_json optional(const std::optional<int>& number) {
    return number ? ordered_json(*number) : ordered_json();
}

/// A whole number as one: `2`, but `1.5`.
ordered_json optional(const std::optional<double>& number) {
    if (!number) return {};
    const bool is_whole = std::floor(*number) == *number;
    return is_whole ? ordered_json(static_cast<std::int64_t>(*number)) : ordered_json(*number);
}

ordered_json period(const core::ReportPeriod& period) {
    return {{"kind", core::to_text(period.kind)},
            {"label", period.label},
            {"from", core::to_text(period.days.from)},
            {"to", core::to_text(period.days.to)}};
}

ordered_json interactions(const core::Report::Interactions& counts, int previous_total) {
    return {{"total", counts.total},         {"online", counts.online},
            {"in_person", counts.in_person}, {"unclassified", counts.unclassified},
            {"attempts", counts.attempts},   {"previous_total", previous_total}};
}

ordered_json balance(const core::Report::Balance& balance) {
    return present({{"online_percent", optional(balance.online_percent)},
                    {"in_person_percent", optional(balance.in_person_percent)},
                    {"target_in_person_percent", optional(balance.target_in_person_percent)}});
}

ordered_json platform(const core::Report::PlatformUse& use) {
    return present({{"id", use.id}, {"planned", optional(use.planned)}, {"actual", use.actual}});
}

ordered_json kinds(const std::vector<core::Tally>& tallies) {
    auto object = ordered_json::object();
    for (const auto& [kind, count] : tallies) object[kind] = count;
    return object;
}

ordered_json people(const core::Report::Met& met) {
    const auto tally = [](const core::Tally& item) { return ordered_json{{"id", item.id}, {"count", item.count}}; };
    return {{"distinct", met.distinct},
            {"new", list(met.newly, [](const core::PersonId& id) { return id.text; })},
            {"most", list(met.most, tally)}};
}

ordered_json event(const core::Report::EventFigures& figures) {
    return present({{"id", figures.id.empty() ? ordered_json() : ordered_json(figures.id.text)},
                    {"met", figures.met},
                    {"met_new", figures.met_new},
                    {"followed_up", figures.followed_up},
                    {"median_lag_days", optional(figures.median_lag_days)}});
}

ordered_json followups(const core::Report::Followups& counts) {
    return {{"done", counts.done},
            {"on_time", counts.on_time},
            {"dropped", counts.dropped},
            {"overdue", counts.overdue},
            {"due_next", counts.due_next}};
}

ordered_json trend_point(const core::Report::TrendPoint& point) {
    return {{"label", point.label}, {"online", point.online}, {"in_person", point.in_person}};
}

ordered_json reconnect(const core::AgendaItem& item) {
    const auto& with = item.followup.with;
    auto object = ordered_json{{"id", with.empty() ? item.followup.id.text : with.front().text}};
    if (item.last.contact) object["last_contact"] = core::to_text(item.last.contact->date.date);
    if (!item.followup.every.empty()) object["every"] = item.followup.every;
    return object;
}

} // namespace

ordered_json to_object(const core::Report& report) {
    const auto& help = report.help;
    const auto& posts = report.posts;
    return {{"period", period(report.period)},
            {"interactions", interactions(report.interactions, report.before.total)},
            {"balance", balance(report.balance)},
            {"platforms", list(report.platforms, platform)},
            {"kinds", kinds(report.kinds)},
            {"help", {{"offered", help.offered}, {"asked", help.asked}, {"received", help.received}}},
            {"people", people(report.people)},
            {"events", list(report.events, event)},
            {"followups", followups(report.followups)},
            {"posts", {{"planned", posts.planned}, {"published", posts.published}}},
            {"trend", list(report.trend, trend_point)},
            {"reconnect", list(report.reconnect, reconnect)},
            {"log", {{"days", report.log.days}, {"silent_days", report.log.silent_days}}}};
}

std::string to_json(const core::Report& report) {
    return print(to_object(report));
}

} // namespace kith::render
