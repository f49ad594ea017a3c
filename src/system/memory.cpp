#include "kith/system/memory.hpp"

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace kith::system {

void keep_freed_memory() {
#ifdef __GLIBC__
    constexpr int mebibyte = 1 << 20;
    ::mallopt(M_MMAP_THRESHOLD, mebibyte); // Larger pieces go back: they are of a list that grew.
    ::mallopt(M_TRIM_THRESHOLD, 16 * mebibyte);
    ::mallopt(M_TOP_PAD, mebibyte);
#endif
}

} // namespace kith::system
