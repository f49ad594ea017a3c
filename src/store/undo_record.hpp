// One write in the undo store, as TOML:
//
//     directory = "/home/me/kith"
//     command = "log"
//     begun = true                        until all of it was written
//
//     [[change]]
//     name = "log/2026-11.toml"
//     before = "5120-9e107d9d372bb682"    a file's size and a hash of it; absent where there was no file
//     after = "5290-e4d909c290d0fb1c"
//     begin = 5120                        the lines from here on
//     removed = ""
//     added = "..."                       empty where there was no file: then none is left
#pragma once

#include "kith/store/undo_store.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::store {

struct LineChange {
    std::string name;
    std::string before; ///< Fingerprints.
    std::string after;
    std::size_t begin = 0; ///< In bytes.
    std::string removed;
    std::string added;
};

struct UndoRecord {
    std::string directory;
    std::string command;
    bool is_begun = false; ///< It may be that only the first of the changes were made, or none.
    std::vector<LineChange> changes;
};

/// The lines that a change takes off, and those that it puts there; as long as the change is there.
struct ChangedLines {
    std::size_t begin = 0; ///< In bytes.
    std::string_view removed;
    std::string_view added;
};
[[nodiscard]] ChangedLines changed_lines(const FileChange& change);

/// As FNV-1a, but of eight bytes at a time: quick, and the same on every machine. It guards against accidents only.
[[nodiscard]] std::uint64_t hash(std::string_view text);

/// `5120-9e107d9d372bb682`; empty for no file.
[[nodiscard]] std::string fingerprint(const std::optional<std::string>& text);

[[nodiscard]] std::string to_text(const Write& write, std::string_view data_directory);
/// The same of a write that is only begun, from the text of it as made.
[[nodiscard]] std::string begun_record(std::string_view text);
/// Nothing where the text is not such a record.
[[nodiscard]] std::optional<UndoRecord> read_undo_record(const std::string& path, std::string text);

/// What the file was before; nothing where it was not there. `text` has the change's fingerprint.
[[nodiscard]] std::optional<std::string> before_change(const LineChange& change,
                                                       const std::optional<std::string>& text);

} // namespace kith::store
