// Addresses of profiles as kith keeps handles: `linkedin = "in/anasouza"`, `mastodon = "@ana@example.org"`.
#pragma once

#include "kith/core/fields.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace kith::exchange {

/// The network and the name there, by the host of the address; nothing for an address that is no profile of a network
/// that kith knows. The scheme may be missing: `www.linkedin.com/in/anasouza/`.
[[nodiscard]] std::optional<std::pair<std::string, std::string>> handle_of(std::string_view address);

/// The address of a profile on a network whose addresses kith knows (also of `linkedin-2`), from which handle_of()
/// makes the same name; nothing for any other handle, nor for one of Mastodon: the pages may be at another host than
/// the name.
[[nodiscard]] std::optional<std::string> address_of(std::string_view network, std::string_view name);

/// Whether a network is one of the further ones of another: `linkedin-2` of `linkedin`.
[[nodiscard]] bool is_further_one(std::string_view network, std::string_view of);

constexpr int most_of_a_network = 9;

/// Adds a handle; where there is another of that network it becomes `NETWORK-2`, up to `-9`. False for one more, which
/// is left out.
bool add_handle(core::TextTable& handles, const std::string& network, const std::string& name);

/// How many handles somebody has; a file made to be slow has as many networks as lines.
constexpr std::size_t most_handles = 100;

/// The same, but nobody has more than that many.
bool add_handle_if_room(core::TextTable& handles, const std::string& network, const std::string& name);

/// Why it has left a handle out: `nine of a network are the most`.
[[nodiscard]] std::string_view reason_of_no_room(const core::TextTable& handles);

/// `phone` of `phone-2`, else the network itself.
[[nodiscard]] std::string first_network(const std::string& network);

/// Adds an e-mail beside the one that a person has: `email-2`.
void add_further_email(core::TextTable& handles, const std::string& email);

/// Adds the handle of an address: that of its network, else the address itself as `website`.
bool add_address(core::TextTable& handles, std::string_view address);

/// Whether a handle is a telephone or a website, of which somebody may have several: `phone`, `phone-2`.
[[nodiscard]] inline bool is_of_list(std::string_view network) {
    return network == "phone" || network == "website" || is_further_one(network, "phone") ||
           is_further_one(network, "website");
}

/// Whether two numbers are written for one telephone: `+351 210 555 0134`, `00351-2105550134` and `210 5550134`.
[[nodiscard]] bool is_same_phone(std::string_view left, std::string_view right);

/// Whether a text may be a telephone number: it has a digit.
[[nodiscard]] bool is_phone(std::string_view text);

/// Adds a telephone number, as it is written but for `tel:`.
bool add_phone(core::TextTable& handles, std::string_view number);

} // namespace kith::exchange
