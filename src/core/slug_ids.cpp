#include "kith/core/slug_ids.hpp"

#include "kith/core/text.hpp"

#include <fmt/format.h>

#include <utility>

namespace kith::core {

SlugIds::SlugIds(std::string fallback) : fallback_(std::move(fallback)) {}

void SlugIds::take(std::string_view id) {
    taken_.insert(fold(id));
}

std::string SlugIds::next(std::string_view text) {
    auto base = slug(text);
    if (base.empty()) base = fallback_;
    int& number = numbers_.try_emplace(base, 1).first->second;
    auto id = number == 1 ? base : fmt::format("{}-{}", base, number);
    while (!taken_.insert(fold(id)).second) id = fmt::format("{}-{}", base, ++number);
    return id;
}

} // namespace kith::core
