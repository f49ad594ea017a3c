#include "handles.hpp"

#include "kith/core/text.hpp"

#include "plain_text.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace kith::exchange {
namespace {

struct Network {
    std::string_view host;
    std::string_view name;
    std::string_view before; ///< What stands before the name in the address's path.
    bool is_kept = false;    ///< Whether that is a part of the handle: `in/anasouza`.
};

/// Of several of one name the first is where its addresses are written.
constexpr std::array networks{
    Network{"linkedin.com", "linkedin", "in/", true},
    Network{"linkedin.com", "linkedin", "pub/", true},
    Network{"github.com", "github", ""},
    Network{"gitlab.com", "gitlab", ""},
    Network{"codeberg.org", "codeberg", ""},
    Network{"x.com", "x", ""},
    Network{"twitter.com", "x", ""},
    Network{"bsky.app", "bluesky", "profile/"},
    Network{"instagram.com", "instagram", ""},
    Network{"facebook.com", "facebook", ""},
    Network{"threads.com", "threads", "@"},
    Network{"threads.net", "threads", "@"},
    Network{"medium.com", "medium", "@"},
    Network{"youtube.com", "youtube", "@"},
    Network{"tiktok.com", "tiktok", "@"},
    Network{"t.me", "telegram", ""},
};

/// First words of paths that are no names: pages of the network itself.
constexpr std::array<std::string_view, 26> pages{
    "about",  "c",     "channel",  "company", "explore",  "groups", "hashtag", "home",      "i",
    "intent", "login", "joinchat", "orgs",    "p",        "pages",  "people",  "photo.php", "profile.php",
    "public", "s",     "search",   "share",   "sponsors", "users",  "user",    "watch"};

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view plain = "-._~/";
    std::string encoded;
    for (const char each : text) {
        const bool is_plain = (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') ||
                              (each >= '0' && each <= '9') || plain.find(each) != plain.npos;
        encoded += is_plain ? std::string(1, each) : fmt::format("%{:02X}", static_cast<unsigned char>(each));
    }
    return encoded;
}

bool is_host_of(std::string_view host, std::string_view network) {
    return host == network || (host.ends_with(network) && host[host.size() - network.size() - 1] == '.');
}

struct Address {
    std::string host;
    std::string_view path; ///< Without the first slash, and without `?query` and `#fragment`.
};

Address taken_apart(std::string_view address) {
    if (const auto scheme = address.find("://"); scheme != address.npos) address.remove_prefix(scheme + 3);
    address = address.substr(0, address.find_first_of("?#"));
    const auto slash = address.find('/');
    return {lower(address.substr(0, slash)), slash == address.npos ? "" : address.substr(slash + 1)};
}

/// As `NETWORK-2` where the number is 2, or with the next one that is free; as the network for 1. False where none is.
bool add_numbered(core::TextTable& handles, const std::string& network, int number, const std::string& name) {
    if (name.empty()) return true;
    for (; number <= most_of_a_network; ++number) {
        const auto free = number == 1 ? network : network + "-" + std::to_string(number);
        const auto found = std::ranges::find(handles, free, &std::pair<std::string, std::string>::first);
        if (found == handles.end()) {
            handles.emplace_back(free, name);
            return true;
        }
        if (found->second == name) return true;
    }
    return false;
}

bool is_name(std::string_view text) {
    return !text.empty() && text.front() != '+' && text.find_first_of(" \t@:") == text.npos;
}

} // namespace

std::optional<std::pair<std::string, std::string>> handle_of(std::string_view address) {
    const auto [host, path] = taken_apart(core::trim(address));
    if (path.empty()) return std::nullopt;
    for (const auto& network : networks) {
        if (!is_host_of(host, network.host) || !lower(path).starts_with(network.before)) continue;
        auto name = path.substr(network.before.size());
        // `pub/john-smith/1/2/3`: the numbers tell the John Smiths apart.
        if (network.before != "pub/") name = name.substr(0, name.find('/'));
        while (name.ends_with('/')) name.remove_suffix(1);
        if (name.starts_with('@')) name.remove_prefix(1);
        if (!is_name(name) || std::ranges::find(pages, lower(name)) != pages.end()) return std::nullopt;
        // Upper and lower case mean the same in all of them.
        auto decoded = lower(percent_decoded(name));
        return {{std::string(network.name), network.is_kept ? std::string(network.before) + decoded : decoded}};
    }
    const bool is_known = std::ranges::any_of(networks, [&](const auto& each) { return is_host_of(host, each.host); });
    const auto name = path.substr(0, path.find('/'));
    // Any other host with `/@name` is a server of Mastodon's kind.
    if (is_known || !name.starts_with('@') || !is_name(name.substr(1))) return std::nullopt;
    return {{"mastodon", std::string(name) + "@" + host}};
}

std::optional<std::string> address_of(std::string_view network, std::string_view name) {
    const auto known = std::ranges::find_if(networks, [network](const Network& each) {
        return each.name == network || is_further_one(network, each.name);
    });
    if (known == networks.end() || !is_name(name)) return std::nullopt;
    const std::string_view www = known->name == "linkedin" ? "www." : ""; // As it has it itself.
    const auto path = known->is_kept ? percent_encoded(name) : std::string(known->before) + percent_encoded(name);
    const auto address = fmt::format("https://{}{}/{}", www, known->host, path);
    const auto handle = handle_of(address);
    return handle && handle->first == known->name && handle->second == name ? std::optional(address) : std::nullopt;
}

bool is_further_one(std::string_view network, std::string_view of) {
    return network.size() == of.size() + 2 && network.starts_with(of) && network[of.size()] == '-' &&
           network.back() >= '2' && network.back() <= '9';
}

std::string first_network(const std::string& network) {
    auto first = network.substr(0, network.size() - std::min<std::size_t>(network.size(), 2));
    return is_further_one(network, first) ? first : network;
}

bool add_handle(core::TextTable& handles, const std::string& network, const std::string& name) {
    return network.empty() || add_numbered(handles, network, 1, name);
}

bool add_handle_if_room(core::TextTable& handles, const std::string& network, const std::string& name) {
    if (handles.size() < most_handles) return add_handle(handles, network, name);
    return network.empty() || name.empty() || std::ranges::find(handles, std::pair(network, name)) != handles.end();
}

std::string_view reason_of_no_room(const core::TextTable& handles) {
    return handles.size() < most_handles ? "nine of a network are the most" : "a hundred handles are the most";
}

void add_further_email(core::TextTable& handles, const std::string& email) {
    add_numbered(handles, "email", 2, email);
}

bool add_address(core::TextTable& handles, std::string_view address) {
    const auto plain = one_line(address);
    const auto handle = handle_of(plain);
    return handle ? add_handle(handles, handle->first, handle->second) : add_handle(handles, "website", plain);
}

bool is_same_phone(std::string_view left, std::string_view right) {
    const auto digits_of = [](std::string_view number) {
        std::string digits;
        std::ranges::copy_if(number, std::back_inserter(digits), [](char each) { return each >= '0' && each <= '9'; });
        return digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    };
    constexpr std::size_t fewest = 7; // Of which the end tells.
    const auto one = digits_of(left);
    const auto other = digits_of(right);
    if (one.empty() || other.empty()) return left == right;
    const bool is_end = one.size() < other.size() ? other.ends_with(one) : one.ends_with(other);
    return one == other || (is_end && std::min(one.size(), other.size()) >= fewest);
}

bool is_phone(std::string_view text) {
    while (!text.empty()) {
        utf8proc_int32_t point = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                             static_cast<utf8proc_ssize_t>(text.size()), &point);
        if (length > 0 && utf8proc_category(point) == UTF8PROC_CATEGORY_ND) return true;
        text.remove_prefix(static_cast<std::size_t>(std::max<utf8proc_ssize_t>(length, 1)));
    }
    return false;
}

bool add_phone(core::TextTable& handles, std::string_view number) {
    if (number.starts_with("tel:")) number.remove_prefix(4);
    return add_handle(handles, "phone", one_line(number));
}

} // namespace kith::exchange
