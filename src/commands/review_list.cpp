#include "review_list.hpp"

#include "kith/core/text.hpp"

#include "agenda_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace kith::commands {
namespace {

Target target_of(const core::AgendaItem& item) {
    if (item.source == core::Source::written) return {item.followup, {}, false};
    return {std::nullopt, item.followup.with.front(), item.source == core::Source::birthday};
}

/// Gives the lock back whatever happens.
class Writing {
  public:
    explicit Writing(Session& session) : session_(session) { session_.begin_writing({}); }
    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;
    ~Writing() { session_.refresh(); }

  private:
    Session& session_;
};

} // namespace

bool is_same(const core::AgendaItem& a, const core::AgendaItem& b) {
    if (a.source != b.source) return false;
    return a.followup.id.empty() ? a.followup == b.followup : a.followup.id == b.followup.id;
}

ReviewList::ReviewList(Session& session) : session_(session) {
    for (auto& item : pressing_agenda(session)) entries_.push_back({std::move(item), Outcome::open, {}});
}

std::optional<core::AgendaItem> ReviewList::as_it_is_now(const ReviewEntry& entry) {
    // What was put off here is no longer pressing, but can still be done.
    const auto items = entry.outcome == Outcome::put_off ? open_agenda(session_) : pressing_agenda(session_);
    const auto found = std::ranges::find_if(items, [&](const auto& item) { return is_same(item, entry.item); });
    return found == items.end() ? std::nullopt : std::optional(*found);
}

void ReviewList::look_again(std::size_t at) {
    auto& entry = entries_[at];
    session_.refresh();
    if (entry.outcome != Outcome::open) return;
    if (auto now = as_it_is_now(entry))
        entry.item = std::move(*now);
    else
        entry.outcome = Outcome::settled;
}

void ReviewList::apply(std::size_t at, Outcome outcome, const Change& change, system::Keyboard& keyboard) {
    auto& entry = entries_[at];
    const Writing writing(session_);
    const auto now = as_it_is_now(entry);
    if (!now) {
        entry.outcome = Outcome::settled;
        return;
    }
    keyboard.undisturbed([&] {
        auto said = change(target_of(*now));
        session_.save();
        entry.said = std::move(said);
    });
    entry.outcome = outcome;
}

std::string ReviewList::summary() const {
    const auto count = [this](Outcome outcome) { return std::ranges::count(entries_, outcome, &ReviewEntry::outcome); };
    std::vector<std::string> parts;
    for (const auto& [outcome, words] : {std::pair{Outcome::done, "done"},
                                         {Outcome::put_off, "put off"},
                                         {Outcome::dropped, "dropped"},
                                         {Outcome::settled, "settled meanwhile"}})
        if (const auto number = count(outcome); number > 0) parts.push_back(fmt::format("{} {}", number, words));
    parts.push_back(fmt::format("{} left", count(Outcome::open)));
    return core::join(parts, ", ");
}

} // namespace kith::commands
