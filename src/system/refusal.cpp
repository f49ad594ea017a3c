#include "refusal.hpp"

#include "kith/core/error.hpp"

#include <system_error>

namespace kith::system {

namespace {

std::string hint_of(std::string_view verb, int error) {
    if (verb == "lock" && (error == ENOLCK || error == EBADF || error == EOPNOTSUPP)) {
        return "its file system has no flock; keep the journal on a local disk";
    }
    if (verb != "write") return {};
    switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return "the file is as it was; make room and try again";
    case EACCES:
    case EPERM:
    case EROFS:
        return "the file is as it was";
    default:
        return {};
    }
}

} // namespace

void refuse(std::string_view verb, std::string_view name, std::string_view reason, std::string hint) {
    auto message = "cannot " + std::string(verb) + " " + std::string(name) + ": " + std::string(reason);
    throw core::Failure(core::Problem{core::ProblemKind::io, std::move(message), std::nullopt, std::move(hint)});
}

void refuse(std::string_view verb, std::string_view name, int error) {
    refuse(verb, name, std::generic_category().message(error), hint_of(verb, error));
}

} // namespace kith::system
