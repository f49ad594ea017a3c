// When each person was last in contact, gathered from the log newest first so that it need not be read to its
// beginning.
#pragma once

#include "kith/core/journal.hpp"
#include "kith/core/people.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kith::core {

/// What is known of the last time with a person.
struct LastContact {
    std::shared_ptr<const Interaction> contact; ///< The latest that was answered; null where there was none.
    std::optional<Date> attempt;                ///< The latest unanswered one after it.
};

/// Collects the last contacts of the people asked for. Give it interactions newest first until `is_complete`; before
/// that perhaps a stretch of days oldest first.
class Contacts {
  public:
    /// `as_of`: what is later does not count.
    Contacts(const People& people, std::vector<PersonId> wanted, Date as_of);

    /// Notes an interaction. Among those of one day the one given first counts as the later.
    void observe(const Interaction& interaction);
    /// Notes that a person is named in an entry later than all that were noted. Only its day is kept of it: the contact
    /// says nothing else.
    void observe_later(std::string_view person, Date day, bool is_attempt);
    /// Notes what others of the same people, as of the same day, have seen of days before all that were noted here.
    void observe_before(const Contacts& earlier);
    /// Wants only these from now on, of those wanted so far.
    void keep_only(const std::vector<PersonId>& wanted);
    /// Whether a contact of everyone wanted has been seen.
    [[nodiscard]] bool is_complete() const { return missing_ == 0; }
    /// Those wanted of whom no contact has been seen yet, in no order.
    [[nodiscard]] std::vector<PersonId> missing() const;
    [[nodiscard]] const LastContact& of(const PersonId& person) const;

  private:
    /// Finds by a part of a text too. Not noexcept, so that the map keeps what it is instead of asking for it again.
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using ById = std::unordered_map<std::string, LastContact, Hash, std::equal_to<>>;

    /// Also by an id that was merged into that of somebody wanted; the end for everyone else.
    [[nodiscard]] ById::iterator find(std::string_view person);

    const People* people_;
    Date as_of_;
    ById last_;                                     ///< Of everyone wanted.
    std::shared_ptr<const Interaction> latest_day_; ///< An entry that has the day of the latest one, and nothing else.
    std::size_t missing_ = 0;
    bool has_former_ids_ = false;
};

} // namespace kith::core
