#include "clones.hpp"

#include "kith/core/agenda.hpp"
#include "kith/core/date.hpp"
#include "kith/store/merge.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <optional>
#include <utility>

namespace kith::test {

namespace {

constexpr std::array<std::string_view, 3> text_keys{"note", "place", "url"};
constexpr std::array<std::string_view, 6> people{"ana-souza", "bo-li", "eva-ruiz", "jose-alvarez", "dana-o", "li-bo"};

core::Moment day(const std::string& date) {
    return {*core::parse_iso_date(date), std::nullopt};
}

const core::Value* find(const core::Fields& fields, std::string_view key) {
    const auto field = std::ranges::find(fields, key, &core::Field::key);
    return field == fields.end() ? nullptr : &field->value;
}

std::string text_of(const core::Fields& fields, std::string_view key) {
    const auto* value = find(fields, key);
    if (value == nullptr) return {};
    if (const auto* moment = std::get_if<core::Moment>(value)) return core::to_text(*moment);
    const auto* text = std::get_if<std::string>(value);
    return text == nullptr ? "(something else)" : *text;
}

std::vector<std::string> people_of(const core::Fields& fields) {
    const auto* value = find(fields, "with");
    const auto* texts = value == nullptr ? nullptr : std::get_if<std::vector<std::string>>(value);
    return texts == nullptr ? std::vector<std::string>{} : *texts;
}

/// What the records hold, whatever the order of records and keys.
std::set<std::string> contents(const store::Document& document) {
    std::set<std::string> result;
    for (std::size_t i = 0; i < document.records().size(); ++i) {
        auto fields = document.fields(i);
        std::ranges::sort(fields, {}, &core::Field::key);
        result.insert(store::to_toml(document.records()[i].kind, fields));
    }
    return result;
}

std::optional<std::size_t> index_of(const store::Document& document, const std::string& id) {
    for (std::size_t i = 0; i < document.records().size(); ++i)
        if (text_of(document.fields(i), "id") == id) return i;
    return std::nullopt;
}

} // namespace

Clones::Clones(std::size_t count, Chance& chance) : chance_(&chance) {
    constexpr std::array<std::string_view, 3> kinds{"interaction", "followup", "person"};
    kind_ = chance.of(kinds);
    auto document = store::Document::parse("base.toml", chance.one_in(2) ? "# The file.\n" : "");
    for (auto records = chance.below(5); records > 0; --records) add(chance.below(count), document);
    commits_.push_back({document.text(), {0}});
    heads_.assign(count, 0);
}

void Clones::edit(std::size_t clone) {
    constexpr std::array edits{&Clones::add,   &Clones::add,    &Clones::change_text, &Clones::change_people,
                               &Clones::close, &Clones::remove, &Clones::annotate};
    auto document = store::Document::parse("clone.toml", text(clone));
    (this->*chance_->of(edits))(clone, document);
    if (document.text() != text(clone)) heads_[clone] = commit(document.text(), heads_[clone], heads_[clone]);
}

std::size_t Clones::commit(std::string text, std::size_t first, std::size_t second) {
    auto ancestors = commits_[first].ancestors;
    ancestors.insert(commits_[second].ancestors.begin(), commits_[second].ancestors.end());
    ancestors.insert(commits_.size());
    commits_.push_back({std::move(text), std::move(ancestors)});
    return commits_.size() - 1;
}

std::size_t Clones::base_of(std::size_t left, std::size_t right) {
    std::vector<std::size_t> common;
    std::ranges::set_intersection(commits_[left].ancestors, commits_[right].ancestors, std::back_inserter(common));
    std::vector<std::size_t> best;
    for (const auto candidate : common) {
        const bool is_above = std::ranges::any_of(common, [&](std::size_t other) {
            return other != candidate && commits_[other].ancestors.contains(candidate);
        });
        if (!is_above) best.push_back(candidate);
    }
    // Several are merged first, as git does.
    auto base = best.front();
    for (const auto next : best) {
        if (next == base) continue;
        const auto& before = commits_[base_of(base, next)].text;
        base =
            commit(store::merge({"", before}, {"", commits_[base].text}, {"", commits_[next].text}).text, base, next);
    }
    return base;
}

std::string Clones::pull(std::size_t into, std::size_t from) {
    const auto ours = heads_[into];
    const auto theirs = heads_[from];
    if (commits_[ours].ancestors.contains(theirs)) return {};
    if (commits_[theirs].ancestors.contains(ours)) {
        heads_[into] = theirs;
        return {};
    }
    const store::Version base{"base", commits_[base_of(ours, theirs)].text};
    const store::Version our_version{"ours", commits_[ours].text};
    const store::Version their_version{"theirs", commits_[theirs].text};
    const auto merged = store::merge(base, our_version, their_version);
    const auto all = "\n--- base\n" + base.text + "\n--- ours\n" + our_version.text + "\n--- theirs\n" +
                     their_version.text + "\n--- merged\n" + merged.text;
    if (!merged.conflicts.empty()) return store::to_text(merged.conflicts.front()) + all;
    const auto swapped = store::merge(base, their_version, our_version);
    const auto document = store::Document::parse("merged", merged.text);
    if (contents(document) != contents(store::Document::parse("swapped", swapped.text)))
        return "with the sides swapped the records are others" + all + "\n--- swapped\n" + swapped.text;
    std::vector<std::string> dates;
    for (std::size_t i = 0; i < document.records().size(); ++i) dates.push_back(text_of(document.fields(i), "date"));
    if (!std::ranges::is_sorted(dates)) return "the records are not in order" + all;
    heads_[into] = commit(merged.text, ours, theirs);
    return {};
}

std::string Clones::pull_all() {
    std::vector<std::size_t> others(count() - 1);
    std::iota(others.begin(), others.end(), 1);
    while (!others.empty()) {
        const auto next = others.begin() + static_cast<std::ptrdiff_t>(chance_->below(others.size()));
        if (auto problem = pull(0, *next); !problem.empty()) return problem;
        others.erase(next);
    }
    for (std::size_t clone = 1; clone < count(); ++clone)
        if (auto problem = pull(clone, 0); !problem.empty()) return problem;
    return {};
}

bool Clones::is_owner(std::size_t clone, std::string_view thing) const {
    std::size_t sum = 0;
    for (const char byte : thing) sum = sum * 31 + static_cast<unsigned char>(byte);
    return sum % count() == clone;
}

bool Clones::may_change(std::size_t clone, const std::string& id, std::string_view thing) const {
    const auto& expected = expected_.at(id);
    return expected.is_private ? expected.owner == clone : is_owner(clone, id + std::string(thing));
}

std::string Clones::new_name(std::string_view of) {
    return std::string(of) + std::to_string(++names_);
}

void Clones::insert(const std::string& id, const Expected& record, store::Document& document) {
    core::Fields fields{{"id", id, 0}};
    for (const auto& [key, text] : record.texts) {
        const bool is_date = key == "date" || key == "created" || key == "due";
        fields.push_back({key, is_date ? core::Value{day(text)} : core::Value{text}, 0});
    }
    if (!record.people.empty()) fields.push_back({"with", std::vector(record.people.begin(), record.people.end()), 0});
    auto place = document.records().size();
    while (place > 0 && kind_ == "interaction" && text_of(document.fields(place - 1), "date") > record.texts.at("date"))
        --place;
    document.insert(place, kind_, fields);
}

void Clones::add(std::size_t clone, store::Document& document) {
    std::vector<std::string> missing;
    for (const auto& [id, expected] : expected_)
        if (expected.is_fixed && !index_of(document, id)) missing.push_back(id);
    if (!missing.empty() && chance_->one_in(2)) {
        const auto& id = chance_->of(missing);
        auto twin = expected_.at(id);
        twin.people.clear();
        return insert(id, twin, document);
    }
    Expected record;
    record.is_private = chance_->one_in(4);
    record.is_fixed = !record.is_private && chance_->one_in(4);
    record.owner = clone;
    const auto date = "2026-11-" + std::to_string(10 + chance_->below(20));
    if (kind_ == "interaction") record.texts["date"] = date;
    if (kind_ == "followup") record.texts["created"] = record.texts["due"] = date;
    if (kind_ == "followup") record.texts["every"] = "2w";
    if (chance_->one_in(2)) record.texts["note"] = new_name("note ");
    if (!record.is_fixed && chance_->one_in(2)) record.people.insert(std::string(chance_->of(people)));
    const auto id = new_name("r") + std::to_string(chance_->below(10));
    insert(id, record, document);
    expected_[id] = std::move(record);
}

void Clones::change_text(std::size_t clone, store::Document& document) {
    if (document.records().empty()) return;
    const auto record = chance_->below(document.records().size());
    const auto id = text_of(document.fields(record), "id");
    const auto key = std::string(chance_->of(text_keys));
    auto& expected = expected_.at(id);
    if (!may_change(clone, id, key) || expected.is_fixed || !expected.predecessor.empty()) return;
    core::Change change{key, std::nullopt};
    expected.texts.erase(key);
    if (!chance_->one_in(4)) {
        expected.texts[key] = new_name("text ");
        change.value = expected.texts[key];
    }
    document.change(record, std::span(&change, 1));
}

void Clones::change_people(std::size_t clone, store::Document& document) {
    if (document.records().empty()) return;
    const auto record = chance_->below(document.records().size());
    const auto fields = document.fields(record);
    const auto id = text_of(fields, "id");
    const auto person = std::string(chance_->of(people));
    if (!may_change(clone, id, person)) return;
    auto with = people_of(fields);
    if (std::erase(with, person) > 0) {
        expected_.at(id).people.erase(person);
    } else {
        with.insert(with.begin() + static_cast<std::ptrdiff_t>(chance_->below(with.size() + 1)), person);
        expected_.at(id).people.insert(person);
    }
    core::Change change{"with", std::nullopt};
    if (!with.empty()) change.value = with;
    document.change(record, std::span(&change, 1));
}

void Clones::remove(std::size_t clone, store::Document& document) {
    if (document.records().empty()) return;
    const auto record = chance_->below(document.records().size());
    auto& expected = expected_.at(text_of(document.fields(record), "id"));
    if (!expected.is_private || expected.owner != clone) return;
    document.remove(record);
    expected.is_removed = true;
}

void Clones::close(std::size_t, store::Document& document) {
    if (document.records().empty()) return;
    const auto record = chance_->below(document.records().size());
    const auto fields = document.fields(record);
    const auto id = text_of(fields, "id");
    auto& expected = expected_.at(id);
    if (kind_ != "followup" || expected.is_private || expected.is_fixed || find(fields, "done") != nullptr) return;
    const Closing closing{"2026-12-" + std::to_string(10 + chance_->below(15)), new_name("i")};
    expected.closings.insert(closing);
    const std::vector<core::Change> changes{{"done", day(closing.date)}, {"closed_by", closing.interaction}};
    document.change(record, changes);
    Expected successor;
    successor.texts = {{"created", closing.date}, {"due", closing.date}, {"origin", closing.interaction}};
    successor.predecessor = id;
    const auto next = core::successor_id({id}).text;
    insert(next, successor, document);
    expected_.try_emplace(next, successor);
}

void Clones::annotate(std::size_t, store::Document& document) {
    const auto remark = new_name("# remark ") + ".";
    auto text = document.text();
    if (document.records().empty() || chance_->one_in(3)) {
        text += "\n" + remark + "\n";
    } else {
        const auto record = chance_->below(document.records().size());
        const auto& span = document.records()[record];
        if (expected_.at(text_of(document.fields(record), "id")).is_private) return;
        const auto end_of_id = text.find('\n', text.find("id = ", span.begin));
        const bool is_beside = chance_->one_in(2);
        if (is_beside && text.find('#', span.begin) < end_of_id) return;
        text.insert(is_beside ? end_of_id : span.begin, is_beside ? " " + remark : remark + "\n");
    }
    document = store::Document::parse("clone.toml", std::move(text));
    remarks_.insert(remark);
}

std::string Clones::difference(const std::string& id, const Expected& expected, const core::Fields& fields) const {
    auto texts = expected.texts;
    if (!expected.closings.empty()) {
        texts["done"] = expected.closings.begin()->date;
        texts["closed_by"] = expected.closings.begin()->interaction;
    }
    if (!expected.predecessor.empty()) {
        const auto& first = *expected_.at(expected.predecessor).closings.begin();
        texts["created"] = texts["due"] = first.date;
        texts["origin"] = first.interaction;
    }
    for (const auto& field : fields)
        if (field.key != "id" && field.key != "with" && texts[field.key] != text_of(fields, field.key))
            return id + " has another " + field.key + ": " + text_of(fields, field.key);
    for (const auto& [key, text] : texts)
        if (text_of(fields, key) != text) return id + " has lost its " + key;
    const auto with = people_of(fields);
    if (std::set(with.begin(), with.end()) != expected.people || with.size() != expected.people.size())
        return id + " has other people";
    return {};
}

std::string Clones::difference(std::size_t clone) const {
    const auto document = store::Document::parse("clone.toml", text(clone));
    std::size_t records = 0;
    for (const auto& [id, expected] : expected_) {
        const auto index = index_of(document, id);
        if (index.has_value() == expected.is_removed)
            return id + (expected.is_removed ? " is still there" : " is lost");
        if (!index) continue;
        ++records;
        if (auto problem = difference(id, expected, document.fields(*index)); !problem.empty()) return problem;
    }
    if (records != document.records().size()) return "a record is there twice";
    for (const auto& remark : remarks_)
        if (text(clone).find(remark) == std::string::npos) return remark + " is lost";
    return {};
}

} // namespace kith::test
