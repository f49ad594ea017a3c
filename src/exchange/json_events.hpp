// A JSON text as a row of records, without being in memory as a whole.
#pragma once

#include "kith/core/fields.hpp"
#include "kith/exchange/batch.hpp"

#include <functional>
#include <string>

namespace kith::exchange {

/// An object that is a record by its place: in an array at the top (`section` is empty), in one under a key (`people`),
/// or within `strategy` (`strategy.goal`, `strategy.balance`).
struct JsonRecord {
    std::string section;
    core::Fields fields;
    int line = 0; ///< Of its brace.
};

/// Tells of each record in the order of the text. A Failure with the line where it is no JSON, or holds something else
/// than records where these should be.
void for_each_record(const Pull& pull, const std::function<void(JsonRecord)>& tell);

} // namespace kith::exchange
