// Any bytes as a file of another program: each reader refuses it as bad data, or gives records whose texts are valid,
// the same ones however the file is cut into pieces. What is imported is all written or nothing, in files that parse
// and lose no record; a second time nothing is new.
#include "kith/core/error.hpp"
#include "kith/core/records.hpp"
#include "kith/core/text.hpp"
#include "kith/exchange/read_json.hpp"
#include "kith/exchange/readers.hpp"
#include "kith/system/library.hpp"
#include "kith/system/local_time.hpp"

#include "document_properties.hpp"
#include "fuzz.hpp"
#include "program.hpp"

#include <array>
#include <map>
#include <optional>

using namespace kith;
using kith::test::require;

namespace {

exchange::Batch read_calendar(const exchange::Pull& pull, const exchange::ReadOptions& options) {
    static const auto library = exchange::calendar_library();
    static const auto find = system::load_library(library.name, library.package);
    return exchange::read_ics(pull, options, find, system::zone_offset);
}

struct Named {
    const char* kind;
    exchange::Reader reader;
};

const std::array<Named, 6> readers{{{"vcard", exchange::read_vcard},
                                    {"linkedin", exchange::read_linkedin},
                                    {"csv", exchange::read_csv},
                                    {"ics", read_calendar},
                                    {"friends", exchange::read_friends},
                                    {"json", exchange::read_json}}};

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

const std::map<std::string, std::string>& journal() {
    static const std::map<std::string, std::string> files{
        {"people.toml", "# Mine.\n[[person]]\nid = \"ana-souza\"\nname = \"Ana Souza\"\nemail = \"ana@example.org\"\n"},
        {"log/2026-11.toml", "[[interaction]]\nid = \"aaaaaaaa\"\ndate = 2026-11-03\nwith = [\"ana-souza\"]\n"
                             "note = \"Rust\" # good one\n"}};
    return files;
}

/// The command as a person gives it, on a journal with somebody in it.
void check_command(const char* kind, const std::string& text, bool is_read) {
    kith::test::Program program(journal());
    const std::string file = "/home/me/file";
    program.files.files.emplace(file, text);
    const std::vector<std::string> command{"import", "--yes", "--as", kind, file};
    const auto before = program.files.files;
    const auto first = program.run(command);
    is_read = is_read && !exchange::is_blank(text) &&
              first.err.find("'other' should hold") == std::string::npos; // What no reader can tell.
    require(first.status == (is_read ? 0 : 1), "what a reader takes is imported, and nothing else", first.err);
    if (!is_read) require(program.files.files == before, "what is refused writes nothing");
    std::string all;
    for (const auto& [path, content] : program.files.files) {
        if (!path.ends_with(".toml")) continue;
        require(kith::test::is_accepted(content), "every file stays valid", content);
        all += content;
    }
    for (const auto* kept : {"# Mine.", "\"ana-souza\"", "\"aaaaaaaa\"", "# good one"})
        require(all.find(kept) != std::string::npos, "no record and no comment goes", all);
    if (!is_read) return;
    const auto once = program.files.files;
    const auto second = program.run(command);
    require(second.status == 0 && program.files.files == once, "a second time nothing is new", second.out + second.err);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const auto& [kind, reader] = readers.at(data[0] % readers.size()); // `0` to `5` in the seeds.
    const auto text = kith::test::text_of(data + 1, size - 1);
    (void)exchange::recognise(text, "file");
    const auto whole = read(reader, text, text.size() + 1, false);
    const auto cut = read(reader, text, 3, false);
    require(whole.has_value() == cut.has_value(), "pieces change nothing");
    (void)read(reader, text, text.size() + 1, true);
    check_command(kind, text, whole.has_value());
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
