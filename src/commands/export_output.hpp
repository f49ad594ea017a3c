// Where an export goes, and in which form.
#pragma once

#include "kith/core/journal.hpp"
#include "kith/core/people.hpp"
#include "kith/exchange/anonymous.hpp"
#include "kith/exchange/write_calendar.hpp"
#include "kith/store/other_keys.hpp"

#include "options.hpp"
#include "session.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::commands {

struct ExportOptions {
    Text as, to, vcard;
    Texts alarms;
    bool anonymous = false, tasks = false;
};

/// --as with these formats, --to and --anonymous, and what is for one of the formats.
void declare_export(CLI::App& app, ExportOptions& options, const std::vector<std::string>& formats);

/// The format that was asked for; unless told the one that the ending of --to says (`kith.vcf`), JSON for a name
/// without an ending. A usage Failure for a format that is not among `formats`, for an ending that says none, and for
/// an option that is for another.
[[nodiscard]] std::string require_format(const ExportOptions& options, const std::vector<std::string>& formats,
                                         Session& session);
[[nodiscard]] exchange::CalendarOptions calendar_options(const ExportOptions& options, Session& session);

/// Takes a piece of what is written.
using Sink = std::function<void(std::string_view)>;

/// Has `write` write to standard output, also where --to is `-`, or into the file of --to: its former content stays
/// until all is written.
int deliver(const ExportOptions& options, Session& session, const std::function<void(const Sink&)>& write);

/// The journal as others may see it: as it is, or anonymous.
class Appearance {
  public:
    Appearance(bool is_anonymous, Session& session);

    template<class Record> [[nodiscard]] Record operator()(Record record) {
        return anonymiser_ ? (*anonymiser_)(std::move(record)) : record;
    }
    template<class Record> [[nodiscard]] std::vector<Record> operator()(std::vector<Record> records) {
        if (anonymiser_)
            for (auto& record : records) record = (*anonymiser_)(std::move(record));
        return records;
    }
    /// Of each the keys that kith does not know; none where it is anonymous, for nothing tells what is in them.
    template<class Record> [[nodiscard]] std::vector<std::string> others(const std::vector<Record>& records,
                                                                         const core::DateRange& days = core::all_days) {
        if (anonymiser_) return std::vector<std::string>(records.size());
        return store::other_keys(session_.journal().directory(), records, days);
    }
    [[nodiscard]] bool is_anonymous() const { return anonymiser_.has_value(); }
    /// All of them; they live as long as this and the journal do.
    [[nodiscard]] const core::People& people();

  private:
    Session& session_;
    std::optional<exchange::Anonymiser> anonymiser_;
    std::optional<core::People> people_;
};

} // namespace kith::commands
