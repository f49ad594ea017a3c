#include "kith/exchange/united_addresses.hpp"

#include "kith/core/text.hpp"

#include "handles.hpp"
#include "matching.hpp"

#include <algorithm>
#include <utility>

namespace kith::exchange {
namespace {

bool has_handle(const core::TextTable& handles, const std::string& network, const std::string& value) {
    return std::ranges::any_of(handles, [&](const auto& each) { return is_handle_of_one(each, {network, value}); });
}

/// Under the name where that is free, else under the next number.
void add(UnitedAddresses& all, const std::string& name, const std::string& value) {
    const auto is_name = [&name](const auto& each) { return each.first == name; };
    if (name != "email" && std::ranges::none_of(all.handles, is_name)) {
        all.handles.emplace_back(name, value);
        return;
    }
    const auto network = first_network(name);
    const auto count = all.handles.size();
    if (network == "email")
        add_further_email(all.handles, value);
    else
        add_handle(all.handles, network, value);
    const bool is_added = all.handles.size() > count;
    all.further.push_back({name, value, is_added ? all.handles.back().first : std::string{}});
}

} // namespace

UnitedAddresses united_addresses(const core::Person& keep, const core::Person& gone) {
    UnitedAddresses all{keep.email, keep.handles, {}};
    auto emails = emails_of(keep);
    const auto is_new = [&emails](const std::string& email) {
        const bool is_known = email.empty() || std::ranges::find(emails, core::fold(email)) != emails.end();
        if (!is_known) emails.push_back(core::fold(email));
        return !is_known;
    };
    if (is_new(gone.email)) {
        if (all.email.empty())
            all.email = gone.email;
        else
            add(all, "email", gone.email);
    }
    for (const auto& [network, value] : gone.handles) {
        const bool is_wanted =
            first_network(network) == "email" ? is_new(value) : !has_handle(all.handles, network, value);
        if (is_wanted) add(all, network, value);
    }
    return all;
}

} // namespace kith::exchange
