"""init, git, auto_commit and undo, with the real git and the real disk."""
import os
import shutil
import stat
import subprocess
import workbench
from workbench import KITH


class Init(workbench.Workbench):
    def test_a_fresh_directory(self):
        ana = self.machine("ana")
        said = ana.kith("init", "--git")
        for word in ("strategy.toml", "config.toml", "git repository", ".gitattributes", ".gitignore",
                     "merge.kith.driver"):
            self.assertIn(word, said)
        self.assertEqual(ana.git("symbolic-ref", "--short", "HEAD"), "main")
        self.assertEqual(ana.git("check-attr", "merge", "--", "log/2026-11.toml").split()[-1], "kith")
        self.assertEqual(ana.git("check-attr", "merge", "--", "notes/other.toml").split()[-1], "unspecified")
        self.assertEqual(ana.git("status", "--porcelain", "--ignored", "--", ".people.toml.a1b2c3"), "")
        self.assertEqual(ana.kith("check"), "")
        self.assertIn("nothing was missing", ana.try_kith("init", "--git").stderr)

    def test_of_an_existing_repository_only_what_is_missing_changes(self):
        ana = self.machine("ana")
        ana.journal.mkdir()
        ana.git("init", "-q", "-b", "trunk")
        ana.write("config.toml", "# mine\n")
        ana.write(".gitattributes", "*.txt text\n/people.toml   merge=kith\n")
        ana.git("config", "merge.kith.driver", "my own")
        said = ana.kith("init", "--git")
        self.assertNotIn("config.toml", said)
        self.assertNotIn("git repository", said)
        self.assertNotIn("merge.kith.driver", said)
        self.assertRegex(said, r"added to +\.gitattributes")
        self.assertEqual(ana.read("config.toml"), "# mine\n")
        text = ana.read(".gitattributes")
        self.assertTrue(text.startswith("*.txt text\n/people.toml   merge=kith\n/strategy.toml merge=kith\n"))
        self.assertEqual(ana.git("config", "merge.kith.driver"), "my own")
        self.assertEqual(ana.git("symbolic-ref", "--short", "HEAD"), "trunk")

    def test_a_dry_run_makes_nothing(self):
        ana = self.machine("ana")
        self.assertIn("+++ b/.gitattributes\n", ana.kith("init", "--git", "-n"))
        self.assertFalse(ana.journal.exists())

    def test_without_git_only_the_files(self):
        ana = self.machine("ana")
        ana.variables["PATH"] = str(self.root)
        done = ana.run([shutil.which(KITH) or KITH, "init"])
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(sorted(os.listdir(ana.journal)), ["config.toml", "strategy.toml"])


class Git(workbench.Workbench):
    def test_arguments_go_to_git_as_they_are(self):
        ana = self.first_machine()
        ana.log("more", "--with", "Bo Li")
        ana.kith("sync")
        self.assertEqual(len(ana.kith("git", "log", "--oneline", "-n", "1").splitlines()), 1)
        self.assertEqual(len(ana.kith("git", "log", "--oneline", "--", "people.toml").splitlines()), 1)
        self.assertEqual(ana.kith("git", "rev-parse", "--show-toplevel").strip(), str(ana.journal))
        self.assertEqual(ana.kith("git", "log", "-1", "--format=[%s] 'a b'").strip(),
                         f"[{ana.subjects()[0]}] 'a b'")
        self.assertEqual(ana.kith("git", "--", "-c", "user.name=Somebody", "config", "user.name"), "Somebody\n")
        self.assertEqual(ana.kith("--dir", str(ana.journal), "git", "status", "-s"), "")

    def test_the_status_is_gits(self):
        ana = self.first_machine()
        self.assertEqual(ana.try_kith("git", "rev-parse", "-q", "--verify", "nothing").returncode, 1)
        self.assertEqual(ana.try_kith("git", "nonsense").returncode, 1)
        self.assertEqual(ana.try_kith("git").returncode, 2)

    def test_the_repository_of_a_hook_is_not_ours(self):
        ana = self.first_machine()
        ana.variables["GIT_DIR"] = str(self.root / "elsewhere")
        self.assertEqual(ana.kith("git", "rev-parse", "--show-toplevel").strip(), str(ana.journal))
        self.assertEqual(ana.kith("sync"), "in sync    with origin/main\n")


class AutoCommit(workbench.Workbench):
    def with_auto_commit(self):
        ana = self.first_machine()
        ana.write("config.toml", "auto_commit = true\n")
        ana.kith("sync")
        return ana

    def test_it_is_off_by_default(self):
        ana = self.first_machine()
        before = ana.subjects()
        ana.log("no commit")
        self.assertEqual(ana.subjects(), before)

    def test_each_command_makes_one_commit_of_what_it_wrote(self):
        ana = self.with_auto_commit()
        before = len(ana.subjects())
        ana.write("strategy.toml", ana.read("strategy.toml") + "# by hand\n")
        ana.write("letter.txt", "staged\n")
        ana.git("add", "letter.txt")
        id = ana.log("Coffee with Bo", "--with", "Bo Li", "--follow-up", "in 2w: send slides")
        self.assertEqual(len(ana.subjects()), before + 1)
        self.assertEqual(ana.subjects()[0], f"log: Coffee with Bo ({id})")
        self.assertRegex(ana.git("log", "-1", "--format=%b"),
                         rf"added person Bo Li \(bo-li\)\nadded interaction Coffee with Bo \({id}\)\n"
                         r"added followup send slides \(\w{8}\)")
        self.assertEqual(sorted(ana.git("show", "--name-only", "--format=").split()),
                         ["followups/2026.toml", "log/2026-11.toml", "people.toml"])
        self.assertEqual(ana.status().splitlines(), ["A  letter.txt", " M strategy.toml"])

        ana.kith("person", "edit", "bo", "--every", "3w")
        self.assertEqual(ana.subjects()[0], "person edit: Bo Li (bo-li)")
        ana.kith("undo")
        self.assertEqual(ana.subjects()[0], "undo person edit: Bo Li (bo-li)")
        ana.kith("undo")
        self.assertEqual(ana.subjects()[0], "redo person edit: Bo Li (bo-li)")
        self.assertEqual(len(ana.subjects()), before + 4)
        ana.kith("log", "list")
        ana.log("not written", "-n")
        self.assertEqual(len(ana.subjects()), before + 4)

    def test_a_file_taken_back_is_committed_as_gone(self):
        ana = self.with_auto_commit()
        ana.log("long ago", "--on", "2026-01-02")
        ana.kith("undo")
        self.assertNotIn("log/2026-01.toml", ana.git("ls-files"))
        self.assertEqual(ana.status(), "")

    def test_what_cannot_be_committed_is_written_all_the_same(self):
        ana = self.with_auto_commit()
        ana.forget_author()
        done = ana.try_kith("log", "by nobody", "--with", "Bo Li")
        self.assertEqual(done.returncode, 0)
        self.assertIn("written, but not committed: ", done.stderr)
        self.assertIn("by nobody", ana.notes())
        self.assertEqual(ana.git("diff", "--cached", "--name-only"), "")
        shutil.rmtree(ana.journal / ".git")
        done = ana.try_kith("log", "outside")
        self.assertEqual(done.returncode, 0)
        self.assertIn("there is no git repository", done.stderr)

    def test_a_merge_in_progress_is_not_concluded(self):
        ana = self.with_auto_commit()
        bo = self.clone("bo")
        ana.change("strategy.toml", "# Where", "# Ana: where")
        ana.kith("sync")
        bo.write("letter.txt", "mine\n")
        bo.git("add", "letter.txt")
        bo.git("commit", "-q", "-m", "mine")
        bo.git("fetch", "-q")
        bo.git("merge", "-q", "--no-commit", "origin/main")
        done = bo.try_kith("log", "meanwhile")
        self.assertEqual(done.returncode, 0)
        self.assertIn("written, but not committed: a merge is in progress in git", done.stderr)
        bo.git("rev-parse", "-q", "--verify", "MERGE_HEAD")


class Undo(workbench.Workbench):
    def records(self, machine):
        return sorted(machine.home.glob(".local/state/kith/undo/*/*.toml"))

    def test_the_last_fifty_are_kept_for_this_user_alone(self):
        ana = self.machine("ana")
        for number in range(53):
            ana.log(f"entry {number}")
        records = self.records(ana)
        self.assertEqual(len(records), 50)
        self.assertEqual(stat.S_IMODE(records[0].stat().st_mode), 0o600)
        self.assertEqual(stat.S_IMODE(records[0].parent.stat().st_mode), 0o700)
        self.assertLess(max(record.stat().st_size for record in records), 1000)
        self.assertEqual(len(ana.kith("undo", "50").splitlines()), 50)
        self.assertEqual(len(ana.notes()), 3)
        ana.kith("undo")
        self.assertEqual(len(ana.notes()), 53)

    def test_two_journals_do_not_mix_and_one_by_two_names_is_one(self):
        ana = self.machine("ana")
        other = str(ana.home / "other")
        ana.log("in the first")
        ana.kith("--dir", other, "log", "in the second")
        os.symlink(ana.journal, ana.home / "link")
        ana.kith("--dir", "link/", "undo")
        self.assertEqual(ana.notes(), [])
        self.assertEqual(ana.kith("--dir", other, "log", "list", "--format", "{note}"), "in the second\n")

    def test_writers_at_the_same_time_lose_nothing(self):
        ana = self.machine("ana")
        ana.log("first")
        running = [subprocess.Popen([KITH, "log", "-q", f"at once {number}"], env=ana.variables, cwd=ana.home,
                                    stdout=subprocess.DEVNULL) for number in range(8)]
        for each in running:
            self.assertEqual(each.wait(workbench.SECONDS), 0)
        self.assertEqual(len(self.records(ana)), 9)
        ana.kith("undo", "8")
        self.assertEqual(ana.notes(), ["first"])

    def test_a_killed_writer_leaves_a_journal_and_a_store_that_work(self):
        ana = self.machine("ana")
        ana.log("first", "--with", "Bo Li")
        for tenth in range(12):
            running = subprocess.Popen([KITH, "log", "-q", f"killed {tenth}", "--with", f"Eva Ruiz {tenth}"],
                                       env=ana.variables, cwd=ana.home, stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
            try:
                running.wait(0.02 + tenth / 80)
            except subprocess.TimeoutExpired:
                running.kill()
            running.wait(workbench.SECONDS)
            ana.kith("check")
            ana.log("after it")
            ana.kith("undo")
        self.assertNotIn("after it", ana.notes())
        self.assertIn("first", ana.notes())

    def test_what_git_brought_since_is_not_overwritten(self):
        ana = self.first_machine()
        bo = self.clone("bo")
        ana.log("from Ana")
        ana.kith("sync")
        bo.log("from Bo")
        bo.kith("sync")
        before = bo.read("log/2026-11.toml")
        self.assertIn("log/2026-11.toml: this file was changed since 'kith log' wrote it", self.refused(bo, "undo"))
        self.assertEqual(bo.read("log/2026-11.toml"), before)

    def test_where_it_cannot_be_noted_it_is_written_all_the_same(self):
        ana = self.machine("ana")
        (ana.home / ".local").write_text("a file in the way")
        done = ana.try_kith("log", "Coffee")
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stderr.count("'kith undo' will not know of this: "), 1)
        self.assertEqual(ana.notes(), ["Coffee"])

    def test_a_record_cut_short_is_passed_over(self):
        ana = self.machine("ana")
        ana.log("one")
        ana.log("two", "--on", "2026-10-01")
        self.records(ana)[-1].write_text("")
        ana.kith("undo")
        self.assertEqual(ana.notes(), ["two"])
        self.refused(ana, "undo", "9")

    def test_the_state_is_where_xdg_has_it(self):
        ana = self.machine("ana")
        state = self.root / "state"
        ana.kith("log", "Coffee", XDG_STATE_HOME=str(state))
        self.assertEqual(len(list(state.glob("kith/undo/*/00000001.toml"))), 1)
        self.assertFalse((ana.home / ".local").exists())

    def test_line_ends_and_odd_texts_come_back_byte_for_byte(self):
        ana = self.machine("ana")
        text = b"\xef\xbb\xbf# by hand\r\n[[person]]\r\nid = \"jose\"\r\nname = \"Jos\xc3\xa9 \\\"J\\\"\"\r\nnote = '''\r\na\r\n\r\n'''"
        ana.write("people.toml", "")
        (ana.journal / "people.toml").write_bytes(text)
        ana.kith("person", "edit", "jose", "--city", "São Paulo")
        after = (ana.journal / "people.toml").read_bytes()
        ana.kith("undo")
        self.assertEqual((ana.journal / "people.toml").read_bytes(), text)
        ana.kith("undo")
        self.assertEqual((ana.journal / "people.toml").read_bytes(), after)


if __name__ == "__main__":
    workbench.main()
