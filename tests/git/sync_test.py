"""kith sync, on real repositories with a bare remote."""
import shutil
import stat
import workbench
from workbench import KITH


def make_hook(machine, name, script):
    hook = machine.journal / ".git" / "hooks" / name
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\n" + script)
    hook.chmod(hook.stat().st_mode | stat.S_IXUSR)


class Exchange(workbench.Workbench):
    def test_the_first_push_sets_the_upstream(self):
        ana = self.first_machine()
        self.assertEqual(ana.git("rev-parse", "--abbrev-ref", "@{u}"), "origin/main")
        self.assertEqual(ana.git("rev-parse", "HEAD"), ana.git("rev-parse", "origin/main"))
        self.assertEqual(ana.kith("sync"), "in sync    with origin/main\n")

    def test_three_machines_write_at_the_same_place(self):
        ana = self.first_machine()
        bo, eva = self.clone("bo"), self.clone("eva")
        ana.log("from Ana")
        bo.log("from Bo, José 🎉", "--with", "José Álvarez", "--follow-up", "in 2w: send slides")
        eva.log("from Eva", "--with", "Dana Lee")
        for machine in (ana, bo, eva, ana, bo):
            machine.kith("sync")
        wanted = ["from Ana", "from Bo, José 🎉", "from Eva", "the very first"]
        for machine in (ana, bo, eva):
            self.assertEqual(machine.notes(), wanted)
            self.assertEqual(machine.status(), "")
            machine.kith("check")
        self.assertEqual(ana.read("log/2026-11.toml"), bo.read("log/2026-11.toml"))

    def test_a_fast_forward_makes_no_merge(self):
        ana = self.first_machine()
        bo = self.clone("bo")
        ana.log("from Ana")
        ana.kith("sync")
        self.assertIn("merged     1 commit from origin/main\n", bo.kith("sync"))
        self.assertEqual(bo.git("rev-list", "--merges", "HEAD"), "")
        self.assertEqual(bo.git("rev-parse", "HEAD"), ana.git("rev-parse", "HEAD"))

    def test_two_machines_that_both_started_alone(self):
        ana = self.first_machine()
        bo = self.machine("bo")
        bo.journal.mkdir()
        bo.git("init", "-q", "-b", "master")
        bo.log("alone until now")
        bo.git("remote", "add", "origin", str(self.remote))
        bo.kith("sync")
        ana.kith("sync")
        for machine in (ana, bo):
            self.assertEqual(machine.notes(), ["alone until now", "the very first"])
        self.assertEqual(bo.git("rev-parse", "--abbrev-ref", "@{u}"), "origin/main")

    def test_an_empty_repository_takes_what_is_on_the_remote(self):
        self.first_machine()
        bo = self.machine("bo")
        bo.journal.mkdir()
        bo.git("init", "-q", "-b", "main")
        bo.git("remote", "add", "origin", str(self.remote))
        bo.kith("sync")
        self.assertEqual(bo.notes(), ["the very first"])

    def test_a_clone_of_an_empty_remote_joins_the_branch_that_came_since(self):
        self.make_remote("master")
        ana, bo = self.machine("ana"), self.machine("bo")
        for machine in (ana, bo):
            done = machine.run(["git", "clone", "-q", str(self.remote), str(machine.journal)])
            self.assertEqual(done.returncode, 0, done.stderr)
        ana.git("symbolic-ref", "HEAD", "refs/heads/main")
        ana.kith("init", "--git")
        ana.log("from Ana")
        ana.kith("sync")
        bo.kith("sync")
        self.assertEqual(bo.notes(), ["from Ana"])
        bo.log("from Bo")
        bo.kith("sync")
        ana.kith("sync")
        for machine in (ana, bo):
            self.assertEqual(machine.notes(), ["from Ana", "from Bo"])
        self.assertEqual(bo.git("branch", "-r").split(), ["origin/main"])

    def test_someone_pushes_in_between(self):
        ana = self.first_machine()
        bo = self.clone("bo")
        bo.log("from Bo")
        ana.log("from Ana")
        # Bo pushes once, just before Ana does.
        flag = self.root / "pushed"
        make_hook(ana, "pre-push", f'cd "$(dirname "$0")/../../../.."\n[ -e pushed ] && exit 0\ntouch pushed\n'
                  f'cd bo && HOME="$PWD" KITH_DIR="$PWD/journal" GIT_CONFIG_GLOBAL="$PWD/gitconfig" "{KITH}" sync >&2\n')
        said = ana.kith("sync")
        self.assertTrue(flag.exists())
        self.assertIn("pushed     2 commits to origin/main", said)
        self.assertEqual(ana.notes(), ["from Ana", "from Bo", "the very first"])
        bo.kith("sync")
        self.assertEqual(bo.notes(), ana.notes())

    def test_without_a_terminal_git_asks_nothing(self):
        ana = self.first_machine()
        make_hook(ana, "pre-push", 'echo "$GIT_TERMINAL_PROMPT" > "$HOME/prompt"\n')
        ana.log("more")
        ana.kith("sync")
        self.assertEqual((ana.home / "prompt").read_text(), "0\n")

    def test_what_is_written_by_hand_or_removed_is_committed_too(self):
        ana = self.first_machine()
        ana.write("log/2026-10.toml", '[[interaction]]\nid = "aaaaaaaa"\ndate = 2026-10-05\nnote = "by hand"\n')
        ana.kith("sync")
        (ana.journal / "log/2026-10.toml").unlink()
        ana.kith("sync")
        self.assertEqual(ana.status(), "")
        self.assertNotIn("log/2026-10.toml", ana.git("ls-files"))

    def test_the_message_says_what_was_written(self):
        ana = self.first_machine()
        id = ana.log("Coffee with the neighbours")
        ana.kith("sync")
        self.assertEqual(ana.subjects()[0], f"sync: Coffee with the neighbours ({id})")

    def test_a_dry_run_shows_what_would_be_committed_and_does_nothing(self):
        ana = self.first_machine()
        ana.log("not yet")
        head = ana.git("rev-parse", "HEAD")
        said = ana.kith("sync", "-n")
        self.assertIn('+note = "not yet"\n', said)
        self.assertEqual(ana.git("rev-parse", "HEAD"), head)
        self.assertIn("log/2026-11.toml", ana.status())


class OthersThings(workbench.Workbench):
    """What is not kith's stays as it is."""

    def test_no_other_file_is_added_and_staged_changes_stay_staged(self):
        ana = self.first_machine()
        bo = self.clone("bo")
        ana.log("from Ana")
        ana.kith("sync")
        bo.log("from Bo")
        bo.write("letter.txt", "staged\n")
        bo.git("add", "letter.txt")
        bo.write("letter.txt", "staged\nand changed\n")
        bo.write("untracked.txt", "mine\n")
        bo.write("log/november.toml", "# mine too\n")
        before = bo.git("diff", "--cached")
        bo.kith("sync")
        self.assertEqual(bo.git("diff", "--cached"), before)
        self.assertEqual(bo.read("letter.txt"), "staged\nand changed\n")
        self.assertEqual(bo.status().splitlines(), ["AM letter.txt", "?? log/november.toml", "?? untracked.txt"])
        self.assertEqual(bo.notes(), ["from Ana", "from Bo", "the very first"])
        self.assertEqual(bo.git("rev-parse", "HEAD"), bo.git("rev-parse", "origin/main"))
        self.assertNotIn("letter", bo.git("log", "--name-only", "--format="))

    def test_a_conflict_while_something_is_staged_is_left_alone(self):
        ana = self.first_machine()
        bo = self.clone("bo")
        ana.change("log/2026-11.toml", "the very first", "Ana's words")
        ana.kith("sync")
        bo.change("log/2026-11.toml", "the very first", "Bo's words")
        bo.write("letter.txt", "staged\n")
        bo.git("add", "letter.txt")
        said = self.refused(bo, "sync")
        self.assertIn("git can merge only when nothing is staged", said)
        self.assertEqual(bo.status(), "A  letter.txt")
        self.assertIn("Bo's words", bo.read("log/2026-11.toml"))

    def test_a_part_of_a_larger_repository(self):
        self.make_remote()
        ana = self.machine("ana", journal="dotfiles/notes/kith")
        dotfiles = ana.home / "dotfiles"
        dotfiles.mkdir()
        ana.run(["git", "init", "-q", "-b", "main"], dotfiles)
        (dotfiles / "people.toml").write_text("# not the journal's\n")
        (dotfiles / ".gitattributes").write_text("# mine\n")
        ana.run(["git", "add", ".gitattributes"], dotfiles)
        ana.run(["git", "remote", "add", "origin", str(self.remote)], dotfiles)
        ana.kith("init", "--git")
        self.assertFalse((ana.journal / ".git").exists())
        ana.log("in a corner", "--with", "Bo Li")
        ana.kith("sync")
        files = ana.run(["git", "ls-tree", "-r", "--name-only", "HEAD"], dotfiles).stdout.split()
        self.assertEqual(sorted(files), [f"notes/kith/{name}" for name in
                                         (".gitattributes", ".gitignore", "config.toml", "log/2026-11.toml",
                                          "people.toml", "strategy.toml")])
        self.assertEqual(ana.run(["git", "status", "--porcelain"], dotfiles).stdout,
                         "A  .gitattributes\n?? people.toml\n")

        bo = self.machine("bo", journal="dotfiles/notes/kith")
        bo.run(["git", "clone", "-q", str(self.remote), "dotfiles"])
        bo.log("from Bo")
        bo.kith("sync")
        ana.log("from Ana")
        ana.run(["git", "commit", "-q", "-m", "mine"], dotfiles)
        ana.kith("sync")
        self.assertEqual(ana.notes(), ["from Ana", "from Bo", "in a corner"])

    def test_an_ignored_directory_is_a_repository_of_its_own(self):
        ana = self.machine("ana", journal="dotfiles/kith")
        dotfiles = ana.home / "dotfiles"
        dotfiles.mkdir()
        ana.run(["git", "init", "-q"], dotfiles)
        (dotfiles / ".gitignore").write_text("/kith/\n")
        ana.kith("init", "--git")
        self.assertTrue((ana.journal / ".git").is_dir())


class Refusals(workbench.Workbench):
    """Each says what is wrong and how to go on, and nothing is lost."""

    def test_no_repository(self):
        ana = self.machine("ana")
        ana.log("alone")
        self.assertIn("is in no git repository; 'kith init --git' makes it one", self.refused(ana, "sync"))

    def test_no_git(self):
        ana = self.first_machine()
        ana.log("not committed")
        programs = self.root / "programs"
        programs.mkdir()
        ana.variables["PATH"] = str(programs)
        done = ana.run([shutil.which(KITH) or KITH, "sync"])
        self.assertEqual((done.returncode, done.stderr), (1, "kith: cannot run git: there is no such program\n"))

    def test_no_remote(self):
        ana = self.machine("ana")
        ana.kith("init", "--git")
        ana.log("alone")
        self.assertIn("there is no remote to sync with; what was written is committed here",
                      self.refused(ana, "sync"))
        self.assertEqual(ana.status(), "")

    def test_no_network(self):
        ana = self.first_machine()
        ana.log("offline")
        shutil.move(self.remote, self.root / "away.git")
        self.assertIn("git could not fetch from origin: ", self.refused(ana, "sync"))
        self.assertEqual(ana.status(), "")
        shutil.move(self.root / "away.git", self.remote)
        ana.kith("sync")
        self.assertEqual(self.clone("bo").notes(), ["offline", "the very first"])

    def test_no_identity(self):
        ana = self.first_machine()
        ana.log("by nobody")
        ana.forget_author()
        self.assertIn("git does not know who you are, so nothing was committed; kith git config user.name",
                      self.refused(ana, "sync"))
        self.assertEqual(ana.git("diff", "--name-only"), "log/2026-11.toml")
        self.assertEqual(ana.git("diff", "--cached", "--name-only"), "")

    def test_a_detached_head(self):
        ana = self.first_machine()
        ana.git("checkout", "-q", "--detach")
        ana.log("on no branch")
        self.assertIn("the repository is on no branch", self.refused(ana, "sync"))
        self.assertEqual(ana.git("diff", "--name-only"), "log/2026-11.toml")

    def test_a_rebase_in_progress(self):
        ana = self.first_machine()
        ana.log("one")
        ana.kith("sync")
        ana.git("-c", "sequence.editor=sed -i 1s/pick/edit/", "rebase", "-q", "-i", "HEAD~1")
        self.assertIn("a rebase is in progress in git; conclude it with 'kith git rebase --continue'",
                      self.refused(ana, "sync"))

    def test_a_file_that_does_not_parse_is_not_shared(self):
        ana = self.first_machine()
        head = ana.git("rev-parse", "HEAD")
        ana.write("people.toml", 'name = "unclosed\n')
        self.assertIn("people.toml:1:", self.refused(ana, "sync"))
        self.assertEqual(ana.git("rev-parse", "HEAD"), head)

    def test_a_hook_that_says_no(self):
        ana = self.first_machine()
        make_hook(ana, "pre-commit", "echo 'not today' >&2\nexit 1\n")
        ana.log("wanted", "--with", "Bo Li")
        self.assertIn("git could not commit: not today", self.refused(ana, "sync"))
        self.assertEqual(ana.git("diff", "--cached", "--name-only"), "")
        self.assertEqual(ana.status().splitlines(), ["M log/2026-11.toml", "?? people.toml"])

    def test_an_untracked_file_in_the_way_of_a_merge(self):
        ana = self.first_machine()
        bo = self.clone("bo")
        ana.write("letter.txt", "Ana's\n")
        ana.git("add", "letter.txt")
        ana.git("commit", "-q", "-m", "mine")
        ana.kith("sync")
        bo.write("letter.txt", "Bo's\n")
        bo.log("from Bo")
        self.assertIn("git could not merge: ", self.refused(bo, "sync"))
        self.assertEqual(bo.read("letter.txt"), "Bo's\n")
        self.assertEqual(bo.notes(), ["from Bo", "the very first"])


if __name__ == "__main__":
    workbench.main()
