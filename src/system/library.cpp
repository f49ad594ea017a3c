#include "kith/system/library.hpp"

#include "kith/core/error.hpp"

#include <dlfcn.h>

namespace kith::system {

std::function<void*(const char*)> load_library(const std::string& name, const std::string& package) {
    void* const library = ::dlopen(name.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (library == nullptr)
        throw core::Failure({core::ProblemKind::io, "the library " + name + " is not there", {}, "install " + package});
    return [library](const char* function) { return ::dlsym(library, function); };
}

} // namespace kith::system
