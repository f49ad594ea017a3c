#include "kith/store/conflict_markers.hpp"

#include <array>
#include <cstddef>

namespace kith::store {

std::string_view to_text(Marker marker) {
    constexpr std::array<std::string_view, 4> signs{"<<<<<<<", "|||||||", "=======", ">>>>>>>"};
    return signs.at(static_cast<std::size_t>(marker));
}

std::optional<Marker> marker_in(std::string_view line) {
    for (const auto marker : {Marker::ours, Marker::base, Marker::theirs, Marker::end}) {
        const auto signs = to_text(marker);
        if (!line.starts_with(signs)) continue;
        const auto rest = line.substr(signs.size());
        const bool ends = rest.empty() || std::string_view(" \r\n").find(rest.front()) != std::string_view::npos;
        return ends ? std::optional(marker) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace kith::store
