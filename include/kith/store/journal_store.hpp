// The journal in its data directory: which file holds what, and opening only what a question needs.
#pragma once

#include "kith/core/config.hpp"
#include "kith/core/contacts.hpp"
#include "kith/core/journal.hpp"
#include "kith/core/people.hpp"
#include "kith/core/records.hpp"
#include "kith/core/strategy.hpp"
#include "kith/store/data_directory.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::store {

/// A record and the place it stands at.
template<class Record> struct Stored {
    Record record;
    core::Place place;
};

/// A file that does not parse is a Failure; records that hold something wrong are read as far as they go and noted in
/// remarks(). The people, the strategy and the settings are read once and not again, also after changes.
class JournalStore {
  public:
    JournalStore(system::Files& files, std::string directory);

    [[nodiscard]] DataDirectory& directory() { return directory_; }
    [[nodiscard]] const DataDirectory& directory() const { return directory_; }

    [[nodiscard]] const core::People& people();
    /// The same for figures, where only those are needed: perhaps without aliases, organisations, roles, cities, e-mail
    /// addresses, handles and notes.
    [[nodiscard]] const core::People& people_to_count();
    [[nodiscard]] const core::Strategy& strategy();
    [[nodiscard]] const core::Config& config();

    /// Those of the days, oldest first; those of one day by their time, or without one in the order of the file. Opens
    /// the months of the days only. With `needles`, only records whose source has one of these texts are read.
    [[nodiscard]] std::vector<core::Interaction> interactions(const core::DateRange& days,
                                                              std::span<const std::string> needles = {});
    /// All events by start; or those that start within the days, opening the years of the days only.
    [[nodiscard]] std::vector<core::Event> events();
    [[nodiscard]] std::vector<core::Event> events(const core::DateRange& days);
    /// All, in the order of creation.
    [[nodiscard]] std::vector<core::Followup> followups();
    /// Those that are open, and those that were closed on that day or later. Those that were plainly closed before are
    /// not read, nor is what is wrong in them told.
    [[nodiscard]] std::vector<core::Followup> followups_open_since(core::Date day);

    /// The last contacts of these people as of a day: reads months newest first until everyone has been seen. `recent`,
    /// oldest first, are all interactions from `recent_from` to `as_of` where these are at hand.
    [[nodiscard]] core::Contacts contacts(const std::vector<core::PersonId>& wanted, core::Date as_of,
                                          std::span<const core::Interaction> recent = {},
                                          std::optional<core::Date> recent_from = std::nullopt);

    /// Those of `seen`, and of those missing there as contacts reads them, before a day.
    [[nodiscard]] core::Contacts contacts_before(core::Date day, core::Contacts seen);

    /// From the first day of the first month that has a log file to the last day of the last; nothing for a journal
    /// without. Opens none.
    [[nodiscard]] std::optional<core::DateRange> logged_days();
    /// Whether the months of these days are all months of the log. Opens none.
    [[nodiscard]] bool are_all_months(const core::DateRange& days);
    /// The ids in the files of a folder (`log`, `followups`), which are searched and not parsed: all there are, perhaps
    /// more. Nothing where one is written so that this does not tell it.
    [[nodiscard]] std::optional<std::vector<std::string>> ids_in(const std::string& folder);

    /// By exact id or a unique prefix of one; a record without an id by its date and text. A Failure (not found) lists
    /// the candidates.
    [[nodiscard]] Stored<core::Interaction> require_interaction(std::string_view word);
    [[nodiscard]] Stored<core::Event> require_event(std::string_view word);
    [[nodiscard]] Stored<core::Followup> require_followup(std::string_view word);
    [[nodiscard]] std::optional<core::Event> find_event(const core::EventId& id);
    /// The interaction that already closed a follow-up (`closes`); looked for from the month the follow-up was created
    /// in.
    [[nodiscard]] std::optional<core::Interaction> find_closing(const core::Followup& followup, core::Date today);

    // Changes, in memory until directory().commit(). A record is found again by its id, or without one by all it holds.

    template<class Record> void add(const Record& record);
    /// Also moves the record where `after` belongs in another file.
    template<class Record> void change(const Record& before, const Record& after);
    template<class Record> void remove(const Record& record);
    /// Many at once for little more than one costs.
    template<class Record> void add(const std::vector<Record>& records);
    template<class Record> void change(const std::vector<core::Edit<Record>>& edits);
    /// The same of `count` records that are not in memory together: `record_at` is asked for each more than once.
    template<class Record> void add(std::size_t count, const std::function<Record(std::size_t)>& record_at);
    /// The lines of a record as they stand in its file, for an editor; each ends in `\n`.
    template<class Record> [[nodiscard]] std::string source_of(const Record& record);
    /// Takes the lines back as they are, comments and unknown keys too, and returns what they say. A Failure where they
    /// are not one record of the kind with the same id.
    template<class Record> Record replace_source(const Record& before, std::string_view source);
    void change_group(const core::Group& before, const core::Group& after);
    void change_targets(const core::Targets& after);
    /// Moves records from the file they stand in to those they belong in, with the comments above them.
    template<class Record> void move(const std::string& from, const std::vector<Record>& records);

    /// What was wrong in the records read, each once: for standard error.
    [[nodiscard]] const std::vector<core::Problem>& remarks() const { return remarks_; }

  private:
    /// Whether a record is read, by its source; those of a file are asked for in their order.
    using Choice = std::function<bool(std::string_view)>;
    /// The choice among the records of a file, by its text.
    using Choosing = std::function<Choice(std::string_view)>;
    template<class Record> void read_records(const std::string& name, const Document& document, const Choice& is_wanted,
                                             std::vector<Record>& into);
    template<class Record>
    void read_file(const std::string& name, std::string_view text, const Choosing& choose, std::vector<Record>& into);
    [[nodiscard]] std::vector<core::Followup> read_followups(std::optional<core::Date> open_since);
    template<class Record> [[nodiscard]] Stored<Record> require(std::string_view word, std::vector<std::string> names);
    /// The file a record stands in, which is that of its date unless it was put elsewhere by hand.
    template<class Record> [[nodiscard]] std::string file_holding(const Record& record);
    /// Puts a record that stands in `from` also into the file it belongs in.
    template<class Record> void copy(const std::string& from, const Record& record);
    /// Puts other lines in the place of a record.
    void splice(const std::string& name, std::size_t index, std::string_view source);
    /// To tell who is the same as whom: without another reading where there was one for figures.
    [[nodiscard]] const core::People& people_at_hand() { return people_to_count_ ? *people_to_count_ : people(); }
    /// Their ids, and those that were merged into them.
    [[nodiscard]] std::vector<std::string> ids_of(std::span<const core::PersonId> wanted);
    /// Those of the days in a file that are with one of these people, and perhaps others.
    [[nodiscard]] std::vector<core::Interaction> interactions_with(std::span<const std::string> ids,
                                                                   const std::string& name, std::string_view text,
                                                                   const core::DateRange& days);
    void remark(core::Problem problem);

    DataDirectory directory_;
    std::optional<core::People> people_;
    std::optional<core::People> people_to_count_;
    std::optional<core::Strategy> strategy_;
    std::optional<core::Config> config_;
    std::vector<core::Problem> remarks_;
};

/// The file a record belongs in: `log/2026-11.toml`, `events/2026.toml`, `followups/2026.toml`, `people.toml`,
/// `strategy.toml`.
template<class Record> [[nodiscard]] std::string file_of(const Record& record);

/// The record as it stands at `index` of a document, with what is wrong in it.
template<class Record> struct Decoded {
    Record record;
    std::vector<core::Problem> problems;
    bool is_usable = true; ///< False where the date that places it is missing or no date.
};
template<class Record> [[nodiscard]] Decoded<Record> decode(const Document& document, std::size_t index);

/// What lines that a user edited say. A Failure where they are not one record of the kind of `before` with its id.
template<class Record> [[nodiscard]] Record read_source(const Record& before, std::string_view source);

} // namespace kith::store
