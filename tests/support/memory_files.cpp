#include "memory_files.hpp"

#include "kith/core/error.hpp"

#include <algorithm>
#include <stdexcept>

namespace kith::test {

namespace {

[[noreturn]] void fail(const std::string& message) {
    throw core::Failure(core::Problem{core::ProblemKind::io, message, std::nullopt, {}});
}

std::string with_slash(const std::string& directory) {
    return directory.ends_with('/') ? directory : directory + "/";
}

class OpenText : public system::OpenFile {
  public:
    explicit OpenText(std::string text) : text_(std::move(text)) {}

    [[nodiscard]] std::string_view next() override {
        constexpr std::size_t few = 7;
        const auto piece = std::string_view(text_).substr(at_, few);
        at_ += piece.size();
        return piece;
    }
    [[nodiscard]] std::optional<std::uint64_t> size() const override { return text_.size(); }

  private:
    std::string text_;
    std::size_t at_ = 0;
};

} // namespace

class MemoryFiles::HeldLock : public system::Lock {
  public:
    HeldLock(MemoryFiles& files, std::string directory) : files_(files), directory_(std::move(directory)) {
        files_.held_.push_back(directory_);
        files_.calls.push_back({Action::lock, directory_});
    }
    HeldLock(const HeldLock&) = delete;
    HeldLock& operator=(const HeldLock&) = delete;
    ~HeldLock() override {
        std::erase(files_.held_, directory_);
        files_.calls.push_back({Action::unlock, directory_});
    }

  private:
    MemoryFiles& files_;
    std::string directory_;
};

std::vector<std::string> MemoryFiles::paths(Action action) const {
    std::vector<std::string> found;
    for (const auto& call : calls) {
        if (call.action == action) found.push_back(call.path);
    }
    return found;
}

bool MemoryFiles::is_directory(const std::string& path) {
    const auto below = files.lower_bound(with_slash(path));
    return below != files.end() && below->first.starts_with(with_slash(path));
}

std::optional<std::string_view> MemoryFiles::read_into(const std::string& path, std::string& room) {
    calls.push_back({Action::read, path});
    if (unreadable_ == path) fail("cannot read " + path + ": Input/output error");
    if (const auto file = files.find(path); file != files.end()) return room = file->second;
    if (is_directory(path)) fail("cannot read " + path + ": Is a directory");
    return std::nullopt;
}

std::unique_ptr<system::OpenFile> MemoryFiles::open(const std::string& path) {
    auto text = read(path);
    calls.back().action = Action::open;
    return text ? std::make_unique<OpenText>(std::move(*text)) : nullptr;
}

std::vector<std::string> MemoryFiles::list(const std::string& directory) {
    calls.push_back({Action::list, directory});
    const auto prefix = with_slash(directory);
    std::vector<std::string> names;
    for (auto file = files.lower_bound(prefix); file != files.end() && file->first.starts_with(prefix); ++file) {
        const auto name = file->first.substr(prefix.size());
        if (!name.starts_with('.') && name.find('/') == std::string::npos) names.push_back(name);
    }
    return names;
}

void MemoryFiles::draw_power() {
    if (changes_until_power_cut_ > 0 && --changes_until_power_cut_ == 0) throw PowerCut{};
}

void MemoryFiles::replace(const std::string& path, std::string_view content) {
    draw_power();
    if (replaces_until_failure_ > 0 && --replaces_until_failure_ == 0) {
        fail("cannot write " + path + ": No space left on device");
    }
    if (is_directory(path)) fail("cannot write " + path + ": Is a directory");
    files.insert_or_assign(path, std::string(content));
    calls.push_back({Action::replace, path});
}

void MemoryFiles::remove(const std::string& path) {
    draw_power();
    files.erase(path);
    calls.push_back({Action::remove, path});
}

void MemoryFiles::put(const std::string& path, std::string_view content) {
    draw_power();
    if (is_put_failing_) fail("cannot write " + path + ": No space left on device");
    files.insert_or_assign(path, std::string(content));
    calls.push_back({Action::put, path});
}

void MemoryFiles::discard(const std::string& path) {
    draw_power();
    files.erase(path);
    calls.push_back({Action::discard, path});
}

std::string MemoryFiles::resolve(const std::string& path) {
    if (const auto link = links.find(path); link != links.end()) return link->second;
    return path.substr(0, path.find_last_not_of('/') + 1);
}

std::unique_ptr<system::Lock> MemoryFiles::lock(const std::string& directory) {
    if (std::ranges::find(held_, directory) != held_.end()) throw std::logic_error(directory + " is locked already");
    return std::make_unique<HeldLock>(*this, directory);
}

} // namespace kith::test
