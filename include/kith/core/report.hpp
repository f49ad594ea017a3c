// The balance report: the numbers of a week, month, quarter or year, apart from how they look.
//
// What counts, figure by figure, is in README.md under "What the report counts". A period is whole; as_of is its end or
// today, whichever is earlier.
#pragma once

#include "kith/core/agenda.hpp"
#include "kith/core/calendar.hpp"
#include "kith/core/journal.hpp"
#include "kith/core/people.hpp"
#include "kith/core/strategy.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kith::core {

enum class PeriodKind { week, month, quarter, year, custom };

[[nodiscard]] std::string_view to_text(PeriodKind kind);

/// What a report is about.
struct ReportPeriod {
    PeriodKind kind = PeriodKind::week;
    std::string label; ///< `2026-W47`, `2026-11`, `2026-Q4`, `2026`, `2026-11-01..2026-11-10`
    DateRange days;
};

/// The period of a kind that has `date` in it; not for custom. With weeks from Sunday the label is that of the ISO week
/// its Monday is in.
[[nodiscard]] ReportPeriod period_at(PeriodKind kind, Date date, WeekStart start);
[[nodiscard]] ReportPeriod custom_period(DateRange days);
/// The whole period before; of a custom one as many days before. Nothing where the calendar begins with the period.
[[nodiscard]] std::optional<ReportPeriod> previous(const ReportPeriod& period, WeekStart start);
/// The last `count` periods, or as many as the calendar has, oldest first, ending with `period`.
[[nodiscard]] std::vector<ReportPeriod> trend_periods(const ReportPeriod& period, WeekStart start, int count = 8);

/// The days that the report's calendar shows: those of the period, but at least eight weeks up to its end and at most
/// the last 53.
[[nodiscard]] DateRange calendar_days(const ReportPeriod& period, WeekStart start);

/// What `per_week` comes to in these days: times the days over seven, rounded half up.
[[nodiscard]] int planned_by_week(int per_week, const DateRange& days);
/// What `per_month` comes to: of each month its share of days, the sum rounded half up; of whole months exactly that
/// many times.
[[nodiscard]] int planned_by_month(int per_month, const DateRange& days);

struct ReportInput {
    ReportPeriod period;
    Date today;
    WeekStart week_start = WeekStart::monday;
    const People& people;
    const Strategy& strategy;
    /// At least those of the period, and, where an event of the period has people met, all after it up to today.
    std::vector<Interaction> interactions;
    /// Those of the period before, of the trend's periods and of the calendar that are not among the interactions.
    std::vector<CountedEntry> earlier;
    std::vector<PersonId> named_before; ///< Who is named in those of the period before, some more than once.
    std::vector<Event> events;          ///< At least those that start in the period.
    std::vector<Followup> followups;
    std::vector<AgendaItem> reconnect; ///< As of `as_of(period, today)`.
};

/// A count under an id or a name.
struct Tally {
    std::string id;
    int count = 0;
};

struct Report {
    ReportPeriod period;
    struct Interactions {
        int total = 0, online = 0, in_person = 0, unclassified = 0, attempts = 0;
    } interactions;
    struct Balance {
        std::optional<int> online_percent, in_person_percent, target_in_person_percent;
    } balance;
    /// The same of the period before. Of these the JSON has the total.
    struct Before {
        std::string label; ///< Empty where there is no period before.
        int total = 0, online = 0, in_person = 0, unclassified = 0, people = 0, followups_done = 0;
        std::optional<int> in_person_percent;
    } before;
    /// What the targets of strategy.toml come to in this period; absent where there is none. Not in the JSON.
    struct Planned {
        std::optional<int> in_person, events;
    } planned;
    struct PlatformUse {
        std::string id;
        std::optional<int> planned; ///< per_week times the days over seven, rounded half up; absent without per_week.
        int actual = 0;
    };
    std::vector<PlatformUse> platforms;
    std::vector<Tally> kinds; ///< In the order of interaction_kinds(), then others by name; none of zero.
    struct Help {
        int offered = 0, asked = 0, received = 0;
    } help;
    struct Met {
        int distinct = 0;
        std::vector<PersonId> newly;
        std::vector<Tally> most; ///< At most five, by count, then by id.
    } people;
    struct EventFigures {
        EventId id;
        std::string name;
        int met = 0, met_new = 0, followed_up = 0;
        std::optional<double> median_lag_days;
    };
    std::vector<EventFigures> events;
    struct Followups {
        int done = 0, on_time = 0, dropped = 0, overdue = 0, due_next = 0;
        int due_today = 0; ///< Due on the day itself, which is in neither of the two; not in the JSON.
    } followups;
    struct Posts {
        int planned = 0, published = 0;
    } posts;
    struct TrendPoint {
        std::string label;
        int online = 0, in_person = 0;
    };
    std::vector<TrendPoint> trend;
    Calendar calendar; ///< Of calendar_days(). Not in the JSON.
    std::vector<AgendaItem> reconnect;
    struct Log {
        int days = 0, silent_days = 0;
    } log;
};

/// The period's last day or today, whichever is earlier.
[[nodiscard]] Date as_of(const ReportPeriod& period, Date today);

[[nodiscard]] Report make_report(const ReportInput& input);

/// In person and online counts to percentages: in person rounded half up, online the rest; nothing where both are 0.
[[nodiscard]] std::optional<std::pair<int, int>> balance_percent(int online, int in_person);

/// Whom of those met at an event one followed up, and how fast.
[[nodiscard]] Report::EventFigures event_figures(const Event& event, const std::vector<Interaction>& interactions,
                                                 const std::vector<Followup>& followups, const People& people,
                                                 Date today);

} // namespace kith::core
