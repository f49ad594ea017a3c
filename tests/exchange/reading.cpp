#include "reading.hpp"

#include "kith/core/records.hpp"
#include "kith/core/text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace kith::test {
namespace {

std::string text_of(const core::Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    if (const auto* moment = std::get_if<core::Moment>(&value)) return core::to_text(*moment);
    if (const auto* texts = std::get_if<std::vector<std::string>>(&value)) return core::join(*texts, " | ");
    std::vector<std::string> pairs;
    for (const auto& [name, text] : std::get<core::TextTable>(value)) pairs.push_back(name + "=" + text);
    return core::join(pairs, " | ");
}

bool is_plain(const std::string& text) {
    const auto is_control = [](char byte) { return (byte >= 0 && byte < 0x20 && byte != '\n') || byte == 0x7F; };
    return core::is_valid_utf8(text) && std::ranges::none_of(text, is_control);
}

template<class Record> std::string shown_record(const exchange::Incoming<Record>& incoming) {
    CHECK(is_plain(incoming.key));
    std::string text = "line " + std::to_string(incoming.line) + ", key " + incoming.key + "\n";
    for (const auto& field : core::to_fields(incoming.record)) {
        const auto value = text_of(field.value);
        CHECK(is_plain(value));
        text += field.key + ": " + value + "\n";
    }
    return text;
}

} // namespace

exchange::ReadOptions options_of_tests() {
    exchange::ReadOptions options;
    options.today = *core::make_date(2026, 11, 22);
    return options;
}

exchange::Batch read(const exchange::Reader& reader, std::string_view text, const exchange::ReadOptions& options) {
    auto whole = reader(exchange::pull_from(text), options);
    CHECK(shown(reader(exchange::pull_from(text, 1), options)) == shown(whole));
    return whole;
}

std::string refusal(const exchange::Reader& reader, std::string_view text, const exchange::ReadOptions& options) {
    try {
        static_cast<void>(reader(exchange::pull_from(text), options));
        return "";
    } catch (const core::Failure& failure) {
        const auto& problem = failure.problems().front();
        CHECK(is_plain(problem.message + problem.hint));
        return (problem.place ? std::to_string(problem.place->line) + ": " : "") + problem.message;
    }
}

std::string sample(const std::string& name) {
    std::ifstream stream(std::string(KITH_SOURCE_DIR) + "/tests/exchange/samples/" + name, std::ios::binary);
    REQUIRE(stream);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string shown(const exchange::IncomingPerson& person) {
    auto text = shown_record(person);
    if (person.emails.size() > 1) text += "emails: " + core::join(person.emails, " | ") + "\n";
    if (person.is_offered) text += "offered\n";
    return text;
}

std::string shown(const exchange::Incoming<core::Interaction>& interaction) {
    return shown_record(interaction);
}

std::string shown(const exchange::Incoming<core::Event>& event) {
    return shown_record(event);
}

std::string shown(const exchange::Incoming<core::Followup>& followup) {
    return shown_record(followup);
}

std::string shown(const exchange::Batch& batch) {
    std::string text;
    for (const auto& person : batch.people) text += shown(person) + "\n";
    for (const auto& interaction : batch.interactions) text += shown(interaction) + "\n";
    for (const auto& event : batch.events) text += shown(event) + "\n";
    for (const auto& followup : batch.followups) text += shown(followup) + "\n";
    for (const auto& told : batch.skipped) {
        CHECK(is_plain(told.reason));
        text += (told.is_note ? "note " : "skipped ") + std::to_string(told.line) + ": " + told.reason + "\n";
    }
    for (const auto& name : batch.passed_over) text += "passed over " + name + "\n";
    return text;
}

} // namespace kith::test
