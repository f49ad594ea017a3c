#include "kith/core/fields.hpp"

#include <algorithm>

namespace kith::core {

namespace {

struct TypeInWords {
    std::string operator()(const std::string&) const { return "a text"; }
    std::string operator()(std::int64_t) const { return "a whole number"; }
    std::string operator()(bool) const { return "true or false"; }
    std::string operator()(const Moment&) const { return "a date"; }
    std::string operator()(const std::vector<std::string>&) const { return "a list of texts"; }
    std::string operator()(const TextTable&) const { return "a table"; }
    std::string operator()(const Unmodelled& value) const { return value.type; }
};

} // namespace

std::string type_in_words(const Value& value) {
    return std::visit(TypeInWords{}, value);
}

std::vector<Change> changes(const Fields& before, const Fields& after) {
    std::vector<Change> result;
    for (const auto& field : after) {
        if (std::ranges::find(before, field) == before.end()) result.push_back({field.key, field.value});
    }
    for (const auto& field : before) {
        if (std::ranges::find(after, field.key, &Field::key) == after.end())
            result.push_back({field.key, std::nullopt});
    }
    return result;
}

} // namespace kith::core
