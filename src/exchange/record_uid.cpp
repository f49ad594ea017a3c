#include "record_uid.hpp"

#include "kith/core/text.hpp"

namespace kith::exchange {
namespace {

std::string uid(std::string_view kind, const std::string& id, const std::string& otherwise) {
    return "kith-" + std::string(kind) + "-" + (id.empty() ? core::slug(otherwise) : id);
}

template<class Id> std::optional<Id> id_in(std::string_view uid, std::string_view prefix) {
    if (!uid.starts_with(prefix) || uid.size() == prefix.size()) return std::nullopt;
    return Id{std::string(uid.substr(prefix.size()))};
}

} // namespace

std::string uid_of(const core::Person& person) {
    return uid("person", person.id.text, person.name);
}

std::string uid_of(const core::Event& event) {
    return uid("event", event.id.text, core::to_text(event.start.date) + " " + event.name);
}

std::string uid_of(const core::Followup& followup) {
    constexpr std::string_view birthday = "/birthday";
    const auto& id = followup.id.text;
    if (id.starts_with('@'))
        return id.ends_with(birthday) ? uid("birthday", id.substr(1, id.size() - 1 - birthday.size()), {})
                                      : uid("cadence", id.substr(1), {});
    return uid("followup", id, core::to_text(followup.due.date) + " " + followup.note);
}

std::string birthday_uid(const core::Person& person) {
    return uid("birthday", person.id.text, person.name);
}

std::optional<core::PersonId> person_of_uid(std::string_view uid) {
    return id_in<core::PersonId>(uid, "kith-person-");
}

std::optional<core::EventId> event_of_uid(std::string_view uid) {
    return id_in<core::EventId>(uid, "kith-event-");
}

OwnEntry own_entry_of_uid(std::string_view uid) {
    if (uid.starts_with("kith-birthday-")) return OwnEntry::birthday;
    const bool is_followup = uid.starts_with("kith-followup-") || uid.starts_with("kith-cadence-");
    return is_followup ? OwnEntry::followup : OwnEntry::none;
}

bool is_written_by_kith(std::string_view uid) {
    return event_of_uid(uid) || own_entry_of_uid(uid) != OwnEntry::none;
}

} // namespace kith::exchange
