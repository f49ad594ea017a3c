// Any bytes as a file of another program: each reader refuses it as bad data, or gives records whose texts are valid,
// the same ones however the file is cut into pieces.
#include "kith/core/error.hpp"
#include "kith/core/records.hpp"
#include "kith/core/text.hpp"
#include "kith/exchange/read_json.hpp"
#include "kith/exchange/readers.hpp"
#include "kith/system/library.hpp"

#include "fuzz.hpp"

#include <array>
#include <optional>

using namespace kith;
using kith::test::require;

namespace {

exchange::Batch read_calendar(const exchange::Pull& pull, const exchange::ReadOptions& options) {
    static const auto library = exchange::calendar_library();
    static const auto find = system::load_library(library.name, library.package);
    return exchange::read_ics(pull, options, find);
}

std::optional<exchange::Batch> read(const exchange::Reader& reader, const std::string& text, std::size_t piece,
                                    bool skips_broken) {
    exchange::ReadOptions options;
    options.today = *core::parse_iso_date("2026-11-22");
    options.skips_broken = skips_broken;
    try {
        return reader(exchange::pull_from(text, piece), options);
    } catch (const core::Failure& failure) {
        for (const auto& problem : failure.problems())
            require(core::is_valid_utf8(core::to_text(problem)), "a refusal can be printed");
        return std::nullopt;
    }
}

template<class Records> void check_texts(const Records& records) {
    for (const auto& incoming : records) {
        require(incoming.line >= 0, "a line is none or counts from 1");
        for (const auto& field : core::to_fields(incoming.record))
            if (const auto* text = std::get_if<std::string>(&field.value))
                require(core::is_valid_utf8(*text), "texts are valid", field.key);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::array<exchange::Reader, 6> readers{exchange::read_vcard,   exchange::read_linkedin,
                                                         exchange::read_csv,     read_calendar,
                                                         exchange::read_friends, exchange::read_json};
    if (size == 0) return 0;
    const auto& reader = readers[data[0] % readers.size()]; // `0` to `5` in the seeds.
    const auto text = kith::test::text_of(data + 1, size - 1);
    (void)exchange::recognise(text, "file");
    const auto whole = read(reader, text, text.size() + 1, false);
    const auto cut = read(reader, text, 3, false);
    require(whole.has_value() == cut.has_value(), "pieces change nothing");
    (void)read(reader, text, text.size() + 1, true);
    if (!whole) return 0;
    require(whole->people.size() == cut->people.size() && whole->events.size() == cut->events.size() &&
                whole->interactions.size() == cut->interactions.size() &&
                whole->followups.size() == cut->followups.size() && whole->skipped == cut->skipped,
            "pieces change no record");
    check_texts(whole->people);
    check_texts(whole->interactions);
    check_texts(whole->events);
    check_texts(whole->followups);
    return 0;
}
