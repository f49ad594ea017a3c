// The program itself as git's merge driver: two clones of a journal, real git, nothing made up.
#include "../system/temporary_directory.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

namespace {

using namespace kith::test;

/// A journal on two machines, `laptop` and `desktop`, that push to and pull from a third place.
class Machines {
  public:
    Machines() {
        run("git init -q --bare -b main shared && git clone -q shared laptop && cd laptop && "
            "echo '*.toml merge=kith' > .gitattributes");
        run("cd laptop && git add -A && git commit -qm begin && git push -q origin HEAD:main");
        run("git clone -q shared desktop");
    }

    /// The exit status of a line of shell in the directory of the machines. `kith` and `git` know nothing of this
    /// machine's settings.
    [[nodiscard]] int try_run(const std::string& line) const {
        const std::string preamble =
            "export HOME=\"$PWD\" GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=me GIT_AUTHOR_EMAIL=me@example.org "
            "GIT_COMMITTER_NAME=me GIT_COMMITTER_EMAIL=me@example.org KITH_TODAY=2026-11-22; unset GIT_DIR; "
            "git() { command git -c init.defaultBranch=main -c pull.rebase=false -c advice.detachedHead=false "
            "-c \"merge.kith.driver='" KITH_BINARY "' merge-file %O %A %B --path=%P\" \"$@\"; }; "
            "kith() { KITH_DIR=. '" KITH_BINARY "' -q \"$@\"; }; ";
        return std::system(("cd '" + directory_.path() + "' && { " + preamble + line + "; } > output 2>&1").c_str());
    }

    void run(const std::string& line) const {
        const int status = try_run(line);
        REQUIRE_MESSAGE(status == 0, line, "\n", read_plain(directory_ / "output"));
    }

    [[nodiscard]] std::string file(const std::string& name) const { return read_plain(directory_ / name); }

  private:
    TemporaryDirectory directory_;
};

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("two machines log in the same month, and git merges without a conflict") {
    const Machines machines;
    machines.run("cd laptop && kith log 'Coffee in Lisbon' --on 2026-11-01 && git add -A && git commit -qm 1 && "
                 "git push -q origin HEAD:main; cd ../desktop && git pull -q");
    machines.run("cd laptop && kith log 'On the laptop' --on 2026-11-20 --with 'Ana Souza' && git add -A && "
                 "git commit -qm laptop && git push -q origin HEAD:main");
    machines.run("cd desktop && kith log 'On the desktop' --on 2026-11-10 --with 'Bo Li' && git add -A && "
                 "git commit -qm desktop && git pull -q --no-edit && git push -q origin HEAD:main");
    machines.run("cd laptop && git pull -q && kith check");
    const auto log = machines.file("laptop/log/2026-11.toml");
    CHECK(log == machines.file("desktop/log/2026-11.toml"));
    CHECK(log.find("Coffee in Lisbon") < log.find("On the desktop"));
    CHECK(log.find("On the desktop") < log.find("On the laptop"));
    CHECK(holds(machines.file("laptop/people.toml"), "ana-souza"));
    CHECK(holds(machines.file("laptop/people.toml"), "bo-li"));
}

TEST_CASE("commits of one machine are put upon those of the other") {
    const Machines machines;
    machines.run("cd laptop && kith log 'On the laptop' --on 2026-11-20 && git add -A && git commit -qm laptop && "
                 "git push -q origin HEAD:main");
    machines.run("cd desktop && kith log 'One' --on 2026-11-21 && git add -A && git commit -qm one && "
                 "kith log 'Two' --on 2026-11-02 && git add -A && git commit -qm two && git pull -q --rebase");
    const auto log = machines.file("desktop/log/2026-11.toml");
    CHECK(log.find("Two") < log.find("On the laptop"));
    CHECK(log.find("On the laptop") < log.find("One"));
}

TEST_CASE("what excludes each other is a conflict for git, around that record alone") {
    const Machines machines;
    machines.run(
        "cd laptop && kith person add 'Ana Souza' && kith person add 'Bo Li' && git add -A && git commit -qm 1 && "
        "git push -q origin HEAD:main; cd ../desktop && git pull -q");
    machines.run("cd laptop && kith person edit ana --city Lisbon && git commit -qam laptop && "
                 "git push -q origin HEAD:main");
    machines.run("cd desktop && kith person edit ana --city Porto && kith person edit bo --city Faro && "
                 "git commit -qam desktop");
    CHECK(machines.try_run("cd desktop && git pull -q --no-edit") != 0);
    CHECK(holds(machines.file("output"), "people.toml:1: 'city' of person ana-souza was changed on both sides"));
    machines.run("cd desktop && test -n \"$(git ls-files --unmerged people.toml)\"");
    CHECK(machines.file("desktop/people.toml") ==
          "<<<<<<< ours\n[[person]]\nid = \"ana-souza\"\nname = \"Ana Souza\"\ncity = \"Porto\"\n=======\n"
          "[[person]]\nid = \"ana-souza\"\nname = \"Ana Souza\"\ncity = \"Lisbon\"\n>>>>>>> theirs\n\n"
          "[[person]]\nid = \"bo-li\"\nname = \"Bo Li\"\ncity = \"Faro\"\n");
}
