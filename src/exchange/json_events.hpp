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

/// Told of each record; of each key of the object at the top that has a list, or is `strategy`, before its records; and
/// of each key that has something else than records (`version`, `strategy.mine`). With the line, in the order of the
/// text.
struct JsonListener {
    std::function<void(JsonRecord)> record;
    std::function<void(const std::string& key, int line)> section;
    std::function<void(const std::string& key, int line)> other;
};

/// A Failure with the line where the text is no JSON, or a list holds something else than records.
void for_each_record(const Pull& pull, const JsonListener& listener);

} // namespace kith::exchange
