// The files of the data directory: read when asked for, changed in memory, written together so that no step leaves the
// journal broken.
#pragma once

#include "kith/store/document.hpp"
#include "kith/system/files.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::store {

/// A file before and after a command. Names are relative to the data directory: `log/2026-11.toml`.
struct FileChange {
    std::string name;
    std::optional<std::string> before; ///< Nothing where the file is new.
    std::optional<std::string> after;  ///< Nothing where the file goes.
};

/// What steps come to, one change a file, in the order of the first of each; files that end as they were are left out.
[[nodiscard]] std::vector<FileChange> net_changes(const std::vector<FileChange>& steps);

/// Whether a file of this name in the data directory is one of the journal's: `people.toml`, `log/2026-11.toml`.
[[nodiscard]] bool is_journal_file(std::string_view name);

class DataDirectory {
  public:
    DataDirectory(system::Files& files, std::string path);

    /// A link that git tracks came with what others pushed, and may lead anywhere: from now on one that leads out of
    /// the directory is a Failure for whatever would follow it. The user's own are followed. `is_tracked` is asked for
    /// the name of a link alone.
    void guard_links(std::function<bool(const std::string& name)> is_tracked) { is_tracked_ = std::move(is_tracked); }

    /// Waits for other writers and keeps them out until this object is gone. What is read before may be old: call it
    /// first.
    void lock();
    void unlock();

    /// The text of a file as changed so far; nothing where there is none.
    [[nodiscard]] std::optional<std::string> text(const std::string& name);
    /// Room to read one file after another into. What one leaves, the next takes over.
    class Room {
      public:
        explicit Room(DataDirectory& directory);
        ~Room();
        Room(const Room&) = delete;
        Room& operator=(const Room&) = delete;

      private:
        friend DataDirectory;
        DataDirectory* directory_;
        std::string text_;
    };
    /// The text of a file as it stands, or read into room that is used again.
    [[nodiscard]] std::optional<std::string_view> view(const std::string& name, Room& room);
    /// The same, parsed; a Failure with its place where it is not valid TOML.
    [[nodiscard]] std::optional<Document> document(const std::string& name);
    /// For changing: the document is kept and its text written by commit(). An empty one where there is no such file.
    [[nodiscard]] Document& edit(const std::string& name);
    /// Takes a whole new text for a file. A Failure where it does not parse.
    void replace_text(const std::string& name, std::string text);
    /// Has the present text of a file written before all others, besides its final one: for a record that moves between
    /// files.
    void write_early(const std::string& name);

    /// The journal's files in a folder (`log`, `events`, `followups`), sorted: `log/2026-10.toml`. Others are passed
    /// over.
    [[nodiscard]] const std::vector<std::string>& names_in(const std::string& folder);
    /// Every file of the journal there is: people, strategy, config, then the folders' in the order of time.
    [[nodiscard]] std::vector<std::string> all_names();
    /// Files in the journal's folders that names_in passes over: `log/november.toml`.
    [[nodiscard]] std::vector<std::string> stray_names();

    /// What commit() would write, one entry a file; files whose text is as before are left out.
    [[nodiscard]] std::vector<FileChange> pending() const;
    /// The same step by step, in the order people, interactions, follow-ups, strategy, events: a file that a record
    /// leaves for another may be written twice, so that the journal is whole after each step.
    [[nodiscard]] std::vector<FileChange> steps() const;
    /// As pending() and steps(), but nothing is edited afterwards: texts may be too long to be in memory twice.
    [[nodiscard]] std::vector<FileChange> take_pending();
    [[nodiscard]] std::vector<FileChange> take_steps();
    /// Makes the steps. A Failure, and nothing written, where a file is no longer as it was read.
    void commit() { write(steps()); }
    /// Puts texts in place as they are, in this order, also such as do not parse. The same Failure. `begin` is called
    /// when nothing stands in the way any more, before the first step.
    void write(
        const std::vector<FileChange>& steps, const std::function<void()>& begin = [] {});

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::string path_of(const std::string& name) const { return path_ + "/" + name; }

  private:
    struct Edited {
        std::optional<std::string> before;
        Document document;
        int order = 0; ///< Of the first change, among the files of its kind.
    };

    using EditedFiles = std::map<std::string, Edited>;
    [[nodiscard]] static std::vector<FileChange> in_order(EditedFiles edited, std::vector<FileChange> early);
    [[nodiscard]] static std::vector<FileChange> steps_of(EditedFiles edited, std::vector<FileChange> early);
    void require_unchanged(const std::vector<FileChange>& steps);
    [[nodiscard]] std::optional<std::string> read(const std::string& name);
    [[nodiscard]] std::string path_to_read(const std::string& name);
    [[nodiscard]] std::vector<std::string> list(const std::string& folder);
    void require_within(const std::string& name);

    system::Files* files_;
    std::string path_;
    std::function<bool(const std::string&)> is_tracked_;
    std::unique_ptr<system::Lock> lock_;
    std::map<std::string, std::vector<std::string>> folders_;
    EditedFiles edited_;
    std::vector<FileChange> early_;
    std::string room_; ///< While nobody reads.
};

} // namespace kith::store
