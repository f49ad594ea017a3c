#include "csv_people.hpp"

#include "kith/core/text.hpp"

#include "csv_cells.hpp"
#include "csv_records.hpp"
#include "email.hpp"
#include "handles.hpp"
#include "left_out.hpp"
#include "personal_name.hpp"
#include "plain_text.hpp"
#include "written_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace kith::exchange {
namespace {

/// Google's own groups: `* myContacts`, `* starred`.
bool is_group_of_a_service(std::string_view group) {
    return core::trim(group).starts_with('*');
}

/// `http://ana.example` of `http\://ana.example`, as Google's former tables had it.
std::string address_unescaped(std::string_view text) {
    auto address = one_line(text);
    const auto colon = address.find("\\://");
    const bool is_behind_scheme =
        colon != address.npos && colon > 0 &&
        std::ranges::all_of(lower(address.substr(0, colon)), [](char each) { return each >= 'a' && each <= 'z'; });
    if (is_behind_scheme) address.erase(colon, 1);
    return address;
}

/// A network's column may have the address of the profile, or the name there. False where there is no room for one.
bool add_network(core::TextTable& handles, const std::string& network, const std::string& text) {
    if (text.empty()) return true;
    if (const auto handle = handle_of(text)) return add_handle(handles, handle->first, handle->second);
    const bool is_bare = network == "linkedin" && text.find('/') == text.npos;
    return add_handle(handles, network, is_bare ? "in/" + lower(text) : text);
}

/// What the cells of a row say, before they are a person.
struct RowReading {
    RowPerson result;
    std::string first_name;
    std::string middle_name;
    std::string last_name;
    std::string written_name; ///< As it stands in the table.
    core::Fields fields;      ///< Under keys of which there is no more to be known.
    TableFrom from = TableFrom::others;
    DateForm form; ///< Of the column that is read.

    [[nodiscard]] core::Person& person() { return result.person.record; }
    void leave_out(std::string_view what, std::string_view text, std::string_view reason) {
        left_out.push_back(fmt::format("{} '{}': {}", what, text, reason));
    }
    /// `is_kept` is whether there was room for a handle.
    void check_room(bool is_kept, std::string_view what, std::string_view text) {
        if (!is_kept) leave_out(what, text, "nine of a network are the most");
    }
    void tell(std::string reason) { result.notes.push_back(noted(result.person.line, std::move(reason))); }
    PersonLists lists;
    std::vector<std::string> left_out; ///< Values that are none: `birthday 'soon': it is no date`.
};

void take_groups(RowReading& row, const std::string& text) {
    for (const auto each : values_of(text)) {
        if (is_group_of_a_service(each)) continue;
        auto group = label(each);
        if (const auto written = one_line(each); group.empty() && !written.empty())
            row.leave_out("group", written, "its name has no letter or digit");
        row.lists.add(row.person().groups, std::move(group), "groups");
    }
}

void take_emails(RowReading& row, const std::string& text) {
    for (const auto each : values_of(text)) {
        auto email = address_in(one_line(each));
        if (is_email(email))
            row.lists.add(row.result.person.emails, std::move(email), "e-mail addresses");
        else if (!email.empty())
            row.leave_out("e-mail", email, "it is no address");
    }
}

void take_phones(RowReading& row, const std::string& text) {
    for (const auto each : split(text, ":::"))
        if (const auto phone = one_line(each); !is_phone(phone) && !phone.empty())
            row.leave_out("phone", phone, "it has no digit");
        else if (!phone.empty())
            row.check_room(add_phone(row.person().handles, phone), "phone", phone);
}

void take_websites(RowReading& row, const std::string& text) {
    for (const auto each : split(text, ":::")) {
        const auto address = address_unescaped(each);
        row.check_room(add_address(row.person().handles, address), "website", address);
    }
}

void take_network(RowReading& row, const std::string& network, const std::string& cell) {
    const auto text = address_unescaped(cell);
    row.check_room(add_network(row.person().handles, network, text), network, text);
}

void take_birthday(RowReading& row, const std::string& text) {
    if (text.starts_with("0/0") || text.starts_with("0.0.")) return; // Outlook's words for none.
    if (auto birthday = birthday_of_words(text, row.form))
        row.person().birthday = std::move(*birthday);
    else
        row.leave_out("birthday", text, reason_of_no_birthday(text));
}

void take_met(RowReading& row, const std::string& text) {
    if (const auto moment = moment_of_words(text, row.form))
        row.person().met = moment->date;
    else
        row.leave_out("day of meeting", text, reason_of_no_moment(text));
}

struct Take {
    std::string_view key;
    void (*take)(RowReading& row, const std::string& cell); ///< The cell is one line but for notes, and not empty.
};

constexpr std::array takes{
    Take{"first_name", [](auto& row, const auto& text) { row.first_name = text; }},
    Take{"middle_name", [](auto& row, const auto& text) { row.middle_name = text; }},
    Take{"last_name", [](auto& row, const auto& text) { row.last_name = text; }},
    Take{"email", take_emails},
    Take{"phone", take_phones},
    Take{"website", take_websites},
    Take{"aliases",
         [](auto& row, const auto& text) {
             for (const auto each : values_of(text)) row.lists.add(row.person().aliases, one_line(each), "aliases");
         }},
    Take{"groups", take_groups},
    Take{"birthday", take_birthday},
    Take{"met", take_met},
    Take{"note", [](auto& row, const auto& cell) { add_paragraph(row.person().note, several_lines(cell)); }},
};

void take(RowReading& row, const std::string& key, const std::string& cell) {
    auto text = key == "note" ? cell : one_line(cell);
    if (row.from != TableFrom::others) text = unguarded(std::move(text));
    if (text.empty()) return;
    const auto found = std::ranges::find(takes, std::string_view(key), &Take::key);
    if (found != takes.end())
        found->take(row, text);
    else if (key.starts_with(':'))
        take_network(row, key.substr(1), text);
    else if (std::ranges::find(row.fields, key, &core::Field::key) == row.fields.end())
        row.fields.push_back({key, value_of_person_cell(key, cell, row.from), row.result.person.line});
}

/// The record of the fields, with what was taken beside them.
core::Person filled(RowReading& row) {
    auto reading = core::from_fields<core::Person>(row.fields);
    for (const auto& problem : reading.problems) row.left_out.push_back(value_and_reason(problem, row.fields));
    auto& person = reading.record;
    auto& taken = row.person();
    person.aliases = std::move(taken.aliases);
    person.groups = std::move(taken.groups);
    person.birthday = std::move(taken.birthday);
    person.note = std::move(taken.note);
    person.met = taken.met;
    for (const auto& [network, name] : taken.handles) add_handle(person.handles, network, name);
    const bool is_parted = person.name.empty();
    if (is_parted) person.name = one_line(row.first_name + " " + row.middle_name + " " + row.last_name);
    row.written_name = person.name;
    if (auto spoken = is_parted ? std::nullopt : given_first(person.name, 1)) person.name = std::move(*spoken);
    return std::move(reading.record);
}

} // namespace

RowPerson person_of(const CsvRow& row, const Columns& columns, TableFrom from, const std::vector<SeenDates>& dates) {
    RowReading reading;
    reading.from = from;
    auto& incoming = reading.result.person;
    incoming.line = row.line;
    for (std::size_t index = 0; index < std::min(row.cells.size(), columns.size()); ++index)
        if (!columns[index].empty()) {
            reading.form = dates[index].form();
            take(reading, columns[index], row.cells[index]);
        }
    incoming.record = filled(reading);
    auto& person = incoming.record;
    if (!incoming.emails.empty()) person.email = incoming.emails.front();
    if (person.name.empty()) person.name = person.email;
    if (!person.name.empty())
        std::ranges::move(reading.lists.notes(incoming), std::back_inserter(reading.result.notes));
    for (const auto& value : reading.left_out) reading.tell(comes_without(person.name, value));
    // As it is written, so that who came in before by a key of that form is found.
    const auto by_name = person.email.empty() ? reading.written_name : lower(person.email);
    incoming.key_kind = person.id.empty() ? KeyKind::address : KeyKind::own;
    incoming.key = person.id.empty() ? by_name : std::exchange(person.id, {}).text; // Ids of others are none of ours.
    return std::move(reading.result);
}

} // namespace kith::exchange
