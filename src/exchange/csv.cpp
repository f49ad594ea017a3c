// Tables of people, and kith's own tables of any record.
#include "kith/core/text.hpp"
#include "kith/exchange/readers.hpp"

#include "csv_columns.hpp"
#include "csv_people.hpp"
#include "csv_records.hpp"
#include "csv_rows.hpp"
#include "friends_text.hpp"
#include "plain_text.hpp"
#include "refusal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <string>
#include <unordered_map>
#include <utility>

namespace kith::exchange {
namespace {

class TableReader {
  public:
    explicit TableReader(const ReadOptions& options) : options_(options) { batch_.from = "csv"; }

    Batch read(const DecodedFile& file) {
        batch_.encoding = file.encoding;
        std::string_view text = file.text;
        int line = 1;
        auto header = first_line_of(text);
        // Excel's own word for the delimiter.
        std::optional<char> delimiter;
        if (header.starts_with("sep=") && header.size() > 4) {
            delimiter = header[4];
            text.remove_prefix(header.size());
            header = first_line_of(text);
            ++line;
        }
        each_row(text, line, delimiter.value_or(delimiter_of(header)), [this](CsvRow row) {
            if (header_.cells.empty())
                begin(std::move(row));
            else
                take(row);
        });
        return std::move(batch_);
    }

  private:
    using Take = void (TableReader::*)(const CsvRow&);

    void begin(CsvRow header) {
        for (auto& cell : header.cells) cell = one_line(cell);
        header_ = std::move(header);
        if (options_.columns.empty()) {
            begin_records<core::Interaction, &Batch::interactions>();
            begin_records<core::Event, &Batch::events>();
            begin_records<core::Followup, &Batch::followups>();
            if (is_own_header<core::Person>(header_)) begin_own(&TableReader::take_own_person);
        }
        if (take_ != nullptr) return;
        columns_ = columns_of(header_, options_.columns);
        is_told_.resize(columns_.size());
        const bool has_name = std::ranges::any_of(columns_, [](const auto& column) {
            return column == "name" || column == "first_name" || column == "last_name" || column == "email";
        });
        if (!has_name)
            refuse(header_.line, "no column here is known to hold a name or an e-mail",
                   "say which one does, as in --map name=COLUMN; there are " + core::join(header_.cells, ", "));
        take_ = &TableReader::take_person;
    }

    /// A table with all keys is of kith itself, whose ids are the journal's.
    void begin_own(Take reading) {
        take_ = reading;
        batch_.from.clear();
    }

    template<class Record, auto list> void begin_records() {
        if (is_own_header<Record>(header_))
            begin_own(&TableReader::take_record<list>);
        else if (is_header_of<Record>(header_))
            take_ = &TableReader::take_record<list>;
    }

    void take(const CsvRow& row) {
        if (auto reason = too_many_fields(row, header_.cells.size()))
            broken(row.line, std::move(*reason));
        else if (std::ranges::any_of(row.cells, [](const auto& cell) { return !core::trim(cell).empty(); }))
            (this->*take_)(row);
    }

    void broken(int line, std::string reason) {
        if (!options_.skips_broken) refuse(line, std::move(reason));
        batch_.skipped.push_back({line, std::move(reason)});
    }

    /// Tells each column that says something and is not read.
    void note_passed_over(const CsvRow& row) {
        for (std::size_t index = 0; index < std::min(row.cells.size(), columns_.size()); ++index) {
            const auto& column = header_.cells[index];
            if (!columns_[index].empty() || is_told_[index] || core::trim(row.cells[index]).empty()) continue;
            is_told_[index] = true;
            if (!is_label(column)) add_once(batch_.passed_over, column);
        }
    }

    void take_person(const CsvRow& row) {
        note_passed_over(row);
        auto [person, skipped] = person_of(row, columns_);
        batch_.skipped.insert(batch_.skipped.end(), skipped.begin(), skipped.end());
        if (person.record.name.empty())
            batch_.skipped.push_back({row.line, "no name and no address"});
        else
            batch_.people.push_back(std::move(person));
    }

    /// What a row of kith's own table says, in a new record at the end of the list; nothing where it is broken.
    template<class Incomings> auto* add_record(Incomings& list, const CsvRow& row) {
        using Record = decltype(list.front().record);
        const auto fields = fields_of<Record>(header_, row);
        auto reading = core::from_fields<Record>(fields);
        if (!reading.problems.empty()) {
            broken(row.line, in_words(reading.problems.front(), fields));
            return static_cast<decltype(&list.front())>(nullptr);
        }
        auto& incoming = list.emplace_back();
        incoming.record = std::move(reading.record);
        incoming.key = incoming.record.id.text;
        incoming.line = row.line;
        return &incoming;
    }

    template<auto list> void take_record(const CsvRow& row) {
        auto* incoming = add_record(batch_.*list, row);
        if (incoming != nullptr && incoming->key.empty()) incoming->key = key_of(row);
    }

    /// Of a row without an id: what it says, and which one of several that say the same.
    std::string key_of(const CsvRow& row) {
        auto key = fingerprint(core::join(row.cells, "\x1f"));
        const auto count = ++keys_[key];
        return count == 1 ? key : fmt::format("{} {}", key, count);
    }

    void take_own_person(const CsvRow& row) {
        auto* person = add_record(batch_.people, row);
        if (person == nullptr) return;
        const auto& email = person->record.email;
        if (!email.empty()) person->emails.push_back(email);
        if (person->key.empty()) person->key = email.empty() ? person->record.name : lower(email);
    }

    const ReadOptions& options_;
    CsvRow header_;
    Columns columns_;
    std::vector<bool> is_told_; ///< Of each column, whether it was told as passed over.
    Take take_ = nullptr;
    std::unordered_map<std::string, int> keys_; ///< How many rows had each.
    Batch batch_;
};

} // namespace

Batch read_csv(const Pull& pull, const ReadOptions& options) {
    return TableReader(options).read(read_text(pull));
}

} // namespace kith::exchange
