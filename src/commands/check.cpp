// kith check: what is wrong in the files, and mending what has one right answer.
#include "kith/store/check.hpp"

#include "kith/core/text.hpp"

#include "nouns.hpp"
#include "options.hpp"
#include "session.hpp"

#include <fmt/format.h>

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

/// Says what was mended, and looks again.
store::Checkup mended(const store::Checkup& checkup, Session& session) {
    session.begin_writing();
    auto& journal = session.journal();
    const auto done = store::mend(journal, store::check(journal.directory(), session.today()).repairs);
    session.save();
    for (const auto& line : done) session.say(core::escape_controls(line) + "\n");
    return done.empty() ? checkup : store::check(journal.directory(), session.today());
}

Listing listing_of(const std::vector<store::Finding>& findings) {
    Listing listing{{"file", "line", "column", "severity", "message", "hint"}, findings.size(), {}, {}, {}};
    listing.fields = [&findings](std::size_t i) { return fields_of(findings[i]); };
    listing.text = [&findings] {
        std::string text;
        for (const auto& finding : findings) text += line_of(finding);
        return text;
    };
    return listing;
}

int check(bool fix, Session& session) {
    auto checkup = store::check(session.journal().directory(), session.today());
    const bool is_mending = fix && !checkup.repairs.empty();
    if (is_mending) checkup = mended(checkup, session);
    const bool is_diff_shown = is_mending && session.options().dry_run;
    int status = is_diff_shown ? 0 : session.show(listing_of(checkup.findings));
    if (checkup.count(store::Severity::error) > 0) status = 1;
    session.note(summary(checkup));
    return status;
}

Action bind_check(CLI::App& app) {
    auto fix = std::make_shared<bool>(false);
    flag(app, "--fix", *fix, "move records that stand in the wrong file, take out copies");
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
