// kith init: what a journal begins with, and what git has to know of it.
#include "kith/store/data_directory.hpp"
#include "kith/store/git_setup.hpp"
#include "kith/store/repository.hpp"

#include "first_files.hpp"
#include "nouns.hpp"
#include "options.hpp"
#include "session.hpp"

#include <fmt/format.h>

#include <memory>

namespace kith::commands {
namespace {

constexpr const char* driver_setting = "merge.kith.driver";
constexpr const char* driver_name_setting = "merge.kith.name";

/// What was missing, as it is made.
struct Setup {
    std::vector<store::FileChange> changes;
    std::vector<render::Row> rows;
};

void add_first_file(const std::string& name, std::string_view text, std::string_view what, Setup& setup,
                    Session& session) {
    if (session.journal().directory().text(name)) return;
    setup.changes.push_back({name, std::nullopt, std::string(text)});
    setup.rows.push_back({{"made"}, {name}, {std::string(what)}});
}

void add_git_file(std::string_view file, std::string_view what, Setup& setup, Session& session) {
    const std::string name(file);
    const auto before = session.journal().directory().text(name);
    auto after = store::with_missing_lines(file, before);
    if (!after) return;
    setup.changes.push_back({name, before, std::move(after)});
    setup.rows.push_back({{before ? "added to" : "made"}, {name}, {std::string(what)}});
}

/// The repository, made where there is none; nothing where --dry-run keeps it from being made.
std::optional<store::Repository> find_or_create(Setup& setup, Session& session) {
    auto repository = store::Repository::find(session.git(), session.environment().files);
    if (repository) return repository;
    setup.rows.push_back({{"made"}, {"git repository"}, {session.journal().directory().path()}});
    if (session.options().dry_run) return std::nullopt;
    return store::Repository::create(session.git(), session.environment().files);
}

void set_driver(const std::optional<store::Repository>& repository, Setup& setup, Session& session) {
    if (repository && repository->setting(driver_setting)) return;
    const auto command = store::driver_command(session.environment().processes.own_program());
    setup.rows.push_back({{"set"}, {driver_setting}, {command}});
    if (!repository || session.options().dry_run) return;
    repository->set(driver_name_setting, "kith, by records");
    repository->set(driver_setting, command);
}

std::vector<std::string_view> keys_of_steps() {
    return {"step", "name", "details"};
}

void tell_made(const Setup& setup, const std::string& text, Session& session) {
    std::vector<core::Fields> records;
    for (const auto& row : setup.rows)
        records.push_back({{"step", row[0].text, 0}, {"name", row[1].text, 0}, {"details", row[2].text, 0}});
    (void)session.answer(records, keys_of_steps(), text);
}

void tell(const Setup& setup, Session& session) {
    if (setup.rows.empty()) session.note("nothing was missing");
    const auto text = render::to_text(setup.rows, session.layout());
    if (!session.options().dry_run) return tell_made(setup, text, session);
    // The diff has the files; of git there is none to show.
    for (const auto& row : setup.rows)
        if (row.front().text == "set" || row[1].text == "git repository")
            session.note(fmt::format("to be {}: {} {}", row[0].text, row[1].text, row[2].text));
}

int init(bool with_git, Session& session) {
    session.begin_writing(keys_of_steps());
    Setup setup;
    std::optional<store::Repository> repository;
    add_first_file("strategy.toml", first_strategy, "where you show up, and why", setup, session);
    add_first_file("config.toml", first_config, "settings", setup, session);
    if (with_git) {
        repository = find_or_create(setup, session);
        add_git_file(store::attributes_file, "merge by records", setup, session);
        add_git_file(store::ignore_file, "what editors leave behind", setup, session);
        set_driver(repository, setup, session);
    }
    session.save_texts({"init", setup.changes});
    tell(setup, session);
    return 0;
}

Action bind_init(CLI::App& app) {
    auto with_git = std::make_shared<bool>(false);
    flag(app, "--git", *with_git, "also a git repository that merges the files by records");
    return [with_git](Session& session) { return init(*with_git, session); };
}

} // namespace

std::vector<Command> init_commands() {
    return {{"init", "[--git]", "make what a journal begins with",
             "Makes a strategy.toml and a config.toml that hold examples only, and with --git a git repository (unless "
             "the directory is in one), .gitattributes, .gitignore, and in the repository's own configuration how kith "
             "merges its files, which every clone needs once. What is there stays as it is, and what was missing is "
             "said. A journal needs none of this: it begins with the first command that writes.",
             "kith init --git", bind_init}};
}

} // namespace kith::commands
