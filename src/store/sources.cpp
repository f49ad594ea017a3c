#include "sources.hpp"

#include "kith/core/text.hpp"

#include "toml_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace kith::store {
namespace {

constexpr std::string_view date_key = "\ndate = ";

bool has_quotes_of_lines(std::string_view source) {
    return source.find("\"\"\"") != std::string_view::npos || source.find("'''") != std::string_view::npos;
}

/// Whether a key's line surely has all of its value: no string or list goes on below.
bool is_whole(std::string_view line) {
    std::size_t end = 0;
    while (end < line.size() && is(line[end], in_bare_key)) ++end;
    if (end == 0 || line.size() < end + 4 || line[end] != ' ' || line[end + 1] != '=' || line[end + 2] != ' ')
        return false;
    const auto value = line.substr(end + 3);
    if (value.front() == '[' || value.front() == '{')
        return (value.back() == ']' || value.back() == '}') && !has_quotes_of_lines(value);
    const bool is_quoted = value.front() == '"' || value.front() == '\'';
    return !is_quoted || value.size() < 3 || value[1] != value[0] || value[2] != value[0];
}

/// The date that follows `start`, where the line begins with it: `start` is `date = `.
std::optional<core::Date> date_after(std::string_view start, std::string_view line) {
    return line.starts_with(start) ? core::parse_iso_date(line.substr(start.size(), 10)) : std::nullopt;
}

/// The lines of follow-ups, taken in one after the other.
class ClosedFollowups {
  public:
    ClosedFollowups(std::string_view year, core::Date day) : year_(year), day_(day) {}

    /// False where the line speaks against it, or does not say plainly.
    [[nodiscard]] bool take(std::string_view line) {
        if (line.empty() || line.front() == '#') return true;
        if (line.front() == '[') return take_header(line);
        if (!is_whole(line)) return false;
        constexpr std::string_view created = "created = ";
        if (line.front() == 'c' && line.starts_with(created))
            is_placed_ = line.substr(created.size()).starts_with(year_);
        if (line.front() == 'd' && (line.starts_with("done") || line.starts_with("dropped")))
            is_closed_ = is_closed_on(line);
        return true;
    }
    [[nodiscard]] bool is_record_closed() const { return is_placed_ && is_closed_; }

  private:
    bool take_header(std::string_view line) {
        const bool is_next = line == "[[followup]]" && is_record_closed();
        is_placed_ = is_closed_ = false;
        return is_next;
    }
    [[nodiscard]] bool is_closed_on(std::string_view line) const {
        const auto done = date_after("done = ", line);
        const auto date = done ? done : date_after("dropped = ", line);
        return date && *date < day_;
    }

    std::string_view year_;
    core::Date day_;
    bool is_placed_ = true, is_closed_ = true; ///< Of the record above, before the first there is none to ask.
};

} // namespace

bool mentions_any(std::string_view source, std::span<const std::string> needles) {
    const auto is_there = [source](const std::string& needle) { return source.find(needle) != std::string_view::npos; };
    return std::ranges::any_of(needles, is_there) || source.find("\\u") != std::string_view::npos ||
           source.find("\\U") != std::string_view::npos;
}

bool is_dated_within(std::string_view source, std::string_view file_name) {
    if (!file_name.starts_with("log/")) return true;
    const std::size_t at = source.find(date_key);
    return at != std::string_view::npos && source.substr(at + date_key.size()).starts_with(file_name.substr(4, 7));
}

bool is_dated_outside(std::string_view source, const core::DateRange& days) {
    const std::size_t at = source.find(date_key);
    if (at == std::string_view::npos) return false;
    const auto date = date_after(date_key, source.substr(at));
    // A string over lines or a sub-table could say such a line too.
    return date && !days.contains(*date) && !has_quotes_of_lines(source) &&
           source.find("\n[") == std::string_view::npos;
}

bool holds_only_closed(std::string_view source, std::string_view file_name, core::Date day) {
    if (!file_name.starts_with("followups/")) return false;
    ClosedFollowups followups(file_name.substr(std::string_view("followups/").size(), 4), day);
    while (!source.empty()) {
        const std::size_t end = std::min(source.find('\n'), source.size() - 1) + 1;
        auto line = source.substr(0, end);
        if (line.back() == '\n') line.remove_suffix(1);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (!followups.take(line)) return false;
        source.remove_prefix(end);
    }
    return followups.is_record_closed();
}

core::Problem misplaced(const Document& document, std::size_t index, const std::string& belongs_in) {
    const auto& record = document.records()[index];
    return {core::ProblemKind::bad_data, fmt::format("this {} belongs in {}", record.kind, belongs_in),
            core::Place{document.name(), record.line, 0}, "'kith check --fix' moves it"};
}

} // namespace kith::store
