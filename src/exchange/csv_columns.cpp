#include "csv_columns.hpp"

#include "kith/core/error.hpp"
#include "kith/core/records.hpp"
#include "kith/core/text.hpp"

#include "plain_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace kith::exchange {
namespace {

struct Name {
    std::string_view column; ///< Small letters, without the number in `E-mail 1 - Value`.
    std::string_view key;
};

// Those of Google Contacts (two generations of them), Outlook, and what people call them.
constexpr std::array names{
    Name{"full name", "name"},
    Name{"display name", "name"},
    Name{"contact", "name"},
    Name{"person", "name"},
    Name{"first name", "first_name"},
    Name{"given name", "first_name"},
    Name{"firstname", "first_name"},
    Name{"middle name", "middle_name"},
    Name{"additional name", "middle_name"},
    Name{"last name", "last_name"},
    Name{"family name", "last_name"},
    Name{"surname", "last_name"},
    Name{"lastname", "last_name"},
    Name{"nickname", "aliases"},
    Name{"nicknames", "aliases"},
    Name{"alias", "aliases"},
    Name{"e-mail", "email"},
    Name{"e-mail address", "email"},
    Name{"email address", "email"},
    Name{"emails", "email"},
    Name{"mail", "email"},
    Name{"e-mail - value", "email"},
    Name{"email - value", "email"},
    Name{"phone number", "phone"},
    Name{"telephone", "phone"},
    Name{"mobile", "phone"},
    Name{"mobile phone", "phone"},
    Name{"primary phone", "phone"},
    Name{"home phone", "phone"},
    Name{"business phone", "phone"},
    Name{"phone - value", "phone"},
    Name{"organization", "organisation"},
    Name{"company", "organisation"},
    Name{"company name", "organisation"},
    Name{"employer", "organisation"},
    Name{"organization name", "organisation"},
    Name{"organization - name", "organisation"},
    Name{"job title", "role"},
    Name{"position", "role"},
    Name{"organization title", "role"},
    Name{"organization - title", "role"},
    Name{"town", "city"},
    Name{"home city", "city"},
    Name{"business city", "city"},
    Name{"address - city", "city"},
    Name{"birth date", "birthday"},
    Name{"date of birth", "birthday"},
    Name{"notes", "note"},
    Name{"comments", "note"},
    Name{"group", "groups"},
    Name{"labels", "groups"},
    Name{"group membership", "groups"},
    Name{"categories", "groups"},
    Name{"tags", "groups"},
    Name{"connected on", "met"},
    Name{"url", "website"},
    Name{"web page", "website"},
    Name{"personal web page", "website"},
    Name{"website - value", "website"},
    Name{"linkedin", ":linkedin"},
    Name{"github", ":github"},
    Name{"mastodon", ":mastodon"},
    Name{"bluesky", ":bluesky"},
    Name{"twitter", ":x"},
    Name{"x", ":x"},
};

constexpr std::array<std::string_view, 5> beside_keys{"first_name", "middle_name", "last_name", "phone", "website"};

/// `E-mail 1 - Value` as `e-mail - value`.
std::string without_number(std::string_view column) {
    std::vector<std::string> words;
    const auto plain = lower(one_line(column));
    for (const auto word : core::words(plain))
        if (word.find_first_not_of("0123456789") != word.npos) words.emplace_back(word);
    return core::join(words, " ");
}

bool is_key(std::string_view text) {
    const auto keys = core::keys_of<core::Person>();
    return std::ranges::find(keys, text) != keys.end() || std::ranges::find(beside_keys, text) != beside_keys.end();
}

std::string key_of(std::string_view column) {
    const auto plain = without_number(column);
    if (is_key(plain)) return plain;
    const auto found = std::ranges::find(names, std::string_view(plain), &Name::column);
    return found == names.end() ? "" : std::string(found->key);
}

std::string column_list(const CsvRow& header) {
    std::vector<std::string> columns;
    for (const auto& cell : header.cells) columns.push_back("'" + one_line(cell) + "'");
    return core::join(columns, ", ");
}

std::size_t require_column(const CsvRow& header, const std::string& name) {
    const auto found = std::ranges::find_if(
        header.cells, [&](const auto& cell) { return core::fold(one_line(cell)) == core::fold(name); });
    if (found == header.cells.end())
        core::fail_usage(fmt::format("there is no column '{}'", name), "there are " + column_list(header));
    return static_cast<std::size_t>(found - header.cells.begin());
}

void require_key(const std::string& key, const CsvRow& header) {
    if (is_key(key)) return;
    std::vector<std::string> keys;
    for (const auto each : core::keys_of<core::Person>()) keys.emplace_back(each);
    keys.insert(keys.end(), beside_keys.begin(), beside_keys.end());
    core::fail_usage(fmt::format("'{}' is no key of a person", key),
                     fmt::format("the keys are {}; the columns are {}", core::join(keys, ", "), column_list(header)));
}

/// Outlook has titles before names under `Title`, where others have what people do.
bool has_other_role(const Columns& columns) {
    return std::ranges::find(columns, "role") != columns.end();
}

} // namespace

Columns columns_of(const CsvRow& header, const core::TextTable& chosen) {
    Columns columns;
    for (const auto& cell : header.cells) columns.push_back(key_of(cell));
    for (std::size_t index = 0; index < columns.size(); ++index)
        if (lower(one_line(header.cells[index])) == "title" && !has_other_role(columns)) columns[index] = "role";
    for (const auto& [key, name] : chosen) {
        require_key(key, header);
        std::ranges::replace(columns, key, std::string());
    }
    for (const auto& [key, name] : chosen) columns[require_column(header, name)] = key;
    return columns;
}

bool is_label(std::string_view column) {
    const auto plain = lower(column);
    return plain.ends_with(" - type") || plain.ends_with(" - label");
}

} // namespace kith::exchange
