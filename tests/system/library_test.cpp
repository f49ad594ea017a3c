#include "kith/core/error.hpp"
#include "kith/system/library.hpp"

#include <doctest/doctest.h>

using namespace kith;

TEST_CASE("a library that is there gives its functions") {
    const auto find = system::load_library("libc.so.6", "libc6");
    CHECK(find("strlen") != nullptr);
    CHECK(find("no_such_function") == nullptr);
}

TEST_CASE("a library that is not there is named, with the package to install") {
    CHECK_THROWS_WITH_AS(static_cast<void>(system::load_library("libnone.so.0", "libnone0")),
                         "the library libnone.so.0 is not there; install libnone0", core::Failure);
}
