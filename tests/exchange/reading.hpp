// A file as a reader sees it, and what it says of it, for the tests of all readers.
#pragma once

#include "kith/core/error.hpp"
#include "kith/exchange/readers.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kith::test {

/// The day that counts as today in these tests.
[[nodiscard]] exchange::ReadOptions options_of_tests();

/// What the reader makes of a text. It is given whole, and again a byte at a time, which must make no difference.
[[nodiscard]] exchange::Batch read(const exchange::Reader& reader, std::string_view text,
                                   const exchange::ReadOptions& options = options_of_tests());

/// `LINE: message` of the Failure; empty where there is none.
[[nodiscard]] std::string refusal(const exchange::Reader& reader, std::string_view text,
                                  const exchange::ReadOptions& options = options_of_tests());

/// A file of tests/exchange/samples.
[[nodiscard]] std::string sample(const std::string& name);

/// A person, line by line: `line 3, key ana@example.org`, then `name: Ana Souza` and so on for each key that is there.
[[nodiscard]] std::string shown(const exchange::IncomingPerson& person);
[[nodiscard]] std::string shown(const exchange::Incoming<core::Interaction>& interaction);
[[nodiscard]] std::string shown(const exchange::Incoming<core::Event>& event);
[[nodiscard]] std::string shown(const exchange::Incoming<core::Followup>& followup);

/// Everything in the batch, record after record, then a line `skipped LINE: reason` for each that was not taken,
/// and `note LINE: reason` for what is noted of one that was.
[[nodiscard]] std::string shown(const exchange::Batch& batch);

} // namespace kith::test
