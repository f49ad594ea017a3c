// The same journal read by a worker, beside what is read of it at hand.
#pragma once

#include "kith/store/journal_store.hpp"
#include "kith/system/worker.hpp"

#include <functional>
#include <memory>
#include <string>

namespace kith::store {

/// Reads the files of a journal that nobody changes meanwhile. What it does not get to the end of, or what there is
/// something to remark on, is to be read again at hand, so that it is told there.
class SecondReader {
  public:
    /// Symbolic links it leaves to the other reader, who can ask whether they may be followed.
    SecondReader(system::Files& files, const std::string& directory, std::unique_ptr<system::Worker> worker);

    /// `read` writes its answer where the giver looks for it after wait(); where it throws, there is none.
    void give(std::function<void(JournalStore&)> read);
    /// The same, and nothing more is given.
    void give_last(std::function<void(JournalStore&)> read);
    void wait() { worker_->wait(); }

    /// Waits at the end of a scope, also where that is left early: what the tasks refer to is there until then.
    class Waiting {
      public:
        explicit Waiting(SecondReader& reader) : reader_(&reader) {}
        ~Waiting() { reader_->wait(); }
        Waiting(const Waiting&) = delete;
        Waiting& operator=(const Waiting&) = delete;

      private:
        SecondReader* reader_;
    };

  private:
    JournalStore journal_;
    std::unique_ptr<system::Worker> worker_; ///< The last: what it works on is there until it is done.
};

} // namespace kith::store
