// The review as it is: the real program on a real terminal, on a real disk, with Ctrl-C in the middle.
#include "pseudo_terminal.hpp"
#include "texts.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace fs = std::filesystem;
using kith::test::count;
using kith::test::PseudoTerminal;

namespace {

/// A directory with three follow-ups that are due, gone with the test.
class Journal {
  public:
    Journal() : path_((fs::temp_directory_path() / "kith-review-XXXXXX").string()) {
        REQUIRE(::mkdtemp(path_.data()) != nullptr);
        fs::create_directories(path_ + "/followups");
        std::ofstream(path_ + "/people.toml") << "[[person]]\nid = \"ana\"\nname = \"Ana Souza\"\n";
        std::ofstream file(path_ + "/followups/2026.toml");
        for (const std::string id : {"a1a1a1a1", "b2b2b2b2", "c3c3c3c3"})
            file << "[[followup]]\nid = \"" << id << "\"\ncreated = 2026-11-01\ndue = 2026-11-20\nwith = [\"ana\"]\n\n";
    }
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;
    ~Journal() { fs::remove_all(path_); }

    [[nodiscard]] std::string file(const std::string& name) const {
        std::ifstream stream(path_ + "/" + name);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    [[nodiscard]] std::vector<std::string> variables() const {
        return {"KITH_DIR=" + path_, "KITH_TODAY=2026-11-22", "NO_COLOR=1", "TERM=xterm"};
    }
    [[nodiscard]] int check() const {
        PseudoTerminal terminal(KITH_BINARY, {"check"}, variables());
        return terminal.wait();
    }

  private:
    std::string path_;
};

/// A review in which the first follow-up has been done.
class Review {
  public:
    Review() : terminal(KITH_BINARY, {"followup", "review"}, journal.variables()), usual_mode(terminal.mode()) {
        terminal.wait_for("1 of 3");
        terminal.wait_for("\n> ");
        CHECK((terminal.mode() & (ICANON | ECHO)) == 0);
        terminal.press("d");
        terminal.wait_for("2 of 3");
        terminal.wait_for("\n> ");
    }

    /// What was done is there, whole, and nothing else.
    void expect_only_the_first_done() const {
        CHECK(terminal.mode() == usual_mode);
        CHECK(count(journal.file("followups/2026.toml"), "\ndone = 2026-11-22\nclosed_by = ") == 1);
        CHECK(count(journal.file("followups/2026.toml"), "done = ") == 1);
        CHECK(count(journal.file("log/2026-11.toml"), "[[interaction]]") == 1);
        CHECK(count(journal.file("log/2026-11.toml"), "closes = \"a1a1a1a1\"") == 1);
        CHECK(journal.check() == 0);
    }

    Journal journal;
    PseudoTerminal terminal;
    tcflag_t usual_mode;
};

} // namespace

TEST_CASE("Ctrl-C while a key is waited for leaves at once, with all before it kept and the terminal as it was") {
    Review review;
    review.terminal.press("\x03");
    CHECK(review.terminal.wait_for("\n") == "\r\n");
    CHECK(review.terminal.wait() == 128 + SIGINT);
    review.expect_only_the_first_done();
}

TEST_CASE("Ctrl-C while a note or a day is typed leaves as well") {
    for (const std::string key : {"n", "u"}) {
        Review review;
        review.terminal.press(key);
        review.terminal.wait_for(": ");
        review.terminal.wait_for_lines();
        review.terminal.press("half a no");
        review.terminal.wait_for("half a no");
        review.terminal.press("\x03");
        review.terminal.wait_for("\n");
        CHECK(review.terminal.wait() == 128 + SIGINT);
        review.expect_only_the_first_done();
    }
}

TEST_CASE("other signals that end it, and quit, leave the terminal as it was too") {
    for (const int signal : {SIGTERM, SIGHUP, SIGQUIT}) {
        Review review;
        review.terminal.send(signal);
        CHECK(review.terminal.wait() == 128 + signal);
        review.expect_only_the_first_done();
    }
    Review review;
    review.terminal.press("q");
    review.terminal.wait_for("1 done, 2 left\r\n");
    CHECK(review.terminal.wait() == 0);
    review.expect_only_the_first_done();
}

TEST_CASE("stopped by Ctrl-Z and continued, it gives the terminal back meanwhile and goes on where it was") {
    // A shell with jobs, since nothing can be stopped without one.
    const Journal journal;
    const std::string script = std::string("set -m; '") + KITH_BINARY + "' followup review; echo stopped; read x; fg";
    PseudoTerminal terminal("/bin/sh", {"-c", script}, journal.variables());
    const auto usual_mode = terminal.mode();
    terminal.wait_for("1 of 3");
    terminal.wait_for("\n> ");
    terminal.press("\x1a");
    terminal.wait_for("stopped\r\n");
    CHECK(terminal.mode() == usual_mode);
    terminal.press("\n");
    terminal.wait_for("1 of 3");
    terminal.wait_for("\n> ");
    CHECK((terminal.mode() & (ICANON | ECHO)) == 0);
    terminal.press("q");
    terminal.wait_for("3 left\r\n");
    CHECK(terminal.wait() == 0);
    CHECK(terminal.mode() == usual_mode);
}

TEST_CASE("an arrow is one key, an accented letter too, and a pasted second line is taken for none") {
    Review review;
    review.terminal.press("\x1b[A");
    review.terminal.wait_for("that key does nothing here");
    review.terminal.wait_for("\n> ");
    review.terminal.press("é");
    review.terminal.wait_for("that key does nothing here");
    review.terminal.wait_for("\n> ");
    review.terminal.press("n");
    review.terminal.wait_for(": ");
    review.terminal.wait_for_lines();
    review.terminal.press("Dîner avec Ana\nxxx");
    review.terminal.wait_for("3 of 3");
    review.terminal.wait_for("\n> ");
    review.terminal.press("q");
    review.terminal.wait_for("2 done, 1 left\r\n");
    CHECK(review.terminal.wait() == 0);
    CHECK(review.journal.file("log/2026-11.toml").find("note = \"Dîner avec Ana\"\n") != std::string::npos);
    CHECK(review.terminal.mode() == review.usual_mode);
}
