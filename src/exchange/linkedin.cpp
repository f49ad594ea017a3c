// LinkedIn's Connections.csv: a few lines of notes, a header, a row for each contact.
#include "kith/core/text.hpp"
#include "kith/exchange/readers.hpp"

#include "csv_rows.hpp"
#include "email.hpp"
#include "handles.hpp"
#include "left_out.hpp"
#include "personal_name.hpp"
#include "plain_text.hpp"
#include "refusal.hpp"
#include "written_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace kith::exchange {
namespace {

enum Column { first_name, last_name, url, email, company, position, connected_on, column_count };
constexpr std::array<std::string_view, column_count> column_names{
    "first name", "last name", "url", "email address", "company", "position", "connected on"};

constexpr std::size_t unknown = column_names.size();
/// By column, and one more for what is in none of them.
using Cells = std::array<std::string, column_names.size() + 1>;

std::size_t column_of(std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(column_names, lower(one_line(name))) - column_names.begin());
}

/// Names of columns are never quoted over lines, so a header is a line.
bool is_header(std::string_view line, char delimiter) {
    std::size_t known = 0;
    bool has_name = false;
    for (auto cell : split(core::trim(line), {&delimiter, 1})) {
        cell = core::trim(cell);
        if (cell.size() > 1 && cell.starts_with('"')) cell = cell.substr(1, cell.size() - 2);
        const auto column = column_of(cell);
        known += column == unknown ? 0 : 1;
        has_name = has_name || column == first_name || column == last_name;
    }
    return has_name && known >= 2;
}

struct Header {
    std::string_view rest; ///< The text from the header on.
    int line = 1;
    char delimiter = ','; ///< Another one where a spreadsheet has saved the file again.
};

Header find_header(std::string_view text) {
    constexpr int most_notes = 100;
    for (int line = 1; line <= most_notes && !text.empty(); ++line) {
        const auto first = first_line_of(text);
        for (const char delimiter : {',', ';', '\t'})
            if (is_header(first, delimiter)) return {text, line, delimiter};
        text.remove_prefix(first.size());
    }
    refuse(1, "no line names the columns 'First Name' and 'Last Name'",
           "use the file Connections.csv as LinkedIn sends it");
}

class ConnectionReader {
  public:
    explicit ConnectionReader(bool skips_broken) : skips_broken_(skips_broken) { batch_.from = "linkedin"; }

    Batch read(const DecodedFile& file) {
        if (core::trim(file.text).empty()) return std::move(batch_);
        batch_.encoding = file.encoding;
        const auto header = find_header(file.text);
        const auto each = [&header](const TakeRow& take) {
            each_row(header.rest, header.line, header.delimiter, take);
        };
        each([this](const CsvRow& row) {
            for (std::size_t index = 0; index < std::min(row.cells.size(), columns_.size()); ++index)
                if (columns_[index] == connected_on) dates_.note(row.cells[index]);
            if (columns_.empty()) begin(row);
        });
        each([this, is_header = true](const CsvRow& row) mutable {
            if (!std::exchange(is_header, false)) take(row);
        });
        return std::move(batch_);
    }

  private:
    void begin(const CsvRow& header) {
        for (const auto& name : header.cells) columns_.push_back(column_of(name));
        names_ = header.cells;
    }

    void take(const CsvRow& row) {
        Cells cells;
        for (std::size_t index = 0; index < std::min(row.cells.size(), columns_.size()); ++index)
            take_cell(cells, index, one_line(row.cells[index]));
        if (auto reason = wrong_in_fields(row, columns_.size())) {
            if (!skips_broken_) refuse(row.line, std::move(*reason));
            batch_.skipped.push_back({row.line, std::move(*reason)});
        } else if (cells[first_name].empty() && cells[last_name].empty()) {
            // LinkedIn leaves all empty but the date for members who have left.
            batch_.skipped.push_back({row.line, "no name"});
        } else {
            add(cells, row.line);
        }
    }

    void take_cell(Cells& cells, std::size_t index, std::string text) {
        const auto column = columns_[index];
        if (column == unknown && !text.empty()) add_once(batch_.passed_over, one_line(names_[index]));
        cells.at(column) = std::move(text);
    }

    void add(const Cells& cells, int line) {
        IncomingPerson incoming;
        incoming.line = line;
        auto& person = incoming.record;
        const auto written = one_line(cells[first_name] + " " + cells[last_name]);
        const auto name = undecorated(written);
        person.name = name.name;
        if (!name.nickname.empty()) person.aliases.push_back(name.nickname);
        if (name.has_lost_words) person.note = "On LinkedIn: " + written;
        person.organisation = cells[company];
        person.role = cells[position];
        const auto note = [&](std::string_view value) {
            batch_.skipped.push_back(noted(line, comes_without(person.name, value)));
        };
        if (is_email(cells[email]))
            person.email = cells[email];
        else if (!cells[email].empty())
            note(fmt::format("e-mail '{}': it is no address", cells[email]));
        if (!person.email.empty()) incoming.emails.push_back(person.email);
        if (!cells[url].empty()) add_address(person.handles, cells[url]);
        const auto& day = cells[connected_on];
        if (const auto moment = moment_of_words(day, dates_.form()))
            person.met = moment->date;
        else if (!day.empty())
            note(fmt::format("day of connecting '{}': {}", day, reason_of_no_moment(day)));
        incoming.key_kind = person.handles.empty() ? KeyKind::address : KeyKind::profile;
        incoming.key = !person.handles.empty() ? person.handles.front().second : lower(person.email);
        batch_.people.push_back(std::move(incoming));
    }

    bool skips_broken_;
    std::vector<std::size_t> columns_; ///< By their place in the file.
    std::vector<std::string> names_;
    SeenDates dates_;
    Batch batch_;
};

} // namespace

Batch read_linkedin(const Pull& pull, const ReadOptions& options) {
    return ConnectionReader(options.skips_broken).read(read_text(pull));
}

} // namespace kith::exchange
