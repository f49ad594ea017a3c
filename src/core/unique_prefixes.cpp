#include "kith/core/unique_prefixes.hpp"

#include "kith/core/text.hpp"

#include <algorithm>
#include <utility>

namespace kith::core {
namespace {

std::size_t shared_length(std::string_view left, std::string_view right) {
    const auto [end, other] = std::ranges::mismatch(left, right);
    return static_cast<std::size_t>(end - left.begin());
}

bool is_within_character(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U;
}

} // namespace

UniquePrefixes::UniquePrefixes(std::vector<std::string> ids) : ids_(std::move(ids)) {
    std::ranges::sort(ids_);
    ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
}

std::size_t UniquePrefixes::length_of(std::string_view id) const {
    const auto found =
        std::ranges::lower_bound(ids_, id, std::less{}, [](const auto& each) { return std::string_view(each); });
    if (id.empty() || found == ids_.end() || *found != id) return 0;
    std::size_t length = 0;
    if (found != ids_.begin()) length = shared_length(id, *std::prev(found));
    if (std::next(found) != ids_.end()) length = std::max(length, shared_length(id, *std::next(found)));
    length = std::min(length + 1, id.size());
    while (is_within_character(id, length)) ++length;
    // What is typed is folded before it is looked for; an id in capitals is found as a whole only.
    const auto prefix = id.substr(0, length);
    return fold(prefix) == prefix ? length : id.size();
}

} // namespace kith::core
