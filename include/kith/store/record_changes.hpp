// What a command did to the journal's records, for people: in an answer and in `git log`.
#pragma once

#include "kith/store/data_directory.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kith::store {

struct RecordChange {
    enum class Sort { added, changed, removed };

    Sort sort = Sort::changed;
    std::string kind;  ///< `interaction`
    std::string id;    ///< May be empty.
    std::string title; ///< The first line of its note, name or text, not too long; may be empty.
};

/// By file, in the order of the records. A record that moved between files is one that changed. Files that do not parse
/// have no records.
[[nodiscard]] std::vector<RecordChange> record_changes(const std::vector<FileChange>& changes);

/// `Coffee with Ana (k7f2q9xa) and 2 more`: the records that the command is about first; the files where no record
/// changed. `command` is the command's path.
[[nodiscard]] std::string summary(std::string_view command, const std::vector<FileChange>& changes);

/// A commit's message: `log: Coffee with Ana (k7f2q9xa)`, and where several records changed a line for each.
[[nodiscard]] std::string commit_message(std::string_view command, const std::vector<FileChange>& changes);

} // namespace kith::store
