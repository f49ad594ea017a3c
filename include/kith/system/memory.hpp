// What the program asks of the system's memory.
#pragma once

namespace kith::system {

/// The text of one file goes where that of another was, instead of being asked of the system and given back each time.
/// To be said once, at the beginning; nothing happens where the C library cannot be told.
void keep_freed_memory();

} // namespace kith::system
