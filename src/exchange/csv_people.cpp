#include "csv_people.hpp"

#include "kith/core/text.hpp"

#include "birthday.hpp"
#include "csv_records.hpp"
#include "handles.hpp"
#include "personal_name.hpp"
#include "plain_text.hpp"
#include "written_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace kith::exchange {
namespace {

/// Google joins several values of one column with `:::`, others with semicolons or commas.
std::vector<std::string_view> values_of(std::string_view cell) {
    for (const std::string_view separator : {":::", ";", ","})
        if (cell.find(separator) != cell.npos) return split(cell, separator);
    return {cell};
}

/// Google's own groups: `* myContacts`, `* starred`.
bool is_group_of_a_service(std::string_view group) {
    return core::trim(group).starts_with('*');
}

/// A network's column may have the address of the profile, or the name there.
void add_network(core::TextTable& handles, const std::string& network, const std::string& text) {
    if (text.empty()) return;
    if (const auto handle = handle_of(text))
        add_handle(handles, handle->first, handle->second);
    else
        add_handle(handles, network, network == "linkedin" && text.find('/') == text.npos ? "in/" + lower(text) : text);
}

struct Names {
    std::string first;
    std::string middle;
    std::string last;
};

/// Fills a person from one cell after another.
class RowReading {
  public:
    explicit RowReading(int line) { result_.person.line = line; }

    void take(const std::string& key, const std::string& cell) {
        auto& person = result_.person.record;
        const auto text = one_line(cell);
        if (text.empty()) return;
        if (key == "first_name")
            names_.first = text;
        else if (key == "middle_name")
            names_.middle = text;
        else if (key == "last_name")
            names_.last = text;
        else if (key == "email")
            for (const auto each : values_of(text)) add_once(result_.person.emails, one_line(each));
        else if (key == "phone")
            for (const auto each : split(text, ":::")) add_phone(person.handles, each);
        else if (key == "website")
            for (const auto each : split(text, ":::")) add_address(person.handles, each);
        else if (key == "groups")
            for (const auto each : values_of(text)) add_group(each);
        else if (key == "aliases")
            for (const auto each : values_of(text)) add_once(person.aliases, one_line(each));
        else if (key == "note")
            add_paragraph(person.note, several_lines(cell));
        else if (key == "birthday")
            take_birthday(text);
        else if (key == "met")
            take_met(text);
        else if (key.starts_with(':'))
            add_network(person.handles, key.substr(1), text);
        else if (std::ranges::find(fields_, key, &core::Field::key) == fields_.end())
            fields_.push_back({key, value_of_cell<core::Person>(key, text), result_.person.line});
    }

    RowPerson finish() {
        auto& incoming = result_.person;
        auto reading = core::from_fields<core::Person>(fields_);
        for (const auto& problem : reading.problems) skip(problem.message);
        auto& filled = reading.record;
        auto& person = incoming.record;
        filled.aliases = std::move(person.aliases);
        filled.groups = std::move(person.groups);
        filled.birthday = std::move(person.birthday);
        filled.note = std::move(person.note);
        filled.met = person.met;
        for (const auto& [network, name] : person.handles) add_handle(filled.handles, network, name);
        person = std::move(filled);
        if (person.name.empty()) person.name = one_line(names_.first + " " + names_.middle + " " + names_.last);
        if (!incoming.emails.empty()) person.email = incoming.emails.front();
        if (person.name.empty()) person.name = person.email;
        incoming.key = !person.id.empty() ? person.id.text : !person.email.empty() ? lower(person.email) : person.name;
        return std::move(result_);
    }

  private:
    void skip(std::string reason) { result_.skipped.push_back({result_.person.line, std::move(reason)}); }

    void add_group(std::string_view group) {
        if (!is_group_of_a_service(group)) add_once(result_.person.record.groups, label(group));
    }
    void take_birthday(const std::string& text) {
        if (text.starts_with("0/0")) return; // Outlook's word for none.
        if (auto birthday = birthday_of(text))
            result_.person.record.birthday = *birthday;
        else
            skip(fmt::format("birthday '{}' could not be read as one day", text));
    }
    void take_met(const std::string& text) {
        result_.person.record.met = date_of_words(text);
        if (!result_.person.record.met) skip(fmt::format("met on '{}', which is no date", text));
    }

    RowPerson result_;
    Names names_;
    core::Fields fields_;
};

} // namespace

RowPerson person_of(const CsvRow& row, const Columns& columns) {
    RowReading reading(row.line);
    for (std::size_t index = 0; index < std::min(row.cells.size(), columns.size()); ++index)
        if (!columns[index].empty()) reading.take(columns[index], row.cells[index]);
    return reading.finish();
}

} // namespace kith::exchange
