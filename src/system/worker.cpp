#include "kith/system/worker.hpp"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <pthread.h>
#include <sched.h>
#include <utility>

namespace kith::system {
namespace {

class InPlace : public Worker {
  public:
    void give(std::function<void()> task) override { task(); }
    void close() override {}
    void wait() override {}
};

/// What a thread is made with; nothing where it could only wait for the one that makes it.
class Attributes {
  public:
    Attributes() { is_made_ = ::pthread_attr_init(&attributes_) == 0; }
    ~Attributes() {
        if (is_made_) ::pthread_attr_destroy(&attributes_);
    }
    Attributes(const Attributes&) = delete;
    Attributes& operator=(const Attributes&) = delete;

    [[nodiscard]] bool leave_this_processor() {
#ifdef __GLIBC__
        cpu_set_t processors;
        if (!is_made_ || ::sched_getaffinity(0, sizeof processors, &processors) != 0) return false;
        const int own = ::sched_getcpu();
        if (own < 0 || own >= CPU_SETSIZE) return false;
        CPU_CLR(static_cast<std::size_t>(own), &processors);
        return CPU_COUNT(&processors) > 0 &&
               ::pthread_attr_setaffinity_np(&attributes_, sizeof processors, &processors) == 0;
#else
        return is_made_; // The system chooses.
#endif
    }
    [[nodiscard]] const pthread_attr_t& get() const {
        return attributes_;
    }

  private:
    pthread_attr_t attributes_{};
    bool is_made_ = false;
};

class Thread : public Worker {
  public:
    ~Thread() override { Thread::wait(); }

    /// False where there is none.
    [[nodiscard]] bool start() {
        Attributes attributes;
        if (!attributes.leave_this_processor()) return false;
        is_running_ = ::pthread_create(&thread_, &attributes.get(), run, this) == 0;
        return is_running_;
    }
    void give(std::function<void()> task) override {
        {
            const std::lock_guard lock(mutex_);
            tasks_.push_back(std::move(task));
        }
        changed_.notify_one();
    }
    void close() override {
        {
            const std::lock_guard lock(mutex_);
            is_closed_ = true;
        }
        changed_.notify_one();
    }
    void wait() override {
        if (!std::exchange(is_running_, false)) return;
        Thread::close();
        ::pthread_join(thread_, nullptr);
    }

  private:
    static void* run(void* worker) {
        auto& self = *static_cast<Thread*>(worker);
        while (const auto task = self.next()) (*task)();
        return nullptr;
    }
    std::optional<std::function<void()>> next() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return is_closed_ || !tasks_.empty(); });
        if (tasks_.empty()) return std::nullopt;
        std::optional task(std::move(tasks_.front()));
        tasks_.pop_front();
        return task;
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> tasks_;
    bool is_closed_ = false;
    bool is_running_ = false; ///< For the giver alone.
    pthread_t thread_{};
};

} // namespace

std::unique_ptr<Worker> make_worker() {
    auto thread = std::make_unique<Thread>();
    if (!thread->start()) return make_worker_in_place();
    return thread;
}

std::unique_ptr<Worker> make_worker_in_place() {
    return std::make_unique<InPlace>();
}

} // namespace kith::system
