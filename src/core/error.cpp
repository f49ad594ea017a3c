#include "kith/core/error.hpp"

#include "kith/core/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::core {

std::string to_text(const Problem& problem) {
    std::string text;
    if (problem.place) {
        text = problem.place->file;
        if (problem.place->line > 0) text += fmt::format(":{}", problem.place->line);
        if (problem.place->line > 0 && problem.place->column > 0) text += fmt::format(":{}", problem.place->column);
        text += ": ";
    }
    text += problem.message;
    if (!problem.hint.empty()) text += "; " + problem.hint;
    return escape_controls(text);
}

Failure::Failure(Problem problem) : Failure(std::vector<Problem>{std::move(problem)}) {}

Failure::Failure(std::vector<Problem> problems) : problems_(std::move(problems)) {
    for (const auto& problem : problems_) {
        if (!text_.empty()) text_ += '\n';
        text_ += to_text(problem);
    }
}

const char* Failure::what() const noexcept {
    return text_.c_str();
}

int exit_status(const Failure& failure) {
    const auto is_usage = [](const Problem& problem) { return problem.kind == ProblemKind::usage; };
    return std::ranges::any_of(failure.problems(), is_usage) ? 2 : 1;
}

void fail_usage(std::string message, std::string hint) {
    throw Failure({ProblemKind::usage, std::move(message), std::nullopt, std::move(hint)});
}

void fail_not_found(std::string message, std::string hint) {
    throw Failure({ProblemKind::not_found, std::move(message), std::nullopt, std::move(hint)});
}

} // namespace kith::core
