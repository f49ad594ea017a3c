// Tables of people, and kith's own tables of any record.
#include "kith/core/numbers_by_text.hpp"
#include "kith/core/text.hpp"
#include "kith/exchange/readers.hpp"

#include "csv_columns.hpp"
#include "csv_people.hpp"
#include "csv_records.hpp"
#include "csv_rows.hpp"
#include "csv_times.hpp"
#include "csv_title.hpp"
#include "csv_truth.hpp"
#include "friends_text.hpp"
#include "left_out.hpp"
#include "plain_text.hpp"
#include "possible_values.hpp"
#include "refusal.hpp"
#include "written_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>
#include <optional>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>

namespace kith::exchange {
namespace {

/// Those before the header, which say nothing of its delimiter.
void pass_blank_lines(std::string_view& text, int& line) {
    for (auto first = first_line_of(text); !first.empty() && core::trim(first).empty(); first = first_line_of(text)) {
        text.remove_prefix(first.size());
        ++line;
    }
}

/// Those of a title above the header, where it is sure to be one.
void pass_title(std::string_view& text, int& line, const core::TextTable& columns) {
    const int header = line + lines_of_title(text, columns);
    for (; line < header; ++line) text.remove_prefix(first_line_of(text).size());
    if (may_begin_with_title(text, columns))
        refuse(
            line, "this line names no columns",
            "the first line of a table must be its header: take off what stands above it, or say with --map what is in "
            "which column");
}

constexpr const char* hint_to_skip = "nothing was imported; --skip-broken passes over what cannot be read";

class TableReader {
  public:
    TableReader(const ReadOptions& options, const LocalClock* clock) : options_(options), clock_(clock) {
        batch_.from = "csv";
    }

    Batch read(const DecodedFile& file) {
        batch_.encoding = file.encoding;
        std::string_view text = file.text;
        int line = 1;
        pass_blank_lines(text, line);
        const auto first = first_line_of(text);
        std::optional<char> delimiter;
        if (names_delimiter(first)) {
            delimiter = delimiter_named_in(first);
            text.remove_prefix(first.size());
            ++line;
            pass_blank_lines(text, line);
        }
        pass_title(text, line, options_.columns);
        const auto each = [&, separator = delimiter.value_or(delimiter_of(text))](const TakeRow& take) {
            each_row(text, line, separator, take);
        };
        each([&](CsvRow row) {
            if (!header_.cells.empty()) return take(row);
            begin(std::move(row));
            if (std::ranges::find(has_dates_, true) != has_dates_.end())
                each([this](const CsvRow& other) { note_dates(other); });
        });
        return std::move(batch_);
    }

  private:
    using Take = void (TableReader::*)(const CsvRow&);

    void begin(CsvRow header) {
        for (auto& cell : header.cells) cell = one_line(cell);
        header_ = std::move(header);
        const auto own = options_.columns.empty() ? own_table(header_) : std::nullopt;
        layout_ = own ? Layout{*own, header_.cells} : layout_of(header_, options_.columns);
        from_ = origin_of(header_, layout_.what);
        if (own) batch_.from.clear(); // Its ids are the journal's.
        rivals_ = rivals_of(layout_);
        has_times_ = has_times(layout_.columns);
        is_told_.resize(header_.cells.size());
        dates_.assign(header_.cells.size(), SeenDates(clock_));
        switch (layout_.what) {
        case TableOf::people:
            take_ = own ? &TableReader::take_own_person : &TableReader::take_person;
            for (const auto& key : layout_.columns) {
                has_dates_.push_back(key == "met" || key == "birthday");
                if (key == "phone" || key == "website") add_once(batch_.lists, key);
            }
            return;
        case TableOf::entries:
            return begin_records<core::Interaction, &Batch::interactions>();
        case TableOf::events:
            return begin_records<core::Event, &Batch::events>();
        case TableOf::followups:
            return begin_records<core::Followup, &Batch::followups>();
        }
    }

    template<class Record, auto list> void begin_records() {
        take_ = &TableReader::take_record<Record, list>;
        for (const auto& key : layout_.columns) has_dates_.push_back(is_date<Record>(key));
    }

    void note_dates(const CsvRow& row) {
        for (std::size_t index = 0; index < std::min(row.cells.size(), has_dates_.size()); ++index)
            if (has_dates_[index]) dates_[index].note(row.cells[index]);
    }

    void take(CsvRow& row) {
        if (auto reason = wrong_in_fields(row, header_.cells.size()))
            broken(row.line, std::move(*reason));
        else if (std::ranges::any_of(row.cells, [](const auto& cell) { return !core::trim(cell).empty(); }))
            take_row(row);
    }

    void take_row(CsvRow& row) {
        leave_rivals(row);
        note_passed_over(row);
        (this->*take_)(row);
    }

    /// Of two columns that say different things where there is one to be said, names the one that is passed over.
    void leave_rivals(CsvRow& row) {
        for (const auto& [column, first] : rivals_) {
            if (column >= row.cells.size()) continue;
            auto& cell = row.cells[column];
            const auto said = one_line(row.cells[first]);
            if (said.empty() || one_line(cell).empty()) continue;
            if (said != one_line(cell))
                add_once(batch_.passed_over,
                         fmt::format("{} where there is {}", header_.cells[column], header_.cells[first]));
            cell.clear();
        }
    }

    [[nodiscard]] bool has_read_rows() const {
        return !batch_.people.empty() || !batch_.interactions.empty() || !batch_.events.empty() ||
               !batch_.followups.empty();
    }

    void broken(int line, std::string reason) {
        if (!options_.skips_broken) refuse(line, std::move(reason), has_read_rows() ? hint_to_skip : "");
        batch_.skipped.push_back({line, std::move(reason)});
    }

    /// Tells each column that says something and is not read.
    void note_passed_over(const CsvRow& row) {
        for (std::size_t index = 0; index < std::min(row.cells.size(), header_.cells.size()); ++index) {
            const auto& column = header_.cells[index];
            if (!layout_.columns[index].empty() || is_told_[index] || core::trim(row.cells[index]).empty()) continue;
            is_told_[index] = true;
            if (!is_label(column)) add_once(batch_.passed_over, column);
        }
    }

    void take_person(const CsvRow& row) {
        auto [person, notes] = person_of(row, layout_.columns, from_, dates_);
        if (!person.record.name.empty()) {
            batch_.people.push_back(std::move(person));
            return add_notes(std::move(notes));
        }
        std::string reason = "no name and no address";
        for (const auto& note : notes) reason += "; " + note.reason;
        batch_.skipped.push_back({row.line, std::move(reason)});
    }

    void add_notes(std::vector<Skipped> notes) { std::ranges::move(notes, std::back_inserter(batch_.skipped)); }

    /// What a row says, its columns named as kith's keys are; nothing where it is broken. Values that are not taken go
    /// to `left_out`.
    template<class OfRow> std::optional<OfRow> incoming_of(const CsvRow& row, std::vector<std::string>& left_out) {
        using Record = decltype(OfRow::record);
        auto fields = fields_of<Record>(layout_.columns, row, from_, dates_);
        if (std::is_same_v<Record, core::Followup> && from_ != TableFrom::kith)
            std::ranges::move(with_days_of_truths(fields, options_.today), std::back_inserter(left_out));
        if (std::is_same_v<Record, core::Event> && from_ != TableFrom::kith)
            std::ranges::move(with_status_of_truth(fields, options_.today), std::back_inserter(left_out));
        std::ranges::move(without_impossible<Record>(fields, from_, options_.channels), std::back_inserter(left_out));
        auto reading = core::from_fields<Record>(fields);
        const auto impossible =
            from_ == TableFrom::kith ? impossible_in(core::kind_of<Record>(), fields) : std::nullopt;
        if (impossible) reading.problems.push_back(*impossible);
        if (!reading.problems.empty()) {
            broken(row.line, in_words_of_table<Record>(reading.problems.front(), fields));
            return std::nullopt;
        }
        OfRow incoming;
        incoming.record = std::move(reading.record);
        incoming.key = incoming.record.id.text;
        incoming.line = row.line;
        return incoming;
    }

    template<class Record, auto list> void take_record(const CsvRow& row) {
        std::vector<std::string> left_out;
        auto incoming = incoming_of<Incoming<Record>>(
            has_times_ ? with_times_joined(row, layout_.columns, left_out) : row, left_out);
        if (!incoming) return;
        if constexpr (std::is_same_v<Record, core::Event>) take_times(incoming->record, row, layout_.columns, left_out);
        incoming->has_id_of_table = batch_.from == "csv" && !incoming->key.empty();
        if (incoming->key.empty()) incoming->key = key_of(row);
        if (from_ == TableFrom::others) incoming->record.id = {}; // Ids of others are none of ours.
        std::ranges::move(without_impossible_days(incoming->record, options_.today), std::back_inserter(left_out));
        if (auto reason = from_ == TableFrom::kith ? std::string() : reason_against(incoming->record);
            !reason.empty()) {
            batch_.skipped.push_back({row.line, std::move(reason)});
            return;
        }
        if (incoming->has_id_of_table && !is_first(*incoming, batch_.*list)) return;
        (batch_.*list).push_back(*incoming);
        for (const auto& value : left_out)
            batch_.skipped.push_back(noted(row.line, comes_without(name_of(incoming->record), value)));
    }

    /// Whether the row's id stands in the table for the first time; the same row twice is one, another one is told.
    template<class Record> bool is_first(const Incoming<Record>& incoming, const PackedList<Incoming<Record>>& list) {
        const auto [known, is_new] = places_.try_emplace(incoming.key, static_cast<std::uint32_t>(list.size()));
        if (is_new) return true;
        const auto first = list[*known];
        if (!(first.record == incoming.record))
            batch_.skipped.push_back(
                {incoming.line, fmt::format("the id {} stands in line {} already", incoming.key, first.line)});
        return false;
    }

    [[nodiscard]] static std::string name_of(const core::Interaction& entry) {
        return "the entry of " + core::to_text(entry.date.date);
    }
    [[nodiscard]] static std::string name_of(const core::Event& event) { return event.name; }
    [[nodiscard]] static std::string name_of(const core::Followup& followup) {
        return "the follow-up of " + core::to_text(followup.due.date);
    }

    /// Why the journal has no such record; empty where it may.
    [[nodiscard]] std::string reason_against(const core::Interaction& entry) const {
        core::Interaction empty;
        empty.id = entry.id;
        empty.date = entry.date;
        if (entry == empty) return "nobody and no text";
        return reason_of_future(entry.date.date, options_.today);
    }
    [[nodiscard]] static std::string reason_against(const core::Event& event) {
        return event.name.empty() ? "an event without a name" : "";
    }
    [[nodiscard]] static std::string reason_against(const core::Followup& followup) {
        core::Followup empty;
        empty.id = followup.id;
        empty.due = followup.due;
        return followup == empty ? "nobody and no text" : "";
    }

    /// Of a row without an id: what it says, and which one of several that say the same.
    std::string key_of(const CsvRow& row) {
        auto key = fingerprint(core::join(row.cells, "\x1f"));
        const auto count = ++keys_[key];
        return count == 1 ? key : fmt::format("{} {}", key, count);
    }

    void take_own_person(const CsvRow& row) {
        std::vector<std::string> left_out; // Of people nothing is.
        auto person = incoming_of<IncomingPerson>(row, left_out);
        if (!person) return;
        const auto& email = person->record.email;
        if (!email.empty()) person->emails.push_back(email);
        if (person->key.empty()) person->key = email.empty() ? person->record.name : lower(email);
        batch_.people.push_back(*person);
    }

    const ReadOptions& options_;
    const LocalClock* clock_;
    CsvRow header_;
    Layout layout_;
    TableFrom from_ = TableFrom::others;
    bool has_times_ = false; ///< In columns of their own.
    std::vector<Rival> rivals_;
    // Of each column.
    std::vector<bool> is_told_; ///< As passed over.
    std::vector<bool> has_dates_;
    std::vector<SeenDates> dates_;
    Take take_ = nullptr;
    std::unordered_map<std::string, int> keys_; ///< How many rows had each.
    core::NumbersByText places_;                ///< Of the rows with an id, in the list of their kind.
    Batch batch_;
};

} // namespace

Batch read_csv(const Pull& pull, const ReadOptions& options) {
    return TableReader(options, nullptr).read(read_text(pull));
}

Batch read_table(const Pull& pull, const ReadOptions& options, const LocalClock& clock) {
    return TableReader(options, &clock).read(read_text(pull));
}

} // namespace kith::exchange
