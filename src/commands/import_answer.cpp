#include "import_answer.hpp"

#include "kith/core/text.hpp"
#include "kith/core/text_field.hpp"
#include "kith/render/table.hpp"

#include "import_kinds.hpp"
#include "import_names.hpp"
#include "sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace kith::commands {
namespace {

using exchange::Plan;

/// The text of the first of the keys that has one.
std::string first_text(const core::Fields& fields, std::initializer_list<std::string_view> keys) {
    for (const auto key : keys)
        if (const auto* text = core::find_text(fields, key)) return *text;
    return {};
}

core::Fields named(const Kind& kind, const core::Fields& record) {
    return {{"kind", std::string(kind.name), 0},
            {"id", core::text_of(record, "id"), 0},
            {"title", first_text(record, {"name", "text", "title", "note", "id"}), 0}};
}

std::string counted(std::size_t count, const Kind& kind) {
    return fmt::format("{} {}", count, count == 1 ? kind.one : kind.many);
}

std::string counts_in_words(const Kind& kind) {
    std::vector<std::string> parts;
    if (kind.added > 0) parts.push_back(fmt::format("{} new", kind.added));
    if (!kind.changed.empty()) parts.push_back(fmt::format("{} changed", kind.changed.size()));
    if (kind.there > 0) parts.push_back(fmt::format("{} already there", kind.there));
    return core::join(parts, ", ");
}

/// The first rows of a long list, and how many there are beyond.
constexpr std::size_t most_rows = 20;

void add_row(std::vector<render::Row>& rows, std::size_t number, std::string_view label, const std::string& text) {
    if (number < most_rows) rows.push_back({{std::string(number == 0 ? label : "")}, {text}});
}
void add_rest(std::vector<render::Row>& rows, std::size_t count) {
    if (count > most_rows) rows.push_back({{""}, {fmt::format("and {} more: --json has them all", count - most_rows)}});
}

/// The keys that differ.
std::vector<std::string> changed_keys(const core::Fields& before, const core::Fields& after) {
    std::vector<std::string> keys;
    for (const auto& change : core::changes(before, after)) keys.push_back(change.key);
    return keys;
}

/// `Ana Souza (ana-souza): city, every`; where it came from is no news beside other keys. Of an event `status skipped`,
/// since a calendar may take it off.
std::string change_in_words(const Kind& kind, const core::Fields& before, const core::Fields& after,
                            render::Signs signs) {
    auto keys = changed_keys(before, after);
    std::erase(keys, "imported");
    for (auto& key : keys)
        if (key == "status") key += " " + core::text_of(after, "status");
    const auto what = keys.empty() ? "where it comes from, and nothing else" : core::join(keys, ", ");
    return name_with_id(kind, after, signs) + ": " + what;
}

/// A row for each kind of which something is new.
void add_new(std::vector<render::Row>& rows, const std::vector<Kind>& kinds, const render::Layout& layout) {
    std::size_t number = 0;
    for (const auto& kind : kinds)
        if (kind.added > 0) add_row(rows, number++, "new", new_in_words(kind, layout));
}

void add_changed(std::vector<render::Row>& rows, const std::vector<Kind>& kinds, render::Signs signs) {
    std::size_t number = 0;
    for (const auto& kind : kinds)
        for (const auto& [before, after] : kind.changed)
            if (!after.empty()) add_row(rows, number++, "changed", change_in_words(kind, before, after, signs));
    add_rest(rows, number);
}

/// What was not taken of the files, or what is noted of what was, each with the file it stands in.
template<class Take>
void each_told(bool is_note, const Plan& plan, const std::vector<ImportedFile>& files, const Take& take) {
    for (std::size_t i = 0; i < files.size(); ++i)
        for (const auto& told : plan.skipped.at(i))
            if (told.is_note == is_note) take(files[i].name, told);
}

/// A line for each of them in a file; one for all of a kind where the file has several.
std::vector<std::string> told_lines(bool is_note, const std::string& file, const std::vector<exchange::Skipped>& all) {
    std::map<std::string_view, std::size_t> counts;
    for (const auto& told : all)
        if (!told.of_many.empty()) ++counts[told.of_many];
    std::vector<std::string> lines;
    for (const auto& told : all) {
        if (told.is_note != is_note) continue;
        const auto kind = counts.find(told.of_many);
        if (kind == counts.end() || kind->second == 1)
            lines.push_back(fmt::format("{}:{}: {}", file, told.line, told.reason));
        else if (const auto count = std::exchange(kind->second, 0); count > 0)
            lines.push_back(fmt::format("{}: {} {}", file, count, told.of_many));
    }
    return lines;
}

void add_told(std::vector<render::Row>& rows, bool is_note, const Plan& plan, const std::vector<ImportedFile>& files) {
    std::size_t number = 0;
    for (std::size_t i = 0; i < files.size(); ++i)
        for (const auto& line : told_lines(is_note, files[i].name, plan.skipped.at(i)))
            add_row(rows, number++, is_note ? "note" : "skipped", line);
    add_rest(rows, number);
}

std::vector<core::Fields> told_fields(bool is_note, const Plan& plan, const std::vector<ImportedFile>& files) {
    std::vector<core::Fields> all;
    each_told(is_note, plan, files, [&](const std::string& file, const exchange::Skipped& told) {
        all.push_back({{"file", file, 0}, {"line", std::int64_t{told.line}, 0}, {"reason", told.reason, 0}});
    });
    return all;
}

/// The files of which something has no place in kith.
template<class Take> void each_passed_over(const std::vector<ImportedFile>& files, const Take& take) {
    for (const auto& file : files)
        if (!file.passed_over.empty()) take(file);
}

void add_encodings(std::vector<render::Row>& rows, const std::vector<ImportedFile>& files) {
    for (const auto& file : files)
        if (!file.encoding.empty())
            rows.push_back({{"read as"},
                            {fmt::format("{}: {}, for it is not UTF-8; look whether the accents are right", file.name,
                                         file.encoding)}});
}

std::string_view parts_of(std::string_view kind) {
    if (kind == "json") return "keys";
    if (kind == "friends") return "lists";
    return kind == "vcard" || kind == "ics" ? "properties" : "columns";
}

void add_passed_over(std::vector<render::Row>& rows, const std::vector<ImportedFile>& files) {
    std::size_t number = 0;
    each_passed_over(files, [&](const ImportedFile& file) {
        add_row(rows, number++, "passed over",
                fmt::format("{} of {}: {}", parts_of(file.kind), file.name, core::join(file.passed_over, ", ")));
    });
    add_rest(rows, number);
}

std::vector<core::Fields> passed_over_fields(const std::vector<ImportedFile>& files) {
    std::vector<core::Fields> all;
    each_passed_over(files, [&all](const ImportedFile& file) {
        all.push_back({{"file", file.name, 0}, {"names", file.passed_over, 0}});
    });
    return all;
}

std::vector<core::Fields> alike_fields(const Plan& plan) {
    std::vector<core::Fields> all;
    for (const auto& alike : plan.alike)
        all.push_back({{"name", alike.name, 0}, {"known", alike.known.text, 0}, {"added", alike.added.text, 0}});
    return all;
}

core::Field count_field(const char* key, std::size_t count) {
    return {key, static_cast<std::int64_t>(count), 0};
}

} // namespace

bool changes_anything(const Plan& plan) {
    return std::ranges::any_of(kinds_of(plan),
                               [](const Kind& kind) { return kind.added > 0 || !kind.changed.empty(); });
}

std::string summary_in_words(const Plan& plan, const std::vector<ImportedFile>& files, const render::Layout& layout) {
    std::vector<render::Row> rows;
    const auto kinds = kinds_of(plan);
    for (const auto& kind : kinds) rows.push_back({{std::string(kind.many)}, {counts_in_words(kind)}});
    add_new(rows, kinds, layout);
    add_changed(rows, kinds, layout.signs);
    add_told(rows, false, plan, files);
    add_told(rows, true, plan, files);
    add_encodings(rows, files);
    add_passed_over(rows, files);
    for (std::size_t i = 0; i < plan.alike.size(); ++i) {
        const auto& alike = plan.alike[i];
        add_row(rows, i, "alike",
                fmt::format("{}: if they are one, kith person merge {} {}", alike.name, alike.known.text,
                            alike.added.text));
    }
    add_rest(rows, plan.alike.size());
    if (plan.left_out > 0)
        rows.push_back({{"left out"},
                        {fmt::format("{} attendee{} not in the journal; --attendees adds them", plan.left_out,
                                     plan.left_out == 1 ? "" : "s")}});
    if (!rows.empty()) return whole_rows(rows, layout); // Reasons, and commands to copy.
    std::vector<std::string> names;
    for (const auto& file : files) names.push_back(core::escape_controls(file.name));
    return fmt::format("there is nothing to import in {}\n", core::join(names, ", "));
}

std::string question_of(const Plan& plan, bool can_be_undone) {
    std::vector<std::string> added, changed;
    for (const auto& kind : kinds_of(plan)) {
        if (kind.added > 0) added.push_back(counted(kind.added, kind));
        if (!kind.changed.empty()) changed.push_back(counted(kind.changed.size(), kind));
    }
    std::string what = added.empty() ? "" : "Write " + core::join(added, ", ");
    if (!changed.empty()) what += (added.empty() ? "Change " : " and change ") + core::join(changed, ", ");
    if (what.empty()) what = "Write this";
    if (can_be_undone) return what + "?";
    return fmt::format("{}, which is too much for 'kith undo' to take back?", what);
}

std::vector<std::string_view> import_keys() {
    return {"summary", "added", "changed"}; // Of the others nothing could stand in a line.
}

render::Document import_document(const Plan& plan, const std::vector<ImportedFile>& files, bool is_written) {
    std::vector<core::Fields> read, kinds, added, changed;
    std::size_t there = 0;
    for (const auto& file : files) {
        read.push_back({{"file", file.name, 0}, {"as", file.kind, 0}});
        if (!file.encoding.empty()) read.back().push_back({"encoding", file.encoding, 0});
    }
    for (const auto& kind : kinds_of(plan)) {
        kinds.push_back({{"kind", std::string(kind.name), 0},
                         count_field("new", kind.added),
                         count_field("changed", kind.changed.size()),
                         count_field("there", kind.there)});
        there += kind.there;
        for (std::size_t i = 0; i < kind.added; ++i) added.push_back(named(kind, kind.added_at(i)));
        for (const auto& [before, after] : kind.changed) {
            auto fields = named(kind, after);
            fields.push_back({"keys", changed_keys(before, after), 0});
            changed.push_back(std::move(fields));
        }
    }
    auto skipped = told_fields(false, plan, files);
    auto notes = told_fields(true, plan, files);
    core::Fields summary{count_field("new", added.size()),   count_field("changed", changed.size()),
                         count_field("there", there),        count_field("skipped", skipped.size()),
                         count_field("notes", notes.size()), count_field("left_out", plan.left_out),
                         {"written", is_written, 0}};
    return {{"summary", std::move(summary)}, {"files", std::move(read)},
            {"kinds", std::move(kinds)},     {"added", std::move(added)},
            {"changed", std::move(changed)}, {"skipped", std::move(skipped)},
            {"notes", std::move(notes)},     {"passed_over", passed_over_fields(files)},
            {"alike", alike_fields(plan)}};
}

} // namespace kith::commands
