// What an import would make of the journal: compared, not yet written.
#pragma once

#include "kith/core/people.hpp"
#include "kith/core/records.hpp"
#include "kith/exchange/batch.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

namespace kith::exchange {

/// The journal's records as far as they matter: those of kinds that no batch has may be missing.
struct JournalRecords {
    core::People people;
    std::vector<core::Interaction> interactions;
    std::vector<core::Event> events;
    std::vector<core::Followup> followups;
    core::Strategy strategy;
};

/// Kinds of which there may be very many are packed.
template<class Record> constexpr bool is_packed =
    std::is_same_v<Record, core::Person> || std::is_same_v<Record, core::Interaction> ||
    std::is_same_v<Record, core::Event> || std::is_same_v<Record, core::Followup>;
template<class Record> using RecordList =
    std::conditional_t<is_packed<Record>, PackedList<Record>, std::vector<Record>>;

/// What becomes of the records of one kind.
template<class Record> struct Changes {
    RecordList<Record> added;
    std::vector<core::Edit<Record>> changed;
    std::size_t there = 0; ///< Found in the journal, and as they are already.
    // With keys that kith does not know: records that are added, and records that are there, as they are from now on.
    std::vector<core::WithOther<Record>> added_with_other;
    std::vector<core::WithOther<Record>> there_with_other;
};

/// Somebody new who has the name or an address of a person that is there, where the two cannot be told to be one.
struct Alike {
    std::string name;
    core::PersonId known;
    core::PersonId added;
    friend bool operator==(const Alike&, const Alike&) = default;
};

struct Plan {
    Changes<core::Person> people;
    Changes<core::Group> groups;
    Changes<core::Interaction> interactions;
    Changes<core::Event> events;
    Changes<core::Followup> followups;
    Changes<core::Goal> goals;
    Changes<core::Audience> audiences;
    Changes<core::Platform> platforms;
    Changes<core::Topic> topics;
    Changes<core::Channel> channels;
    Changes<core::Post> posts;
    std::optional<core::Targets> targets;      ///< Where they change.
    std::vector<std::vector<Skipped>> skipped; ///< And noted: of each batch, in the order of its lines.
    std::vector<Alike> alike;
    std::size_t left_out = 0; ///< People offered beside the matter who are not in the journal and were not asked for.
};

struct PlanOptions {
    bool takes_offered = false;            ///< People offered beside the matter become people of the journal.
    std::function<std::string()> new_id;   ///< For entries, follow-ups and posts.
    std::function<void()> advance = [] {}; ///< Called at each of the plan's steps.
    core::Date today = {};                 ///< Days of series that are over stay as they are.
};

/// How many steps a plan for these batches has, about.
[[nodiscard]] std::size_t steps_of_plan(std::span<const Batch> batches);

/// What the batches, one after the other, make of the journal.
///
/// A person is who has the same key of the same source, else an e-mail, else a profile, else a full name that only one
/// has and that nothing contradicts: another e-mail, birthday or profile of the same network. An e-mail or profile
/// tells only where the names agree. An event is the one with the key, else with the name and day; an entry or
/// follow-up the one with the key, else with the same day, people and note: one that was there before the batch, that
/// its source has no key for, and that is of no other time or channel; each is one of the batch's. What is changed of
/// them is said by updated(). A batch of kith's own is matched by ids and taken as it is, but takes no key off; of
/// people an id tells only where nothing contradicts. Of two batches that say the same key of a record the first is
/// right.
[[nodiscard]] Plan plan(std::span<const Batch> batches, const JournalRecords& journal, const PlanOptions& options);

} // namespace kith::exchange
