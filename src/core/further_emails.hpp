// A person's e-mails beside the first: `handles = { email-2 = "ana@work.example" }`.
#pragma once

#include "kith/core/journal.hpp"

#include <algorithm>
#include <string_view>

namespace kith::core {

/// Whether one of them fits.
template<class Fits> [[nodiscard]] bool has_further_email(const Person& person, const Fits& fits) {
    return std::ranges::any_of(person.handles, [&fits](const auto& handle) {
        const std::string_view network = handle.first;
        return (network == "email" || network.starts_with("email-")) && fits(handle.second);
    });
}

} // namespace kith::core
