// A disk in memory that remembers what was asked of it, and that can be told to fail.
#pragma once

#include "kith/system/files.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::test {

/// What no program can catch and go on from: it is gone.
struct PowerCut {};

class MemoryFiles : public system::Files {
  public:
    enum class Action { read, open, list, replace, remove, put, discard, lock, unlock };

    struct Call {
        Action action = Action::read;
        std::string path;
        friend bool operator==(const Call&, const Call&) = default;
    };

    MemoryFiles() = default;
    explicit MemoryFiles(std::map<std::string, std::string> contents) : files(std::move(contents)) {}

    /// Path to content; tests fill and look at it directly, which is not recorded.
    std::map<std::string, std::string> files;
    /// Symbolic links, which is_link and resolve know; their content is among `files` under their own path.
    std::map<std::string, std::string> links;
    /// Everything asked through the door, in order; a replace or put that failed is not among them.
    std::vector<Call> calls;

    /// The paths of the calls of one sort, in order.
    [[nodiscard]] std::vector<std::string> paths(Action action) const;
    [[nodiscard]] std::vector<std::string> read_paths() const { return paths(Action::read); }
    [[nodiscard]] std::vector<std::string> listed_paths() const { return paths(Action::list); }
    [[nodiscard]] std::vector<std::string> replaced_paths() const { return paths(Action::replace); }
    [[nodiscard]] std::vector<std::string> locked_paths() const { return paths(Action::lock); }
    [[nodiscard]] bool is_locked() const { return !held_.empty(); }

    /// The n-th replace from now (1 is the next one) is a core::Failure of kind io and leaves the file as it was; those
    /// after it succeed.
    void fail_at_replace(std::size_t number) { replaces_until_failure_ = number; }
    /// The n-th change from now (a replace, remove, put or discard; 1 is the next one) is not made, and the power is
    /// off: a PowerCut is thrown. 0 is never.
    void cut_power_at(std::size_t number) { changes_until_power_cut_ = number; }
    /// Every put is a core::Failure of kind io.
    void fail_to_put() { is_put_failing_ = true; }
    /// Every read of the path is a core::Failure of kind io.
    void fail_to_read(std::string path) { unreadable_ = std::move(path); }

    [[nodiscard]] std::optional<std::string_view> read_into(const std::string& path, std::string& room) override;
    /// In pieces of a few bytes, so that what is cut within shows.
    [[nodiscard]] std::unique_ptr<system::OpenFile> open(const std::string& path) override;
    [[nodiscard]] std::vector<std::string> list(const std::string& directory) override;
    void replace(const std::string& path, std::string_view content) override;
    void remove(const std::string& path) override;
    void put(const std::string& path, std::string_view content) override;
    void discard(const std::string& path) override;
    [[nodiscard]] bool is_link(const std::string& path) override { return links.contains(path); }
    /// Without a slash at its end.
    [[nodiscard]] bool is_directory(const std::string& path) override;
    [[nodiscard]] std::string resolve(const std::string& path) override;
    /// A second lock of a directory that is held is a std::logic_error: on the disk it would wait for ever.
    [[nodiscard]] std::unique_ptr<system::Lock> lock(const std::string& directory) override;

  private:
    class HeldLock;

    /// Before each change.
    void draw_power();

    std::size_t replaces_until_failure_ = 0;
    std::size_t changes_until_power_cut_ = 0;
    bool is_put_failing_ = false;
    std::optional<std::string> unreadable_;
    std::vector<std::string> held_;
};

} // namespace kith::test
