#include "refusal.hpp"

#include "kith/core/error.hpp"
#include "kith/core/text_field.hpp"

#include "birthday.hpp"

#include <fmt/format.h>

#include <utility>

namespace kith::exchange {

void refuse(int line, std::string message, std::string hint) {
    throw core::Failure({core::ProblemKind::bad_data, std::move(message), core::Place{{}, line, 0}, std::move(hint)});
}

std::string in_words(const core::FieldProblem& problem, const core::Fields& fields) {
    const auto* text = core::find_text(fields, problem.key);
    if (text == nullptr || birthday_of(*text) || !is_no_such_day(*text)) return problem.message;
    return fmt::format("'{}' is {}, and there is no such day", problem.key, *text);
}

} // namespace kith::exchange
