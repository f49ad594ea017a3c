#include "kith/exchange/batch.hpp"

namespace kith::exchange {

Pull pull_from(std::string_view text, std::size_t size) {
    return [text, size]() mutable {
        const auto piece = text.substr(0, size);
        text.remove_prefix(piece.size());
        return piece;
    };
}

} // namespace kith::exchange
