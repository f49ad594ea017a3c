#include "kith/store/undo_store.hpp"

#include "kith/core/text.hpp"
#include "kith/store/document.hpp"
#include "kith/store/merge.hpp"

#include "undo_record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <ranges>

namespace kith::store {
namespace {

std::string last_part(std::string_view path) {
    return std::string(path.substr(path.find_last_of('/') + 1));
}

/// The number in `00000042.toml`; 0 for another name.
unsigned number_of(std::string_view name) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    const std::string_view rest = name.substr(static_cast<std::size_t>(end - name.data()));
    return error == std::errc{} && rest == ".toml" ? number : 0;
}

[[noreturn]] void refuse(std::string message, std::string hint) {
    throw core::Failure({core::ProblemKind::io, std::move(message), std::nullopt, std::move(hint)});
}

/// A file in which git left a conflict is refused for that.
[[noreturn]] void refuse_changed(const std::string& path, const std::optional<std::string>& text,
                                 const std::string& command) {
    if (text && sides_of_conflicts(*text)) (void)Document::parse(path, *text);
    const bool is_undo = command.starts_with("undo ") || command.starts_with("redo ");
    throw core::Failure({core::ProblemKind::io,
                         fmt::format("this file was changed since 'kith {}' wrote it, so that cannot be taken back",
                                     is_undo ? "undo" : command),
                         core::Place{path, 0, 0}, "nothing was changed"});
}

using Texts = std::map<std::string, std::optional<std::string>>;

/// Whether the files are as the first `count` of the changes left them.
bool is_after(std::size_t count, const UndoRecord& record, const Texts& texts) {
    std::map<std::string, std::string> fingerprints;
    for (const auto& change : record.changes) fingerprints.try_emplace(change.name, change.before);
    for (std::size_t i = 0; i < count; ++i) fingerprints[record.changes[i].name] = record.changes[i].after;
    return std::ranges::all_of(fingerprints,
                               [&](const auto& file) { return fingerprint(texts.at(file.first)) == file.second; });
}

/// How many of the changes were made, as it shows in the files; all of them unless the write was cut off.
std::size_t count_made(const UndoRecord& record, const Texts& texts) {
    for (std::size_t count = record.changes.size(); record.is_begun; --count) {
        if (is_after(count, record, texts)) return count;
        if (count == 0) break;
    }
    return record.changes.size();
}

/// What a write changed in the files that are there now, in order. `texts` are these files as they are before all
/// writes that were looked at so far, and then before this one too.
std::vector<FileChange> changes_made(const UndoRecord& record, DataDirectory& directory, Texts& texts) {
    for (const auto& change : record.changes) texts.try_emplace(change.name, directory.text(change.name));
    std::vector<FileChange> changes;
    for (std::size_t i = count_made(record, texts); i-- > 0;) {
        const auto& change = record.changes[i];
        auto& text = texts.at(change.name);
        auto before = before_change(change, text);
        if (fingerprint(text) != change.after || fingerprint(before) != change.before)
            refuse_changed(directory.path_of(change.name), text, record.command);
        changes.push_back({change.name, before, std::exchange(text, before)});
    }
    std::ranges::reverse(changes);
    return changes;
}

/// Nothing where it would be too long, which the lines tell before they are put together.
std::optional<std::string> text_to_keep(const Write& write, const std::string& data_directory) {
    if (bytes_to_keep(write.changes) > UndoStore::most_bytes) return std::nullopt;
    auto text = to_text(write, data_directory);
    return text.size() > UndoStore::most_bytes ? std::nullopt : std::optional(std::move(text));
}

} // namespace

bool UndoStore::can_keep(const Write& write, const std::string& data_directory) {
    const auto text = text_to_keep(write, data_directory);
    return text && core::is_valid_utf8(*text);
}

UndoStore::UndoStore(system::Files& files, const std::string& state_directory, const std::string& data_directory)
    : files_(&files), data_directory_(files.resolve(data_directory)),
      folder_(fmt::format("{}/undo/{}-{:016x}", state_directory, last_part(data_directory_), hash(data_directory_))) {}

void UndoStore::begin(const Write& write) {
    begun_ = &write;
    is_noted_ = false;
    record_.clear();
    auto record = text_to_keep(write, data_directory_);
    if (!record) refuse("so much was written that 'kith undo' cannot take it back", {});
    record_ = std::move(*record);
    if (!core::is_valid_utf8(record_)) refuse("what was there was no UTF-8 text; 'kith undo' cannot put it back", {});
    const auto names = record_names();
    const unsigned number = names.empty() ? 1 : number_of(names.back()) + 1;
    record_path_ = fmt::format("{}/{:08}.toml", folder_, number);
    // A single file is replaced or not: there is nothing in between to note.
    if (write.changes.size() < 2) return;
    files_->put(record_path_, begun_record(record_));
    is_noted_ = true;
}

void UndoStore::finish() {
    try {
        files_->put(record_path_, record_);
    } catch (const core::Failure&) {
        if (!is_noted_) throw; // Else what was noted before serves as well.
    }
    auto names = record_names();
    if (names.size() <= most_writes) return;
    names.resize(names.size() - most_writes);
    for (const auto& name : names) files_->discard(folder_ + "/" + name);
}

bool UndoStore::give_up(DataDirectory& directory) {
    if (begun_ == nullptr) return false;
    Texts before;
    for (const auto& step : begun_->changes) before.try_emplace(step.name, step.before);
    const auto is_untouched = [&](const auto& file) { return directory.text(file.first) == file.second; };
    if (!std::ranges::all_of(before, is_untouched)) {
        if (!is_noted_) finish();
        return true;
    }
    if (is_noted_) files_->discard(record_path_);
    return false;
}

bool UndoStore::is_empty() const {
    return record_names().empty();
}

std::vector<std::string> UndoStore::record_names() const {
    auto names = files_->list(folder_);
    std::erase_if(names, [](const std::string& name) { return number_of(name) == 0; });
    return names;
}

std::vector<Write> UndoStore::last_writes(std::size_t count, DataDirectory& directory) const {
    auto names = record_names();
    std::ranges::reverse(names);
    Texts texts;
    std::vector<Write> writes;
    for (const auto& name : names) {
        if (writes.size() == count) break;
        const auto record = read_undo_record(folder_ + "/" + name, files_->read(folder_ + "/" + name).value_or(""));
        // A power cut may have left it empty; what was written then shows in the fingerprints of the files.
        if (!record || record->directory != data_directory_) continue;
        Write write{record->command, changes_made(*record, directory, texts)};
        if (write.changes.empty()) continue;
        writes.push_back(std::move(write));
    }
    return writes;
}

std::size_t bytes_to_keep(const std::vector<FileChange>& changes) {
    std::size_t bytes = 0;
    for (const auto& change : changes) {
        const auto lines = changed_lines(change);
        bytes += lines.removed.size() + lines.added.size();
    }
    return bytes;
}

std::vector<FileChange> taking_back(const std::vector<Write>& writes) {
    std::vector<FileChange> steps;
    for (const auto& write : writes)
        for (const auto& change : std::views::reverse(write.changes))
            steps.push_back({change.name, change.after, change.before});
    return net_changes(steps).empty() ? std::vector<FileChange>{} : steps;
}

} // namespace kith::store
