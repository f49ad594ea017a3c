// Any words as a command line on a small journal: it ends with a status of the documentation, prints nothing that a
// terminal would obey, leaves valid files, and takes no record away unless it was told to.
#include "document_properties.hpp"
#include "fuzz.hpp"
#include "program.hpp"

#include <algorithm>
#include <array>
#include <map>

using namespace kith::test;

namespace {

const std::map<std::string, std::string>& journal() {
    static const std::map<std::string, std::string> files{
        {"people.toml", "# Mine.\n[[person]]\nid = \"ana-souza\"\nname = \"Ana Souza\"\nevery = \"3w\"\n"
                        "met = 2026-01-05\n\n[[person]]\nid = \"bo-li\"\nname = \"Bo Li\"\nbirthday = \"11-25\"\n\n"
                        "[group.mentors]\nevery = \"3m\"\n"},
        {"log/2026-11.toml", "[[interaction]]\nid = \"aaaaaaaa\"\ndate = 2026-11-03\nwith = [\"ana-souza\"]\n"
                             "channel = \"coffee\" # good one\nnote = \"Rust\"\n"},
        {"followups/2026.toml", "[[followup]]\nid = \"bbbbbbbb\"\ndue = 2026-11-20\nwith = [\"bo-li\"]\n"
                                "action = \"message\"\nnote = \"the slides\"\n"},
        {"events/2026.toml", "[[event]]\nid = \"rustconf-2026\"\nname = \"RustConf 2026\"\nstart = 2026-11-10\n"},
        {"strategy.toml", "[balance]\nin_person = 40\n\n[[goal]]\nid = \"role\"\ntext = \"A role\"\n\n[[platform]]\n"
                          "id = \"linkedin\"\ngoals = [\"role\"]\nper_week = 5\n"}};
    return files;
}

/// Words are lines; a line that begins with a tab goes on to standard input.
std::vector<std::string> words_of(const std::string& text, std::string& input) {
    std::vector<std::string> words;
    std::string line;
    const auto take = [&] {
        if (line.starts_with('\t'))
            input += line.substr(1) + "\n";
        else if (!line.empty())
            words.push_back(line);
        line.clear();
    };
    for (const char byte : text) {
        if (byte == '\n')
            take();
        else if (byte != '\0') // No argument can have one.
            line += byte;
    }
    take();
    return words;
}

bool is_safe(const std::string& printed) {
    return std::ranges::all_of(printed, [](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        return value >= 0x20 || byte == '\n' || byte == '\t';
    });
}

/// The text around the fields of a template is printed as it was given.
bool may_print_controls(const std::vector<std::string>& words) {
    return std::ranges::any_of(words, [](const std::string& word) { return word.starts_with("--format"); }) &&
           !std::ranges::all_of(words, is_safe);
}

/// Whether the words can ask for a record to go, or for text as it is in a file.
bool may_remove(const std::vector<std::string>& words) {
    return std::ranges::any_of(words, [](const std::string& word) {
        return word == "remove" || word == "undo" || word == "merge" || word == "edit" || word == "import";
    });
}

void check_files(const Program& program, const std::vector<std::string>& words) {
    std::string all;
    for (const auto& [path, text] : program.files.files) {
        if (path.ends_with(".toml")) require(is_accepted(text), "every file stays valid", path + "\n" + text);
        all += text;
    }
    if (may_remove(words)) return;
    for (const auto* kept : {"# Mine.", "\"ana-souza\"", "\"bo-li\"", "\"aaaaaaaa\"", "# good one", "\"bbbbbbbb\"",
                             "\"rustconf-2026\"", "\"role\"", "in_person = "})
        require(all.find(kept) != std::string::npos, "no record and no comment goes unasked", kept);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Program program(journal());
    const auto words = words_of(text_of(data, size), program.input);
    const auto outcome = program.run(words);
    constexpr std::array statuses{0, 1, 2, 10};
    require(std::ranges::find(statuses, outcome.status) != statuses.end(), "a status of the documentation",
            outcome.err);
    if (!may_print_controls(words)) require(is_safe(outcome.out), "nothing that a terminal obeys", outcome.out);
    require(is_safe(outcome.err), "nothing that a terminal obeys beside it", outcome.err);
    require(outcome.status == 0 || outcome.status == 10 || !outcome.err.empty() || !outcome.out.empty(),
            "a refusal is told");
    check_files(program, words);
    return 0;
}
