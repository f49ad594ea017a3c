#include "csv_rows.hpp"

#include "kith/core/text.hpp"

#include "refusal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <csv.h>
#include <ranges>
#include <utility>

namespace kith::exchange {
namespace {

/// libcsv does not say at which line it is, so it is given the text line by line. What it does besides: it takes a NUL
/// for a letter like any other, a quote within an unquoted field and one that is not doubled within a quoted field for
/// itself, and trims blanks around fields that are not quoted.
class Parser {
  public:
    Parser(int first_line, char delimiter) : line_(first_line) {
        if (csv_init(&parser_, 0) != 0) refuse(first_line, "there is no memory for reading it");
        csv_set_delim(&parser_, static_cast<unsigned char>(delimiter));
    }
    ~Parser() { csv_free(&parser_); }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    void feed(std::string_view line, const TakeRow& take) {
        if (!is_open_ && core::trim(line).empty()) {
            ++line_;
            return;
        }
        if (!is_open_) row_.line = line_;
        is_open_ = true;
        if (csv_parse(&parser_, line.data(), line.size(), add_cell, end_row, this) != line.size()) refuse_row();
        give(take);
        ++line_;
    }

    void finish(const TakeRow& take) {
        // Only a strict parser says that a quote is still open, and only at the end may it be strict.
        csv_set_opts(&parser_, CSV_STRICT | CSV_STRICT_FINI);
        row_.has_end = false;
        if (csv_fini(&parser_, add_cell, end_row, this) != 0) refuse_row();
        give(take);
    }

  private:
    static void add_cell(void* cell, std::size_t length, void* self) {
        static_cast<Parser*>(self)->row_.cells.emplace_back(static_cast<const char*>(cell), length);
    }
    static void end_row(int, void* self) { static_cast<Parser*>(self)->is_open_ = false; }

    /// Not within the callbacks, for nothing may be thrown through a library of C.
    void give(const TakeRow& take) {
        if (is_open_ || row_.cells.empty()) return;
        take(std::exchange(row_, {}));
    }

    [[noreturn]] void refuse_row() const {
        if (csv_error(const_cast<csv_parser*>(&parser_)) == CSV_EPARSE)
            refuse(row_.line, "a quote is opened here and never closed",
                   "all that follows stands within it, so there is no next row to go on with");
        refuse(row_.line, "there is no memory for reading it");
    }

    csv_parser parser_{};
    CsvRow row_;
    bool is_open_ = false;
    int line_;
};

std::size_t count_unquoted(std::string_view line, char wanted) {
    std::size_t count = 0;
    bool is_quoted = false;
    for (const char each : line) {
        if (each == '"') is_quoted = !is_quoted;
        count += !is_quoted && each == wanted ? 1 : 0;
    }
    return count;
}

/// But for those that stand in texts: tabs, line breaks and new pages.
bool is_control(char each) {
    const auto byte = static_cast<unsigned char>(each);
    return byte < '\t' || (byte > '\r' && byte < ' ');
}

} // namespace

std::optional<std::string> wrong_in_fields(const CsvRow& row, std::size_t columns) {
    const auto is_said = [](const std::string& cell) { return !core::trim(cell).empty(); };
    if (std::ranges::any_of(row.cells | std::views::drop(columns), is_said))
        return fmt::format("{} fields, where the header has {}", row.cells.size(), columns);
    const bool is_cut_off = !row.has_end && row.cells.size() < columns && std::ranges::any_of(row.cells, is_said);
    return is_cut_off ? std::optional<std::string>("the file ends within this row") : std::nullopt;
}

std::string_view first_line_of(std::string_view text) {
    auto end = text.find_first_of("\r\n");
    if (end == text.npos) return text;
    if (text.substr(end).starts_with("\r\n")) ++end;
    return text.substr(0, end + 1);
}

void each_row(std::string_view text, int first_line, char delimiter, const TakeRow& take) {
    Parser parser(first_line, delimiter);
    while (!text.empty()) {
        const auto line = first_line_of(text);
        parser.feed(line, take);
        text.remove_prefix(line.size());
    }
    parser.finish(take);
}

char delimiter_of(std::string_view text) {
    constexpr std::array candidates{',', ';', '\t', '|'};
    constexpr int most_rows = 20;
    const auto header = first_line_of(text);
    std::array<std::size_t, candidates.size()> counts{};
    std::ranges::transform(candidates, counts.begin(), [&](char each) { return count_unquoted(header, each); });
    const auto most = *std::ranges::max_element(counts);
    std::array<int, candidates.size()> agreeing{}; // Rows with as many of it, of those that the header has most of.
    text.remove_prefix(header.size());
    for (int rows = 0; rows < most_rows && !text.empty(); ++rows) {
        const auto line = first_line_of(text);
        for (std::size_t i = 0; i < candidates.size(); ++i)
            agreeing.at(i) += count_unquoted(line, candidates.at(i)) == most ? 1 : 0;
        text.remove_prefix(line.size());
    }
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < candidates.size(); ++i)
        if (counts.at(i) == most && (!best || agreeing.at(i) > agreeing.at(*best))) best = i;
    return candidates.at(*best);
}

bool names_delimiter(std::string_view line) {
    constexpr std::string_view word = "sep=";
    line = line.substr(0, line.find_first_of("\r\n"));
    return line.starts_with(word) && line.size() <= word.size() + 1;
}

std::optional<char> delimiter_named_in(std::string_view line) {
    const char named = line.substr(0, line.find_first_of("\r\n")).back();
    constexpr std::string_view possible = ",;\t|:^~!#$%&*/";
    return possible.find(named) == possible.npos ? std::nullopt : std::optional(named);
}

DecodedFile read_text(const std::function<std::string_view()>& pull) {
    std::string bytes;
    for (auto piece = pull(); !piece.empty(); piece = pull()) bytes += piece;
    auto file = decode_file(std::move(bytes));
    if (!file) refuse(1, "this is not text in UTF-8");
    // Any bytes are letters in some encoding. Pictures, archives and databases begin with zeros among them, or with
    // other control characters in their first line; a table has one or two zeros where a program slipped.
    constexpr std::size_t beginning = 8192;
    constexpr std::ptrdiff_t too_many = 3;
    constexpr std::ptrdiff_t too_many_in_header = 2;
    const auto begin = std::string_view(file->text).substr(0, beginning);
    const auto zero = begin.find('\0');
    if (std::ranges::count(begin, '\0') >= too_many ||
        std::ranges::count_if(first_line_of(begin), is_control) >= too_many_in_header)
        refuse(static_cast<int>(std::ranges::count(begin.substr(0, zero == begin.npos ? 0 : zero), '\n')) + 1,
               "this is not text", "a table is saved as CSV, not as a workbook or an archive");
    return std::move(*file);
}

} // namespace kith::exchange
