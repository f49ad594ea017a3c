// Where two people who are one can be reached: all e-mails, telephones, websites and profiles of both.
#pragma once

#include "kith/core/journal.hpp"

#include <string>
#include <vector>

namespace kith::exchange {

/// A value that the second of two people has under a name that is the first's own already.
struct FurtherAddress {
    std::string network; ///< Its name so far: `email`, `phone`.
    std::string value;
    std::string name; ///< Its name from now on, `email-2`; empty where there are nine, and it is left out.
};

struct UnitedAddresses {
    std::string email;
    core::TextTable handles;
    std::vector<FurtherAddress> further;
};

/// The e-mail and the handles of `keep` as they are, and those of `gone` beside them, as an import would add them:
/// under their own names, or as `NETWORK-2` up to `-9`. What both have is there once, however it is written.
[[nodiscard]] UnitedAddresses united_addresses(const core::Person& keep, const core::Person& gone);

} // namespace kith::exchange
