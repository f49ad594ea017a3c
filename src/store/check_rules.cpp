#include "check_rules.hpp"

#include "kith/core/phrase.hpp"
#include "kith/core/records.hpp"
#include "kith/core/text.hpp"
#include "kith/core/value_rules.hpp"

#include <fmt/format.h>

#include <utility>

namespace kith::store {
namespace {

/// Gathers what is wrong in a record.
class Complaints {
  public:
    void error(std::string key, std::string message, std::string hint = {}) {
        all_.push_back({Severity::error, std::move(key), std::move(message), std::move(hint)});
    }
    void remark(std::string key, std::string message, std::string hint = {}) {
        all_.push_back({Severity::remark, std::move(key), std::move(message), std::move(hint)});
    }
    /// What the rule of the key says against its value.
    template<class Record> void require_value(const char* key, const std::string& value) {
        const auto& rule = *core::value_rule(core::kind_of<Record>(), key);
        if (core::may_hold(rule, value)) return;
        if (rule.may_be_own)
            return remark(key, fmt::format("'{}' is '{}', a value of your own", key, value),
                          "the usual ones are " + core::join(rule.values(), ", "));
        error(key, fmt::format("'{}' cannot be '{}'", key, value),
              rule.values == nullptr ? fmt::format("write {}", rule.form)
                                     : "it takes " + core::join(rule.values(), ", "));
    }
    /// What two values say against each other.
    template<class Record> void refuse_contradiction(const Record& record, std::string hint = {}) {
        if (auto found = core::contradiction_in(record))
            error(std::string(found->key), std::move(found->message), std::move(hint));
    }
    void expect_text(const char* key, const std::string& value) {
        if (core::trim(value).empty()) remark({}, fmt::format("it has no '{}'", key));
    }
    [[nodiscard]] std::vector<Complaint> all() && { return std::move(all_); }

  private:
    std::vector<Complaint> all_;
};

} // namespace

std::vector<Complaint> complaints(const core::Person& person, core::Date today) {
    Complaints found;
    found.expect_text("name", person.name);
    found.require_value<core::Person>("birthday", person.birthday);
    const bool is_shorter = person.every && person.late &&
                            core::length_in_days(*person.late, today) < core::length_in_days(*person.every, today);
    if (is_shorter) found.remark("late", "'late' is shorter than 'every'");
    return std::move(found).all();
}

std::vector<Complaint> complaints(const core::Interaction& interaction, core::Date today) {
    Complaints found;
    if (interaction.date.date > today)
        found.remark("date", fmt::format("it is dated {}, which is still to come", core::to_text(interaction.date)),
                     "plans are follow-ups");
    found.require_value<core::Interaction>("mode", interaction.mode);
    found.require_value<core::Interaction>("by", interaction.by);
    found.require_value<core::Interaction>("help", interaction.help);
    found.require_value<core::Interaction>("kind", interaction.kind);
    return std::move(found).all();
}

std::vector<Complaint> complaints(const core::Event& event, core::Date /*today*/) {
    Complaints found;
    found.expect_text("name", event.name);
    found.require_value<core::Event>("status", event.status);
    found.refuse_contradiction(event);
    return std::move(found).all();
}

std::vector<Complaint> complaints(const core::Followup& followup, core::Date /*today*/) {
    Complaints found;
    if (followup.with.empty()) found.remark({}, "it says with nobody ('with' is empty)");
    found.require_value<core::Followup>("action", followup.action);
    found.require_value<core::Followup>("every", followup.every);
    found.refuse_contradiction(followup, "keep one");
    return std::move(found).all();
}

std::vector<Complaint> complaints(const core::Goal& goal, core::Date /*today*/) {
    Complaints found;
    found.expect_text("text", goal.text);
    return std::move(found).all();
}

std::vector<Complaint> complaints(const core::Audience& audience, core::Date /*today*/) {
    Complaints found;
    found.expect_text("text", audience.text);
    return std::move(found).all();
}

std::vector<Complaint> complaints(const core::Platform& /*platform*/, core::Date /*today*/) {
    return {};
}

std::vector<Complaint> complaints(const core::Topic& topic, core::Date /*today*/) {
    Complaints found;
    found.expect_text("text", topic.text);
    return std::move(found).all();
}

std::vector<Complaint> complaints(const core::Channel& channel, core::Date /*today*/) {
    Complaints found;
    if (channel.mode.empty())
        found.error({}, "it has no 'mode'", "it takes online, in-person");
    else
        found.require_value<core::Channel>("mode", channel.mode);
    return std::move(found).all();
}

std::vector<Complaint> complaints(const core::Post& post, core::Date /*today*/) {
    Complaints found;
    found.expect_text("title", post.title);
    found.refuse_contradiction(post, "keep one");
    return std::move(found).all();
}

} // namespace kith::store
