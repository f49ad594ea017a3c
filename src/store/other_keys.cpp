#include "kith/store/other_keys.hpp"

#include "kith/core/record_id.hpp"
#include "kith/core/text.hpp"
#include "kith/store/journal_store.hpp"

#include "file_names.hpp"
#include "merge_units.hpp"
#include "other_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <string_view>
#include <type_traits>
#include <unordered_map>

namespace kith::store {
namespace {

template<class Record> bool is_known(std::string_view key) {
    if constexpr (std::is_same_v<Record, core::Group>) {
        return key == "every" || key == "late";
    } else {
        const auto keys = core::keys_of<Record>();
        return std::ranges::find(keys, key) != keys.end();
    }
}

/// What the header of its sub-tables begins with; those of a group are not taken along.
template<class Record> std::string_view header_name() {
    if constexpr (std::is_same_v<Record, core::Group>)
        return "table";
    else
        return core::kind_of<Record>();
}

/// Whether any line may be that of a key which is not known: most files have none, and are not taken apart.
template<class Record> bool may_have_others(std::string_view text) {
    const auto own_header = fmt::format("[[{}]]", header_name<Record>());
    while (!text.empty()) {
        const auto line = core::trim(text.substr(0, text.find('\n')));
        text.remove_prefix(std::min(text.size(), text.find('\n') == text.npos ? text.size() : text.find('\n') + 1));
        const bool is_header = line.starts_with('[') && line != own_header;
        const auto sign = line.find('=');
        if (is_header || (sign != line.npos && !is_known<Record>(core::trim(line.substr(0, sign))))) return true;
    }
    return false;
}

/// The files that hold records of the kind, of those that go by time the ones of the days.
template<class Record> std::vector<std::string> names_of(DataDirectory& directory, const core::DateRange& days) {
    const auto name = file_of(Record{});
    const auto slash = name.find('/');
    if (slash == name.npos) return {name};
    auto names = directory.names_in(name.substr(0, slash));
    std::erase_if(names, [&days](const std::string& each) {
        const auto own = days_of(each);
        return own && (own->to < days.from || days.to < own->from);
    });
    return names;
}

/// What tells a record from the others: its id, or without one all that it holds.
template<class Record> std::string told_by(const Record& record) {
    const auto id = core::id_in(record);
    return id.empty() ? to_toml(core::kind_of<Record>(), core::to_fields(record)) : id;
}

/// The lines of the records in the order of the files; of those without an id also where there are none.
template<class Record> class LinesByRecord {
  public:
    LinesByRecord(DataDirectory& directory, const core::DateRange& days) {
        for (const auto& name : names_of<Record>(directory, days)) {
            const auto text = directory.text(name);
            if (text && may_have_others<Record>(*text)) read(*text);
        }
    }
    [[nodiscard]] std::string take(const Record& record) {
        if (lines_.empty()) return {};
        const auto known = lines_.find(told_by(record));
        if (known == lines_.end() || known->second.empty()) return {};
        auto lines = known->second.front();
        if (core::id_in(record).empty()) known->second.pop_front(); // The next one like it has its own.
        return lines;
    }

  private:
    void read(std::string_view text) {
        for (const auto& unit : read_units(text).units) {
            if (unit.kind != core::kind_of<Record>()) continue;
            auto lines = without_keys(unit.text, is_known<Record>);
            if (lines.empty() && !unit.id.empty()) continue;
            const auto record = core::from_fields<Record>(unit.fields).record;
            lines_[told_by(record)].push_back(std::move(lines));
        }
    }

    std::unordered_map<std::string, std::deque<std::string>> lines_;
};

template<class Record> core::WithOther<Record> with_line_end(core::WithOther<Record> record) {
    record.other = with_line_feeds(record.other);
    if (!record.other.ends_with('\n')) record.other += '\n';
    return record;
}

/// Puts lines into the records of a file; those that are put are taken from `wanted`.
template<class Record> void put_into(const std::string& name, std::map<std::string, std::deque<std::string>>& wanted,
                                     DataDirectory& directory) {
    const Document& document = directory.edit(name);
    auto text = document.text();
    std::vector<std::pair<RecordSpan, std::string>> changes;
    for (std::size_t i = 0; i < document.records().size(); ++i) {
        const auto& span = document.records()[i];
        if (span.kind != core::kind_of<Record>()) continue;
        const auto others = wanted.find(told_by(decode<Record>(document, i).record));
        if (others == wanted.end()) continue;
        changes.emplace_back(span, with_keys_of(document.source(i), core::kind_of<Record>(), others->second.front()));
        others->second.pop_front();
        if (others->second.empty()) wanted.erase(others);
    }
    for (std::size_t i = changes.size(); i-- > 0;) { // From the back, so that the places before stay.
        const auto& [span, source] = changes[i];
        text.replace(span.begin, span.end - span.begin, source);
    }
    if (!changes.empty()) directory.replace_text(name, std::move(text));
}

std::vector<std::string> group_path(const core::Group& group) {
    return {"group", group.name};
}

} // namespace

template<class Record> bool are_other_keys(std::string_view lines) {
    const auto text = fmt::format("[[{}]]\n{}{}", header_name<Record>(), lines, lines.ends_with('\n') ? "" : "\n");
    try {
        const auto document = Document::parse("other keys", text);
        const auto records = document.records();
        if (records.size() != 1 || !document.tables_in({}).empty()) return false;
        return std::ranges::none_of(document.fields(0),
                                    [](const core::Field& field) { return is_known<Record>(field.key); });
    } catch (const core::Failure&) {
        return false;
    }
}

template<class Record> std::vector<std::string> other_keys(DataDirectory& directory, const std::vector<Record>& records,
                                                           const core::DateRange& days) {
    std::vector<std::string> all;
    LinesByRecord<Record> lines(directory, days);
    for (const auto& record : records) all.push_back(lines.take(record));
    return all;
}

template<> std::vector<std::string> other_keys(DataDirectory& directory, const std::vector<core::Group>& groups,
                                               const core::DateRange&) {
    std::vector<std::string> all(groups.size());
    const auto text = directory.text("people.toml");
    if (!text || !may_have_others<core::Group>(*text)) return all;
    for (std::size_t i = 0; i < groups.size(); ++i)
        if (const auto source = table_source(*text, group_path(groups[i])))
            all[i] = without_keys(with_line_feeds(*source), is_known<core::Group>);
    return all;
}

template<class Record> std::vector<core::WithOther<Record>>
with_news(DataDirectory& directory, const std::vector<core::WithOther<Record>>& records) {
    if (records.empty()) return {};
    std::vector<Record> alone;
    for (const auto& record : records) alone.push_back(record.record);
    const auto there = other_keys(directory, alone, core::all_days);
    std::vector<core::WithOther<Record>> news;
    for (std::size_t i = 0; i < records.size(); ++i) {
        auto record = with_line_end(records[i]);
        if (!has_keys_of(there[i], header_name<Record>(), record.other)) news.push_back(std::move(record));
    }
    return news;
}

template<class Record>
void put_other_keys(DataDirectory& directory, const std::vector<core::WithOther<Record>>& records) {
    std::map<std::string, std::map<std::string, std::deque<std::string>>> by_file;
    for (const auto& record : records)
        by_file[file_of(record.record)][told_by(record.record)].push_back(with_line_end(record).other);
    std::map<std::string, std::deque<std::string>> elsewhere; // Records that stand in the wrong file.
    for (auto& [name, wanted] : by_file) {
        put_into<Record>(name, wanted, directory);
        elsewhere.merge(wanted);
    }
    for (const auto& name : names_of<Record>(directory, core::all_days))
        if (!elsewhere.empty() && !by_file.contains(name)) put_into<Record>(name, elsewhere, directory);
}

template<> void put_other_keys(DataDirectory& directory, const std::vector<core::WithOther<core::Group>>& groups) {
    if (groups.empty()) return;
    auto text = directory.edit("people.toml").text();
    for (const auto& group : groups)
        text = with_table_keys(std::move(text), group_path(group.record), with_line_end(group).other);
    directory.replace_text("people.toml", std::move(text));
}

template bool are_other_keys<core::Person>(std::string_view);
template bool are_other_keys<core::Interaction>(std::string_view);
template bool are_other_keys<core::Event>(std::string_view);
template bool are_other_keys<core::Followup>(std::string_view);
template bool are_other_keys<core::Goal>(std::string_view);
template bool are_other_keys<core::Audience>(std::string_view);
template bool are_other_keys<core::Platform>(std::string_view);
template bool are_other_keys<core::Topic>(std::string_view);
template bool are_other_keys<core::Channel>(std::string_view);
template bool are_other_keys<core::Post>(std::string_view);
template bool are_other_keys<core::Group>(std::string_view);
template std::vector<std::string> other_keys(DataDirectory&, const std::vector<core::Person>&, const core::DateRange&);
template std::vector<core::WithOther<core::Person>> with_news(DataDirectory&,
                                                              const std::vector<core::WithOther<core::Person>>&);
template void put_other_keys(DataDirectory&, const std::vector<core::WithOther<core::Person>>&);
template std::vector<std::string> other_keys(DataDirectory&, const std::vector<core::Interaction>&,
                                             const core::DateRange&);
template std::vector<core::WithOther<core::Interaction>>
with_news(DataDirectory&, const std::vector<core::WithOther<core::Interaction>>&);
template void put_other_keys(DataDirectory&, const std::vector<core::WithOther<core::Interaction>>&);
template std::vector<std::string> other_keys(DataDirectory&, const std::vector<core::Event>&, const core::DateRange&);
template std::vector<core::WithOther<core::Event>> with_news(DataDirectory&,
                                                             const std::vector<core::WithOther<core::Event>>&);
template void put_other_keys(DataDirectory&, const std::vector<core::WithOther<core::Event>>&);
template std::vector<std::string> other_keys(DataDirectory&, const std::vector<core::Followup>&,
                                             const core::DateRange&);
template std::vector<core::WithOther<core::Followup>> with_news(DataDirectory&,
                                                                const std::vector<core::WithOther<core::Followup>>&);
template void put_other_keys(DataDirectory&, const std::vector<core::WithOther<core::Followup>>&);
template std::vector<std::string> other_keys(DataDirectory&, const std::vector<core::Goal>&, const core::DateRange&);
template std::vector<core::WithOther<core::Goal>> with_news(DataDirectory&,
                                                            const std::vector<core::WithOther<core::Goal>>&);
template void put_other_keys(DataDirectory&, const std::vector<core::WithOther<core::Goal>>&);
template std::vector<std::string> other_keys(DataDirectory&, const std::vector<core::Audience>&,
                                             const core::DateRange&);
template std::vector<core::WithOther<core::Audience>> with_news(DataDirectory&,
                                                                const std::vector<core::WithOther<core::Audience>>&);
template void put_other_keys(DataDirectory&, const std::vector<core::WithOther<core::Audience>>&);
template std::vector<std::string> other_keys(DataDirectory&, const std::vector<core::Platform>&,
                                             const core::DateRange&);
template std::vector<core::WithOther<core::Platform>> with_news(DataDirectory&,
                                                                const std::vector<core::WithOther<core::Platform>>&);
template void put_other_keys(DataDirectory&, const std::vector<core::WithOther<core::Platform>>&);
template std::vector<std::string> other_keys(DataDirectory&, const std::vector<core::Topic>&, const core::DateRange&);
template std::vector<core::WithOther<core::Topic>> with_news(DataDirectory&,
                                                             const std::vector<core::WithOther<core::Topic>>&);
template void put_other_keys(DataDirectory&, const std::vector<core::WithOther<core::Topic>>&);
template std::vector<std::string> other_keys(DataDirectory&, const std::vector<core::Channel>&, const core::DateRange&);
template std::vector<core::WithOther<core::Channel>> with_news(DataDirectory&,
                                                               const std::vector<core::WithOther<core::Channel>>&);
template void put_other_keys(DataDirectory&, const std::vector<core::WithOther<core::Channel>>&);
template std::vector<std::string> other_keys(DataDirectory&, const std::vector<core::Post>&, const core::DateRange&);
template std::vector<core::WithOther<core::Post>> with_news(DataDirectory&,
                                                            const std::vector<core::WithOther<core::Post>>&);
template void put_other_keys(DataDirectory&, const std::vector<core::WithOther<core::Post>>&);
template std::vector<core::WithOther<core::Group>> with_news(DataDirectory&,
                                                             const std::vector<core::WithOther<core::Group>>&);

} // namespace kith::store
