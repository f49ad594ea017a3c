#include "kith/core/records.hpp"
#include "kith/store/group_editing.hpp"
#include "kith/store/journal_store.hpp"

#include "record_order.hpp"
#include "sources.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <type_traits>

namespace kith::store {
namespace {

/// The index to insert before: after the last record of its kind that is not later.
template<class Record> std::size_t place_for(const Document& document, const Record& record) {
    const auto records = document.records();
    std::optional<std::size_t> first_of_kind;
    for (std::size_t i = records.size(); i-- > 0;) {
        if (records[i].kind != core::kind_of<Record>()) continue;
        first_of_kind = i;
        const auto other = decode<Record>(document, i);
        if (!other.is_usable || is_in_order(place_in_time(other.record), place_in_time(record))) return i + 1;
    }
    return first_of_kind.value_or(records.size());
}

/// The record in the document: by its id, or without one by all that it holds.
template<class Record> std::optional<std::size_t> find_in(const Document& document, const Record& record) {
    const auto records = document.records();
    std::string id;
    if constexpr (std::is_same_v<decltype(record.id), std::string>)
        id = record.id;
    else
        id = record.id.text;
    const std::vector<std::string> needles{id};
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (records[i].kind != core::kind_of<Record>() || !mentions_any(document.source(i), needles)) continue;
        const Record other = decode<Record>(document, i).record;
        if (id.empty() ? other == record : other.id == record.id) return i;
    }
    return std::nullopt;
}

template<class Record> std::size_t require_in(const Document& document, const Record& record) {
    if (const auto index = find_in(document, record)) return *index;
    throw core::Failure({core::ProblemKind::not_found, "the record is no longer there",
                         core::Place{document.name(), 0, 0}, "it was changed meanwhile; run the command again"});
}

/// The text with all its lines ending as told, the last one too.
std::string with_line_ends(std::string_view text, std::string_view line_end) {
    std::string result;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        result += line;
        result += line_end;
    }
    return result;
}

[[noreturn]] void refuse_edit(std::string message) {
    throw core::Failure({core::ProblemKind::bad_data, "the edited record was not taken: " + std::move(message),
                         std::nullopt, "nothing was changed"});
}

} // namespace

template<class Record> void JournalStore::add(const Record& record) {
    Document& document = directory_.edit(file_of(record));
    document.insert(place_for(document, record), core::kind_of<Record>(), core::to_fields(record));
}

template<class Record> void JournalStore::change(const Record& before, const Record& after) {
    const auto changes = core::changes(core::to_fields(before), core::to_fields(after));
    if (changes.empty()) return;
    const std::string from = file_holding(before);
    Document& document = directory_.edit(from);
    document.change(require_in(document, before), changes);
    if (file_of(before) != file_of(after)) move(from, std::vector{after});
}

template<class Record> void JournalStore::move(const std::string& from, const std::vector<Record>& records) {
    // Changed where they stand, then copied, then removed: after each step the journal reads the same.
    directory_.write_early(from);
    std::set<std::string> targets;
    for (const Record& record : records) {
        copy(from, record);
        targets.insert(file_of(record));
    }
    for (const auto& target : targets) directory_.write_early(target);
    Document& document = directory_.edit(from);
    for (const Record& record : records) document.remove(require_in(document, record));
}

template<class Record> void JournalStore::copy(const std::string& from, const Record& record) {
    const Document& old_document = directory_.edit(from);
    const auto& span = old_document.records()[require_in(old_document, record)];
    const std::string source = old_document.text().substr(span.lead_begin, span.end - span.lead_begin);
    Document& new_document = directory_.edit(file_of(record));
    const std::size_t place = place_for(new_document, record);
    new_document.insert(place, core::kind_of<Record>(), core::to_fields(record));
    splice(file_of(record), place, source);
}

void JournalStore::splice(const std::string& name, std::size_t index, std::string_view source) {
    const Document& document = directory_.edit(name);
    const auto& span = document.records()[index];
    std::string text = document.text();
    const bool ends_line = span.end > span.begin && text[span.end - 1] == '\n';
    const bool has_returns = text.find("\r\n") != std::string::npos;
    std::string lines = with_line_ends(source, has_returns ? "\r\n" : "\n");
    if (!ends_line && lines.ends_with('\n')) lines.erase(lines.size() - (lines.ends_with("\r\n") ? 2 : 1));
    text.replace(span.begin, span.end - span.begin, lines);
    directory_.replace_text(name, std::move(text));
}

template<class Record> std::string JournalStore::source_of(const Record& record) {
    const Document& document = directory_.edit(file_holding(record));
    return with_line_ends(document.source(require_in(document, record)), "\n");
}

template<class Record> Record read_source(const Record& before, std::string_view source) {
    const Document edited = Document::parse("the edited record", std::string(source));
    const bool is_one = edited.records().size() == 1 && edited.records()[0].kind == core::kind_of<Record>();
    if (!is_one) refuse_edit(fmt::format("it should hold one [[{}]] and nothing else", core::kind_of<Record>()));
    auto decoded = decode<Record>(edited, 0);
    if (!decoded.problems.empty()) throw core::Failure(std::move(decoded.problems));
    if (decoded.record.id != before.id) refuse_edit("its id should stay as it was");
    return std::move(decoded.record);
}

template<class Record> Record JournalStore::replace_source(const Record& before, std::string_view source) {
    const Record after = read_source(before, source);
    const std::string from = file_holding(before);
    splice(from, require_in(directory_.edit(from), before), source);
    if (file_of(after) != file_of(before)) move(from, std::vector{after});
    return after;
}

template<class Record> void JournalStore::remove(const Record& record) {
    Document& document = directory_.edit(file_holding(record));
    document.remove(require_in(document, record));
}

template<class Record> std::string JournalStore::file_holding(const Record& record) {
    const std::string expected = file_of(record);
    const std::string folder = expected.substr(0, expected.find('/'));
    if (folder == expected) return expected;
    const auto holds = [&](const std::string& name) {
        const auto document = directory_.document(name);
        return document && find_in(*document, record).has_value();
    };
    if (holds(expected)) return expected;
    const auto& names = directory_.names_in(folder);
    const auto found = std::ranges::find_if(names, holds);
    return found == names.end() ? expected : *found;
}

void JournalStore::change_group(const core::Group& before, const core::Group& after) {
    change_groups(directory_, {{before, after}});
}

void JournalStore::change_targets(const core::Targets& after) {
    const core::Targets before = strategy().targets;
    Document& document = directory_.edit("strategy.toml");
    const auto set = [&document](const char* table, const char* key, const auto& old_value, const auto& new_value) {
        if (old_value == new_value) return;
        std::vector<core::Change> changes{{key, std::nullopt}};
        if (new_value) changes.front().value = std::int64_t{*new_value};
        const std::vector<std::string> path{table};
        document.change_table(path, changes);
    };
    set("balance", "in_person", before.in_person, after.in_person);
    set("in_person", "per_week", before.per_week, after.per_week);
    set("in_person", "events_per_month", before.events_per_month, after.events_per_month);
}

template void JournalStore::add(const core::Person&);
template void JournalStore::change(const core::Person&, const core::Person&);
template void JournalStore::remove(const core::Person&);
template void JournalStore::add(const core::Interaction&);
template void JournalStore::change(const core::Interaction&, const core::Interaction&);
template void JournalStore::remove(const core::Interaction&);
template void JournalStore::add(const core::Event&);
template void JournalStore::change(const core::Event&, const core::Event&);
template void JournalStore::remove(const core::Event&);
template void JournalStore::add(const core::Followup&);
template void JournalStore::change(const core::Followup&, const core::Followup&);
template void JournalStore::remove(const core::Followup&);
template void JournalStore::add(const core::Goal&);
template void JournalStore::change(const core::Goal&, const core::Goal&);
template void JournalStore::remove(const core::Goal&);
template void JournalStore::add(const core::Audience&);
template void JournalStore::change(const core::Audience&, const core::Audience&);
template void JournalStore::remove(const core::Audience&);
template void JournalStore::add(const core::Platform&);
template void JournalStore::change(const core::Platform&, const core::Platform&);
template void JournalStore::remove(const core::Platform&);
template void JournalStore::add(const core::Topic&);
template void JournalStore::change(const core::Topic&, const core::Topic&);
template void JournalStore::remove(const core::Topic&);
template void JournalStore::add(const core::Channel&);
template void JournalStore::change(const core::Channel&, const core::Channel&);
template void JournalStore::remove(const core::Channel&);
template void JournalStore::add(const core::Post&);
template void JournalStore::change(const core::Post&, const core::Post&);
template void JournalStore::remove(const core::Post&);
template void JournalStore::move(const std::string&, const std::vector<core::Interaction>&);
template void JournalStore::move(const std::string&, const std::vector<core::Event>&);
template void JournalStore::move(const std::string&, const std::vector<core::Followup>&);
template std::string JournalStore::source_of(const core::Person&);
template core::Person JournalStore::replace_source(const core::Person&, std::string_view);
template core::Person read_source(const core::Person&, std::string_view);
template std::string JournalStore::source_of(const core::Interaction&);
template core::Interaction JournalStore::replace_source(const core::Interaction&, std::string_view);
template core::Interaction read_source(const core::Interaction&, std::string_view);
template std::string JournalStore::source_of(const core::Event&);
template core::Event JournalStore::replace_source(const core::Event&, std::string_view);
template core::Event read_source(const core::Event&, std::string_view);
template std::string JournalStore::source_of(const core::Followup&);
template core::Followup JournalStore::replace_source(const core::Followup&, std::string_view);
template core::Followup read_source(const core::Followup&, std::string_view);

} // namespace kith::store
