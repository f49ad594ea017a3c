// What the JSON documents have in common.
#pragma once

#include "kith/core/fields.hpp"
#include "kith/core/report.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace kith::render {

/// An object in the order of the fields. A value of a type that no key of the journal has is left out.
[[nodiscard]] nlohmann::ordered_json to_object(const core::Fields& record);

/// The report, its keys in the order of the documentation.
[[nodiscard]] nlohmann::ordered_json to_object(const core::Report& report);

/// The document with its line break. Characters that could steer a terminal come as `\u` and their code, which reads
/// as the same text.
[[nodiscard]] std::string print(const nlohmann::ordered_json& document);

} // namespace kith::render
