#include "kith/core/phrase.hpp"
#include "kith/core/records.hpp"
#include "kith/core/text.hpp"
#include "kith/store/journal_store.hpp"

#include "byte_search.hpp"
#include "file_names.hpp"
#include "gathering.hpp"
#include "plain_record.hpp"
#include "plain_strategy.hpp"
#include "settings.hpp"
#include "sources.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <unordered_set>

namespace kith::store {
namespace {

const std::string people_name = "people.toml";
const std::string strategy_name = "strategy.toml";

/// Runs `read` for each name and throws the problems of all that fail together.
template<class Read> void for_each_file(const std::vector<std::string>& names, Read read) {
    std::vector<core::Problem> problems;
    for (const auto& name : names) {
        try {
            read(name);
        } catch (const core::Failure& failure) {
            problems.insert(problems.end(), failure.problems().begin(), failure.problems().end());
        }
    }
    if (!problems.empty()) throw core::Failure(std::move(problems));
}

core::Date placing_date(const core::Interaction& interaction) {
    return interaction.date.date;
}
core::Date placing_date(const core::Event& event) {
    return event.start.date;
}
core::Date placing_date(const core::Followup& followup) {
    return followup.created.value_or(followup.due.date);
}

/// Whether a record belongs in the file of these days, as file_of says it, but without making up a name for each of
/// many.
template<class Record> bool belongs_in(const std::optional<core::DateRange>& days, const Record& record) {
    return days && days->contains(placing_date(record));
}
bool belongs_in(const std::optional<core::DateRange>&, const core::Person&) {
    return true;
}

/// That of each record of a file by its own days.
auto belonging_in(const std::optional<core::DateRange>& own) {
    return [own](const auto& record) { return belongs_in(own, record); };
}

/// Whether a file is of no other days than these.
bool lies_within(const std::optional<core::DateRange>& own, const core::DateRange& days) {
    return own && days.contains(own->from) && days.contains(own->to);
}

bool every_record(std::string_view) {
    return true;
}
auto choose_every_record(std::string_view) {
    return every_record;
}

/// Oldest first as they are told, they are observed newest first.
void observe_all(std::span<const core::Interaction> interactions, core::Contacts& contacts) {
    for (auto entry = interactions.rbegin(); entry != interactions.rend(); ++entry) contacts.observe(*entry);
}

/// Those of the days that may mention one of the needles.
std::function<bool(std::string_view)> chosen(std::string_view text, const core::DateRange& days,
                                             std::span<const std::string> needles) {
    if (needles.empty() && days == core::all_days) return every_record;
    if (needles.empty()) return [days](std::string_view source) { return !is_dated_outside(source, days); };
    return [days, mentions = Mentions(text, needles)](std::string_view source) mutable {
        return mentions.in(source) && !is_dated_outside(source, days);
    };
}

} // namespace

JournalStore::JournalStore(system::Files& files, std::string directory) : directory_(files, std::move(directory)) {}

void JournalStore::remark(core::Problem problem) {
    const auto is_same = [&problem](const core::Problem& other) {
        return other.place == problem.place && other.message == problem.message;
    };
    if (std::ranges::none_of(remarks_, is_same)) remarks_.push_back(std::move(problem));
}

template<class Record> void JournalStore::read_records(const std::string& name, const Document& document,
                                                       const Choice& is_wanted, std::vector<Record>& into) {
    const auto records = document.records();
    const auto days = days_of(name);
    if (auto problem = listed_in_a_value(document, core::kind_of<Record>())) remark(std::move(*problem));
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (records[i].kind != core::kind_of<Record>()) continue;
        const std::string_view source = document.source(i);
        const bool wanted = is_wanted(source);
        if (!wanted && is_dated_within(source, name)) continue;
        auto decoded = decode<Record>(document, i);
        for (auto& problem : decoded.problems) remark(std::move(problem));
        if (!decoded.is_usable) continue;
        if (!belongs_in(days, decoded.record)) remark(misplaced(document, i, file_of(decoded.record)));
        if (wanted) into.push_back(std::move(decoded.record));
    }
}

template<class Record> void JournalStore::read_file(const std::string& name, std::string_view text,
                                                    const Choosing& choose, std::vector<Record>& into) {
    if (read_plain_file<Record>(text, choose(text), belonging_in(days_of(name)), into)) return;
    const auto document = Document::parse(directory_.path_of(name), std::string(text));
    read_records(name, document, choose(document.text()), into);
}

const core::People& JournalStore::people() {
    if (people_) return *people_;
    std::vector<core::Person> persons;
    std::vector<core::Group> groups;
    DataDirectory::Room room(directory_);
    if (const auto text = directory_.view(people_name, room)) {
        make_room(persons, *text, 1);
        if (!read_plain_people(*text, persons, groups)) {
            const auto document = Document::parse(directory_.path_of(people_name), std::string(*text));
            read_records(people_name, document, every_record, persons);
            for (auto& problem : read_groups(document, groups)) remark(std::move(problem));
        }
    }
    drop_copies(persons);
    return people_.emplace(std::move(persons), std::move(groups));
}

const core::People& JournalStore::people_to_count() {
    if (people_) return *people_;
    if (people_to_count_) return *people_to_count_;
    std::vector<core::Person> persons;
    std::vector<core::Group> groups;
    DataDirectory::Room room(directory_);
    const auto text = directory_.view(people_name, room);
    if (!text) return people();
    make_room(persons, *text, 1);
    // Whether two of one id are the same shows only in all that they hold.
    const bool is_read = read_plain_people(*text, persons, groups, Keeping::figures) && !may_have_an_id_twice(persons);
    return is_read ? people_to_count_.emplace(std::move(persons), std::move(groups)) : people();
}

const core::Strategy& JournalStore::strategy() {
    if (strategy_) return *strategy_;
    core::Strategy strategy;
    DataDirectory::Room room(directory_);
    const auto text = directory_.view(strategy_name, room);
    if (text && !read_plain_strategy(*text, strategy)) {
        strategy = {};
        const auto document = Document::parse(directory_.path_of(strategy_name), std::string(*text));
        for (auto& problem : read_strategy(document, strategy)) remark(std::move(problem));
    }
    return strategy_.emplace(std::move(strategy));
}

const core::Config& JournalStore::config() {
    if (config_) return *config_;
    core::Config config;
    if (const auto document = directory_.document("config.toml"))
        for (auto& problem : read_config(*document, config)) remark(std::move(problem));
    return config_.emplace(config);
}

std::vector<core::Interaction> JournalStore::interactions(const core::DateRange& days,
                                                          std::span<const std::string> needles) {
    std::vector<core::Interaction> interactions;
    const auto names = between(directory_.names_in("log"), month_name(days.from), month_name(days.to));
    std::size_t left = names.size() + 1;
    DataDirectory::Room room(directory_);
    for_each_file(names, [&](const std::string& name) {
        const auto text = directory_.view(name, room);
        if (!text) return;
        const bool is_within = lies_within(days_of(name), days);
        const auto choose = [&](std::string_view source) {
            return chosen(source, is_within ? core::all_days : days, needles);
        };
        --left;
        if (needles.empty()) make_room(interactions, *text, left);
        // Of one person's or follow-up's entries the others are passed over, as they are for reports on other days.
        if (!needles.empty() &&
            read_plain_part<core::Interaction>(*text, choose(*text), belonging_in(days_of(name)), interactions))
            return;
        read_file(name, *text, choose, interactions);
    });
    std::erase_if(interactions, [&days](const auto& interaction) { return !days.contains(interaction.date.date); });
    drop_copies(interactions);
    put_in_order(interactions);
    return interactions;
}

std::vector<core::Event> JournalStore::events(const core::DateRange& days) {
    std::vector<core::Event> events;
    DataDirectory::Room room(directory_);
    const auto names = between(directory_.names_in("events"), year_name(days.from), year_name(days.to));
    for_each_file(names, [&](const std::string& name) {
        if (const auto text = directory_.view(name, room)) read_file(name, *text, choose_every_record, events);
    });
    std::erase_if(events, [&days](const core::Event& event) { return !days.contains(event.start.date); });
    drop_copies(events);
    put_in_order(events, &core::Event::start);
    return events;
}

std::vector<core::Event> JournalStore::events() {
    return events(core::all_days);
}

std::vector<core::Followup> JournalStore::read_followups(std::optional<core::Date> open_since) {
    std::vector<core::Followup> followups;
    DataDirectory::Room room(directory_);
    const auto day = open_since ? core::to_text(*open_since) : std::string();
    for_each_file(directory_.names_in("followups"), [&](const std::string& name) {
        const auto text = directory_.view(name, room);
        const auto is_over = [&](std::string_view source) {
            return open_since && holds_only_closed(source, name, day);
        };
        if (!text || is_over(*text)) return;
        make_room(followups, *text, 1);
        const auto is_wanted = [&](std::string_view source) { return !is_over(source); };
        if (open_since && read_plain_part<core::Followup>(*text, is_wanted, belonging_in(days_of(name)), followups))
            return;
        const auto choose = [&](std::string_view) { return is_wanted; };
        read_file(name, *text, choose, followups);
    });
    drop_copies(followups);
    put_in_order(followups, [](const core::Followup& each) { return each.created.value_or(each.due.date); });
    return followups;
}

std::vector<core::Followup> JournalStore::followups() {
    return read_followups(std::nullopt);
}

std::vector<core::Followup> JournalStore::followups_open_since(core::Date day) {
    return read_followups(day);
}

std::vector<std::string> JournalStore::ids_of(std::span<const core::PersonId> wanted) {
    std::vector<std::string> ids;
    for (const auto& id : wanted) {
        ids.push_back(id.text);
        if (const core::Person* person = people_at_hand().find(id))
            for (const auto& former : person->was) ids.push_back(former.text);
    }
    return ids;
}

std::vector<core::Interaction> JournalStore::interactions_with(std::span<const std::string> ids,
                                                               const std::string& name, std::string_view text,
                                                               const core::DateRange& days) {
    const auto own = days_of(name);
    const bool is_within = lies_within(own, days);
    const std::unordered_set<std::string_view> wanted(ids.begin(), ids.end());
    const auto is_wanted = [&](std::string_view source) {
        return may_be_with(source, wanted) && (is_within || !is_plainly_dated_outside(source, days));
    };
    std::vector<core::Interaction> interactions;
    if (!read_plain_part<core::Interaction>(text, is_wanted, belonging_in(own), interactions))
        read_records(name, Document::parse(directory_.path_of(name), std::string(text)), every_record, interactions);
    std::erase_if(interactions, [&days](const auto& interaction) { return !days.contains(interaction.date.date); });
    put_in_order(interactions);
    return interactions;
}

core::Contacts JournalStore::contacts(const std::vector<core::PersonId>& wanted, core::Date as_of,
                                      std::span<const core::Interaction> recent,
                                      std::optional<core::Date> recent_from) {
    core::Contacts contacts(people_at_hand(), wanted, as_of);
    observe_all(recent, contacts);
    return contacts_before(recent_from ? *recent_from : as_of + std::chrono::days{1}, std::move(contacts));
}

core::Contacts JournalStore::contacts_before(core::Date day, core::Contacts contacts) {
    const core::DateRange days{core::all_days.from, day - std::chrono::days{1}};
    DataDirectory::Room room(directory_);
    const auto names = between(directory_.names_in("log"), month_name(days.from), month_name(days.to));
    for (auto name = names.rbegin(); name != names.rend() && !contacts.is_complete(); ++name) {
        constexpr std::size_t few = 8;
        const auto ids = ids_of(contacts.missing());
        const auto text = directory_.view(*name, room);
        if (!text || (ids.size() <= few && !mentions_any(*text, ids))) continue;
        observe_all(interactions_with(ids, *name, *text, days), contacts);
    }
    return contacts;
}

} // namespace kith::store
