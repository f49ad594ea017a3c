#include "plain_entry.hpp"

#include "kith/core/record_keys.hpp"

#include "plain_reader.hpp"

namespace kith::store {
namespace {

using Reader = PlainReader<Keeping::all>;

/// Reads the keys of an interaction: those of the entry into it, of the others only whether they are plain.
class EntryKeys {
  public:
    EntryKeys(Reader& reader, PlainEntry& entry) : reader_(&reader), entry_(&entry) {}

    template<class Member, std::size_t size>
    [[gnu::always_inline]] inline void operator()(const char (&key)[size], const Member&) {
        const std::string_view name(key, size - 1);
        if (name == "id") return (*reader_)(key, entry_->id);
        if (name == "date") return (*reader_)(key, entry_->date);
        if (name == "with") return (*reader_)(key, entry_->with);
        if (name == "channel") return (*reader_)(key, entry_->channel);
        if (name == "mode") return (*reader_)(key, entry_->mode);
        if (name == "answered") return (*reader_)(key, entry_->answered);
        typename Sink<Member>::Type form;
        (*reader_)(key, form);
    }

  private:
    Reader* reader_;
    PlainEntry* entry_;
};

} // namespace

bool read_plain_entry(std::string_view source, PlainEntry& entry) {
    static const core::Interaction any;
    if (!take_header<core::Interaction>(source)) return false;
    entry.id = entry.channel = entry.mode = {};
    entry.date = {};
    entry.with.clear();
    entry.answered.reset();
    Reader reader(source);
    core::each_key(any, EntryKeys{reader, entry});
    return reader.has_read_all();
}

} // namespace kith::store
