// What commands wrote last, kept outside of the data directory so that it can be taken back.
#pragma once

#include "kith/store/data_directory.hpp"
#include "kith/system/files.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kith::store {

/// One command that wrote.
struct Write {
    std::string command;             ///< Its path: `log`, `followup done`, `undo log`.
    std::vector<FileChange> changes; ///< In the order they were written; a file may come twice.
};

/// The writes of one data directory, a small file each, apart from those of other directories. It belongs to whoever
/// holds the directory's lock.
class UndoStore {
  public:
    static constexpr std::size_t most_writes = 50;
    /// A write whose changed lines take more than this, as a text of TOML, is not kept: more than an import of all the
    /// contacts one has.
    static constexpr std::size_t most_bytes = std::size_t{64} << 20U;

    /// Whether a write of the data directory is not too much to be kept, and text.
    [[nodiscard]] static bool can_keep(const Write& write, const std::string& data_directory);

    /// `state_directory` is kith's own: `~/.local/state/kith`.
    UndoStore(system::Files& files, const std::string& state_directory, const std::string& data_directory);

    /// Notes a write that is about to be made, so that one that is cut off can be taken back as far as it came. The
    /// changed lines are kept, not whole files. A Failure where that is not possible, which leaves what was kept
    /// before. The write must be there until it is finished or given up.
    void begin(const Write& write);
    /// Notes that the write was made as a whole, and forgets those before the last 50. A Failure where there is no way
    /// back.
    void finish();
    /// After a write that failed: true where a part of it is in the directory, which stays to be taken back; where none
    /// is, it is forgotten.
    [[nodiscard]] bool give_up(DataDirectory& directory);

    [[nodiscard]] bool is_empty() const;

    /// The last `count` writes, the latest first, as they changed the files that are there now; fewer where fewer are
    /// kept, and of one that was cut off only what was made. A Failure that names the file where one is no longer as
    /// the write left it.
    [[nodiscard]] std::vector<Write> last_writes(std::size_t count, DataDirectory& directory) const;

  private:
    [[nodiscard]] std::vector<std::string> record_names() const; ///< The oldest first.

    system::Files* files_;
    std::string data_directory_;
    std::string folder_;
    const Write* begun_ = nullptr;
    std::string record_; ///< Of the write that was begun, as it is once it is made.
    std::string record_path_;
    bool is_noted_ = false; ///< Whether its record is there.
};

/// The bytes of the lines that are to be kept of a write, so that it can be taken back. Of a file that was not there
/// before none are.
[[nodiscard]] std::size_t bytes_to_keep(const std::vector<FileChange>& changes);

/// What takes these writes back step by step, each the other way round; none where they come to nothing. They are as
/// last_writes() gave them.
[[nodiscard]] std::vector<FileChange> taking_back(const std::vector<Write>& writes);

} // namespace kith::store
