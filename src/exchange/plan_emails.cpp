#include "plan_emails.hpp"

#include "kith/core/records.hpp"
#include "kith/core/text.hpp"

#include "handles.hpp"
#include "matching.hpp"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kith::exchange {
namespace {

bool has_email(const std::vector<std::string>& emails, const std::string& wanted) {
    return std::ranges::any_of(emails, [&wanted](const auto& each) { return core::fold(each) == core::fold(wanted); });
}

/// Whether the source has said the e-mail before, in any place.
bool was_taken(const core::Person& person, const std::string& email, SourceState state) {
    state.fields = {{"email", email, 0}};
    if (is_as_taken(person.imported, state)) return true;
    core::TextTable places;
    for (int i = 0; i < most_of_a_network; ++i) add_further_email(places, std::to_string(i));
    return std::ranges::any_of(places, [&](const auto& place) {
        state.fields = {{"handles", core::TextTable{{place.first, email}}, 0}};
        return is_as_taken(person.imported, state);
    });
}

std::string email_after(const core::Person& person, const SourceState& state) {
    return core::from_fields<core::Person>(updated(core::to_fields(person), state)).record.email;
}

/// The address that comes in the place of the main one where the source has that no more; else its first.
std::string main_email(const core::Person& person, const IncomingPerson& incoming, const SourceState& state) {
    const auto known = emails_of(person);
    if (person.email.empty() || has_email(incoming.emails, person.email)) return incoming.record.email;
    const auto fresh = std::ranges::find_if(incoming.emails, [&](const std::string& email) {
        return !has_email(known, email) && !was_taken(person, email, state);
    });
    return fresh == incoming.emails.end() ? incoming.record.email : *fresh;
}

} // namespace

core::Fields fields_for(const core::Person& person, const IncomingPerson& incoming, SourceState state, bool is_said) {
    auto said = incoming.record;
    // An address stands in for a name that the source does not have: nobody is renamed to that.
    const bool has_no_name = has_email(incoming.emails, said.name) || has_email({said.email}, said.name);
    if (has_no_name && !person.name.empty()) said.name.clear();
    const auto known = emails_of(person);
    said.email = main_email(person, incoming, state);
    state.fields = {{"email", said.email, 0}};
    const bool is_further =
        has_email(known, said.email) || has_email(incoming.emails, person.email) || (is_said && !person.email.empty());
    if (is_further || email_after(person, state) != said.email) said.email.clear();
    auto handles = person.handles;
    for (const auto& email : incoming.emails) {
        if (email == said.email || has_email(known, email) || was_taken(person, email, state)) continue;
        const auto count = handles.size();
        add_further_email(handles, email);
        if (handles.size() > count) said.handles.push_back(handles.back());
    }
    return core::to_fields(said);
}

std::vector<std::string> emails_without_room(const core::Person& person, const IncomingPerson& incoming,
                                             const SourceState& state) {
    const auto known = emails_of(person);
    std::vector<std::string> emails;
    if (known.size() < static_cast<std::size_t>(most_of_a_network)) return emails;
    // Those beyond nine of the card itself were told when it was read.
    const auto said = incoming.emails | std::views::take(most_of_a_network);
    std::ranges::copy_if(said, std::back_inserter(emails), [&](const std::string& email) {
        return !has_email(known, email) && !was_taken(person, email, state);
    });
    return emails;
}

core::Fields with_lists_of(core::Fields fields, const core::Fields& said) {
    const auto handles_in = [](auto& of) {
        const auto found = std::ranges::find(of, std::string_view("handles"), &core::Field::key);
        return found == of.end() ? nullptr : std::get_if<core::TextTable>(&found->value);
    };
    auto* handles = handles_in(fields);
    const auto* all = handles_in(said);
    if (handles == nullptr || all == nullptr) return fields;
    const auto is_listed = [](const auto& handle) { return is_of_list(handle.first); };
    std::erase_if(*handles, is_listed);
    std::ranges::copy_if(*all, std::back_inserter(*handles), is_listed);
    return fields;
}

} // namespace kith::exchange
