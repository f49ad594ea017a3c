#include "left_of_record.hpp"

#include "kith/core/abridged.hpp"
#include "kith/core/records.hpp"
#include "kith/core/text.hpp"
#include "kith/exchange/origin.hpp"
#include "kith/exchange/readers.hpp"
#include "kith/exchange/write_vcard.hpp"

#include "matching.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
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

bool is_of_word(char byte) {
    const auto point = static_cast<unsigned char>(byte);
    return point >= 0x80U || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
}

/// Whether a folded text has the other in it, and not within a word: `tea`, but not of `steak`.
bool has_words(std::string_view whole, std::string_view part) {
    for (auto at = whole.find(part); at != whole.npos; at = whole.find(part, at + 1)) {
        const auto end = at + part.size();
        const bool begins = at == 0 || part.empty() || !is_of_word(whole[at - 1]) || !is_of_word(part.front());
        const bool ends = end == whole.size() || part.empty() || !is_of_word(whole[end]) || !is_of_word(part.back());
        if (begins && ends) return true;
    }
    return false;
}

/// Whether a text has all paragraphs of the other one in it, in whatever order.
bool has_text(const std::string& whole, const std::string& part) {
    constexpr std::string_view between = "\n\n";
    const auto own = core::fold(whole);
    for (std::size_t from = 0; from <= part.size();) {
        const auto end = std::min(part.find(between, from), part.size());
        if (!has_words(own, core::fold(std::string_view(part).substr(from, end - from)))) return false;
        from = end + between.size();
    }
    return true;
}

/// Whether a value of a record says all of what a source's does.
using Says = std::function<bool(const core::Field& said, const core::Value& own)>;

bool says_all(const core::Field& said, const core::Value& own) {
    const auto* left = std::get_if<std::string>(&own);
    const auto* right = std::get_if<std::string>(&said.value);
    return left != nullptr && right != nullptr ? has_text(*left, *right) : own == said.value;
}

/// `note 'Likes tea'`, of all that is not among what the record has.
class Left {
  public:
    explicit Left(core::Fields own, Says says = says_all) : own_(std::move(own)), says_(std::move(says)) {}

    std::vector<std::string> of(const core::Fields& said) {
        for (const auto& field : said) add(field);
        return std::move(left_);
    }

  private:
    void add(const core::Field& field) {
        const auto own = std::ranges::find(own_, field.key, &core::Field::key);
        if (own == own_.end() || field.key == "id" || field.key == "imported") return;
        const auto* handles = std::get_if<core::TextTable>(&own->value);
        if (const auto* table = std::get_if<core::TextTable>(&field.value); table != nullptr && handles != nullptr)
            return add_handles(*table, *handles);
        if (const auto* texts = std::get_if<std::vector<std::string>>(&field.value))
            return add_texts(field.key, *texts, own->value);
        if (!says_(field, own->value)) left_.push_back(fmt::format("{} {}", field.key, quoted(spelled(field.value))));
    }
    void add_handles(const core::TextTable& handles, const core::TextTable& own) {
        for (const auto& handle : handles)
            if (std::ranges::none_of(own, [&](const auto& each) { return is_same_handle(each, handle); }))
                left_.push_back(fmt::format("{} {}", handle.first, quoted(handle.second)));
    }
    void add_texts(const std::string& key, const std::vector<std::string>& texts, const core::Value& own_value) {
        const auto* own = std::get_if<std::vector<std::string>>(&own_value);
        for (const auto& text : texts)
            if (own == nullptr || !is_among(*own, text)) left_.push_back(fmt::format("{} {}", key, quoted(text)));
    }

    core::Fields own_;
    Says says_;
    std::vector<std::string> left_;
};

std::vector<std::string> left_of_person(const core::Person& person, const core::Fields& said) {
    const auto says = [&person](const core::Field& field, const core::Value& own) {
        if (field.key == "email") return true; // Further ones are handles.
        return field.key == "name" ? is_called(person, std::get<std::string>(field.value)) : says_all(field, own);
    };
    return Left(core::to_fields(person), says).of(said);
}

std::string told(std::string_view name, const std::vector<std::string>& left, std::string_view why) {
    if (left.empty()) return {};
    return fmt::format("{}: {} {} not taken: {}", name, core::join(left, ", "), left.size() == 1 ? "is" : "are", why);
}

constexpr std::string_view what_is_here = "what is here stays";

/// The person as a card of kith's own says them.
core::Person as_in_card(const core::Person& person) {
    const auto batch = read_vcard(pull_from(write_vcard(person, VcardVersion::v4)), {});
    return batch.people.empty() ? person : batch.people.front().record;
}

} // namespace

std::string left_of(std::string_view name, const core::Fields& record, const core::Fields& said) {
    return told(name, Left(record).of(said), what_is_here);
}

std::string left_of(const core::Person& person, const core::Fields& said) {
    return told(person.name, left_of_person(person, said), what_is_here);
}

std::string left_of_own(const core::Person& person, const core::Person& said) {
    return told(person.name, left_of_person(as_in_card(person), core::to_fields(said)),
                fmt::format("kith wrote this card, and {}", what_is_here));
}

} // namespace kith::exchange
