// Tasks are done in their order, and all of them before anyone goes on.
#include "kith/system/worker.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <numeric>
#include <pthread.h>
#include <sched.h>
#include <vector>

using namespace kith;

namespace {

std::vector<int> first_hundred() {
    std::vector<int> numbers(100);
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

void check_tasks(std::unique_ptr<system::Worker> worker) {
    std::vector<int> done;
    for (int i = 0; i < 100; ++i) worker->give([&done, i] { done.push_back(i); });
    worker->close();
    worker->wait();
    CHECK(done == first_hundred());
    worker->wait(); // There is nothing left to wait for.
}

bool is_this_thread(pthread_t thread) {
    return pthread_equal(thread, pthread_self()) != 0;
}

} // namespace

TEST_CASE("tasks are done in their order, and all of them before the wait is over") {
    check_tasks(system::make_worker());
    check_tasks(system::make_worker_in_place());
}

TEST_CASE("a worker that is let go does what it was given first") {
    std::vector<int> done;
    {
        const auto worker = system::make_worker();
        for (int i = 0; i < 100; ++i) worker->give([&done, i] { done.push_back(i); });
    }
    CHECK(done == first_hundred());
}

TEST_CASE("where there is but one processor the work is done in place") {
    cpu_set_t before;
    REQUIRE(sched_getaffinity(0, sizeof before, &before) == 0);
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(static_cast<std::size_t>(sched_getcpu()), &one);
    REQUIRE(sched_setaffinity(0, sizeof one, &one) == 0);
    bool is_here = false;
    system::make_worker()->give([&is_here, own = pthread_self()] { is_here = is_this_thread(own); });
    REQUIRE(sched_setaffinity(0, sizeof before, &before) == 0);
    CHECK(is_here);
}
