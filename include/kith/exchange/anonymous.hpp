// The journal for other eyes: the same days and counts, and nobody and nothing in it by name.
#pragma once

#include "kith/core/agenda.hpp"
#include "kith/core/journal.hpp"
#include "kith/core/people.hpp"
#include "kith/core/strategy.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>

namespace kith::exchange {

/// Replaces what tells who, where and about what, the same by the same, so that what belongs together still does:
/// `ana-souza` is `person-12` wherever she is named. People and events have the number of their place in the journal,
/// and what they and the strategy say that of its first one, in every export; what only entries and follow-ups say is
/// numbered as it comes. Channels and platforms have the number of their
/// place in the strategy, but for those that kith knows and well-known networks. Texts become as many `x`. Days,
/// periods and kinds stay, so that every figure of a report does. Birthdays go, and so does where a record came from.
class Anonymiser {
  public:
    Anonymiser(const core::People& people, std::span<const core::Event> events, const core::Strategy& strategy);

    [[nodiscard]] core::Person operator()(core::Person person);
    [[nodiscard]] core::Group operator()(core::Group group);
    [[nodiscard]] core::Interaction operator()(core::Interaction interaction);
    [[nodiscard]] core::Event operator()(core::Event event);
    [[nodiscard]] core::Followup operator()(core::Followup followup);
    [[nodiscard]] core::Strategy operator()(core::Strategy strategy);
    /// Without its reason, which is in words.
    [[nodiscard]] core::AgendaItem operator()(core::AgendaItem item);
    [[nodiscard]] core::People operator()(const core::People& people);

  private:
    [[nodiscard]] std::size_t number(const std::string& kind, const std::string& text);
    void replace(std::string& text, const std::string& kind, const std::string& prefix);
    void replace_id(std::string& id, const std::string& kind);
    template<class Of> void replace_ids(std::vector<core::Id<Of>>& ids, const std::string& kind);
    void replace_all(std::vector<std::string>& texts, const std::string& kind);
    void replace_channel(std::string& channel);
    [[nodiscard]] core::Goal anonymous(core::Goal goal);
    [[nodiscard]] core::Platform anonymous(core::Platform platform);
    [[nodiscard]] core::Post anonymous(core::Post post);

    std::map<std::pair<std::string, std::string>, std::size_t> numbers_; ///< By kind and text.
    std::map<std::string, std::size_t> last_;                            ///< By kind.
    std::set<std::string> channels_;                                     ///< That stay.
};

} // namespace kith::exchange
