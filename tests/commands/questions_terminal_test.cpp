// kith log alone, as it is: the real program asks on a real terminal, with the tabulator, accents and wide letters.
#include "pseudo_terminal.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace fs = std::filesystem;
using kith::test::PseudoTerminal;

namespace {

const std::string what = "What happened? ";
const std::string who = "With whom? (names, commas between) ";
const std::string how = "How? (coffee, call, linkedin, ...) ";
const std::string when = "When? (today, or a day such as yesterday) ";
const std::string next = "Follow up? (such as \"in 2w: send slides\") ";

/// kith log on a terminal, in a journal of its own.
class Asking {
  public:
    explicit Asking(const std::vector<std::string>& options = {})
        : terminal(KITH_BINARY, arguments(options), start()) {}
    Asking(const Asking&) = delete;
    Asking& operator=(const Asking&) = delete;
    ~Asking() { fs::remove_all(path); }

    /// Waits for the question and types the answer.
    void answer(const std::string& question, const std::string& keys) {
        terminal.wait_for(question);
        terminal.wait_for_keys();
        terminal.press(keys);
    }
    [[nodiscard]] std::string file(const std::string& name) const {
        std::ifstream stream(path + "/" + name);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    void expect_nothing_written(int status) {
        CHECK(terminal.wait() == status);
        CHECK(terminal.mode() == usual_mode);
        CHECK_FALSE(fs::exists(path + "/log"));
        CHECK(file("people.toml") == people);
    }

    const std::string people = "[[person]]\nid = \"jose-alvarez\"\nname = \"José Álvarez\"\n\n"
                               "[[person]]\nid = \"josefa-lima\"\nname = \"Josefa Lima\"\n\n"
                               "[[person]]\nid = \"sato-ken\"\nname = \"佐藤健\"\naliases = [\"Ken\"]\n";
    std::string path;
    PseudoTerminal terminal;
    tcflag_t usual_mode = terminal.mode();

  private:
    static std::vector<std::string> arguments(std::vector<std::string> options) {
        options.insert(options.begin(), "log");
        return options;
    }
    /// Makes the journal; no locale is set, and the terminal is UTF-8 all the same.
    std::vector<std::string> start() {
        path = (fs::temp_directory_path() / "kith-asking-XXXXXX").string();
        REQUIRE(::mkdtemp(path.data()) != nullptr);
        std::ofstream(path + "/people.toml") << people;
        return {"KITH_DIR=" + path, "KITH_TODAY=2026-11-22", "NO_COLOR=1", "TERM=xterm", "HOME=" + path};
    }
};

} // namespace

TEST_CASE("kith log alone asks, completes names whatever their case and accents, and writes what log TEXT would") {
    Asking asking;
    asking.answer(who, "jose a\t");
    asking.terminal.wait_for("José Álvarez");
    asking.terminal.press(", ken\t");
    asking.terminal.wait_for("佐藤健");
    asking.terminal.press("\n");
    asking.answer(how, "cof\t");
    asking.terminal.wait_for("fee"); // Only what is new is drawn.
    asking.terminal.press("\n");
    asking.answer(what, "Über Grüße 寿司 \"x\"\x1b[D\x7f and\n");
    asking.answer(when, "yesterday\n");
    asking.answer(next, "in 2w: send slides\n");
    asking.terminal.wait_for("logged");
    CHECK(asking.terminal.wait() == 0);
    CHECK(asking.terminal.mode() == asking.usual_mode);
    const auto entry = asking.file("log/2026-11.toml");
    CHECK(entry.find("date = 2026-11-21\nwith = [\"jose-alvarez\", \"sato-ken\"]\nchannel = \"coffee\"\n"
                     "note = \"Über Grüße 寿司 \\\" and\\\"\"\n") != std::string::npos);
    CHECK(asking.file("followups/2026.toml").find("due = 2026-12-06\n") != std::string::npos);
    CHECK(asking.file("people.toml") == asking.people);
}

TEST_CASE("several names that begin alike are shown, and the line goes on from what they have in common") {
    Asking asking;
    asking.answer(who, "JO\t");
    asking.terminal.wait_for("  José Álvarez\r\n  Josefa Lima\r\n");
    asking.terminal.wait_for(who);
    asking.terminal.press("efa\t\n");
    asking.answer(how, "\n");
    asking.answer(what, "Talked\n");
    asking.answer(when, "\n");
    asking.answer(next, "\n");
    CHECK(asking.terminal.wait() == 0);
    CHECK(asking.file("log/2026-11.toml").find("with = [\"josefa-lima\"]\nnote = \"Talked\"\n") != std::string::npos);
}

TEST_CASE("what would be refused is told and asked again, with the answer there to be mended") {
    Asking asking;
    asking.answer(who, "\n");
    asking.answer(how, "cofee\n");
    asking.terminal.wait_for("did you mean coffee?");
    asking.answer(how, "\x15"
                       "coffee\n");
    asking.answer(what, "Sat in the sun\n");
    asking.answer(when, "tomorrow\n");
    asking.terminal.wait_for("2026-11-23 is still to come");
    asking.answer(when, "\x15"
                        "friday\n");
    asking.terminal.wait_for("logged");
    CHECK(asking.terminal.wait() == 0);
    CHECK(asking.file("log/2026-11.toml").find("date = 2026-11-20\nchannel = \"coffee\"\n") != std::string::npos);
}

TEST_CASE("somebody new is added once that is wanted, and one who is nearly known is pointed out") {
    Asking asking({"--via", "call"});
    asking.answer(who, "Jose Alvares, Bo Li\n");
    asking.answer("Jose Alvares is new; José Álvarez (jose-alvarez) is known. Add them? [y/N] ", "\n");
    asking.terminal.wait_for(who);
    asking.answer("Jose Alvares, Bo Li", "\x15Josefa Lima, Bo Li\n");
    asking.answer("Bo Li is new. Add them? [Y/n] ", "\n");
    asking.answer(what, "Talked\n");
    asking.answer(when, "\n");
    asking.answer(next, "\n");
    asking.terminal.wait_for("Bo Li is new: added as bo-li");
    CHECK(asking.terminal.wait() == 0);
    CHECK(asking.file("log/2026-11.toml").find("with = [\"josefa-lima\", \"bo-li\"]") != std::string::npos);
    CHECK(asking.file("people.toml").find("name = \"Bo Li\"") != std::string::npos);
}

TEST_CASE("the end of input, nothing at all and Ctrl-C leave at any question, and nothing is written") {
    for (const auto& [keys, status] : {std::pair{"\x04", 1}, std::pair{"\x03", 128 + SIGINT}}) {
        Asking first;
        first.answer(who, keys);
        first.expect_nothing_written(status);
        Asking last;
        last.answer(who, "Anders Holm\n");
        last.answer("[Y/n] ", "y\n");
        last.answer(how, "\n");
        last.answer(what, "Talked\n");
        last.answer(when, "\n");
        last.answer(next, keys);
        last.expect_nothing_written(status);
    }
    Asking asking;
    asking.answer(who, "\n");
    asking.answer(how, "\n");
    asking.answer(what, "\n");
    asking.terminal.wait_for("nothing was logged");
    asking.expect_nothing_written(1);
}
