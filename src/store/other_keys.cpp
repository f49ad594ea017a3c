#include "kith/store/other_keys.hpp"

#include "kith/core/record_id.hpp"
#include "kith/core/records.hpp"
#include "kith/core/text.hpp"
#include "kith/store/journal_store.hpp"

#include "record_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <type_traits>

namespace kith::store {
namespace {

template<class Record> bool is_known(std::string_view key) {
    const auto keys = core::keys_of<Record>();
    return std::ranges::find(keys, key) != keys.end();
}

/// Whether any line may be that of a key which is not known: most files have none, and are not taken apart.
template<class Record> bool may_have_others(std::string_view text) {
    while (!text.empty()) {
        const auto line = core::trim(text.substr(0, text.find('\n')));
        text.remove_prefix(std::min(text.size(), text.find('\n') == text.npos ? text.size() : text.find('\n') + 1));
        const bool is_header = line.starts_with('[') && !line.starts_with("[[");
        const auto sign = line.find('=');
        if (is_header || (sign != line.npos && !is_known<Record>(core::trim(line.substr(0, sign))))) return true;
    }
    return false;
}

template<class Record> std::string other_lines(std::string_view source) {
    auto lines = read_lines(source);
    lines.header.clear();
    std::erase_if(lines.items, [](const Item& item) { return is_known<Record>(item.key); });
    if (!lines.items.empty()) lines.items.front().lead.clear();
    auto text = to_text(lines);
    if (!text.empty() && !text.ends_with('\n')) text += '\n';
    return text;
}

/// The files of the records, and those between.
template<class Record> std::vector<std::string> names_of(DataDirectory& directory, const std::vector<Record>& records) {
    std::set<std::string> files;
    for (const auto& record : records) files.insert(file_of(record));
    if (files.empty() || std::is_same_v<Record, core::Person>) return {files.begin(), files.end()};
    auto names = directory.names_in(files.begin()->substr(0, files.begin()->find('/')));
    std::erase_if(names, [&](const std::string& name) { return name < *files.begin() || name > *files.rbegin(); });
    return names;
}

template<class Record> std::string require_other_keys(const std::string& id, const std::string& lines) {
    const auto text = fmt::format("[[{}]]\n{}{}", core::kind_of<Record>(), lines, lines.ends_with('\n') ? "" : "\n");
    const auto document = Document::parse("other keys of " + id, text);
    const bool is_one = document.records().size() == 1 && document.records()[0].end == text.size();
    const bool has_known = is_one && std::ranges::any_of(document.fields(0), [](const core::Field& field) {
                               return is_known<Record>(field.key);
                           });
    if (!is_one || has_known)
        throw core::Failure({core::ProblemKind::bad_data,
                             fmt::format("the other keys of {} are something else than such keys", id), std::nullopt,
                             "nothing was written"});
    return text;
}

/// The record's lines with the others: keys before its sub-tables, sub-tables last.
std::string with_others(std::string_view source, std::string_view others) {
    auto lines = read_lines(source);
    if (!lines.items.empty() && !lines.items.back().lines.ends_with('\n')) lines.items.back().lines += '\n';
    for (auto& item : read_lines(others).items) {
        const auto end = item.is_own ? std::ranges::find(lines.items, false, &Item::is_own) : lines.items.end();
        lines.items.insert(end, std::move(item));
    }
    return to_text(lines);
}

} // namespace

template<class Record> OtherKeys other_keys(DataDirectory& directory, const std::vector<Record>& records) {
    OtherKeys keys;
    for (const auto& name : names_of(directory, records)) {
        const auto text = directory.text(name);
        if (!text || !may_have_others<Record>(*text)) continue;
        const auto document = Document::parse(name, *text);
        for (std::size_t i = 0; i < document.records().size(); ++i) {
            if (document.records()[i].kind != core::kind_of<Record>()) continue;
            auto lines = other_lines<Record>(document.source(i));
            const auto id = lines.empty() ? std::string() : core::id_in(decode<Record>(document, i).record);
            if (!id.empty()) keys.try_emplace(id, std::move(lines));
        }
    }
    return keys;
}

template<class Record>
void put_other_keys(DataDirectory& directory, const std::vector<Record>& records, const OtherKeys& keys) {
    std::map<std::string, OtherKeys> by_file;
    for (const auto& record : records)
        if (const auto known = keys.find(core::id_in(record)); known != keys.end())
            by_file[file_of(record)].emplace(known->first, require_other_keys<Record>(known->first, known->second));
    for (const auto& [name, wanted] : by_file) {
        const Document& document = directory.edit(name);
        auto text = document.text();
        for (std::size_t i = document.records().size(); i-- > 0;) { // From the back, so that the places before stay.
            const auto& span = document.records()[i];
            if (span.kind != core::kind_of<Record>()) continue;
            const auto others = wanted.find(core::id_in(decode<Record>(document, i).record));
            if (others == wanted.end()) continue;
            text.replace(span.begin, span.end - span.begin, with_others(document.source(i), others->second));
        }
        directory.replace_text(name, std::move(text));
    }
}

template OtherKeys other_keys(DataDirectory&, const std::vector<core::Person>&);
template OtherKeys other_keys(DataDirectory&, const std::vector<core::Interaction>&);
template OtherKeys other_keys(DataDirectory&, const std::vector<core::Event>&);
template OtherKeys other_keys(DataDirectory&, const std::vector<core::Followup>&);
template void put_other_keys(DataDirectory&, const std::vector<core::Person>&, const OtherKeys&);
template void put_other_keys(DataDirectory&, const std::vector<core::Interaction>&, const OtherKeys&);
template void put_other_keys(DataDirectory&, const std::vector<core::Event>&, const OtherKeys&);
template void put_other_keys(DataDirectory&, const std::vector<core::Followup>&, const OtherKeys&);

} // namespace kith::store
