#include "report_view.hpp"

#include "kith/core/error.hpp"
#include "kith/store/log_to_count.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace kith::commands {
namespace {

/// Whether nothing says that a person's cadence had begun: without a contact or a day of meeting it counts from today,
/// and the report is on the past.
bool is_unknown(const core::AgendaItem& item, const core::People& people) {
    if (item.last.contact) return false;
    const auto& with = item.followup.with;
    const core::Person* person = with.empty() ? nullptr : people.find(with.front());
    return person == nullptr || !person->met;
}

std::vector<core::PersonId> ids_of(const std::vector<core::Agenda::ToReconnect>& all) {
    std::vector<core::PersonId> ids;
    ids.reserve(all.size());
    for (const auto& each : all) ids.push_back(each.person->id);
    return ids;
}

core::Date last_day_needed(const core::ReportPeriod& period, const std::vector<core::Event>& events, core::Date today) {
    const bool has_met = std::ranges::any_of(events, [](const core::Event& event) { return !event.met.empty(); });
    return has_met ? std::max(period.days.to, today) : period.days.to;
}

/// The follow-ups, read by the second reader, or at hand where that came to no answer.
class FollowupsBeside {
  public:
    explicit FollowupsBeside(core::Date open_since) : open_since_(open_since) {}

    void read_by(store::SecondReader& second) {
        second.give([this](store::JournalStore& journal) {
            auto read = journal.followups_open_since(open_since_);
            if (journal.remarks().empty()) read_ = std::move(read);
        });
    }
    /// Once the second reader is done.
    [[nodiscard]] std::vector<core::Followup> take(store::JournalStore& journal) {
        return read_ ? std::move(*read_) : journal.followups_open_since(open_since_);
    }

  private:
    core::Date open_since_;
    std::optional<std::vector<core::Followup>> read_;
};

} // namespace

core::Report make_report_for(const core::ReportPeriod& period, Session& session) {
    auto& journal = session.journal();
    const auto week_start = journal.config().week_start;
    const core::Date day = core::as_of(period, session.today());
    const auto before = core::previous(period, week_start).value_or(period);
    FollowupsBeside followups(std::min(before.days.from, day));
    store::SecondReader second(session.environment().files, session.options().directory, session.hire());
    followups.read_by(second);
    auto events = journal.events(period.days);
    const core::Date from = std::min(core::trend_periods(period, week_start).front().days.from,
                                     core::calendar_days(period, week_start).from);
    const core::DateRange days{from, last_day_needed(period, events, session.today())};
    const auto& people = journal.people_to_count();
    const core::Agenda agenda{people, day};
    auto to_reconnect = agenda.cadences();
    auto log =
        store::log_to_count(journal, {days, before.days.from, period.days.from, ids_of(to_reconnect), day}, second);
    auto open = followups.take(journal);
    agenda.leave_out_written(to_reconnect, open);
    if (!log.contacts.is_complete()) log.contacts.keep_only(ids_of(to_reconnect));
    const auto contacts = journal.contacts_before(log.contacts_from, std::move(log.contacts));
    auto reconnect = agenda.reconnect(to_reconnect, contacts);
    if (day < session.today())
        std::erase_if(reconnect, [&](const core::AgendaItem& item) { return is_unknown(item, people); });
    const auto input = std::make_shared<const core::ReportInput>(core::ReportInput{
        period, session.today(), week_start, people, journal.strategy(), std::move(log.interactions),
        std::move(log.earlier), std::move(log.named), std::move(events), std::move(open), std::move(reconnect)});
    session.keep(input);
    return core::make_report(*input);
}

void refuse_two_forms(const std::optional<std::string>& as, const Session& session) {
    const auto& wanted = session.options();
    if (as && (wanted.json || wanted.format))
        core::fail_usage(fmt::format("{} and --as exclude each other", wanted.json ? "--json" : "--format"));
}

} // namespace kith::commands
