#include "kith/exchange/read_json.hpp"

#include "kith/core/error.hpp"
#include "kith/core/records.hpp"
#include "kith/core/text_field.hpp"

#include "json_events.hpp"
#include "plain_text.hpp"
#include "possible_values.hpp"
#include "refusal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace kith::exchange {
namespace {

bool has(const core::Fields& fields, std::string_view key) {
    return std::ranges::find(fields, key, &core::Field::key) != fields.end();
}

/// Groups are known by their names alone.
bool is_group(const core::Fields& fields) {
    return std::ranges::all_of(fields, [](const core::Field& field) {
        return field.key == "name" || field.key == "every" || field.key == "late" || field.key == "members" ||
               field.key == "other";
    });
}

/// A group without a cadence and members, or somebody without an id, as lists have them.
bool is_name_alone(const core::Fields& fields) {
    return has(fields, "name") && std::ranges::all_of(fields, [](const core::Field& field) {
               return field.key == "name" || field.key == "other";
           });
}

/// The section that a record of a list belongs in; empty where nothing tells.
std::string section_by_keys(const core::Fields& fields) {
    if (has(fields, "start")) return "events";
    if (has(fields, "name")) return is_group(fields) ? "groups" : "people"; // Of people a list may have `due`.
    if (has(fields, "due")) return "followups";
    if (has(fields, "date")) return "interactions";
    if (has(fields, "title")) return "posts";
    return {};
}

template<class Record> Record read(const JsonRecord& given) {
    auto reading = core::from_fields<Record>(given.fields);
    if (const auto impossible = impossible_in(core::kind_of<Record>(), given.fields))
        reading.problems.push_back(*impossible);
    if (reading.problems.empty())
        if (const auto problem = contradiction_in(reading.record, given.fields)) reading.problems.push_back(*problem);
    if (reading.problems.empty()) return std::move(reading.record);
    const auto& problem = reading.problems.front();
    refuse(problem.line > 0 ? problem.line : given.line, in_words(problem, given.fields));
}

/// As lists say of an entry that has no mode.
bool is_no_mode(const core::Field& field) {
    const auto* text = std::get_if<std::string>(&field.value);
    return field.key == "mode" && text != nullptr && *text == "unclassified";
}

/// The keys that kith does not know, as `kith export` writes them.
std::string other_of(const JsonRecord& given) {
    const auto other = std::ranges::find(given.fields, "other", &core::Field::key);
    if (other == given.fields.end()) return {};
    const auto* lines = std::get_if<std::string>(&other->value);
    if (lines == nullptr) refuse(other->line, "'other' should be a text, not " + core::type_in_words(other->value));
    return *lines;
}

template<class Record> Incoming<Record> incoming(const JsonRecord& given) {
    return {read<Record>(given), {}, given.line, other_of(given)};
}

Incoming<core::Group> incoming_group(const JsonRecord& given) {
    const auto person = read<core::Person>(given); // Its name and cadence are a group's.
    return {{person.name, person.every, person.late}, {}, given.line, other_of(given)};
}

/// What lists add to what is stored.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> derived{std::pair{"people", "last_contact"},
                                                                                {"people", "due"},
                                                                                {"groups", "id"},
                                                                                {"groups", "members"},
                                                                                {"interactions", "followup"},
                                                                                {"followups", "source"},
                                                                                {"followups", "state"},
                                                                                {"followups", "why"},
                                                                                {"followups", "last"},
                                                                                {"posts", "interaction"},
                                                                                {"strategy.platform", "planned"},
                                                                                {"strategy.platform", "actual"}};

template<class Record> std::vector<std::string_view> keys_with_other() {
    auto keys = core::keys_of<Record>();
    keys.emplace_back("other");
    return keys;
}

/// Those of a record in a section; none for a section that kith does not know.
std::vector<std::string_view> known_keys(std::string_view section) {
    if (section == "people") return keys_with_other<core::Person>();
    if (section == "groups") return {"name", "every", "late", "other"};
    if (section == "interactions") return keys_with_other<core::Interaction>();
    if (section == "events") return keys_with_other<core::Event>();
    if (section == "followups") return keys_with_other<core::Followup>();
    if (section == "posts" || section == "strategy.post") return keys_with_other<core::Post>();
    if (section == "strategy.goal") return keys_with_other<core::Goal>();
    if (section == "strategy.audience") return keys_with_other<core::Audience>();
    if (section == "strategy.platform") return keys_with_other<core::Platform>();
    if (section == "strategy.topic") return keys_with_other<core::Topic>();
    if (section == "strategy.channel") return keys_with_other<core::Channel>();
    if (section == "strategy.balance") return {"in_person"};
    if (section == "strategy.in_person") return {"per_week", "events_per_month"};
    return {};
}

/// Whether it was computed, as a cadence that has run out is: lists have it, files do not.
bool is_computed(const core::Fields& fields) {
    return core::text_of(fields, "id").starts_with('@');
}

class BatchBuilder {
  public:
    explicit BatchBuilder(bool skips_broken) : skips_broken_(skips_broken) {}

    void add(JsonRecord given) {
        if (!skips_broken_) return add_whole(std::move(given));
        const int line = given.line;
        try {
            add_whole(std::move(given));
        } catch (const core::Failure& failure) {
            const auto& problem = failure.problems().front();
            batch_.skipped.push_back({problem.place ? problem.place->line : line, problem.message});
        }
    }

    /// A key at the top that may have records.
    void begin(const std::string& key, int line) {
        if (key == "strategy" || !known_keys(key).empty())
            has_section_ = true;
        else
            note_unknown(line);
    }

    /// A key that has no records.
    void pass_over(const std::string& key, int line) {
        note_unknown(line);
        if (key == "strategy" || !known_keys(key).empty())
            refuse(line, fmt::format("'{}' should hold records", key), "as 'kith export all' writes them");
        add_once(batch_.passed_over, one_line(key));
    }

    /// A Failure where there is something and nothing of it is a list of kith's.
    [[nodiscard]] Batch take() {
        if (!has_section_ && unknown_line_ > 0)
            refuse(unknown_line_, "this is no journal of kith",
                   "it has people, groups, interactions, events, followups, posts or strategy");
        return std::move(batch_);
    }

  private:
    void add_whole(JsonRecord given) {
        if (given.section.empty()) {
            given.section = section_by_keys(given.fields);
            batch_.has_resolved_modes = true;
            if (is_name_alone(given.fields)) {
                batch_.skipped.push_back({given.line, "a person or a group: nothing tells which"});
                return;
            }
            if (given.section.empty()) refuse(given.line, "these keys are of no record that kith knows");
        }
        note_unknown_keys(given);
        if (given.section == "interactions") std::erase_if(given.fields, is_no_mode);
        if (given.section.starts_with("strategy.")) return add_to_strategy(given);
        if (!add_record(given)) add_named(given);
    }

    void note_unknown(int line) {
        if (unknown_line_ == 0) unknown_line_ = line;
    }

    void note_unknown_keys(const JsonRecord& given) {
        const auto known = known_keys(given.section);
        if (given.section == "strategy.") return pass_over("strategy", given.line); // A list in its place.
        if (known.empty()) {
            add_once(batch_.passed_over, one_line(given.section));
            return;
        }
        for (const auto& field : given.fields) {
            const auto is_this = [&](const auto& each) {
                return each == std::pair<std::string_view, std::string_view>(given.section, field.key);
            };
            if (std::ranges::find(known, field.key) != known.end() || std::ranges::any_of(derived, is_this)) continue;
            add_once(batch_.passed_over, one_line(given.section + "." + field.key));
        }
    }
    bool add_record(const JsonRecord& given) {
        if (given.section == "interactions") {
            batch_.interactions.push_back(incoming<core::Interaction>(given));
        } else if (given.section == "events") {
            batch_.events.push_back(incoming<core::Event>(given));
        } else if (given.section == "followups" && is_computed(given.fields)) {
            batch_.skipped.push_back({given.line, "computed, and not written down"});
        } else if (given.section == "followups") {
            batch_.followups.push_back(incoming<core::Followup>(given));
        } else {
            return false;
        }
        return true;
    }
    void add_named(const JsonRecord& given) {
        if (given.section == "people") {
            IncomingPerson person{incoming<core::Person>(given), {}, false};
            const auto& record = person.record;
            if (record.name.empty() && record.email.empty() && record.id.empty())
                refuse(given.line, "a person needs a name, an e-mail or an id");
            batch_.people.push_back(std::move(person));
        } else if (given.section == "groups") {
            batch_.groups.push_back(incoming_group(given));
        } else if (given.section == "posts") {
            batch_.strategy.posts.push_back(incoming<core::Post>(given));
        }
    }
    void add_to_strategy(const JsonRecord& given) {
        const auto kind = given.section.substr(given.section.find('.') + 1);
        auto& strategy = batch_.strategy;
        if (kind == "goal") strategy.goals.push_back(incoming<core::Goal>(given));
        if (kind == "audience") strategy.audiences.push_back(incoming<core::Audience>(given));
        if (kind == "platform") strategy.platforms.push_back(incoming<core::Platform>(given));
        if (kind == "topic") strategy.topics.push_back(incoming<core::Topic>(given));
        if (kind == "channel") strategy.channels.push_back(incoming<core::Channel>(given));
        if (kind == "post") strategy.posts.push_back(incoming<core::Post>(given));
        if (kind == "balance") strategy.targets.in_person = number_in(given, "in_person", 100);
        if (kind == "in_person") {
            strategy.targets.per_week = number_in(given, "per_week", 10000);
            strategy.targets.events_per_month = number_in(given, "events_per_month", 10000);
        }
    }
    static std::optional<int> number_in(const JsonRecord& given, std::string_view key, int most) {
        const auto field = std::ranges::find(given.fields, key, &core::Field::key);
        if (field == given.fields.end()) return std::nullopt;
        const auto* number = std::get_if<std::int64_t>(&field->value);
        if (number == nullptr || *number < 0 || *number > most)
            refuse(field->line, fmt::format("'{}' should be a whole number from 0 to {}", key, most));
        return static_cast<int>(*number);
    }

    bool skips_broken_;
    Batch batch_;
    bool has_section_ = false;
    int unknown_line_ = 0; ///< Of the first key at the top that is none of kith's.
};

} // namespace

Batch read_json(const Pull& pull, const ReadOptions& options) {
    BatchBuilder builder(options.skips_broken);
    for_each_record(pull, {[&builder](JsonRecord record) { builder.add(std::move(record)); },
                           [&builder](const std::string& key, int line) { builder.begin(key, line); },
                           [&builder](const std::string& key, int line) { builder.pass_over(key, line); }});
    return builder.take();
}

} // namespace kith::exchange
