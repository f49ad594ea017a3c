#include "plain_record.hpp"

#include "kith/core/phrase.hpp"
#include "kith/core/record_keys.hpp"
#include "kith/core/records.hpp"

#include "plain_value.hpp"
#include "sources.hpp"
#include "toml_text.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace kith::store {
namespace {

/// Takes a line off the text; without its terminator.
std::string_view take_line(std::string_view& text) {
    if (text.starts_with('\n')) {
        text.remove_prefix(1);
        return {};
    }
    const std::size_t end = text.find('\n');
    auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// What of a key decides how its value is kept; found out once for each, since comparing it for each record costs more
/// than taking the value.
enum class KeyKind { counted, uncounted, birthday };

template<std::size_t size> constexpr KeyKind kind_of_key(const char (&key)[size]) {
    const std::string_view name(key, size - 1);
    if (name == "birthday") return KeyKind::birthday;
    return name == "tags" || name == "note" || name == "url" || name == "closes" ? KeyKind::uncounted
                                                                                 : KeyKind::counted;
}

/// Goes over the keys of a record and the lines of its source side by side.
template<Keeping keeping> class PlainReader {
  public:
    explicit PlainReader(std::string_view lines) : rest_(lines) { pass_over_empty_lines(); }

    /// With the length of the key as a constant, so that comparing it is a matter of one or two steps.
    template<class Member, std::size_t size>
    [[gnu::always_inline]] inline void operator()(const char (&key)[size], Member& member) {
        constexpr std::size_t length = size - 1;
        constexpr std::string_view between = " = ";
        constexpr std::size_t begin = length + between.size();
        const bool is_here = rest_.size() > begin && std::memcmp(rest_.data(), key, length) == 0 &&
                             std::memcmp(rest_.data() + length, between.data(), between.size()) == 0;
        if (is_here) {
            rest_.remove_prefix(begin);
            const Source value = take_value();
            pass_over_empty_lines();
            if (!keep(kind_of_key(key), value, member)) give_up();
        } else if (std::is_same_v<Member, core::Moment>) {
            give_up(); // It has to be there.
        }
    }
    [[nodiscard]] bool has_read_all() const { return is_plain_ && rest_.empty(); }

  private:
    template<class Member> static bool keep(KeyKind kind, Source value, Member& member) {
        using Form = typename Sink<Member>::Type;
        if constexpr (std::is_same_v<Member, std::string>)
            if (kind == KeyKind::birthday) return take_birthday(value, member);
        if constexpr (std::is_same_v<Form, Member>) return take(value, member);
        if (keeping == Keeping::all || (keeping == Keeping::figures && kind == KeyKind::counted))
            return take(value, member);
        Form form;
        return take(value, form);
    }
    /// Takes a line to its end.
    Source take_value() {
        const std::size_t length = length_of_simple_text(rest_);
        if (length == 0 || length == rest_.size() || rest_[length] != '\n') return {take_line(rest_), false};
        const auto value = rest_.substr(0, length);
        rest_.remove_prefix(length + 1);
        return {value, true};
    }
    void pass_over_empty_lines() {
        if (rest_.empty() || rest_.front() > '#') return; // What a key begins with.
        const auto is_there = [this](char begin) { return !rest_.empty() && rest_.front() == begin; };
        while (is_there('\n') || is_there('#') || (is_there('\r') && rest_.starts_with("\r\n"))) take_line(rest_);
    }
    /// No key is here any more.
    void give_up() {
        is_plain_ = false;
        rest_ = {};
    }

    std::string_view rest_;
    bool is_plain_ = true;
};

/// Takes the line `[[kind]]` off the text.
template<class Record> bool take_header(std::string_view& text) {
    static const std::string header = "[[" + std::string(core::kind_of<Record>()) + "]]";
    if (text.size() < header.size() || std::memcmp(text.data(), header.data(), header.size()) != 0) return false;
    text.remove_prefix(header.size());
    return take_line(text).empty();
}

/// Makes a record hold nothing, for less than making a new one.
struct Emptying {
    template<class Member, std::size_t size> void operator()(const char (&)[size], Member& member) const {
        if constexpr (requires { member.text.clear(); })
            member.text.clear();
        else if constexpr (requires { member.clear(); })
            member.clear();
        else
            member = Member{};
    }
};

/// Reads into a record that holds nothing yet.
template<Keeping keeping = Keeping::all, class Record> bool read_into(Record& record, std::string_view source) {
    if (!take_header<Record>(source)) return false;
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
    std::size_t end = text.find('[', 2); // Brackets are fewer than lines.
    while (end < text.size() && text[end - 1] != '\n') end = text.find('[', end + 1);
    const auto source = text.substr(0, end);
    text.remove_prefix(source.size());
    return source;
}

/// Whether a text is UTF-8 without a control character but tab and line feed: what no string or comment may have, and
/// an ending of lines that is left to others.
bool has_plain_bytes(std::string_view text) {
    for (std::size_t at = 0; (at = end_of_plain_ascii(text, at)) < text.size();) {
        const bool is_ascii = static_cast<unsigned char>(text[at]) < 0x80;
        const std::size_t length = is_ascii ? 0 : sequence_length(text.substr(at, 4));
        if (length == 0) return false;
        at += length;
    }
    return true;
}

/// Whether a text may be one of plain records; its head is taken off.
bool begins_plain(std::string_view& text) {
    return has_plain_bytes(text) && take_head(text);
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

/// How much of a record's lines is not blank lines after it.
std::size_t length_without_blank_lines(std::string_view source) {
    while (source.ends_with("\n\n")) source.remove_suffix(1);
    return source.size();
}

template<class Record> std::optional<Outline> outline_of(std::string_view text) {
    constexpr std::size_t usual_record = 128;
    Outline outline;
    outline.records.reserve(text.size() / usual_record);
    Record record; // One after another.
    int line = 1;
    for (std::size_t begin = 0; begin < text.size();) {
        auto rest = text.substr(begin);
        const auto source = take_record(rest);
        core::each_key(record, Emptying{});
        if (!read_into<Keeping::dates>(record, source)) return std::nullopt;
        const std::size_t end = begin + length_without_blank_lines(source);
        outline.records.push_back({std::string(core::kind_of<Record>()), begin, begin, end, line});
        line += static_cast<int>(std::ranges::count(source, '\n'));
        begin += source.size();
    }
    return outline;
}

/// Reads those that are wanted, and asks of the lines of the others whether they may stand there.
template<class Record, class MayStand>
bool read_records(std::string_view text, const std::function<bool(std::string_view)>& is_wanted, MayStand may_stand,
                  const std::function<bool(const Record&)>& is_in_place, std::vector<Record>& into, Keeping keeping) {
    const std::size_t before = into.size();
    bool is_plain = true;
    while (is_plain && !text.empty()) {
        const auto source = take_record(text);
        if (is_wanted(source)) {
            Record& record = into.emplace_back();
            const bool is_read = keeping == Keeping::figures ? read_into<Keeping::figures>(record, source)
                                                             : read_into<Keeping::all>(record, source);
            is_plain = is_read && is_in_place(record);
        } else {
            is_plain = may_stand(source);
        }
    }
    if (!is_plain) into.resize(before);
    return is_plain;
}

} // namespace

std::optional<Outline> outline_of_plain(std::string_view text) {
    if (!has_plain_bytes(text) || has_needle(text, "\n#")) return std::nullopt;
    if (text.starts_with("[[interaction]]")) return outline_of<core::Interaction>(text);
    if (text.starts_with("[[followup]]")) return outline_of<core::Followup>(text);
    if (text.starts_with("[[event]]")) return outline_of<core::Event>(text);
    return std::nullopt;
}

template<class Record> std::optional<Record> read_plain(std::string_view source) {
    std::optional<Record> record(std::in_place);
    if (!read_into(*record, source)) return std::nullopt;
    return record;
}

template<class Record> bool read_plain_file(std::string_view text,
                                            const std::function<bool(std::string_view)>& is_wanted,
                                            const std::function<bool(const Record&)>& is_in_place,
                                            std::vector<Record>& into, Keeping keeping) {
    Record dates; // Of those that are not wanted, one after another.
    const auto is_valid = [&](std::string_view source) {
        core::each_key(dates, Emptying{});
        return read_into<Keeping::dates>(dates, source) && is_in_place(dates);
    };
    return begins_plain(text) && read_records(text, is_wanted, is_valid, is_in_place, into, keeping);
}

template<class Record> bool read_plain_part(std::string_view text,
                                            const std::function<bool(std::string_view)>& is_wanted,
                                            const std::function<bool(const Record&)>& is_in_place,
                                            std::vector<Record>& into, Keeping keeping) {
    // Without strings over lines a line that is a header is one, so that the records are told apart.
    const auto has_header = [](std::string_view source) { return take_header<Record>(source); };
    return begins_plain(text) && !has_quotes_of_lines(text) &&
           read_records(text, is_wanted, has_header, is_in_place, into, keeping);
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
                              const std::function<bool(const core::Interaction&)>&, std::vector<core::Interaction>&,
                              Keeping);
template bool read_plain_part(std::string_view, const std::function<bool(std::string_view)>&,
                              const std::function<bool(const core::Interaction&)>&, std::vector<core::Interaction>&,
                              Keeping);
template bool read_plain_file(std::string_view, const std::function<bool(std::string_view)>&,
                              const std::function<bool(const core::Event&)>&, std::vector<core::Event>&, Keeping);
template bool read_plain_file(std::string_view, const std::function<bool(std::string_view)>&,
                              const std::function<bool(const core::Followup&)>&, std::vector<core::Followup>&, Keeping);

} // namespace kith::store
