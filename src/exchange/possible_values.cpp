#include "possible_values.hpp"

#include "kith/core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace kith::exchange {
namespace {

/// What begins with a dash is an option to a command, and with an at sign something computed.
bool is_id(const std::string& text) {
    const auto is_control = [](unsigned char byte) { return byte < 0x20 || byte == 0x7F; };
    return !text.starts_with('-') && !text.starts_with('@') && std::ranges::none_of(text, is_control);
}

/// `planned, attended or skipped`
std::string wanted_by(const core::ValueRule& rule) {
    if (rule.values == nullptr) return std::string(rule.form);
    auto values = rule.values();
    const auto last = values.back();
    values.pop_back();
    return fmt::format("{} or {}", core::join(values, ", "), last);
}

std::string wanted_instead(std::string_view kind, std::string_view key, const std::string& text, OwnValues own) {
    if (key == "id") return is_id(text) ? "" : "words, and neither - nor @ before them";
    const auto* rule = core::value_rule(kind, key);
    if (rule == nullptr || core::may_hold(*rule, text)) return {};
    return rule->may_be_own && own == OwnValues::taken ? "" : wanted_by(*rule);
}

} // namespace

std::string wanted_instead(std::string_view kind, const core::Field& field, OwnValues own) {
    const auto* text = std::get_if<std::string>(&field.value);
    return text == nullptr || text->empty() ? std::string{} : wanted_instead(kind, field.key, *text, own);
}

std::optional<core::FieldProblem> impossible_in(std::string_view kind, const core::Fields& fields, OwnValues own) {
    for (const auto& field : fields) {
        if (const auto wanted = wanted_instead(kind, field, own); !wanted.empty())
            return core::FieldProblem{field.key, field.line,
                                      fmt::format("'{}' cannot be '{}': it takes {}", field.key,
                                                  core::escape_controls(std::get<std::string>(field.value)), wanted)};
    }
    return std::nullopt;
}

} // namespace kith::exchange
