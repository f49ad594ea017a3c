#include "plain_record.hpp"

#include "kith/core/record_keys.hpp"
#include "kith/core/records.hpp"

#include "plain_reader.hpp"
#include "sources.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace kith::store {
namespace {

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
                  const std::function<bool(const Record&)>& is_in_place, std::vector<Record>& into) {
    const std::size_t before = into.size();
    bool is_plain = true;
    while (is_plain && !text.empty()) {
        const auto source = take_record(text);
        if (is_wanted(source)) {
            Record& record = into.emplace_back();
            is_plain = read_into(record, source) && is_in_place(record);
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

bool read_plain_to_count(std::string_view source, core::Interaction& interaction) {
    return read_into<Keeping::figures>(interaction, source);
}

template<class Record>
bool read_plain_file(std::string_view text, const std::function<bool(std::string_view)>& is_wanted,
                     const std::function<bool(const Record&)>& is_in_place, std::vector<Record>& into) {
    Record dates; // Of those that are not wanted, one after another.
    const auto is_valid = [&](std::string_view source) {
        core::each_key(dates, Emptying{});
        return read_into<Keeping::dates>(dates, source) && is_in_place(dates);
    };
    return begins_plain(text) && read_records(text, is_wanted, is_valid, is_in_place, into);
}

template<class Record>
bool read_plain_part(std::string_view text, const std::function<bool(std::string_view)>& is_wanted,
                     const std::function<bool(const Record&)>& is_in_place, std::vector<Record>& into) {
    // Without strings over lines a line that is a header is one, so that the records are told apart.
    const auto has_header = [](std::string_view source) { return take_header<Record>(source); };
    return begins_plain(text) && !has_quotes_of_lines(text) &&
           read_records(text, is_wanted, has_header, is_in_place, into);
}

bool read_plain_people(std::string_view text, std::vector<core::Person>& persons, std::vector<core::Group>& groups,
                       Keeping keeping) {
    const auto read_person = [&](std::string_view source) {
        auto& person = persons.emplace_back();
        return keeping == Keeping::figures ? read_into<Keeping::figures>(person, source) : read_into(person, source);
    };
    bool is_plain = begins_plain(text);
    while (is_plain && !text.empty()) {
        const auto source = take_record(text);
        is_plain = source.starts_with("[[") ? read_person(source) : read_group(source, groups);
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
template bool read_plain_part(std::string_view, const std::function<bool(std::string_view)>&,
                              const std::function<bool(const core::Interaction&)>&, std::vector<core::Interaction>&);
template bool read_plain_part(std::string_view, const std::function<bool(std::string_view)>&,
                              const std::function<bool(const core::Followup&)>&, std::vector<core::Followup>&);
template bool read_plain_file(std::string_view, const std::function<bool(std::string_view)>&,
                              const std::function<bool(const core::Event&)>&, std::vector<core::Event>&);
template bool read_plain_file(std::string_view, const std::function<bool(std::string_view)>&,
                              const std::function<bool(const core::Followup&)>&, std::vector<core::Followup>&);

} // namespace kith::store
