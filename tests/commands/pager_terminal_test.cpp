// The pager as it is: the real program on a real terminal, and a pager that waits for a key.
#include "pseudo_terminal.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace fs = std::filesystem;
using kith::test::PseudoTerminal;

namespace {

/// A directory with a log of five thousand entries and a pager, gone with the test.
class Desk {
  public:
    explicit Desk(const std::string& pager) : path_((fs::temp_directory_path() / "kith-pager-XXXXXX").string()) {
        REQUIRE(::mkdtemp(path_.data()) != nullptr);
        fs::create_directories(path_ + "/log");
        std::ofstream log(path_ + "/log/2026-11.toml");
        for (int number = 0; number < 5000; ++number)
            log << "[[interaction]]\nid = \"" << 10000000 + number << "\"\ndate = 2026-11-20\nnote = \"Tea\"\n\n";
        std::ofstream(path_ + "/pager") << "#!/bin/sh\n" << pager << "\n";
        fs::permissions(path_ + "/pager", fs::perms::owner_all);
    }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;
    ~Desk() { fs::remove_all(path_); }

    [[nodiscard]] std::vector<std::string> variables() const {
        return {"KITH_DIR=" + path_, "KITH_TODAY=2026-11-22", "TERM=xterm", "PATH=/usr/bin:/bin",
                "PAGER=" + path_ + "/pager -x"};
    }

  private:
    std::string path_;
};

} // namespace

TEST_CASE("a long list is read in the pager, in colours, and kith ends with its own status") {
    const Desk desk("echo \"pager $1 $LESS\"; sed -n 1p; read key </dev/tty; echo \"key $key\"; exit 3");
    PseudoTerminal terminal(KITH_BINARY, {"log", "list", "--exit-code"}, desk.variables());
    terminal.wait_for("pager -x FRX\r\n");
    terminal.wait_for("\x1b[1m10000000\x1b[0m");
    terminal.press("q\n");
    terminal.wait_for("key q\r\n");
    CHECK(terminal.wait() == 10);
}

TEST_CASE("Ctrl-C in the pager is the pager's") {
    // The signal may come before a key is waited for, or while one is.
    const Desk desk("trap 'echo interrupted' INT; echo ready; until [ \"$key\" = q ]; do read key </dev/tty; done; "
                    "echo \"key $key\"");
    PseudoTerminal terminal(KITH_BINARY, {"log", "list"}, desk.variables());
    terminal.wait_for("ready\r\n");
    terminal.press("\x03");
    terminal.wait_for("interrupted\r\n");
    terminal.press("q\n");
    terminal.wait_for("key q\r\n");
    CHECK(terminal.wait() == 0);
}

TEST_CASE("what fits on the terminal is printed without the pager, and so is all where there is none") {
    const Desk desk("echo pager");
    PseudoTerminal terminal(KITH_BINARY, {"log", "list", "--limit", "20"}, desk.variables());
    CHECK(terminal.wait_for("10004999").find("pager") == std::string::npos);
    CHECK(terminal.wait() == 0);
    auto variables = desk.variables();
    variables.back() = "PAGER=" + std::string("kith-no-such-pager");
    variables[3] = "PATH=/nowhere";
    PseudoTerminal without(KITH_BINARY, {"log", "list"}, variables);
    CHECK(without.wait_for("10004999").starts_with("10000000") == false); // In colours.
    CHECK(without.wait() == 0);
}
