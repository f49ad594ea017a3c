#include "kith/exchange/write_vcard.hpp"

#include "handles.hpp"
#include "personal_name.hpp"
#include "record_uid.hpp"
#include "written_line.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace kith::exchange {
namespace {

/// Family, given and additional names, prefixes and suffixes; which names are additional ones nobody can know.
std::string name_parts(std::string_view name) {
    const auto parts = parts_of_name(name);
    return escape_value(parts.family) + ";" + escape_value(parts.given) + ";;" + escape_values(parts.prefixes) + ";" +
           escape_values(parts.suffixes);
}

std::string birthday_line(std::string_view birthday, VcardVersion version) {
    const bool is_new = version == VcardVersion::v4;
    if (const auto day = core::parse_iso_date(birthday)) {
        const auto text = core::to_text(*day);
        return written_line("BDAY", is_new ? text.substr(0, 4) + text.substr(5, 2) + text.substr(8) : text);
    }
    const auto day = core::parse_iso_date("1604-" + std::string(birthday)); // A leap year.
    if (!day) return {};
    const auto text = core::to_text(*day);
    return is_new ? written_line("BDAY", "--" + text.substr(5, 2) + text.substr(8))
                  : written_line("BDAY", text, {{"X-APPLE-OMIT-YEAR", "1604"}});
}

/// `phone`, and the further ones `phone-2`.
bool is_of(std::string_view network, std::string_view kind) {
    return network.starts_with(kind) && (network.size() == kind.size() || network[kind.size()] == '-');
}

std::string handle_line(const std::string& network, const std::string& name, ProfileAddresses addresses) {
    if (is_of(network, "phone")) return written_line("TEL", escape_value(name));
    if (is_of(network, "email")) return written_line("EMAIL", escape_value(name));
    const bool is_address = name.starts_with("https://") || name.starts_with("http://");
    if (is_address && is_of(network, "website")) return written_line("URL", address_value(name));
    const auto address =
        addresses == ProfileAddresses::written ? address_of(network, name) : std::optional<std::string>{};
    return written_line("X-SOCIALPROFILE", address ? address_value(*address) : escape_value(name),
                        {{"TYPE", network}, {"X-USER", name}});
}

/// Marked where there are others: some programs take any of them for the main one.
std::string main_email_line(const core::Person& person, VcardVersion version) {
    const bool has_others =
        std::ranges::any_of(person.handles, [](const auto& handle) { return is_of(handle.first, "email"); });
    if (!has_others) return written_line("EMAIL", escape_value(person.email));
    const bool is_new = version == VcardVersion::v4;
    return written_line("EMAIL", escape_value(person.email),
                        is_new ? Parameters{{"PREF", "1"}} : Parameters{{"TYPE", "PREF"}});
}

} // namespace

std::string write_vcard(const core::Person& person, VcardVersion version, ProfileAddresses addresses) {
    const std::string& name = person.name.empty() ? person.id.text : person.name;
    std::string card = written_line("BEGIN", "VCARD");
    card += written_line("VERSION", version == VcardVersion::v4 ? "4.0" : "3.0");
    card += written_line("UID", escape_value(uid_of(person)),
                         version == VcardVersion::v4 ? Parameters{{"VALUE", "text"}} : Parameters{});
    card += written_line("FN", escape_value(name));
    card += written_line("N", name_parts(name));
    for (const auto& alias : person.aliases)
        card += line_if_any("NICKNAME", escape_value(alias)); // Some read one a line.
    if (!person.email.empty()) card += main_email_line(person, version);
    for (const auto& [network, handle] : person.handles) card += handle_line(network, handle, addresses);
    if (!person.city.empty()) card += written_line("ADR", ";;;" + escape_value(person.city) + ";;;");
    card += line_if_any("ORG", escape_value(person.organisation));
    card += line_if_any("TITLE", escape_value(person.role));
    card += birthday_line(person.birthday, version);
    card += line_if_any("CATEGORIES", escape_values(person.groups));
    card += line_if_any("NOTE", escape_value(person.note));
    return card + written_line("END", "VCARD");
}

} // namespace kith::exchange
