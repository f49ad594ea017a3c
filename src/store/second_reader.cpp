#include "kith/store/second_reader.hpp"

#include <exception>
#include <utility>

namespace kith::store {

SecondReader::SecondReader(system::Files& files, const std::string& directory, std::unique_ptr<system::Worker> worker)
    : journal_(files, directory), worker_(std::move(worker)) {
    journal_.directory().guard_links([](const std::string&) { return true; });
}

void SecondReader::give(std::function<void(JournalStore&)> read) {
    worker_->give([this, read = std::move(read)] {
        try {
            read(journal_);
        } catch (const std::exception&) {
            return; // Whoever reads it again is told.
        }
    });
}

void SecondReader::give_last(std::function<void(JournalStore&)> read) {
    give(std::move(read));
    worker_->close();
}

} // namespace kith::store
