// How it is told what a person comes in without.
#pragma once

#include "kith/exchange/batch.hpp"

#include "plain_text.hpp"

#include <fmt/format.h>

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

/// Of lists that have as many as add_once() adds, that there may have been more.
[[nodiscard]] inline std::vector<Skipped> notes_of_full_lists(const IncomingPerson& person) {
    const auto& record = person.record;
    std::vector<Skipped> notes;
    for (const auto& [name, list] : {std::pair("aliases", &record.aliases), std::pair("groups", &record.groups),
                                     std::pair("e-mail addresses", &person.emails)})
        if (list->size() >= most_texts)
            notes.push_back(
                noted(person.line, fmt::format("{} of {} beyond {}, if there are any", name, record.name, most_texts)));
    return notes;
}

} // namespace kith::exchange
