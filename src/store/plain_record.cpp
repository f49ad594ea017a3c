#include "plain_record.hpp"

#include "kith/core/phrase.hpp"
#include "kith/core/record_keys.hpp"
#include "kith/core/records.hpp"

#include "toml_cursor.hpp"
#include "toml_value.hpp"

#include <charconv>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace kith::store {
namespace {

/// Takes a line off the text; without its terminator.
std::string_view take_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

// Each takes a value, and is false where it is none of the type in a plain form.

bool take(std::string_view value, std::string& text) {
    if (value.size() < 2 || value[0] != '"') return false;
    const bool has_escapes = value.find('\\') != std::string_view::npos;
    if (!has_escapes && value.find('"', 1) != value.size() - 1) return false;
    if (!has_escapes) {
        text.assign(value.substr(1, value.size() - 2));
        return true;
    }
    Cursor cursor(value);
    if (!cursor.take_value(0) || !cursor.at_end()) return false;
    text = decode_string(value);
    return true;
}

template<class Of> bool take(std::string_view value, core::Id<Of>& id) {
    return take(value, id.text);
}

/// `["ana-souza", "bo-li"]`
template<class Text> bool take(std::string_view value, std::vector<Text>& texts) {
    if (value.size() < 2 || value.front() != '[' || value.back() != ']') return false;
    auto rest = value.substr(1, value.size() - 2);
    while (!rest.empty()) {
        const std::size_t end = rest.find('"', 1);
        if (end == std::string_view::npos || !take(rest.substr(0, end + 1), texts.emplace_back())) return false;
        rest.remove_prefix(end + 1);
        if (rest.empty()) return true;
        if (!rest.starts_with(", ") || rest.size() == 2) return false;
        rest.remove_prefix(2);
    }
    return true;
}

bool take(std::string_view value, core::Moment& moment) {
    const auto read = core::parse_iso_moment(value);
    if (read) moment = *read;
    return read.has_value();
}

bool take(std::string_view value, core::Date& date) {
    core::Moment moment;
    if (!take(value, moment)) return false;
    date = moment.date;
    return true;
}

bool take(std::string_view value, core::Period& period) {
    std::string text;
    const auto read = take(value, text) ? core::parse_period(text) : std::nullopt;
    if (read) period = *read;
    return read.has_value();
}

bool take(std::string_view value, bool& flag) {
    flag = value == "true";
    return flag || value == "false";
}

bool take(std::string_view value, int& number) {
    const char* const end = value.data() + value.size();
    const bool has_odd_sign = value.starts_with('-') || (value.size() > 1 && value.starts_with('0'));
    return !has_odd_sign && std::from_chars(value.data(), end, number) == std::from_chars_result{end, std::errc{}};
}

bool take(std::string_view value, core::TextTable& table) {
    Cursor cursor(value);
    if (!value.starts_with('{') || !cursor.take_value(0) || !cursor.at_end()) return false;
    auto read = decode_value(value);
    auto* texts = std::get_if<core::TextTable>(&read);
    if (texts != nullptr) table = std::move(*texts);
    return texts != nullptr;
}

template<class Value> bool take(std::string_view value, std::optional<Value>& into) {
    return take(value, into.emplace());
}

/// Goes over the keys of a record and the lines of its source side by side.
class PlainReader {
  public:
    explicit PlainReader(std::string_view lines) : rest_(lines) { next(); }

    template<class Member> void operator()(std::string_view key, Member& member) {
        if (!is_plain_) return;
        constexpr std::string_view between = " = ";
        const std::size_t end = key.size();
        // The blank alone tells most other keys apart.
        const bool is_here = line_.size() > end + between.size() && line_[end] == ' ' && line_.starts_with(key) &&
                             line_.substr(end).starts_with(between);
        if (is_here) {
            is_plain_ = take(line_.substr(end + between.size()), member);
            next();
        } else if (std::is_same_v<Member, core::Moment>) {
            is_plain_ = false; // It has to be there.
        }
    }
    [[nodiscard]] bool has_read_all() const { return is_plain_ && line_.empty(); }

  private:
    void next() {
        do line_ = take_line(rest_);
        while (!rest_.empty() && (line_.empty() || line_.starts_with('#')));
    }

    std::string_view rest_, line_;
    bool is_plain_ = true;
};

} // namespace

template<class Record> std::optional<Record> read_plain(std::string_view source) {
    auto header = take_line(source);
    const auto kind = core::kind_of<Record>();
    const bool is_plain = header.size() == kind.size() + 4 && header.starts_with("[[") && header.ends_with("]]") &&
                          header.substr(2, kind.size()) == kind;
    if (!is_plain) return std::nullopt;
    std::optional<Record> record(std::in_place);
    PlainReader reader(source);
    core::each_key(*record, reader);
    if (!reader.has_read_all()) return std::nullopt;
    return record;
}

template std::optional<core::Person> read_plain(std::string_view);
template std::optional<core::Interaction> read_plain(std::string_view);
template std::optional<core::Event> read_plain(std::string_view);
template std::optional<core::Followup> read_plain(std::string_view);
template std::optional<core::Goal> read_plain(std::string_view);
template std::optional<core::Audience> read_plain(std::string_view);
template std::optional<core::Platform> read_plain(std::string_view);
template std::optional<core::Topic> read_plain(std::string_view);
template std::optional<core::Channel> read_plain(std::string_view);
template std::optional<core::Post> read_plain(std::string_view);

} // namespace kith::store
