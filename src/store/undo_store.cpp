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

/// A write with more text than this is not kept: more than an import of all the contacts one has.
constexpr std::size_t most_bytes = std::size_t{64} << 20U;

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

} // namespace

UndoStore::UndoStore(system::Files& files, const std::string& state_directory, const std::string& data_directory)
    : files_(&files), data_directory_(files.resolve(data_directory)),
      folder_(fmt::format("{}/undo/{}-{:016x}", state_directory, last_part(data_directory_), hash(data_directory_))) {}

void UndoStore::keep(const Write& write) {
    const std::string text = to_text(write, data_directory_);
    if (text.size() > most_bytes) refuse("so much was written that 'kith undo' cannot take it back", {});
    if (!core::is_valid_utf8(text)) refuse("what was there was no UTF-8 text; 'kith undo' cannot put it back", {});
    auto names = record_names();
    const unsigned number = names.empty() ? 1 : number_of(names.back()) + 1;
    files_->put(fmt::format("{}/{:08}.toml", folder_, number), text);
    if (names.size() < most_writes) return;
    names.resize(names.size() + 1 - most_writes);
    for (const auto& name : names) files_->discard(folder_ + "/" + name);
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
    std::map<std::string, std::optional<std::string>> texts;
    std::vector<Write> writes;
    for (const auto& name : names) {
        if (writes.size() == count) break;
        const auto record = read_undo_record(folder_ + "/" + name, files_->read(folder_ + "/" + name).value_or(""));
        // A power cut may have left it empty; what was written then shows in the fingerprints of the files.
        if (!record || record->directory != data_directory_) continue;
        Write write{record->command, {}};
        for (const auto& change : record->changes) {
            auto& text = texts.try_emplace(change.name, directory.text(change.name)).first->second;
            if (fingerprint(text) != change.after)
                refuse_changed(directory.path_of(change.name), text, record->command);
            auto before = before_change(change, text);
            if (fingerprint(before) != change.before)
                refuse_changed(directory.path_of(change.name), text, record->command);
            write.changes.push_back({change.name, before, std::exchange(text, before)});
        }
        writes.push_back(std::move(write));
    }
    return writes;
}

std::vector<FileChange> taking_back(const std::vector<Write>& writes) {
    std::vector<FileChange> changes;
    for (const auto& write : writes) {
        for (const auto& change : std::views::reverse(write.changes)) {
            const auto known = std::ranges::find(changes, change.name, &FileChange::name);
            if (known == changes.end())
                changes.push_back({change.name, change.after, change.before});
            else
                known->after = change.before;
        }
    }
    std::erase_if(changes, [](const FileChange& change) { return change.before == change.after; });
    return changes;
}

} // namespace kith::store
