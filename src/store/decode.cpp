#include "kith/core/records.hpp"
#include "kith/store/journal_store.hpp"

#include "plain_record.hpp"

#include <fmt/format.h>

#include <type_traits>

namespace kith::store {
namespace {

/// The key whose date says when a record belongs; empty for a kind that has none.
template<class Record> constexpr std::string_view placing_key() {
    if constexpr (std::is_same_v<Record, core::Interaction>) return "date";
    if constexpr (std::is_same_v<Record, core::Event>) return "start";
    if constexpr (std::is_same_v<Record, core::Followup>) return "due";
    return "";
}

} // namespace

template<class Record> Decoded<Record> decode(const Document& document, std::size_t index) {
    if (document.is_ordinary())
        if (auto record = read_plain<Record>(document.source(index))) return {std::move(*record), {}, true};
    auto reading = core::from_fields<Record>(document.fields(index));
    Decoded<Record> decoded{std::move(reading.record), {}, true};
    for (auto& problem : reading.problems) {
        const int line = problem.line > 0 ? problem.line : document.records()[index].line;
        const bool is_placing = problem.key == placing_key<Record>();
        if (is_placing) decoded.is_usable = false;
        decoded.problems.push_back(
            {core::ProblemKind::bad_data, fmt::format("{}: {}", core::kind_of<Record>(), problem.message),
             core::Place{document.name(), line, 0},
             is_placing ? "the record is left out until it is mended" : "the value is left out"});
    }
    return decoded;
}

template<> std::string file_of(const core::Person&) {
    return "people.toml";
}
template<> std::string file_of(const core::Goal&) {
    return "strategy.toml";
}
template<> std::string file_of(const core::Audience&) {
    return "strategy.toml";
}
template<> std::string file_of(const core::Platform&) {
    return "strategy.toml";
}
template<> std::string file_of(const core::Topic&) {
    return "strategy.toml";
}
template<> std::string file_of(const core::Channel&) {
    return "strategy.toml";
}
template<> std::string file_of(const core::Post&) {
    return "strategy.toml";
}
template<> std::string file_of(const core::Interaction& interaction) {
    return "log/" + core::to_text(interaction.date.date).substr(0, 7) + ".toml";
}
template<> std::string file_of(const core::Event& event) {
    return "events/" + core::to_text(event.start.date).substr(0, 4) + ".toml";
}
template<> std::string file_of(const core::Followup& followup) {
    return "followups/" + core::to_text(followup.created.value_or(followup.due.date)).substr(0, 4) + ".toml";
}

template Decoded<core::Person> decode(const Document&, std::size_t);
template Decoded<core::Interaction> decode(const Document&, std::size_t);
template Decoded<core::Event> decode(const Document&, std::size_t);
template Decoded<core::Followup> decode(const Document&, std::size_t);
template Decoded<core::Goal> decode(const Document&, std::size_t);
template Decoded<core::Audience> decode(const Document&, std::size_t);
template Decoded<core::Platform> decode(const Document&, std::size_t);
template Decoded<core::Topic> decode(const Document&, std::size_t);
template Decoded<core::Channel> decode(const Document&, std::size_t);
template Decoded<core::Post> decode(const Document&, std::size_t);

} // namespace kith::store
