// People as vCards, for an address book or a telephone.
#pragma once

#include "kith/core/journal.hpp"

#include <string>

namespace kith::exchange {

/// 3.0 is what nearly every program reads (RFC 2426), 4.0 the present standard (RFC 6350).
enum class VcardVersion { v3, v4 };

/// Whether names on networks have the addresses of their pages, which may be those of others where the names are made
/// up.
enum class ProfileAddresses { written, left_out };

/// One card, its lines ended by `\r\n`. `UID` is `kith-person-` and the id, the same in every export. What an address
/// book has no place for (the cadence, when and where one met) is left out. Of a birthday without a year 3.0 knows
/// nothing: it has the year 1604 and the parameter `X-APPLE-OMIT-YEAR` that most programs read. Handles named `phone`
/// (`phone-2`) are telephone numbers, addresses of the web named `website` are such, and the others profiles; one
/// on LinkedIn has its address.
[[nodiscard]] std::string write_vcard(const core::Person& person, VcardVersion version,
                                      ProfileAddresses addresses = ProfileAddresses::written);

} // namespace kith::exchange
