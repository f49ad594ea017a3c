// Any words as a date or a period: a date that is found can be written and read again, in every form that is printed,
// and a leading one lies in the text.
#include "kith/core/phrase.hpp"

#include "kith/core/error.hpp"

#include "../../src/render/dates.hpp"
#include "fuzz.hpp"

using namespace kith;
using kith::test::require;

namespace {

void try_as_date(const std::string& text, const core::PhraseContext& context) {
    if (const auto moment = core::parse_date(text, context)) {
        require(core::parse_date(core::to_text(*moment), context) == moment, "a date is read back", text);
        const auto in_full = core::parse_date(render::in_full(moment->date), context);
        const bool is_short = moment->date < *core::parse_iso_date("1000-01-01"); // Read as a year of this century.
        require(is_short || (in_full && in_full->date == moment->date), "a date in full is read back", text);
        require(core::parse_date("  " + text + " ", context) == moment, "blanks around a date say nothing", text);
    }
    if (const auto leading = core::leading_date(text, context)) {
        require(leading->length > 0 && leading->length <= text.size(), "a leading date lies in the text", text);
        require(text.substr(0, leading->length).find(':') != std::string::npos, "a colon ends it", text);
    }
    try {
        require(core::parse_date(text, context) == core::require_date(text, "--on", context), "both say the same",
                text);
    } catch (const core::Failure& failure) {
        require(!core::parse_date(text, context), "what is a date is not refused", text);
        require(core::exit_status(failure) == 2, "the refusal is one of usage", text);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    // The first byte picks today: ends of months and years, a leap day, a Sunday.
    constexpr const char* days[] = {"2026-11-22", "2026-12-31", "2027-01-01", "2028-02-29", "2026-03-01", "2026-11-23"};
    const auto text = kith::test::text_of(data + 1, size - 1);
    for (const auto facing : {core::Facing::past, core::Facing::future}) {
        const auto start = data[0] % 2 == 0 ? core::WeekStart::monday : core::WeekStart::sunday;
        try_as_date(text, {*core::parse_iso_date(days[data[0] / 2U % std::size(days)]), facing, start});
    }
    if (const auto period = core::parse_period(text)) {
        require(core::parse_period(core::to_text(*period)) == period, "a period is read back", text);
        require(core::parse_period(core::to_words(*period)) == period, "a period in words is read back", text);
    }
    return 0;
}
