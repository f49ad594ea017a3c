#include "check_rules.hpp"

#include "kith/core/agenda.hpp"
#include "kith/core/phrase.hpp"
#include "kith/core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
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
    /// A value of a closed set.
    void require_one_of(const char* key, const std::string& value, const std::vector<std::string>& choices) {
        if (is_one_of(value, choices)) return;
        error(key, fmt::format("'{}' cannot be '{}'", key, value), "it takes " + core::join(choices, ", "));
    }
    /// A value that may also be of one's own.
    void expect_one_of(const char* key, const std::string& value, const std::vector<std::string>& choices) {
        if (is_one_of(value, choices)) return;
        remark(key, fmt::format("'{}' is '{}', a value of your own", key, value),
               "the usual ones are " + core::join(choices, ", "));
    }
    void expect_text(const char* key, const std::string& value) {
        if (core::trim(value).empty()) remark({}, fmt::format("it has no '{}'", key));
    }
    void refuse_both(const char* key, const std::optional<core::Date>& one, const char* other,
                     const std::optional<core::Date>& other_date) {
        if (one && other_date) error(other, fmt::format("'{}' and '{}' exclude each other", key, other), "keep one");
    }
    [[nodiscard]] std::vector<Complaint> all() && { return std::move(all_); }

  private:
    [[nodiscard]] static bool is_one_of(const std::string& value, const std::vector<std::string>& choices) {
        return value.empty() || std::ranges::find(choices, value) != choices.end();
    }

    std::vector<Complaint> all_;
};

const std::vector<std::string>& modes() {
    static const std::vector<std::string> values{"online", "in-person"};
    return values;
}

const std::vector<std::string>& sides() {
    static const std::vector<std::string> values{"me", "them"};
    return values;
}

/// A follow-up's `every`, with or without the plus.
bool is_recurrence(std::string_view text) {
    return core::parse_period(text.substr(text.starts_with('+') ? 1 : 0)).has_value();
}

} // namespace

std::vector<Complaint> complaints(const core::Person& person, core::Date today) {
    Complaints found;
    found.expect_text("name", person.name);
    if (!person.birthday.empty() && !core::next_birthday(person.birthday, today))
        found.error("birthday", fmt::format("'birthday' cannot be '{}'", person.birthday),
                    "write 1990-05-02, or \"05-02\" without the year");
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
    found.require_one_of("mode", interaction.mode, modes());
    found.require_one_of("by", interaction.by, sides());
    found.require_one_of("help", interaction.help, core::help_values());
    found.expect_one_of("kind", interaction.kind, core::interaction_kinds());
    return std::move(found).all();
}

std::vector<Complaint> complaints(const core::Event& event, core::Date /*today*/) {
    Complaints found;
    found.expect_text("name", event.name);
    found.require_one_of("status", event.status, core::event_statuses());
    if (event.end && event.end->date < event.start.date)
        found.error("end", fmt::format("it ends on {}, before it starts", core::to_text(*event.end)));
    return std::move(found).all();
}

std::vector<Complaint> complaints(const core::Followup& followup, core::Date /*today*/) {
    Complaints found;
    if (followup.with.empty()) found.remark({}, "it says with nobody ('with' is empty)");
    found.expect_one_of("action", followup.action, core::followup_actions());
    if (!followup.every.empty() && !is_recurrence(followup.every))
        found.error("every", fmt::format("'every' cannot be '{}'", followup.every),
                    "write a period such as 2w, or +2w to count from the due date");
    found.refuse_both("done", followup.done, "dropped", followup.dropped);
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
        found.require_one_of("mode", channel.mode, modes());
    return std::move(found).all();
}

std::vector<Complaint> complaints(const core::Post& post, core::Date /*today*/) {
    Complaints found;
    found.expect_text("title", post.title);
    found.refuse_both("published", post.published, "dropped", post.dropped);
    return std::move(found).all();
}

} // namespace kith::store
