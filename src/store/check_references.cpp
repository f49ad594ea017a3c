#include "check_rules.hpp"

#include <utility>

namespace kith::store {
namespace {

/// Gathers references; an absent one names nothing.
class References {
  public:
    void add(std::string_view key, std::string_view kind, const std::string& id) {
        if (!id.empty()) all_.push_back({key, kind, id});
    }
    void add(std::string_view key, std::string_view kind, const std::vector<std::string>& ids) {
        for (const auto& id : ids) add(key, kind, id);
    }
    void add_people(std::string_view key, const std::vector<core::PersonId>& people) {
        for (const auto& id : people) add(key, "person", id.text);
    }
    [[nodiscard]] std::vector<Reference> all() && { return std::move(all_); }

  private:
    std::vector<Reference> all_;
};

} // namespace

std::vector<Reference> references(const core::Person& person) {
    References named;
    named.add("met_at", "event", person.met_at.text);
    return std::move(named).all();
}

std::vector<Reference> references(const core::Interaction& interaction) {
    References named;
    named.add_people("with", interaction.with);
    named.add("channel", "channel", interaction.channel);
    named.add("event", "event", interaction.event.text);
    named.add("closes", "followup", interaction.closes.text);
    return std::move(named).all();
}

std::vector<Reference> references(const core::Event& event) {
    References named;
    named.add_people("met", event.met);
    return std::move(named).all();
}

std::vector<Reference> references(const core::Followup& followup) {
    References named;
    named.add_people("with", followup.with);
    named.add("event", "event", followup.event.text);
    named.add("origin", "interaction", followup.origin.text);
    named.add("closed_by", "interaction", followup.closed_by.text);
    return std::move(named).all();
}

std::vector<Reference> references(const core::Platform& platform) {
    References named;
    named.add("goals", "goal", platform.goals);
    named.add("audience", "audience", platform.audience);
    return std::move(named).all();
}

std::vector<Reference> references(const core::Post& post) {
    References named;
    named.add("platform", "platform", post.platform);
    named.add("topic", "topic", post.topic);
    return std::move(named).all();
}

} // namespace kith::store
