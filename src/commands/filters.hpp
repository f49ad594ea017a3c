// The filters that every list has, read once and applied to whatever the list is of.
#pragma once

#include "kith/core/strategy.hpp"

#include "options.hpp"
#include "session.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace kith::commands {

struct FilterOptions {
    Texts with;
    Text group, via, mode, kind, tag, event, since, until, grep, limit;
    bool reverse = false;
};

void declare_filters(CLI::App& app, FilterOptions& options);
/// Those of them that ask what a record holds: not for its day, and not how many are listed in which order.
void declare_content_filters(CLI::App& app, FilterOptions& options);

/// What a record offers to the filters; what it has not is empty and fits no filter that asks for it.
struct Subject {
    std::vector<core::PersonId> people;
    std::string channel;
    std::optional<core::Mode> mode;
    std::string kind;
    std::vector<std::string> tags;
    core::EventId event;
    std::optional<core::DateRange> days;
    std::string text; ///< What --grep looks in.
};

[[nodiscard]] Subject subject_of(const core::Interaction& interaction, const core::Strategy& strategy);

/// The days from --since to --until, or to today. A usage Failure where --since is missing or is the later one.
[[nodiscard]] core::DateRange require_days(const Text& since, const Text& until, Session& session);

class Filter {
  public:
    /// Dates are read facing `context`; people, events and channels must exist. `kinds` are those that --kind may name;
    /// empty for any.
    Filter(const FilterOptions& options, Session& session, const core::PhraseContext& context,
           const std::vector<std::string>& kinds = {});

    [[nodiscard]] bool passes(const Subject& subject) const;
    [[nodiscard]] const core::DateRange& days() const { return days_; }
    [[nodiscard]] bool has_days() const { return days_ != core::all_days; }
    /// Texts of which one must stand in a record that passes; none where every record may pass.
    [[nodiscard]] std::vector<std::string> needles() const;

    /// Keeps the last `--limit` of a list that is oldest first, and turns it round for --reverse.
    template<class Record> void limit_to_newest(std::vector<Record>& records) const {
        if (limit_ && records.size() > *limit_)
            records.erase(records.begin(), records.end() - static_cast<std::ptrdiff_t>(*limit_));
        if (reverse_) std::reverse(records.begin(), records.end());
    }
    /// The same for a list whose first are the ones to keep.
    template<class Record> void limit_to_first(std::vector<Record>& records) const {
        if (limit_ && records.size() > *limit_)
            records.erase(records.begin() + static_cast<std::ptrdiff_t>(*limit_), records.end());
        if (reverse_) std::reverse(records.begin(), records.end());
    }

  private:
    [[nodiscard]] bool has_person(const Subject& subject, const core::PersonId& id) const;

    const core::People* people_;
    std::vector<core::PersonId> with_;
    std::vector<core::PersonId> group_members_;
    bool has_group_ = false;
    std::string via_, mode_, kind_, tag_, grep_;
    core::EventId event_;
    core::DateRange days_ = core::all_days;
    std::optional<std::size_t> limit_;
    bool reverse_ = false;
};

} // namespace kith::commands
