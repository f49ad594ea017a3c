#include "email.hpp"

#include "kith/core/text.hpp"

#include <algorithm>
#include <array>

namespace kith::exchange {

bool is_role_mailbox(std::string_view email) {
    constexpr std::array<std::string_view, 56> roles{
        "abuse",        "accounting", "accounts",   "admin",     "administration",
        "anfrage",      "billing",    "booking",    "bookings",  "buero",
        "careers",      "contact",    "contacto",   "contato",   "customerservice",
        "do-not-reply", "donotreply", "empfang",    "enquiries", "events",
        "feedback",     "finance",    "geral",      "hello",     "help",
        "helpdesk",     "hi",         "hostmaster", "hr",        "info",
        "inquiries",    "jobs",       "kontakt",    "mail",      "marketing",
        "media",        "no-reply",   "noreply",    "office",    "orders",
        "post",         "postmaster", "presse",     "press",     "privacy",
        "reception",    "reply",      "root",       "sales",     "security",
        "service",      "shop",       "support",    "team",      "welcome",
        "webmaster"};
    const auto local = core::fold(email.substr(0, std::min(email.find('@'), email.find('+'))));
    return std::ranges::find(roles, local) != roles.end();
}

} // namespace kith::exchange
