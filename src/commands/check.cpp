// kith check: what is wrong in the files, and mending what has one right answer.
#include "kith/store/check.hpp"

#include "kith/core/text.hpp"
#include "kith/store/git_setup.hpp"
#include "kith/store/merge.hpp"
#include "kith/store/repository.hpp"

#include "conflicts.hpp"
#include "nouns.hpp"
#include "options.hpp"
#include "session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace kith::commands {
namespace {

core::Fields fields_of(const store::Finding& finding) {
    core::Fields fields;
    if (finding.problem.place) {
        const auto& place = *finding.problem.place;
        fields.push_back({"file", place.file, 0});
        if (place.line > 0) fields.push_back({"line", std::int64_t{place.line}, 0});
        if (place.column > 0) fields.push_back({"column", std::int64_t{place.column}, 0});
    }
    fields.push_back({"severity", std::string(store::to_text(finding.severity)), 0});
    fields.push_back({"message", finding.problem.message, 0});
    if (!finding.problem.hint.empty()) fields.push_back({"hint", finding.problem.hint, 0});
    return fields;
}

/// `FILE:LINE: error: what is wrong; what to do`, as compilers say it.
std::string line_of(const store::Finding& finding) {
    core::Problem problem = finding.problem;
    problem.message = fmt::format("{}: {}", store::to_text(finding.severity), problem.message);
    return core::to_text(problem) + "\n";
}

std::string counted(std::size_t number, std::string_view thing) {
    return fmt::format("{} {}{}", number, thing, number == 1 ? "" : "s");
}

std::string summary(const store::Checkup& checkup) {
    const auto errors = checkup.count(store::Severity::error);
    const auto remarks = checkup.count(store::Severity::remark);
    const std::string found = errors + remarks == 0
                                  ? "all well"
                                  : fmt::format("{}, {}", counted(errors, "error"), counted(remarks, "remark"));
    return fmt::format("checked {}, {}: {}", counted(checkup.files, "file"), counted(checkup.records, "record"), found);
}

std::vector<std::string_view> finding_keys() {
    return {"file", "line", "column", "severity", "message", "hint"};
}

/// Says what was mended, and looks again.
store::Checkup mended(const store::Checkup& checkup, Session& session) {
    session.begin_writing(finding_keys());
    auto& journal = session.journal();
    const auto done = store::mend(journal, store::check(journal.directory(), session.today()).repairs);
    session.save();
    for (const auto& line : done) session.say(core::escape_controls(line) + "\n");
    return done.empty() ? checkup : store::check(journal.directory(), session.today());
}

Listing listing_of(const std::vector<store::Finding>& findings) {
    Listing listing{finding_keys(), findings.size(), {}, {}, {}};
    listing.fields = [&findings](std::size_t i) { return fields_of(findings[i]); };
    listing.text = [&findings] {
        std::string text;
        for (const auto& finding : findings) text += line_of(finding);
        return text;
    };
    return listing;
}

/// Nothing too where there is no git: a journal does not need it.
std::optional<store::Repository> find_repository(Session& session) {
    try {
        return store::Repository::find(session.git(), session.environment().files);
    } catch (const core::Failure&) {
        return std::nullopt;
    }
}

std::vector<std::string> files_with_conflicts(store::DataDirectory& directory) {
    auto names = directory.all_names();
    std::erase_if(names,
                  [&directory](const std::string& name) { return !has_conflicts(directory.text(name).value_or("")); });
    return names;
}

/// The sides of a conflict as its marker lines have them: what was mended by hand outside of these is in both. What was
/// before is git's, where it still knows. Nothing where the lines do not go together.
std::optional<store::Unmerged> sides_of(const std::string& name, const std::vector<store::Unmerged>& known,
                                        store::DataDirectory& directory) {
    auto sides = store::sides_of_conflicts(directory.text(name).value_or(""));
    if (!sides) return std::nullopt;
    const auto found = std::ranges::find(known, name, &store::Unmerged::name);
    if (found != known.end()) sides->base = found->base;
    return store::Unmerged{name, std::move(sides->base), std::move(sides->ours), std::move(sides->theirs)};
}

/// Does the merges again in which git left conflicts, and returns those that are left; nothing where there were none.
std::optional<std::vector<core::Problem>> merge_again(Session& session) {
    if (files_with_conflicts(session.journal().directory()).empty()) return std::nullopt;
    session.begin_writing(finding_keys());
    auto& directory = session.journal().directory();
    const auto repository = find_repository(session);
    const auto known = repository ? repository->unmerged() : std::vector<store::Unmerged>{};
    std::vector<store::Unmerged> files;
    for (const auto& name : files_with_conflicts(directory))
        if (auto file = sides_of(name, known, directory)) files.push_back(std::move(*file));
    const auto remerge = merge_by_records(files, directory);
    session.save_texts({"check", remerge.changes});
    auto merged = remerge.merged;
    for (const auto& name : merged) session.say(fmt::format("merged {} by records\n", core::escape_controls(name)));
    std::erase_if(merged, [&known](const std::string& name) {
        return std::ranges::find(known, name, &store::Unmerged::name) == known.end();
    });
    if (repository && !session.options().dry_run) repository->take_in(merged);
    return remerge.conflicts;
}

/// Puts the conflicts, which are known by their records, in the place of the one that each file was given up at.
void take_over(const std::vector<core::Problem>& conflicts, store::Checkup& checkup) {
    const auto is_known = [&conflicts](const store::Finding& finding) {
        return std::ranges::any_of(conflicts, [&finding](const core::Problem& conflict) {
            return finding.problem.place && finding.problem.place->file == conflict.place->file;
        });
    };
    std::erase_if(checkup.findings, is_known);
    for (const auto& conflict : conflicts) checkup.findings.push_back({store::Severity::error, conflict});
}

/// A clone has the files that say what is merged by records, but not the program that does it.
void look_for_driver(store::Checkup& checkup, Session& session) {
    auto& directory = session.journal().directory();
    const std::string name(store::attributes_file);
    const auto text = directory.text(name);
    if (!text || !store::is_set_up(name, *text)) return;
    const auto repository = find_repository(session);
    if (!repository || repository->setting("merge.kith.driver")) return;
    checkup.findings.push_back(
        {store::Severity::remark,
         {core::ProblemKind::bad_data, "git in this clone was not told how kith merges its files",
          core::Place{directory.path_of(name), 0, 0}, "'kith init --git' does"}});
}

int check(bool fix, Session& session) {
    const auto conflicts = fix ? merge_again(session) : std::nullopt;
    if (conflicts && session.options().dry_run) {
        for (const auto& conflict : *conflicts) session.note(core::to_text(conflict));
        return conflicts->empty() ? 0 : 1;
    }
    auto checkup = store::check(session.journal().directory(), session.today());
    const bool is_mending = fix && !checkup.repairs.empty();
    if (is_mending) checkup = mended(checkup, session);
    const bool is_diff_shown = is_mending && session.options().dry_run;
    if (conflicts) take_over(*conflicts, checkup);
    look_for_driver(checkup, session);
    int status = is_diff_shown ? 0 : session.show(listing_of(checkup.findings));
    if (checkup.count(store::Severity::error) > 0) status = 1;
    session.note(summary(checkup));
    return status;
}

Action bind_check(CLI::App& app) {
    auto fix = std::make_shared<bool>(false);
    flag(app, "--fix", *fix,
         "redo git's merges by records, move records that stand in the wrong file, take out copies");
    return [fix](Session& session) { return check(*fix, session); };
}

} // namespace

std::vector<Command> check_commands() {
    return {{"check", "[--fix]", "look for what is wrong in the files",
             "A line for each finding, on standard output. Errors are what is not read as it was meant, and make the "
             "status 1; remarks are worth knowing. --fix mends what has one right answer and tells what is left.",
             "kith check", bind_check}};
}

} // namespace kith::commands
