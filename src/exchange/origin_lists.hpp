// Of what somebody may have several, such as telephones, each told by its value.
#pragma once

#include "handles.hpp"
#include "origin_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::exchange::origin {

/// Whether what the source does not have of the list is gone there.
inline bool says_all(const SourceState& source, std::string_view kind) {
    const auto network = kind.substr(handle.size());
    return std::ranges::find(source.whole_lists, network) != source.whole_lists.end();
}

/// What a record has of a list, after its source was read.
class ListUpdate {
  public:
    /// `said` is what the source has, in parts.
    ListUpdate(std::string_view kind, const Parts& said, core::Fields& record, Origin& origin,
               const SourceState& source)
        : kind_(kind), record_(record), origin_(origin), is_said_(source.is_said), gone_(origin.list(kind)) {
        for (const auto& [part, value] : said)
            if (kind_of(part) == kind) note(part, std::get<std::string>(value));
        std::erase_if(gone_, [](const Part& each) { return is_marked(each.second); }); // They were gone before.
        const bool follows = !source.is_said && fresh_.size() == gone_.size();
        for (std::size_t i = 0; i < fresh_.size(); ++i) {
            if (follows)
                follow(fresh_[i], gone_[i]);
            else if (add(fresh_[i]))
                origin_.put_new(kind_, fingerprint(fresh_[i].second));
        }
        if (!follows && says_all(source, kind)) // What is new later comes beside them.
            for (const auto& [part, taken] : gone_) origin_.put(part, marked(taken));
    }

  private:
    using Part = std::pair<std::string, std::string>;

    void note(const std::string& part, const std::string& text) {
        const auto now = fingerprint(text);
        const auto former = [this](const std::string& taken) {
            return std::ranges::find_if(gone_, [&taken](const Part& each) { return bare(each.second) == taken; });
        };
        if (const auto known = former(now); known != gone_.end()) {
            if (is_marked(known->second)) origin_.put(known->first, now);
            gone_.erase(known);
            return;
        }
        const auto list = origin_.list(kind_);
        if (std::ranges::find(list, now, &Part::second) != list.end()) return; // The source has it twice.
        const auto own = find_own([&](const std::string& name) { return is_same(name, text); });
        if (!own) {
            if (!origin_.is_of_any(kind_, now)) fresh_.emplace_back(part, text); // Else it was edited, or taken off.
            return;
        }
        const auto other = former(fingerprint(own->second));
        if (other != gone_.end() && own->second != text && !is_said_) { // It is written otherwise now.
            put(record_, own->first, text);
            origin_.put(other->first, now);
            gone_.erase(other);
        } else if (origin_.is_new() || !gone_.empty()) { // So that it does not come back once it is edited.
            origin_.put_new(kind_, now);
        }
    }
    void follow(const Part& fresh, const Part& gone) {
        const auto own = find_own([&gone](const std::string& name) { return fingerprint(name) == gone.second; });
        if (own)
            put(record_, own->first, fresh.second);
        else if (!add(fresh))
            return;
        origin_.put(gone.first, fingerprint(fresh.second));
    }
    /// False where there are as many as there may be.
    bool add(const Part& fresh) {
        std::string part = fresh.first;
        for (int number = 1; number <= most_of_a_network; ++number) {
            if (is_of_list(part.substr(handle.size())) && !find_part(part)) {
                put(record_, part, fresh.second);
                return true;
            }
            part = number == 1 ? std::string(kind_) : fmt::format("{}-{}", kind_, number);
        }
        return false;
    }
    [[nodiscard]] bool is_same(const std::string& left, const std::string& right) const {
        return kind_ == "handle-phone" ? is_same_phone(left, right) : left == right;
    }
    template<class Is> [[nodiscard]] std::optional<Part> find_own(const Is& is) const {
        for (const auto& [network, name] : table_in(record_, handles_key))
            if (auto part = std::string(handle) + network; kind_of(part) == kind_ && is(name))
                return Part{std::move(part), name};
        return std::nullopt;
    }
    [[nodiscard]] bool find_part(const std::string& part) const {
        return find(table_in(record_, handles_key), part.substr(handle.size())) != nullptr;
    }

    std::string_view kind_;
    core::Fields& record_;
    Origin& origin_;
    bool is_said_;            ///< Whether another file of the same import has said something.
    core::TextTable gone_;    ///< What the source had and has no more; marked where it had it no more before.
    std::vector<Part> fresh_; ///< What it has newly.
};

} // namespace kith::exchange::origin
