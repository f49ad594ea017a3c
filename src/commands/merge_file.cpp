// kith merge-file: git's merge driver for the journal's files.
#include "kith/core/error.hpp"
#include "kith/render/diff.hpp"
#include "kith/store/merge.hpp"

#include "nouns.hpp"
#include "options.hpp"
#include "session.hpp"

#include <fmt/format.h>

#include <memory>

namespace kith::commands {
namespace {

struct MergeOptions {
    Texts files; ///< BASE, OURS, THEIRS.
    Text output;
    Text path;
};

constexpr auto standard_output = "-";

/// What a side has; nothing where the file does not exist.
std::optional<store::Version> read(Session& session, const MergeOptions& options, std::size_t index,
                                   std::string_view side) {
    const auto& file = options.files[index];
    const auto name = options.path ? fmt::format("{} ({})", *options.path, side) : file;
    if (file == "/dev/null") return store::Version{name, {}};
    auto text = session.environment().files.read(file);
    if (!text) return std::nullopt;
    return store::Version{name, std::move(*text)};
}

store::Version require(std::optional<store::Version> version, const std::string& file) {
    if (!version) core::fail_not_found(fmt::format("there is no file '{}'", file));
    return std::move(*version);
}

core::Problem problem_of(const store::Conflict& conflict, const std::string& file) {
    return {core::ProblemKind::bad_data, store::to_text(conflict), core::Place{file, conflict.line, 0},
            "keep the lines you want and take out the three marker lines"};
}

std::vector<std::string_view> conflict_keys() {
    return {"file", "line", "record", "keys", "message"};
}

Listing listing_of(const store::Merged& merged, const std::string& file) {
    Listing listing{conflict_keys(), merged.conflicts.size(), {}, {}, {}};
    listing.fields = [&merged, file](std::size_t i) {
        const auto& conflict = merged.conflicts[i];
        core::Fields fields{{"file", file, 0}, {"line", std::int64_t{conflict.line}, 0}};
        if (!conflict.subject.empty()) fields.push_back({"record", conflict.subject, 0});
        if (!conflict.keys.empty()) fields.push_back({"keys", conflict.keys, 0});
        fields.push_back({"message", store::to_text(conflict), 0});
        return fields;
    };
    listing.text = [] { return std::string{}; };
    return listing;
}

/// Puts the text where it belongs. True where it has been shown instead.
bool deliver(const store::Merged& merged, const store::Version& ours, const MergeOptions& options,
             const std::string& shown_name, Session& session) {
    if (session.options().dry_run) {
        session.page(render::unified_diff(shown_name, &ours.text, merged.text));
        return true;
    }
    const auto& target = options.output.value_or(options.files[1]);
    if (target == standard_output) {
        session.print(merged.text);
        return true;
    }
    if (target != options.files[1] || merged.text != ours.text)
        session.environment().files.replace(target, merged.text);
    return false;
}

int merge_file(const MergeOptions& options, Session& session) {
    if (options.files.size() != 3) core::fail_usage("merge-file takes three files", "kith merge-file BASE OURS THEIRS");
    const bool has_data = session.options().json || session.options().format.has_value();
    if (options.output == standard_output && has_data)
        core::fail_usage("--output - gives out the merged file", "write it to a file for --json and --format");
    session.require_format(conflict_keys());
    const auto base = read(session, options, 0, "base").value_or(store::Version{});
    const auto ours = require(read(session, options, 1, "ours"), options.files[1]);
    const auto theirs = require(read(session, options, 2, "theirs"), options.files[2]);
    const auto merged = store::merge(base, ours, theirs);
    const auto& target = options.output && options.output != standard_output ? *options.output : options.files[1];
    const auto file = options.path.value_or(target);
    const bool is_shown = deliver(merged, ours, options, file, session);
    for (const auto& problem : merged.unreadable) session.note(core::to_text(problem));
    for (const auto& conflict : merged.conflicts) session.note(core::to_text(problem_of(conflict, file)));
    if (!is_shown) static_cast<void>(session.show(listing_of(merged, file)));
    return merged.conflicts.empty() ? 0 : 1;
}

Action bind_merge_file(CLI::App& app) {
    auto options = std::make_shared<MergeOptions>();
    words(app, "FILE", options->files, "BASE, OURS and THEIRS; a BASE that does not exist is empty");
    option(app, "--output", options->output, "FILE", "where the merged file goes instead of OURS; - shows it");
    option(app, "--path", options->path, "P", "the file's name in the repository, for messages");
    return [options](Session& session) { return merge_file(*options, session); };
}

} // namespace

std::vector<Command> merge_file_commands() {
    return {
        {"merge-file", "BASE OURS THEIRS [OPTIONS]", "merge two sides of a file by its records",
         "As git's merge driver: git config merge.kith.driver 'kith merge-file %O %A %B --path=%P', and "
         "'*.toml merge=kith' in .gitattributes. Records are merged by their ids and within by their keys, lists as "
         "sets. What excludes each other stays between git's marker lines, around that record alone, and the status "
         "is 1. In a file that is not valid TOML all that differs is one conflict.",
         "kith merge-file base.toml ours.toml theirs.toml --output -", bind_merge_file}};
}

} // namespace kith::commands
