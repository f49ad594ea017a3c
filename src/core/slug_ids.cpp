#include "kith/core/slug_ids.hpp"

#include "kith/core/text.hpp"

#include <fmt/format.h>

#include <utility>

namespace kith::core {

SlugIds::SlugIds(std::string fallback) : fallback_(std::move(fallback)) {}

void SlugIds::take(std::string_view id) {
    taken_.try_emplace(fold(id), 0);
}

std::string SlugIds::next(std::string_view text) {
    auto base = slug(text);
    if (base.empty()) base = fallback_;
    if (taken_.try_emplace(fold(base), 0).second) return base;
    int& number = numbers_.try_emplace(base, 1).first->second;
    auto id = base;
    do id = fmt::format("{}-{}", base, ++number);
    while (!taken_.try_emplace(fold(id), 0).second);
    return id;
}

} // namespace kith::core
