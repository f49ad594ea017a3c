#include "left_of_person.hpp"

#include "kith/core/abridged.hpp"
#include "kith/core/records.hpp"
#include "kith/core/text.hpp"
#include "kith/exchange/readers.hpp"
#include "kith/exchange/write_vcard.hpp"

#include "matching.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <variant>
#include <vector>

namespace kith::exchange {
namespace {

constexpr std::size_t most_shown = 40;

std::string quoted(const std::string& text) {
    return "'" + core::abridged(core::escape_controls(text), most_shown) + "'";
}

/// Whether one of several is this text, in whatever letters.
bool is_among(const std::vector<std::string>& texts, const std::string& text) {
    return std::ranges::any_of(texts, [&text](const auto& each) { return core::fold(each) == core::fold(text); });
}

bool has_text(const std::string& whole, const std::string& part) {
    return core::fold(whole).find(core::fold(part)) != std::string::npos;
}

/// `note 'Likes tea'`, of all that is not among what the person has.
class Left {
  public:
    explicit Left(const core::Person& person) : person_(person), own_(core::to_fields(person)) {}

    std::vector<std::string> of(const core::Person& said) {
        for (const auto& field : core::to_fields(said)) add(field);
        return std::move(left_);
    }

  private:
    void add(const core::Field& field) {
        const auto own = std::ranges::find(own_, field.key, &core::Field::key);
        if (own == own_.end() || field.key == "email" || field.key == "imported") return; // Further ones are handles.
        if (const auto* table = std::get_if<core::TextTable>(&field.value)) return add_handles(*table);
        if (const auto* texts = std::get_if<std::vector<std::string>>(&field.value))
            return add_texts(field.key, *texts, own->value);
        if (field.key == "name" ? is_called(person_, said_text(field)) : says(own->value, field.value)) return;
        left_.push_back(fmt::format("{} {}", field.key, quoted(said_text(field))));
    }
    void add_handles(const core::TextTable& handles) {
        for (const auto& [network, name] : handles)
            if (std::ranges::none_of(person_.handles,
                                     [&](const auto& own) { return core::fold(own.second) == core::fold(name); }))
                left_.push_back(fmt::format("{} {}", network, quoted(name)));
    }
    void add_texts(const std::string& key, const std::vector<std::string>& texts, const core::Value& own_value) {
        const auto* own = std::get_if<std::vector<std::string>>(&own_value);
        for (const auto& text : texts)
            if (own == nullptr || !is_among(*own, text)) left_.push_back(fmt::format("{} {}", key, quoted(text)));
    }
    static std::string said_text(const core::Field& field) {
        const auto* moment = std::get_if<core::Moment>(&field.value);
        const auto* text = std::get_if<std::string>(&field.value);
        return moment != nullptr ? core::to_text(*moment) : text != nullptr ? *text : "";
    }
    static bool says(const core::Value& own, const core::Value& said) {
        const auto* left = std::get_if<std::string>(&own);
        const auto* right = std::get_if<std::string>(&said);
        return left != nullptr && right != nullptr ? has_text(*left, *right) : own == said;
    }

    const core::Person& person_;
    core::Fields own_;
    std::vector<std::string> left_;
};

std::string told(const core::Person& person, const core::Person& compared, const core::Person& said,
                 std::string_view why) {
    const auto left = Left(compared).of(said);
    if (left.empty()) return {};
    return fmt::format("{}: {} {} not taken: {}", person.name, core::join(left, ", "), left.size() == 1 ? "is" : "are",
                       why);
}

/// The person as a card of kith's own says them.
core::Person as_in_card(const core::Person& person) {
    const auto batch = read_vcard(pull_from(write_vcard(person, VcardVersion::v4)), {});
    return batch.people.empty() ? person : batch.people.front().record;
}

} // namespace

std::string left_of(const core::Person& person, const core::Person& said) {
    return told(person, person, said, "what is here stays");
}

std::string left_of_own(const core::Person& person, const core::Person& said) {
    return told(person, as_in_card(person), said, "kith wrote this card, and what is here stays");
}

} // namespace kith::exchange
