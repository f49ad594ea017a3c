// Work that goes on beside the work at hand.
#pragma once

#include <functional>
#include <memory>

namespace kith::system {

/// Does what it is given, one task after another in their order. Tasks throw nothing, and share nothing with the giver
/// that either changes before wait().
class Worker {
  public:
    Worker() = default;
    virtual ~Worker() = default; ///< Waits as well.
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    virtual void give(std::function<void()> task) = 0;
    /// Nothing more is given, so that it leaves with the last task and nobody has to wait for that.
    virtual void close() = 0;
    /// Until all tasks are done; it is closed then.
    virtual void wait() = 0;
};

/// On a processor of those that this process may use, but not on the one that it runs on: a system may start a thread
/// where its maker runs, and leave it waiting there for as long as a short task takes. Where there is no other one, or
/// no thread is to be had, as make_worker_in_place().
[[nodiscard]] std::unique_ptr<Worker> make_worker();

/// One that does each task at once, before it is given more.
[[nodiscard]] std::unique_ptr<Worker> make_worker_in_place();

} // namespace kith::system
