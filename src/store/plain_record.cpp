#include "plain_record.hpp"

#include "kith/core/phrase.hpp"
#include "kith/core/record_keys.hpp"
#include "kith/core/records.hpp"

#include "toml_cursor.hpp"
#include "toml_text.hpp"
#include "toml_value.hpp"

#include <algorithm>
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
    if (!cursor.take_value(0) || !cursor.at_end() || !cursor.certain()) return false;
    text = decode_string(value);
    return true;
}

template<class Of> bool take(std::string_view value, core::Id<Of>& id) {
    return take(value, id.text);
}

/// Gives each element of `["ana-souza", "bo-li"]` to `take_element`; false where that is false or the list is no plain
/// one.
template<class TakeElement> bool each_in_list(std::string_view value, TakeElement take_element) {
    if (value.size() < 2 || value.front() != '[' || value.back() != ']') return false;
    auto rest = value.substr(1, value.size() - 2);
    while (!rest.empty()) {
        const std::size_t end = rest.find('"', 1);
        if (end == std::string_view::npos || !take_element(rest.substr(0, end + 1))) return false;
        rest.remove_prefix(end + 1);
        if (rest.empty()) return true;
        if (!rest.starts_with(", ") || rest.size() == 2) return false;
        rest.remove_prefix(2);
    }
    return true;
}

template<class Text> bool take(std::string_view value, std::vector<Text>& texts) {
    return each_in_list(value, [&texts](std::string_view element) { return take(element, texts.emplace_back()); });
}

bool take(std::string_view value, core::Moment& moment) {
    constexpr std::size_t date_and_minutes = 16; // Which is no TOML, where seconds are a must.
    if (value.size() == date_and_minutes) return false;
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
    if (!value.starts_with('{') || !cursor.take_value(0) || !cursor.at_end() || !cursor.certain()) return false;
    auto read = decode_value(value);
    auto* texts = std::get_if<core::TextTable>(&read);
    if (texts != nullptr) table = std::move(*texts);
    return texts != nullptr;
}

template<class Value> bool take(std::string_view value, std::optional<Value>& into) {
    return take(value, into.emplace());
}

/// `1990-05-02`, or in quotes `05-02`.
bool take_birthday(std::string_view value, std::string& birthday) {
    core::Moment moment;
    if (value.starts_with('"')) return take(value, birthday);
    const bool is_date = take(value, moment);
    if (is_date) birthday = core::to_text(moment.date);
    return is_date;
}

/// Takes nothing, and says whether there is a text to take.
struct NoText {};
bool take(std::string_view value, NoText&) {
    const bool is_simple = value.size() >= 2 && value[0] == '"' && value.find('"', 1) == value.size() - 1 &&
                           value.find('\\') == std::string_view::npos;
    std::string text;
    return is_simple || take(value, text);
}

struct NoTexts {};
bool take(std::string_view value, NoTexts&) {
    NoText none;
    return each_in_list(value, [&none](std::string_view element) { return take(element, none); });
}

/// Where a value goes of which only the form matters.
template<class Member> struct Sink { using Type = Member; };
template<> struct Sink<std::string> { using Type = NoText; };
template<class Of> struct Sink<core::Id<Of>> { using Type = NoText; };
template<class Text> struct Sink<std::vector<Text>> { using Type = NoTexts; };

/// What of a record is kept: for one that is not wanted the dates, which say whether it is in its place.
enum class Keeping { all, dates };

/// Goes over the keys of a record and the lines of its source side by side.
template<Keeping keeping> class PlainReader {
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
            is_plain_ = take_value(key, line_.substr(end + between.size()), member);
            next();
        } else if (std::is_same_v<Member, core::Moment>) {
            is_plain_ = false; // It has to be there.
        }
    }
    [[nodiscard]] bool has_read_all() const { return is_plain_ && line_.empty(); }

  private:
    template<class Member> static bool take_value(std::string_view key, std::string_view value, Member& member) {
        using Form = typename Sink<Member>::Type;
        if constexpr (std::is_same_v<Member, std::string>)
            if (key == "birthday") return take_birthday(value, member);
        if constexpr (keeping == Keeping::all || std::is_same_v<Form, Member>) return take(value, member);
        Form form;
        return take(value, form);
    }
    void next() {
        line_ = {};
        while (line_.empty() && !rest_.empty())
            if (const auto line = take_line(rest_); !line.starts_with('#')) line_ = line;
    }

    std::string_view rest_, line_;
    bool is_plain_ = true;
};

/// Reads into a record that holds nothing yet.
template<Keeping keeping = Keeping::all, class Record> bool read_into(Record& record, std::string_view source) {
    auto header = take_line(source);
    const auto kind = core::kind_of<Record>();
    const bool is_plain = header.size() == kind.size() + 4 && header.starts_with("[[") && header.ends_with("]]") &&
                          header.substr(2, kind.size()) == kind;
    if (!is_plain) return false;
    PlainReader<keeping> reader(source);
    core::each_key(record, reader);
    return reader.has_read_all();
}

/// Takes what stands before the first record off the text; false where it is not only comment.
bool take_head(std::string_view& text) {
    while (!text.empty() && !text.starts_with('['))
        if (const auto line = take_line(text); !line.empty() && !line.starts_with('#')) return false;
    return true;
}

/// Takes the lines of a record off the text, those up to the next that begins with a bracket.
std::string_view take_record(std::string_view& text) {
    const auto source = text.substr(0, std::min(text.find("\n["), text.size() - 1) + 1);
    text.remove_prefix(source.size());
    return source;
}

/// Whether there is no control character but tab and line feed: what no string or comment may have, and an ending of
/// lines that is left to others.
bool has_plain_bytes(std::string_view text) {
    unsigned char odd = 0; // No wider than a byte, so that many are looked at in one step.
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const auto is_control = static_cast<unsigned char>(byte < 0x20);
        const auto is_usual = static_cast<unsigned char>((byte == '\t') | (byte == '\n'));
        odd = static_cast<unsigned char>(odd | (is_control & ~is_usual) | (byte == 0x7f));
    }
    return odd == 0;
}

/// Whether a text may be one of plain records; its head is taken off.
bool begins_plain(std::string_view& text) {
    return has_plain_bytes(text) && !first_invalid_utf8(text) && take_head(text);
}

/// The lines of `[group.NAME]`, of which there is none with this name yet.
bool read_group(std::string_view source, std::vector<core::Group>& groups) {
    constexpr std::string_view begin = "[group.";
    auto name = take_line(source);
    if (!name.starts_with(begin) || !name.ends_with(']')) return false;
    name = name.substr(begin.size(), name.size() - begin.size() - 1);
    const bool is_new = std::ranges::find(groups, name, &core::Group::name) == groups.end();
    if (name.empty() || !std::ranges::all_of(name, [](char byte) { return is(byte, in_bare_key); }) || !is_new)
        return false;
    core::Group& group = groups.emplace_back();
    group.name = name;
    PlainReader<Keeping::all> reader(source);
    reader("every", group.every);
    reader("late", group.late);
    return reader.has_read_all();
}

} // namespace

template<class Record> std::optional<Record> read_plain(std::string_view source) {
    std::optional<Record> record(std::in_place);
    if (!read_into(*record, source)) return std::nullopt;
    return record;
}

template<class Record>
bool read_plain_file(std::string_view text, const std::function<bool(std::string_view)>& is_wanted,
                     const std::function<bool(const Record&)>& is_in_place, std::vector<Record>& into) {
    const std::size_t before = into.size();
    bool is_plain = begins_plain(text);
    while (is_plain && !text.empty()) {
        const auto source = take_record(text);
        if (is_wanted(source)) {
            Record& record = into.emplace_back();
            is_plain = read_into(record, source) && is_in_place(record);
        } else {
            Record dates;
            is_plain = read_into<Keeping::dates>(dates, source) && is_in_place(dates);
        }
    }
    if (!is_plain) into.resize(before);
    return is_plain;
}

bool read_plain_people(std::string_view text, std::vector<core::Person>& persons, std::vector<core::Group>& groups) {
    bool is_plain = begins_plain(text);
    while (is_plain && !text.empty()) {
        const auto source = take_record(text);
        is_plain = source.starts_with("[[") ? read_into(persons.emplace_back(), source) : read_group(source, groups);
    }
    if (is_plain) return true;
    persons.clear();
    groups.clear();
    return false;
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

template bool read_plain_file(std::string_view, const std::function<bool(std::string_view)>&,
                              const std::function<bool(const core::Interaction&)>&, std::vector<core::Interaction>&);
template bool read_plain_file(std::string_view, const std::function<bool(std::string_view)>&,
                              const std::function<bool(const core::Event&)>&, std::vector<core::Event>&);
template bool read_plain_file(std::string_view, const std::function<bool(std::string_view)>&,
                              const std::function<bool(const core::Followup&)>&, std::vector<core::Followup>&);

} // namespace kith::store
