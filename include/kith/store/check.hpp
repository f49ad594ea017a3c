// What is wrong in the journal's files, each with its place, and mending what has one right answer.
#pragma once

#include "kith/store/journal_store.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kith::store {

enum class Severity {
    error,  ///< Something is not read, or not as it was meant.
    remark, ///< All is read, but one would want to know.
};

/// `error`, `remark`
[[nodiscard]] std::string_view to_text(Severity severity);

struct Finding {
    Severity severity = Severity::error;
    core::Problem problem;
};

/// What mends a finding: a record moved to the file it belongs in, or one that stands there twice taken out.
struct Repair {
    std::string kind; ///< Of the record: `interaction`.
    std::string id;
    std::string file;       ///< It stands in, by its name: `log/2026-10.toml`.
    std::size_t index = 0;  ///< Among the records of that file.
    std::string belongs_in; ///< The file to move it to; empty for a copy to take out.
};

struct Checkup {
    std::vector<Finding> findings; ///< By file and line.
    std::vector<Repair> repairs;
    std::size_t files = 0;
    std::size_t records = 0;

    [[nodiscard]] std::size_t count(Severity severity) const;
};

/// Reads every file of the journal as it stands, with the changes made so far. A file that does not parse is a finding;
/// the others are checked all the same.
[[nodiscard]] Checkup check(DataDirectory& directory, core::Date today);

/// Makes the repairs, in memory until the directory's commit(). What was done, a line each.
[[nodiscard]] std::vector<std::string> mend(JournalStore& journal, const std::vector<Repair>& repairs);

} // namespace kith::store
