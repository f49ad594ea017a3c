#include "kith/store/data_directory.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace kith::store {
namespace {

/// Rule 5 of data-format.md: a record is there before anything names it.
int rank_of(std::string_view name) {
    constexpr std::array<std::string_view, 5> order{"people.toml", "log/", "followups/", "strategy.toml", "events/"};
    const auto place = std::ranges::find_if(order, [name](std::string_view start) { return name.starts_with(start); });
    return static_cast<int>(place - order.begin());
}

bool is_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c) != 0; });
}

/// `2026-11.toml` in log, `2026.toml` elsewhere.
bool is_period_file(std::string_view folder, std::string_view name) {
    if (!name.ends_with(".toml")) return false;
    name.remove_suffix(5);
    if (folder != "log") return name.size() == 4 && is_digits(name);
    return name.size() == 7 && is_digits(name.substr(0, 4)) && name[4] == '-' && is_digits(name.substr(5));
}

} // namespace

bool is_journal_file(std::string_view name) {
    if (name == "people.toml" || name == "strategy.toml" || name == "config.toml") return true;
    const auto slash = name.find('/');
    if (slash == std::string_view::npos) return false;
    const auto folder = name.substr(0, slash);
    return (folder == "log" || folder == "events" || folder == "followups") &&
           is_period_file(folder, name.substr(slash + 1));
}

std::vector<FileChange> net_changes(const std::vector<FileChange>& steps) {
    std::vector<FileChange> changes;
    for (const auto& step : steps) {
        const auto known = std::ranges::find(changes, step.name, &FileChange::name);
        if (known == changes.end())
            changes.push_back(step);
        else
            known->after = step.after;
    }
    std::erase_if(changes, [](const FileChange& change) { return change.before == change.after; });
    return changes;
}

DataDirectory::DataDirectory(system::Files& files, std::string path) : files_(&files), path_(std::move(path)) {}

std::string DataDirectory::path_to_read(const std::string& name) {
    if (const auto slash = name.find('/'); slash != std::string::npos) require_within(name.substr(0, slash));
    require_within(name);
    return path_of(name);
}

std::optional<std::string> DataDirectory::read(const std::string& name) {
    return files_->read(path_to_read(name));
}

std::vector<std::string> DataDirectory::list(const std::string& folder) {
    require_within(folder);
    return files_->list(path_of(folder));
}

void DataDirectory::require_within(const std::string& name) {
    const auto path = path_of(name);
    if (!is_tracked_ || !files_->is_link(path)) return;
    // One that leads nowhere yet resolves to itself: what is written would go there.
    const auto target = files_->resolve(path);
    if (target != path && target.starts_with(files_->resolve(path_) + "/")) return;
    if (!is_tracked_(name)) return;
    throw core::Failure({core::ProblemKind::io,
                         "this is a symbolic link that git tracks and that leads out of the journal",
                         core::Place{path, 0, 0},
                         "it is not followed; where it is your own, take it out of git: kith git rm --cached " + name});
}

void DataDirectory::lock() {
    if (!lock_) lock_ = files_->lock(path_);
}

void DataDirectory::unlock() {
    lock_.reset();
}

std::optional<std::string> DataDirectory::text(const std::string& name) {
    if (const auto edited = edited_.find(name); edited != edited_.end()) return edited->second.document.text();
    return read(name);
}

DataDirectory::Room::Room(DataDirectory& directory)
    : directory_(&directory), text_(std::exchange(directory.room_, {})) {
    constexpr std::size_t usual_file = std::size_t{1} << 18U; // Of which nothing is touched that is not used.
    text_.reserve(usual_file);
}

DataDirectory::Room::~Room() {
    constexpr std::size_t large = std::size_t{1} << 20U;
    if (text_.capacity() <= large) directory_->room_ = std::move(text_);
}

std::optional<std::string_view> DataDirectory::view(const std::string& name, Room& room) {
    if (const auto edited = edited_.find(name); edited != edited_.end()) return edited->second.document.text();
    return files_->read_into(path_to_read(name), room.text_);
}

std::optional<Document> DataDirectory::document(const std::string& name) {
    if (const auto edited = edited_.find(name); edited != edited_.end()) return edited->second.document;
    auto text = read(name);
    if (!text) return std::nullopt;
    return Document::parse(path_of(name), std::move(*text));
}

Document& DataDirectory::edit(const std::string& name) {
    const auto known = edited_.find(name);
    if (known != edited_.end()) return known->second.document;
    auto before = read(name);
    Document document = Document::parse(path_of(name), before.value_or(""));
    const int order = static_cast<int>(edited_.size());
    return edited_.emplace(name, Edited{std::move(before), std::move(document), order}).first->second.document;
}

void DataDirectory::replace_text(const std::string& name, std::string text) {
    // What was there need not parse: this is how it is mended.
    Document document = Document::parse(path_of(name), std::move(text));
    const auto known = edited_.find(name);
    if (known != edited_.end()) {
        known->second.document = std::move(document);
        return;
    }
    const int order = static_cast<int>(edited_.size());
    edited_.emplace(name, Edited{read(name), std::move(document), order});
}

void DataDirectory::write_early(const std::string& name) {
    const std::string text = edit(name).text();
    const auto& before = edited_.at(name).before;
    if (before != text) early_.push_back({name, before, text});
}

const std::vector<std::string>& DataDirectory::names_in(const std::string& folder) {
    const auto known = folders_.find(folder);
    if (known != folders_.end()) return known->second;
    std::vector<std::string> names;
    for (const auto& name : list(folder))
        if (is_period_file(folder, name)) names.push_back(folder + "/" + name);
    std::ranges::sort(names);
    return folders_.emplace(folder, std::move(names)).first->second;
}

std::vector<std::string> DataDirectory::all_names() {
    std::vector<std::string> names;
    const auto here = files_->list(path_);
    for (const std::string name : {"people.toml", "strategy.toml", "config.toml"})
        if (std::ranges::find(here, name) != here.end()) names.push_back(name);
    for (const std::string folder : {"log", "events", "followups"})
        names.insert(names.end(), names_in(folder).begin(), names_in(folder).end());
    return names;
}

std::vector<std::string> DataDirectory::stray_names() {
    std::vector<std::string> names;
    for (const std::string folder : {"log", "events", "followups"})
        for (const auto& name : list(folder))
            if (!is_period_file(folder, name)) names.push_back(folder + "/" + name);
    return names;
}

std::vector<FileChange> DataDirectory::in_order(EditedFiles edited, std::vector<FileChange> early) {
    struct Ordered {
        int rank, late, order;
        FileChange change;
    };
    std::vector<Ordered> steps;
    for (auto& step : early) {
        const int rank = rank_of(step.name);
        steps.push_back({rank, 0, static_cast<int>(steps.size()), std::move(step)});
    }
    for (auto& [name, file] : edited) {
        if (file.before ? *file.before == file.document.text() : file.document.text().empty()) continue;
        steps.push_back(
            {rank_of(name), 1, file.order, {name, std::move(file.before), std::move(file.document).take_text()}});
    }
    std::ranges::stable_sort(steps, {},
                             [](const Ordered& step) { return std::tuple(step.rank, step.late, step.order); });
    std::vector<FileChange> changes;
    for (auto& step : steps) changes.push_back(std::move(step.change));
    return changes;
}

std::vector<FileChange> DataDirectory::steps_of(EditedFiles edited, std::vector<FileChange> early) {
    const bool has_early = !early.empty();
    auto steps = in_order(std::move(edited), std::move(early));
    if (!has_early) return steps;
    std::map<std::string, std::optional<std::string>> texts;
    for (auto& step : steps) {
        const auto [text, is_first] = texts.try_emplace(step.name, step.before);
        if (!is_first) step.before = text->second;
        text->second = step.after;
    }
    std::erase_if(steps, [](const FileChange& step) { return step.before == step.after; });
    return steps;
}

std::vector<FileChange> DataDirectory::pending() const {
    return in_order(edited_, {});
}

std::vector<FileChange> DataDirectory::steps() const {
    return steps_of(edited_, early_);
}

std::vector<FileChange> DataDirectory::take_pending() {
    early_.clear();
    return in_order(std::exchange(edited_, {}), {});
}

std::vector<FileChange> DataDirectory::take_steps() {
    return steps_of(std::exchange(edited_, {}), std::exchange(early_, {}));
}

void DataDirectory::require_unchanged(const std::vector<FileChange>& steps) {
    std::string room;
    for (auto step = steps.begin(); step != steps.end(); ++step) {
        const auto is_same = [&name = step->name](const FileChange& other) { return other.name == name; };
        if (std::any_of(steps.begin(), step, is_same)) continue; // The first tells what was read.
        if (files_->read_into(path_to_read(step->name), room) == step->before) continue;
        throw core::Failure({core::ProblemKind::io, "the file was changed by another program meanwhile",
                             core::Place{path_of(step->name), 0, 0}, "nothing was written; run the command again"});
    }
}

void DataDirectory::write(const std::vector<FileChange>& steps, const std::function<void()>& begin) {
    require_unchanged(steps);
    begin();
    for (const auto& step : steps) {
        if (step.after)
            files_->replace(path_of(step.name), *step.after);
        else
            files_->remove(path_of(step.name));
    }
    edited_.clear();
    early_.clear();
    folders_.clear();
}

} // namespace kith::store
