#include "kith/core/error.hpp"
#include "kith/store/document.hpp"

#include "toml_text.hpp"
#include "toml_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <type_traits>

namespace kith::store {

namespace {

/// A control character as a basic string holds it.
std::string escaped(char byte) {
    switch (byte) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\b':
        return "\\b";
    case '\t':
        return "\\t";
    case '\n':
        return "\\n";
    case '\f':
        return "\\f";
    case '\r':
        return "\\r";
    default:
        return fmt::format("\\u{:04x}", static_cast<unsigned char>(byte));
    }
}

std::string moment_to_toml(const core::Moment& moment) {
    const std::chrono::year_month_day date{moment.date};
    const auto day = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                                 static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    if (!moment.time) return day;
    const std::chrono::hh_mm_ss time{*moment.time};
    return fmt::format("{}T{:02}:{:02}:{:02}", day, time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

std::string list_to_toml(const std::vector<std::string>& texts) {
    std::string result = "[";
    for (const auto& text : texts) {
        if (result.size() > 1) result += ", ";
        result += text_to_toml(text);
    }
    return result + "]";
}

std::string table_to_toml(const core::TextTable& table) {
    if (table.empty()) return "{}";
    std::string result = "{ ";
    for (const auto& [key, text] : table) {
        if (result.size() > 2) result += ", ";
        result += key_to_toml(key) + " = " + text_to_toml(text);
    }
    return result + " }";
}

} // namespace

std::string text_to_toml(std::string_view text) {
    std::string result = "\"";
    for (const char byte : text) {
        if (is(byte, in_basic) && byte != '\t') {
            result += byte;
        } else {
            result += escaped(byte);
        }
    }
    return result + "\"";
}

std::string key_to_toml(std::string_view key) {
    const bool bare = !key.empty() && std::ranges::all_of(key, [](char byte) { return is(byte, in_bare_key); });
    return bare ? std::string(key) : text_to_toml(key);
}

std::string to_toml(const core::Value& value) {
    return std::visit(
        [](const auto& held) -> std::string {
            using Held = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<Held, std::string>) {
                return text_to_toml(held);
            } else if constexpr (std::is_same_v<Held, std::int64_t>) {
                return fmt::format("{}", held);
            } else if constexpr (std::is_same_v<Held, bool>) {
                return held ? "true" : "false";
            } else if constexpr (std::is_same_v<Held, core::Moment>) {
                return moment_to_toml(held);
            } else if constexpr (std::is_same_v<Held, std::vector<std::string>>) {
                return list_to_toml(held);
            } else if constexpr (std::is_same_v<Held, core::TextTable>) {
                return table_to_toml(held);
            } else {
                throw core::Failure({core::ProblemKind::bad_data, held.type + " cannot be written", std::nullopt});
            }
        },
        value);
}

std::string to_toml(std::string_view kind, const core::Fields& fields) {
    std::string result = "[[" + key_to_toml(kind) + "]]\n";
    for (const auto& field : fields) result += key_to_toml(field.key) + " = " + to_toml(field.value) + "\n";
    return result;
}

} // namespace kith::store
