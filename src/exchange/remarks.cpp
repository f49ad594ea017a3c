#include "kith/exchange/remarks.hpp"

#include "kith/core/record_id.hpp"

#include <fmt/format.h>

#include <string_view>
#include <unordered_set>

namespace kith::exchange {
namespace {

class Remarks {
  public:
    Remarks(std::span<const Batch> batches, const core::People& there) : there_(there) {
        for (const auto& batch : batches)
            for (const auto& incoming : batch.people) {
                known_.insert(incoming.record.id.text);
                for (const auto& was : incoming.record.was) known_.insert(was.text);
            }
    }

    void look_at(const Batch& batch, std::size_t number) {
        number_ = number;
        for (const auto& person : batch.people) {
            look_at_id(person);
            if (person.record.id.empty())
                add(person.line, fmt::format("{} has no id, so that no record can name them", person.record.name));
        }
        for (const auto& entry : batch.interactions) look_at(entry, "with", entry.record.with);
        for (const auto& event : batch.events) look_at(event, "met", event.record.met);
        for (const auto& followup : batch.followups) look_at(followup, "with", followup.record.with);
    }

    [[nodiscard]] std::vector<Remark> all() && { return std::move(all_); }

  private:
    template<class Record>
    void look_at(const Incoming<Record>& incoming, std::string_view key, const std::vector<core::PersonId>& people) {
        look_at_id(incoming);
        for (const auto& id : people)
            if (there_.find(id) == nullptr && known_.insert(id.text).second) // Each is told once.
                add(incoming.line,
                    fmt::format("'{}' names '{}', which is nobody's id here or in the file; it stays as written", key,
                                id.text));
    }

    template<class Record> void look_at_id(const Incoming<Record>& incoming) {
        const auto id = core::id_in(incoming.record);
        if (id.find_first_of(" \t/") != id.npos)
            add(incoming.line, fmt::format("the id '{}' has blanks or slashes, as kith's own never have", id));
    }

    void add(int line, std::string text) { all_.push_back({number_, line, std::move(text)}); }

    const core::People& there_;
    std::unordered_set<std::string> known_;
    std::size_t number_ = 0;
    std::vector<Remark> all_;
};

} // namespace

std::vector<Remark> remarks_on(std::span<const Batch> batches, const core::People& there) {
    Remarks remarks(batches, there);
    for (std::size_t i = 0; i < batches.size(); ++i)
        if (batches[i].from.empty()) remarks.look_at(batches[i], i);
    return std::move(remarks).all();
}

} // namespace kith::exchange
