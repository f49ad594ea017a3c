// When each person was last in contact, gathered from the log newest first so that it need not be read to its
// beginning.
#pragma once

#include "kith/core/journal.hpp"
#include "kith/core/people.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace kith::core {

/// What is known of the last time with a person.
struct LastContact {
    std::shared_ptr<const Interaction> contact; ///< The latest that was answered; null where there was none.
    std::optional<Date> attempt;                ///< The latest unanswered one after it.
};

/// Collects the last contacts of the people asked for. Give it interactions newest first until `is_complete`.
class Contacts {
  public:
    /// `as_of`: what is later does not count.
    Contacts(const People& people, std::vector<PersonId> wanted, Date as_of);

    /// Notes an interaction. Among those of one day the one given first counts as the later.
    void observe(const Interaction& interaction);
    /// Whether a contact of everyone wanted has been seen.
    [[nodiscard]] bool is_complete() const { return missing_ == 0; }
    /// Those wanted of whom no contact has been seen yet, in no order.
    [[nodiscard]] std::vector<PersonId> missing() const;
    [[nodiscard]] const LastContact& of(const PersonId& person) const;

  private:
    const People* people_;
    Date as_of_;
    std::unordered_map<std::string, LastContact> last_; ///< Of everyone wanted, by the id.
    std::size_t missing_ = 0;
    bool has_former_ids_ = false;
};

} // namespace kith::core
