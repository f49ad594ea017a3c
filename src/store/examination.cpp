#include "examination.hpp"

#include "kith/core/records.hpp"
#include "kith/core/text.hpp"

#include "record_order.hpp"
#include "settings.hpp"
#include "sources.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace kith::store {
namespace {

struct Home {
    std::string_view kind;
    std::string_view file; ///< Or the folder, with a slash.
};
constexpr std::array<Home, 10> homes{{{"person", "people.toml"},
                                      {"interaction", "log/"},
                                      {"event", "events/"},
                                      {"followup", "followups/"},
                                      {"goal", "strategy.toml"},
                                      {"audience", "strategy.toml"},
                                      {"platform", "strategy.toml"},
                                      {"topic", "strategy.toml"},
                                      {"channel", "strategy.toml"},
                                      {"post", "strategy.toml"}}};

const Home* home_of(std::string_view kind) {
    const auto* found = std::ranges::find(homes, kind, &Home::kind);
    return found == homes.end() ? nullptr : found;
}

/// The kind that was meant by a header of no known kind, among those of the file.
std::optional<std::string_view> nearest_kind(std::string_view kind, std::string_view file) {
    std::vector<std::string_view> candidates;
    for (const auto& home : homes)
        if (file.starts_with(home.file)) candidates.push_back(home.kind);
    return core::nearest(kind, candidates);
}

int line_of_key(const core::Fields& fields, std::string_view key, int otherwise) {
    const auto found = std::ranges::find(fields, key, &core::Field::key);
    return found == fields.end() || found->line == 0 ? otherwise : found->line;
}

bool is_built_in_channel(const Reference& reference) {
    static const core::Strategy nothing_of_ones_own;
    return reference.kind == "channel" &&
           core::mode_of_channel(reference.id, nothing_of_ones_own) != core::Mode::unclassified;
}

bool is_placing_key(const core::FieldProblem& problem) {
    return problem.key == "date" || problem.key == "start" || problem.key == "due" || problem.key == "created";
}

} // namespace

void Examination::tell(Spot spot, Complaint complaint, int line) {
    const auto& file = files_[spot.file];
    core::Problem problem{core::ProblemKind::bad_data,
                          fmt::format("{}: {}", file.document->records()[spot.record].kind, complaint.message),
                          core::Place{file.path, line, 0}, std::move(complaint.hint)};
    told_.push_back({spot.file, {complaint.severity, std::move(problem)}});
}

void Examination::tell(std::size_t file, core::Problem problem) {
    if (!problem.place) problem.place = core::Place{files_[file].path, 0, 0};
    told_.push_back({file, {Severity::error, std::move(problem)}});
}

int Examination::line_of(Spot spot) const {
    return files_[spot.file].document->records()[spot.record].line;
}

void Examination::read(DataDirectory& directory, const std::string& name) {
    const std::size_t file = files_.size();
    files_.push_back({name, directory.path_of(name), std::nullopt, false});
    ++read_files_;
    try {
        files_.back().document = directory.document(name);
    } catch (const core::Failure& failure) {
        files_.back().is_broken = true;
        for (const auto& problem : failure.problems()) tell(file, problem);
    }
    if (!files_.back().document) return;
    read_tables(file);
    for (std::size_t i = 0; i < files_[file].document->records().size(); ++i) read_record({file, i});
}

void Examination::pass_over(DataDirectory& directory, const std::string& name) {
    files_.push_back({name, directory.path_of(name), std::nullopt, false});
    core::Problem problem{core::ProblemKind::bad_data, "this file is not read", core::Place{files_.back().path, 0, 0},
                          name.starts_with("log/") ? "the log's files are named like 2026-11.toml"
                                                   : "the files here are named like 2026.toml"};
    told_.push_back({files_.size() - 1, {Severity::remark, std::move(problem)}});
}

void Examination::read_tables(std::size_t file) {
    const Document& document = *files_[file].document;
    std::vector<core::Problem> problems;
    if (files_[file].name == "people.toml") {
        std::vector<core::Group> groups;
        problems = read_groups(document, groups);
    } else if (files_[file].name == "strategy.toml") {
        core::Targets targets;
        problems = read_targets(document, targets);
    } else if (files_[file].name == "config.toml") {
        core::Config config;
        problems = read_config(document, config);
    }
    for (auto& problem : problems) tell(file, std::move(problem));
    for (const auto& name : document.tables_in({})) {
        const Home* home = home_of(name);
        if (home == nullptr || !files_[file].name.starts_with(home->file)) continue;
        const std::vector<std::string> path{name};
        const auto fields = document.table(path).value_or(core::Fields{});
        const int line = fields.empty() ? 0 : fields.front().line;
        tell(file, {core::ProblemKind::bad_data, fmt::format("[{}] is not read as a record", name),
                    core::Place{files_[file].path, line, 0}, fmt::format("write [[{}]]", name)});
    }
    for (const auto& field : document.table({}).value_or(core::Fields{})) {
        const Home* home = home_of(field.key);
        if (home == nullptr || !files_[file].name.starts_with(home->file)) continue;
        if (auto problem = listed_in_a_value(document, field.key)) tell(file, std::move(*problem));
    }
}

void Examination::read_record(Spot spot) {
    const File& file = files_[spot.file];
    const RecordSpan& span = file.document->records()[spot.record];
    if (const Home* home = home_of(span.kind); home != nullptr && !file.name.starts_with(home->file)) {
        tell(spot.file, {core::ProblemKind::bad_data, fmt::format("[[{}]] is not read in this file", span.kind),
                         core::Place{file.path, span.line, 0}, fmt::format("it belongs in {}", home->file)});
        return;
    }
    const bool is_read = read_as<core::Interaction>(spot) || read_as<core::Followup>(spot) ||
                         read_as<core::Person>(spot) || read_as<core::Event>(spot) || read_as<core::Goal>(spot) ||
                         read_as<core::Audience>(spot) || read_as<core::Platform>(spot) || read_as<core::Topic>(spot) ||
                         read_as<core::Channel>(spot) || read_as<core::Post>(spot);
    if (is_read) return;
    if (const auto near = nearest_kind(span.kind, file.name))
        tell(spot, {Severity::remark, {}, "no kind of record that kith knows", fmt::format("did you mean {}?", *near)},
             span.line);
}

template<class Record> bool Examination::read_as(Spot spot) {
    const Document& document = *files_[spot.file].document;
    const RecordSpan& span = document.records()[spot.record];
    if (span.kind != core::kind_of<Record>()) return false;
    ++records_;
    const auto fields = document.fields(spot.record);
    const auto reading = core::from_fields<Record>(fields);
    for (const auto& problem : reading.problems)
        tell(spot, {Severity::error, problem.key, problem.message, {}}, problem.line > 0 ? problem.line : span.line);
    check_keys<Record>(spot, fields);
    for (auto& complaint : complaints(reading.record, today_)) {
        const int line = line_of_key(fields, complaint.key, span.line);
        tell(spot, std::move(complaint), line);
    }
    for (auto& reference : references(reading.record)) {
        if (is_built_in_channel(reference)) continue; // Most records have one: too many to keep them all.
        const int line = line_of_key(fields, reference.key, span.line);
        references_.push_back({spot, line, std::move(reference)});
    }
    if constexpr (std::is_same_v<Record, core::Person>) note_names(spot, fields, reading.record);
    std::string id;
    if constexpr (std::is_same_v<decltype(reading.record.id), std::string>)
        id = reading.record.id;
    else
        id = reading.record.id.text;
    if (id.empty())
        tell(spot, {Severity::remark, {}, "it has no 'id'", "give it one of its own"}, span.line);
    else
        ids_[core::kind_of<Record>()][std::move(id)].push_back(spot);
    check_place(spot, reading.record, std::ranges::none_of(reading.problems, is_placing_key));
    return true;
}

template<class Record> void Examination::check_keys(Spot spot, const core::Fields& fields) {
    static const auto known = core::keys_of<Record>();
    for (const auto& field : fields) {
        if (std::ranges::find(known, field.key) != known.end()) continue;
        const auto near = core::nearest(field.key, known);
        if (!near) continue; // A key of the user's own.
        tell(spot,
             {Severity::remark, field.key, fmt::format("'{}' is a key of your own", field.key),
              fmt::format("did you mean '{}'?", *near)},
             field.line);
    }
}

/// The file alone: within it the order means nothing to any reading, and an edit of a date leaves the record where it
/// stands, so that the rest of the file stays byte for byte.
template<class Record> void Examination::check_place(Spot spot, const Record& record, bool is_dated) {
    if (!place_in_time(record) || !is_dated) return;
    const File& file = files_[spot.file];
    if (auto belongs_in = file_of(record); belongs_in != file.name) {
        tell(spot.file, misplaced(*file.document, spot.record, belongs_in));
        misplaced_.emplace(spot, std::move(belongs_in));
    }
}

void Examination::note_names(Spot spot, const core::Fields& fields, const core::Person& person) {
    const int was_line = line_of_key(fields, "was", line_of(spot));
    for (const auto& former : person.was) {
        former_ids_.push_back({spot, person.id.text, former.text, was_line});
        known_former_ids_.insert(former.text);
    }
    if (!person.name.empty()) names_.push_back({spot, person.name, line_of_key(fields, "name", line_of(spot))});
    for (const auto& alias : person.aliases)
        names_.push_back({spot, alias, line_of_key(fields, "aliases", line_of(spot))});
}

Checkup Examination::checkup() && {
    const auto order = [](const Told& told) {
        return std::tuple(told.file, told.finding.problem.place->line, told.finding.problem.place->column);
    };
    std::ranges::stable_sort(told_, {}, order);
    Checkup result;
    for (auto& told : told_) result.findings.push_back(std::move(told.finding));
    result.repairs = std::move(repairs_);
    result.files = read_files_;
    result.records = records_;
    return result;
}

} // namespace kith::store
