// The machine output: one JSON document, keys named as in the files, dates as ISO strings, texts kept true.
#pragma once

#include "kith/core/fields.hpp"
#include "kith/core/report.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace kith::render {

/// A document made of records and lists of records under keys.
using Document = std::vector<std::pair<std::string, std::variant<core::Fields, std::vector<core::Fields>>>>;

// Each ends in a line break; two blanks of indentation; keys in the order given. What could steer a terminal comes as
// `\u` and its code.
[[nodiscard]] std::string to_json(const core::Fields& record);
[[nodiscard]] std::string to_json(const std::vector<core::Fields>& records);
[[nodiscard]] std::string to_json(const Document& document);
/// A record for a place within a longer document that is written piece by piece: the same without the last line break,
/// its lines after the first one `depth` steps further in.
[[nodiscard]] std::string to_json(const core::Fields& record, std::size_t depth);
/// As product.md's section JSON shows it.
[[nodiscard]] std::string to_json(const core::Report& report);

// The same in one record, for a template: what is an object there is a table, and a list stands for the ids in it
// (the labels, of periods).
[[nodiscard]] core::Fields to_fields(const Document& document);
[[nodiscard]] core::Fields to_fields(const core::Report& report);

} // namespace kith::render
