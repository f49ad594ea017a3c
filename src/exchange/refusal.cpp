#include "refusal.hpp"

#include "kith/core/error.hpp"

#include "birthday.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

namespace kith::exchange {

void refuse(int line, std::string message, std::string hint) {
    throw core::Failure({core::ProblemKind::bad_data, std::move(message), core::Place{{}, line, 0}, std::move(hint)});
}

std::string in_words(const core::FieldProblem& problem, const core::Fields& fields) {
    const auto field = std::ranges::find(fields, problem.key, &core::Field::key);
    const auto* text = field == fields.end() ? nullptr : std::get_if<std::string>(&field->value);
    if (text == nullptr || birthday_of(*text) || !is_no_such_day(*text)) return problem.message;
    return fmt::format("'{}' is {}, and there is no such day", problem.key, *text);
}

} // namespace kith::exchange
