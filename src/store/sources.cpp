#include "sources.hpp"

#include "kith/core/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::store {

bool mentions_any(std::string_view source, std::span<const std::string> needles) {
    const auto is_there = [source](const std::string& needle) { return source.find(needle) != std::string_view::npos; };
    return std::ranges::any_of(needles, is_there) || source.find("\\u") != std::string_view::npos ||
           source.find("\\U") != std::string_view::npos;
}

bool is_dated_within(std::string_view source, std::string_view file_name) {
    if (!file_name.starts_with("log/")) return true;
    const std::string start = "\ndate = " + std::string(file_name.substr(4, 7)) + "-";
    return source.find(start) != std::string_view::npos;
}

core::Problem misplaced(const Document& document, std::size_t index, const std::string& belongs_in) {
    const auto& record = document.records()[index];
    return {core::ProblemKind::bad_data, fmt::format("this {} belongs in {}", record.kind, belongs_in),
            core::Place{document.name(), record.line, 0}, "'kith check --fix' moves it"};
}

} // namespace kith::store
