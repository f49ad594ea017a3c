// The properties as functions of a text: empty where it holds, else what broke it.
#pragma once

#include "generated_documents.hpp"

#include <string>

namespace kith::test {

[[nodiscard]] bool is_accepted(const std::string& text);

/// The document has the records, values and tables that toml++ reads; it is refused where toml++ refuses. What the
/// scanner is certain of, toml++ accepts.
[[nodiscard]] std::string reads_alike(const std::string& text, bool valid);

// One edit by chance: toml++ reads the old values and the change; every byte outside the lines concerned is the same,
// every full-line comment is still there, and an edit that is refused leaves the text as it was.
[[nodiscard]] std::string changes_alone(const std::string& text, Chance& chance);
[[nodiscard]] std::string changes_table_alone(const std::string& text, Chance& chance);
[[nodiscard]] std::string inserts_alone(const std::string& text, Chance& chance);
[[nodiscard]] std::string removes_alone(const std::string& text, Chance& chance);

} // namespace kith::test
