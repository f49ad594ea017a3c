// What a row of a table says that the journal could not hold.
#include "kith/core/record_keys.hpp"
#include "kith/core/text.hpp"
#include "kith/core/text_field.hpp"

#include "csv_records.hpp"
#include "plain_text.hpp"
#include "possible_values.hpp"
#include "written_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

namespace kith::exchange {
namespace {

template<class Record> bool is_number_or_truth(std::string_view key) {
    bool is = false;
    const Record record{};
    core::each_key(record, [&]<class Member>(const char* each, const Member&) {
        constexpr bool is_of_type = std::is_same_v<Member, int> || std::is_same_v<Member, std::optional<int>> ||
                                    std::is_same_v<Member, std::optional<bool>>;
        if constexpr (is_of_type) is = is || key == each;
    });
    return is;
}

/// Whether the key holds a day that need not be there.
template<class Record> bool is_optional_day(std::string_view key) {
    bool is = false;
    const Record record{};
    core::each_key(record, [&]<class Member>(const char* each, const Member&) {
        constexpr bool is_of_type =
            std::is_same_v<Member, std::optional<core::Date>> || std::is_same_v<Member, std::optional<core::Moment>>;
        if constexpr (is_of_type) is = is || key == each;
    });
    return is;
}

/// Why a text is no day; nothing of one that would be, if it were written otherwise: that is worth writing so.
std::optional<std::string> reason_against_day(std::string_view key, const std::string& text) {
    const auto reason = reason_of_no_moment(text);
    if (reason.find("write ") != reason.npos) return std::nullopt;
    return fmt::format("{} '{}': {}", key, text, reason);
}

/// Why the journal could not hold it, after its value.
template<class Record> std::optional<std::string> reason_against(const core::Fields& field, TableFrom from) {
    const auto& key = field.front().key;
    if (key == "id") return std::nullopt;
    const auto own = from == TableFrom::kith ? OwnValues::taken : OwnValues::refused;
    if (const auto wanted = wanted_instead(core::kind_of<Record>(), field.front(), own); !wanted.empty())
        return fmt::format("{} '{}': it takes {}", key, *core::find_text(field, key), wanted);
    if (from == TableFrom::kith) return std::nullopt;
    if (const auto* text = core::find_text(field, key); text != nullptr && is_optional_day<Record>(key))
        return reason_against_day(key, *text);
    if (!is_number_or_truth<Record>(key)) return std::nullopt;
    const auto problems = core::from_fields<Record>(field).problems;
    const auto found = std::ranges::find(problems, key, &core::FieldProblem::key);
    return found == problems.end() ? std::nullopt : std::optional(value_and_reason(*found, field));
}

/// The channel that is called so, as `kith log --via` has it.
std::optional<std::string> channel_called(const std::string& text, const std::vector<std::string>& channels) {
    const auto is_called = [&](const std::string& channel) {
        return core::fold(channel) == core::fold(text) || channel == label(text);
    };
    const auto found = std::ranges::find_if(channels, is_called);
    return found == channels.end() ? std::nullopt : std::optional(*found);
}

/// Takes off a channel that there is not; of kith's own tables it stays, for the strategy may come after it.
void require_channel(core::Fields& fields, const std::vector<std::string>& channels, std::vector<std::string>& told) {
    const auto field = std::ranges::find(fields, "channel", &core::Field::key);
    if (field == fields.end()) return;
    auto& text = std::get<std::string>(field->value);
    if (auto channel = channel_called(text, channels)) {
        text = std::move(*channel);
        return;
    }
    told.push_back(fmt::format("channel '{}': there is none such; 'kith strategy channel add' or, of a network, 'kith "
                               "strategy platform add' adds one",
                               text));
    fields.erase(field);
}

/// Takes off a day that is still to come.
void require_past(std::string_view key, std::optional<core::Date>& day, core::Date today,
                  std::vector<std::string>& told) {
    if (!day || *day <= today) return;
    told.push_back(fmt::format("{} '{}': it is still to come", key, core::to_text(*day)));
    day.reset();
}

} // namespace

std::string value_and_reason(const core::FieldProblem& problem, const core::Fields& fields) {
    const auto field = std::ranges::find(fields, problem.key, &core::Field::key);
    const auto* text = field == fields.end() ? nullptr : std::get_if<std::string>(&field->value);
    const auto* number = field == fields.end() ? nullptr : std::get_if<std::int64_t>(&field->value);
    if (text == nullptr && number == nullptr) return fmt::format("{}: {}", problem.key, problem.message);
    const auto value = text != nullptr ? *text : std::to_string(*number);
    std::string_view reason = problem.message;
    for (const auto& subject : {problem.key, value})
        if (const auto quoted = "'" + subject + "' "; reason.starts_with(quoted)) reason.remove_prefix(quoted.size());
    if (const auto said_again = ": " + value; reason.ends_with(said_again)) reason.remove_suffix(said_again.size());
    reason = reason.substr(0, reason.rfind(", not a "));
    return fmt::format("{} '{}': it {}", problem.key, value, reason);
}

template<class Record> std::vector<std::string> without_impossible(core::Fields& fields, TableFrom from,
                                                                   const std::vector<std::string>& channels) {
    std::vector<std::string> told;
    if (std::is_same_v<Record, core::Interaction> && from != TableFrom::kith) require_channel(fields, channels, told);
    core::Fields one(1);
    std::erase_if(fields, [&](core::Field& field) {
        std::swap(one.front(), field);
        auto reason = reason_against<Record>(one, from);
        std::swap(one.front(), field);
        if (reason) told.push_back(std::move(*reason));
        return reason.has_value();
    });
    return told;
}

template<>
std::vector<std::string> without_impossible<core::Person>(core::Fields&, TableFrom, const std::vector<std::string>&) {
    return {};
}

template<> std::vector<std::string> without_impossible_days(core::Event& event, core::Date) {
    if (!core::contradiction_in(event)) return {};
    const auto end = *std::exchange(event.end, std::nullopt);
    return {fmt::format("end '{}': it is before the start", core::to_text(end))};
}

template<> std::vector<std::string> without_impossible_days(core::Followup& followup, core::Date today) {
    std::vector<std::string> told;
    require_past("done", followup.done, today, told);
    require_past("dropped", followup.dropped, today, told);
    if (core::contradiction_in(followup)) {
        told.push_back(
            fmt::format("dropped '{}': it is done, too, and that is kept", core::to_text(*followup.dropped)));
        followup.dropped.reset();
    }
    return told;
}

template<> std::vector<std::string> without_impossible_days(core::Interaction&, core::Date) {
    return {};
}

template std::vector<std::string> without_impossible<core::Interaction>(core::Fields&, TableFrom,
                                                                        const std::vector<std::string>&);
template std::vector<std::string> without_impossible<core::Event>(core::Fields&, TableFrom,
                                                                  const std::vector<std::string>&);
template std::vector<std::string> without_impossible<core::Followup>(core::Fields&, TableFrom,
                                                                     const std::vector<std::string>&);

} // namespace kith::exchange
