// Batches and journals for tests of what an import makes of them.
#pragma once

#include "kith/exchange/plan.hpp"

#include <string>
#include <vector>

namespace kith::test {

[[nodiscard]] core::Person person(const std::string& id, const std::string& name);
/// With a key of its own, such as a UID, unless that is the name or the e-mail.
[[nodiscard]] exchange::IncomingPerson card(const std::string& name, const std::string& key = {},
                                            const std::string& email = {});
[[nodiscard]] exchange::Batch batch(const std::vector<exchange::IncomingPerson>& people,
                                    const std::string& from = "vcard");
[[nodiscard]] exchange::JournalRecords journal(std::vector<core::Person> people);
[[nodiscard]] exchange::Plan planned(const std::vector<exchange::Batch>& batches,
                                     const exchange::JournalRecords& records, bool takes_offered = false);

/// The journal as it is once the plan is carried out.
[[nodiscard]] exchange::JournalRecords carried_out(const exchange::Plan& plan, const exchange::JournalRecords& before);
[[nodiscard]] bool changes_nothing(const exchange::Plan& plan);

} // namespace kith::test
