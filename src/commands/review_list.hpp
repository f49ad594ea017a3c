// The due list as a review goes through it: each item as it is now in the files, and what became of it.
#pragma once

#include "kith/core/agenda.hpp"
#include "kith/system/keyboard.hpp"

#include "followup_target.hpp"
#include "session.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace kith::commands {

enum class Outcome {
    open,
    done,
    put_off,
    dropped,
    settled, ///< By somebody else, or by what was done to another item.
};

struct ReviewEntry {
    core::AgendaItem item;
    Outcome outcome = Outcome::open;
    std::string said; ///< The answer to what was done.
};

/// Whether both are the same thing to do, whatever has changed about it.
[[nodiscard]] bool is_same(const core::AgendaItem& a, const core::AgendaItem& b);

class ReviewList {
  public:
    /// What is due, the most pressing first.
    explicit ReviewList(Session& session);

    [[nodiscard]] std::size_t size() const { return entries_.size(); }
    [[nodiscard]] const ReviewEntry& operator[](std::size_t at) const { return entries_[at]; }

    /// Reads an item again to which nothing was done yet; where it is no longer due it is settled.
    void look_again(std::size_t at);

    /// Changes the journal and returns the answer.
    using Change = std::function<std::string(const Target&)>;
    /// Locks the journal, reads the item again, makes the change, saves it whole, and unlocks. Where the item is no
    /// longer there to change it is settled, and nothing else happens. A Failure leaves it as it was.
    void apply(std::size_t at, Outcome outcome, const Change& change, system::Keyboard& keyboard);

    /// `3 done, 1 put off, 1 dropped, 2 left`
    [[nodiscard]] std::string summary() const;

  private:
    [[nodiscard]] std::optional<core::AgendaItem> as_it_is_now(const ReviewEntry& entry);

    Session& session_;
    std::vector<ReviewEntry> entries_;
};

} // namespace kith::commands
