// vCards, one after another.
#include "kith/core/text.hpp"
#include "kith/exchange/readers.hpp"

#include "plain_text.hpp"
#include "refusal.hpp"
#include "vcard_person.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace kith::exchange {
namespace {

constexpr std::size_t most_lines = 100000;

bool is_marker(const ContentLine& line, std::string_view name) {
    return line.name == name && equals_ignoring_case(core::trim(line.value), "VCARD");
}

/// What a card of this kind is of; empty of a person's. A kind that is unknown is taken for that.
std::string_view what_else(std::string_view kind) {
    using Kind = std::pair<std::string_view, std::string_view>;
    constexpr std::array<Kind, 5> kinds{Kind{"org", "an organisation"}, Kind{"location", "a place"},
                                        Kind{"application", "a program"}, Kind{"device", "a device"},
                                        Kind{"thing", "a thing"}};
    const auto found = std::ranges::find(kinds, kind, &Kind::first);
    return found == kinds.end() ? "" : found->second;
}

struct Group {
    int line;
    std::string name;
    std::string label;                ///< Of its people; empty where the name makes none.
    std::vector<std::string> members; ///< Their UIDs, or `mailto:` and an e-mail.
};

/// Takes the cards of a file from its lines.
class CardReader {
  public:
    CardReader(const Pull& pull, bool skips_broken) : lines_(pull, is_wanted_of_card), skips_broken_(skips_broken) {}

    Batch read() {
        batch_.from = "vcard";
        while (auto line = lines_.next()) take(std::move(*line));
        if (card_) {
            card_->problems.push_back({card_->line, "a vCard begins here and has no end"});
            finish();
        }
        put_into_groups();
        batch_.passed_over = passed_over_.in_words();
        return std::move(batch_);
    }

  private:
    void take(ContentLine line) {
        if (is_marker(line, "BEGIN")) {
            begin(line);
        } else if (is_marker(line, "END") && depth_ > 0) {
            --depth_;
        } else if (is_marker(line, "END") && card_) {
            finish();
        } else if (!card_) {
            if (!std::exchange(is_lost_, true)) broken({line.line, "this is not within a vCard"});
        } else if (line.name.empty()) {
            card_->problems.push_back({line.line, "this is no line of a vCard"});
        } else if (depth_ == 0) {
            is_after_agent_ = line.name == "AGENT";
            if (is_wanted_of_card(line.name))
                keep(std::move(line));
            else if (!line.is_empty || is_after_agent_)
                card_->passed_over.add(line.name);
        }
    }

    /// A card may hold that of a person's agent, in version 2.1.
    void begin(const ContentLine& line) {
        if (card_ && (is_after_agent_ || depth_ > 0)) {
            ++depth_;
            return;
        }
        if (card_) {
            card_->problems.push_back({card_->line, "a vCard begins here and has no end"});
            finish();
        }
        card_ = Card{line.line, {}, {}, {}};
        depth_ = 0;
        is_lost_ = false;
        is_after_agent_ = false;
    }

    void keep(ContentLine line) {
        if (card_->lines.size() < most_lines)
            card_->lines.push_back(std::move(line));
        else if (card_->problems.empty())
            card_->problems.push_back({card_->line, "this vCard has more than 100,000 lines"});
    }

    void broken(Skipped problem) {
        if (!skips_broken_) refuse(problem.line, std::move(problem.reason));
        batch_.skipped.push_back(std::move(problem));
    }

    void finish() {
        const Card card = std::move(*card_);
        card_.reset();
        auto problems = card.problems;
        auto read = person_of(card);
        problems.insert(problems.end(), read.problems.begin(), read.problems.end());
        if (!problems.empty()) {
            broken(std::move(problems.front()));
            return;
        }
        keep(std::move(read));
    }

    void keep(CardPerson read) {
        const int line = read.person.line;
        if (!read.encoding.empty()) batch_.encoding = read.encoding;
        if (read.kind == "group") {
            const auto& name = read.person.record.name;
            groups_.push_back({line, name, label(name), std::move(read.members)});
        } else if (read.person.record.name.empty()) {
            batch_.skipped.push_back({line, "no name and no address"});
        } else if (const auto what = what_else(read.kind); !what.empty()) {
            batch_.skipped.push_back({line, fmt::format("{} is {}", read.person.record.name, what)});
        } else {
            index(read);
            batch_.people.push_back(std::move(read.person));
            batch_.skipped.insert(batch_.skipped.end(), read.skipped.begin(), read.skipped.end());
            passed_over_.add(read.passed_over);
        }
    }

    /// As members of a group are told. Of several cards that have it, the first is meant.
    void index(const CardPerson& read) {
        const auto place = batch_.people.size();
        if (!read.uid.empty()) by_member_.emplace(lower(read.uid), place);
        for (const auto& email : read.person.emails) by_member_.emplace("mailto:" + lower(email), place);
    }

    /// Apple and version 4.0 have groups as cards of their own.
    void put_into_groups() {
        for (const auto& group : groups_) {
            if (group.name.empty())
                batch_.skipped.push_back({group.line, "a group without a name"});
            else if (group.label.empty())
                batch_.skipped.push_back(
                    {group.line, fmt::format("{} is a group, and its name has no letter or digit", group.name)});
            else
                put_into(group);
        }
    }

    void put_into(const Group& group) {
        std::size_t strangers = 0;
        for (const auto& member : group.members) {
            const auto found = by_member_.find(lower(member));
            if (found == by_member_.end()) {
                ++strangers;
                continue;
            }
            auto& person = batch_.people[found->second];
            if (!known_groups_[found->second].add(person.record.groups, group.label))
                batch_.skipped.push_back(noted(person.line, fmt::format("the group {} of {}, beyond {}", group.label,
                                                                        person.record.name, most_texts)));
        }
        if (strangers == group.members.size())
            batch_.skipped.push_back(
                {group.line, fmt::format("{} is a group, and nobody of it is in this file", group.name)});
        else if (strangers > 0)
            batch_.skipped.push_back(
                noted(group.line, fmt::format("the group {}: {} of its {} members {} nobody in this file", group.name,
                                              strangers, group.members.size(), strangers == 1 ? "is" : "are")));
    }

    ContentLines lines_;
    bool skips_broken_;
    Batch batch_;
    Tally passed_over_;
    std::optional<Card> card_;
    int depth_ = 0;
    bool is_after_agent_ = false;
    bool is_lost_ = false; ///< Once it is told that a line is outside of all cards, until the next card begins.
    std::unordered_map<std::string, std::size_t> by_member_;
    std::vector<Group> groups_;
    std::unordered_map<std::size_t, KnownTexts> known_groups_; ///< Of members.
};

} // namespace

Batch read_vcard(const Pull& pull, const ReadOptions& options) {
    auto batch = CardReader(pull, options.skips_broken).read();
    batch.lists = {"phone", "website"};
    return batch;
}

} // namespace kith::exchange
