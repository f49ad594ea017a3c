#include "kith/exchange/packed_list.hpp"

#include "kith/core/record_keys.hpp"
#include "kith/exchange/batch.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <optional>
#include <type_traits>

namespace kith::exchange {
namespace {

constexpr std::size_t smallest_block = 1024;
constexpr std::size_t largest_block = std::size_t{1} << 20U;
constexpr std::size_t most_names = 250;

void put_number(std::uint64_t number, std::string& bytes) {
    for (; number >= 0x80; number >>= 7U) bytes += static_cast<char>(number | 0x80U);
    bytes += static_cast<char>(number);
}
std::uint64_t take_number(const char*& from) {
    std::uint64_t number = 0;
    for (unsigned shift = 0;; shift += 7) {
        const auto byte = static_cast<unsigned char>(*from++);
        number |= std::uint64_t{byte & 0x7FU} << shift;
        if (byte < 0x80) return number;
    }
}

void put_signed(std::int64_t number, std::string& bytes) {
    const auto bits = static_cast<std::uint64_t>(number) << 1U;
    put_number(number < 0 ? ~bits : bits, bytes);
}
std::int64_t take_signed(const char*& from) {
    const auto bits = take_number(from);
    return static_cast<std::int64_t>((bits & 1U) != 0 ? ~(bits >> 1U) : bits >> 1U);
}

void put_text(std::string_view text, std::string& bytes) {
    put_number(text.size(), bytes);
    bytes += text;
}
std::string take_text(const char*& from) {
    const auto size = take_number(from);
    std::string text(from, size);
    from += size;
    return text;
}

/// A text that may be a fingerprint: eight hexadecimal digits are a number of four bytes.
void put_taken(std::string_view text, std::string& bytes) {
    std::uint32_t number = 0;
    const bool is_lower = std::ranges::none_of(text, [](char byte) { return byte >= 'A' && byte <= 'F'; });
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, 16);
    if (text.size() == 8 && is_lower && error == std::errc{} && end == text.data() + text.size()) {
        put_number(1, bytes);
        char four[sizeof number];
        std::memcpy(four, &number, sizeof number);
        bytes.append(four, sizeof number);
    } else {
        put_number(text.size() << 1U, bytes);
        bytes += text;
    }
}
std::string take_taken(const char*& from) {
    const auto told = take_number(from);
    if (told == 1) {
        std::uint32_t number = 0;
        std::memcpy(&number, from, sizeof number);
        from += sizeof number;
        std::string text(8, '0');
        for (auto digit = text.rbegin(); digit != text.rend(); ++digit, number >>= 4U)
            *digit = "0123456789abcdef"[number & 0xFU];
        return text;
    }
    std::string text(from, told >> 1U);
    from += told >> 1U;
    return text;
}

bool is_absent(const std::string& text) {
    return text.empty();
}
template<class Of> bool is_absent(const core::Id<Of>& id) {
    return id.text.empty();
}
template<class Value> bool is_absent(const std::vector<Value>& list) {
    return list.empty();
}
template<class Value> bool is_absent(const std::optional<Value>& value) {
    return !value;
}
bool is_absent(const core::Moment&) {
    return false;
}
bool is_absent(int number) {
    return number == 0;
}

struct Packer {
    PackedNames& names;
    std::string& bytes;

    void put(const std::string& text) const { put_text(text, bytes); }
    template<class Of> void put(const core::Id<Of>& id) const { put_text(id.text, bytes); }
    void put(bool flag) const { bytes += flag ? '\1' : '\0'; }
    void put(int number) const { put_signed(number, bytes); }
    void put(core::Date date) const { put_signed(date.time_since_epoch().count(), bytes); }
    void put(const core::Period& period) const {
        put_signed(period.count, bytes);
        put_number(static_cast<std::uint64_t>(period.unit), bytes);
    }
    void put(const core::Moment& moment) const {
        put(moment.date);
        put_signed(moment.time ? moment.time->count() : -1, bytes);
    }
    template<class Value> void put(const std::vector<Value>& list) const {
        put_number(list.size(), bytes);
        for (const auto& each : list) put(each);
    }
    void put(const std::pair<std::string, std::string>& entry) const {
        names.put(entry.first, bytes);
        put_taken(entry.second, bytes);
    }
    template<class Value> void put(const std::optional<Value>& value) const { put(*value); }
};

struct Unpacker {
    const PackedNames& names;
    const char*& from;

    void take(std::string& text) const { text = take_text(from); }
    template<class Of> void take(core::Id<Of>& id) const { id.text = take_text(from); }
    void take(bool& flag) const { flag = *from++ != '\0'; }
    void take(int& number) const { number = static_cast<int>(take_signed(from)); }
    void take(core::Date& date) const { date = core::Date(core::Date::duration(take_signed(from))); }
    void take(core::Period& period) const {
        period.count = static_cast<int>(take_signed(from));
        period.unit = static_cast<core::Unit>(take_number(from));
    }
    void take(core::Moment& moment) const {
        take(moment.date);
        if (const auto time = take_signed(from); time >= 0) moment.time = std::chrono::seconds(time);
    }
    template<class Value> void take(std::vector<Value>& list) const {
        list.resize(take_number(from));
        for (auto& each : list) take(each);
    }
    void take(std::pair<std::string, std::string>& entry) const {
        entry.first = names.take(from);
        entry.second = take_taken(from);
    }
    template<class Value> void take(std::optional<Value>& value) const { take(value.emplace()); }
};

/// Which keys there are, then what they hold.
template<class Record> void pack_record(const Record& record, PackedNames& names, std::string& bytes) {
    std::uint64_t present = 0;
    unsigned number = 0;
    core::each_key(record, [&](const char*, const auto& member) {
        present |= std::uint64_t{is_absent(member) ? 0U : 1U} << number++;
    });
    put_number(present, bytes);
    const Packer packer{names, bytes};
    core::each_key(record, [&](const char*, const auto& member) {
        if (!is_absent(member)) packer.put(member);
    });
}

template<class Record> void unpack_record(Record& record, const char*& from, const PackedNames& names) {
    const auto present = take_number(from);
    const Unpacker unpacker{names, from};
    unsigned number = 0;
    core::each_key(record, [&](const char*, auto& member) {
        if ((present >> number++ & 1U) != 0) unpacker.take(member);
    });
}

} // namespace

void PackedNames::put(std::string_view name, std::string& bytes) {
    auto known = std::ranges::find(known_, name);
    if (known == known_.end() && known_.size() < most_names) known = known_.insert(known, std::string(name));
    if (known == known_.end()) {
        bytes += '\0';
        put_text(name, bytes);
    } else {
        bytes += static_cast<char>(1 + (known - known_.begin()));
    }
}

std::string PackedNames::take(const char*& from) const {
    const auto number = static_cast<unsigned char>(*from++);
    return number == 0 ? take_text(from) : known_[number - 1U];
}

const char* PackedRows::at(std::size_t row) const {
    const auto& place = places_.at(row);
    return blocks_[place.block].data() + place.offset;
}

PackedRows::Place PackedRows::put(std::string_view bytes) {
    if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < bytes.size()) {
        const auto grown = blocks_.empty() ? smallest_block : std::min(blocks_.back().capacity() * 2, largest_block);
        blocks_.emplace_back().reserve(std::max(grown, bytes.size()));
    }
    auto& block = blocks_.back();
    const auto offset = block.size();
    block += bytes;
    return {static_cast<std::uint32_t>(blocks_.size() - 1), static_cast<std::uint32_t>(offset)};
}

template<class T> void pack(const T& value, PackedNames& names, std::string& bytes) {
    if constexpr (requires { value.record; }) {
        pack_record(value.record, names, bytes);
        put_text(value.key, bytes);
        put_signed(value.line, bytes);
        put_text(value.other, bytes);
        put_number(value.has_id_of_table ? 1 : 0, bytes);
    } else {
        pack_record(value, names, bytes);
    }
    if constexpr (std::is_same_v<T, IncomingPerson>) {
        const Packer packer{names, bytes};
        packer.put(value.emails);
        packer.put(value.key_kind == KeyKind::profile);
        packer.put(value.key_kind == KeyKind::own);
        packer.put(value.is_offered);
    }
}

template<class T> T unpack(const char* from, const PackedNames& names) {
    T value;
    if constexpr (requires { value.record; }) {
        unpack_record(value.record, from, names);
        value.key = take_text(from);
        value.line = static_cast<int>(take_signed(from));
        value.other = take_text(from);
        value.has_id_of_table = take_number(from) != 0;
    } else {
        unpack_record(value, from, names);
    }
    if constexpr (std::is_same_v<T, IncomingPerson>) {
        const Unpacker unpacker{names, from};
        unpacker.take(value.emails);
        bool is_profile = false;
        bool is_own = false;
        unpacker.take(is_profile);
        unpacker.take(is_own);
        value.key_kind = is_own ? KeyKind::own : is_profile ? KeyKind::profile : KeyKind::address;
        unpacker.take(value.is_offered);
    }
    return value;
}

template void pack(const core::Person&, PackedNames&, std::string&);
template void pack(const core::Interaction&, PackedNames&, std::string&);
template void pack(const core::Event&, PackedNames&, std::string&);
template void pack(const core::Followup&, PackedNames&, std::string&);
template void pack(const IncomingPerson&, PackedNames&, std::string&);
template void pack(const Incoming<core::Interaction>&, PackedNames&, std::string&);
template void pack(const Incoming<core::Event>&, PackedNames&, std::string&);
template void pack(const Incoming<core::Followup>&, PackedNames&, std::string&);
template core::Person unpack(const char*, const PackedNames&);
template core::Interaction unpack(const char*, const PackedNames&);
template core::Event unpack(const char*, const PackedNames&);
template core::Followup unpack(const char*, const PackedNames&);
template IncomingPerson unpack(const char*, const PackedNames&);
template Incoming<core::Interaction> unpack(const char*, const PackedNames&);
template Incoming<core::Event> unpack(const char*, const PackedNames&);
template Incoming<core::Followup> unpack(const char*, const PackedNames&);

} // namespace kith::exchange
