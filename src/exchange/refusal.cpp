#include "refusal.hpp"

#include "kith/core/error.hpp"

#include <utility>

namespace kith::exchange {

void refuse(int line, std::string message, std::string hint) {
    throw core::Failure({core::ProblemKind::bad_data, std::move(message), core::Place{{}, line, 0}, std::move(hint)});
}

} // namespace kith::exchange
