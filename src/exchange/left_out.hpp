// How it is told what a person comes in without.
#pragma once

#include "kith/core/text.hpp"
#include "kith/exchange/batch.hpp"

#include "plain_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::exchange {

/// `Ana Souza comes in without the birthday 'soon': it is no date`; of a row without a name only what is wrong.
[[nodiscard]] inline std::string comes_without(std::string_view name, std::string_view value_and_reason) {
    return name.empty() ? std::string(value_and_reason)
                        : fmt::format("{} comes in without the {}", name, value_and_reason);
}

/// `Ana Souza comes in without the e-mails beyond the ninth: j@example.org`; nobody would go through a hundred of them.
[[nodiscard]] inline std::string without_emails(std::string_view name, std::span<const std::string> emails) {
    constexpr std::size_t most_told = 3;
    auto text = core::join(emails.first(std::min(emails.size(), most_told)), ", ");
    if (emails.size() > most_told) text += fmt::format(" and {} more", emails.size() - most_told);
    return comes_without(name, "e-mails beyond the ninth: " + text);
}

/// Puts texts into the lists of one person, and tells of those that had no room for all.
class PersonLists {
  public:
    /// `name` is what the list is called when it is told, and lasts.
    void add(std::vector<std::string>& list, std::string text, std::string_view name) {
        if (!full_.contains(name) && !known_[name].add(list, std::move(text))) full_.insert(name);
    }
    [[nodiscard]] std::vector<Skipped> notes(const IncomingPerson& person) const {
        std::vector<Skipped> notes;
        for (const auto name : full_)
            notes.push_back(
                noted(person.line, fmt::format("{} of {} beyond {}", name, person.record.name, most_texts)));
        return notes;
    }

  private:
    std::map<std::string_view, KnownTexts> known_;
    std::set<std::string_view> full_;
};

} // namespace kith::exchange
