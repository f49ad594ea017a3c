// log_to_count without a thread.
#pragma once

#include "kith/store/log_to_count.hpp"

namespace kith::test {

/// `files` are those of the journal, in "/kith".
inline store::LogToCount counted_in_place(store::JournalStore& journal, system::Files& files,
                                          const store::LogQuestion& question) {
    store::SecondReader second(files, "/kith", system::make_worker_in_place());
    return store::log_to_count(journal, question, second);
}

} // namespace kith::test
