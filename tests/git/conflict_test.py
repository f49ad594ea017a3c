"""Conflicts that git left, with and without the merge driver."""
import shutil
import workbench
from workbench import KITH


class Conflicts(workbench.Workbench):
    def in_conflict(self, with_driver=True):
        ana = self.first_machine()
        bo = self.clone("bo", with_driver)
        ana.change("log/2026-11.toml", "the very first", "Ana's words")
        ana.log("only Ana's")
        ana.kith("sync")
        bo.change("log/2026-11.toml", "the very first", "Bo's words")
        bo.log("only Bo's")
        return ana, bo

    def apart(self, with_driver=True):
        """Both wrote at the same place, with git alone."""
        ana = self.first_machine()
        bo = self.clone("bo", with_driver)
        ana.log("from Ana")
        ana.kith("sync")
        bo.log("from Bo")
        bo.git("commit", "-q", "-a", "-m", "mine")
        bo.git("fetch", "-q")
        return ana, bo

    def test_both_sides_stay_and_the_next_sync_concludes(self):
        for with_driver in (True, False):
            with self.subTest(with_driver=with_driver):
                self.setUp()
                ana, bo = self.in_conflict(with_driver)
                id = bo.read("log/2026-11.toml").split('"')[1]
                said = self.refused(bo, "sync")
                text = bo.read("log/2026-11.toml")
                line = text.splitlines().index(next(l for l in text.splitlines() if l.startswith("<<<<<<<"))) + 1
                self.assertIn(f"log/2026-11.toml:{line}: ", said)
                self.assertIn(f"interaction {id}", said)
                for note in ("Ana's words", "Bo's words", "only Ana's", "only Bo's"):
                    self.assertIn(note, text)
                bo.git("rev-parse", "-q", "--verify", "MERGE_HEAD")

                # Not resolved yet: said again, with nothing changed.
                said = self.refused(bo, "sync")
                self.assertIn(f"log/2026-11.toml:{line}: the conflict in interaction {id} is not resolved yet", said)
                self.assertEqual(bo.read("log/2026-11.toml"), text)

                lines, keep = [], True
                for each in text.splitlines(keepends=True):
                    if each.startswith("<<<<<<<") or each.startswith(">>>>>>>"):
                        keep = True
                    elif each.startswith("=======") or each.startswith("|||||||"):
                        keep = False
                    elif keep:
                        lines.append(each)
                bo.write("log/2026-11.toml", "".join(lines))
                bo.kith("sync")
                self.assertEqual(bo.notes(), ["Bo's words", "only Ana's", "only Bo's"])
                self.assertEqual(bo.try_git("rev-parse", "-q", "--verify", "MERGE_HEAD").returncode, 1)
                ana.kith("sync")
                self.assertEqual(ana.notes(), bo.notes())

    def test_a_conflict_in_a_file_that_is_not_the_journals(self):
        ana = self.first_machine()
        ana.write("letter.txt", "one\n")
        ana.git("add", "letter.txt")
        ana.git("commit", "-q", "-m", "mine")
        ana.kith("sync")
        bo = self.clone("bo")
        for machine, word in ((ana, "two\n"), (bo, "three\n")):
            machine.write("letter.txt", word)
            machine.git("commit", "-q", "-a", "-m", "mine too")
        ana.kith("sync")
        self.assertIn("letter.txt: git left a conflict in this file, which is not the journal's",
                      self.refused(bo, "sync"))
        bo.write("letter.txt", "two and three\n")
        self.assertIn("letter.txt: git left a conflict", self.refused(bo, "sync"))
        bo.git("add", "letter.txt")
        bo.kith("sync")

    def test_other_commands_name_the_way_out_and_check_redoes_the_merge(self):
        ana, bo = self.in_conflict(with_driver=False)
        bo.git("commit", "-q", "-a", "-m", "mine")
        bo.git("fetch", "-q")
        self.assertEqual(bo.try_git("merge", "-q", "origin/main").returncode, 1)
        for words in (["log", "more"], ["log", "list"], ["report"], ["undo"], ["check"]):
            done = bo.try_kith(*words)
            self.assertEqual(done.returncode, 1)
            self.assertIn("git left a conflict here; 'kith check --fix' merges", done.stdout + done.stderr)
        done = bo.try_kith("check", "--fix", "-n")
        self.assertEqual(done.returncode, 1)
        self.assertIn("+++ b/log/2026-11.toml", done.stdout)
        self.assertIn("changed on both sides", done.stderr)
        self.assertIn("'kith check --fix'", self.refused(bo, "sync"))
        done = bo.try_kith("check", "--fix")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stdout, r"log/2026-11.toml:\d+: error: .*interaction ")
        text = bo.read("log/2026-11.toml")
        self.assertEqual(text.count("<<<<<<< "), 1)
        for note in ("only Ana's", "only Bo's"):
            self.assertEqual(text.count(note), 1)

    def test_where_there_is_no_true_conflict_check_resolves_all(self):
        ana, bo = self.apart(with_driver=False)
        self.assertEqual(bo.try_git("merge", "-q", "origin/main").returncode, 1)
        self.assertIn("merged log/2026-11.toml by records\n", bo.kith("check", "--fix"))
        self.assertEqual(bo.git("ls-files", "-u"), "")
        bo.kith("sync")
        ana.kith("sync")
        self.assertEqual(ana.notes(), ["from Ana", "from Bo", "the very first"])

    def test_what_was_resolved_by_hand_stays(self):
        ana = self.first_machine()
        day = ["--on", "2026-10-01"]
        ana.log("one", *day)
        ana.log("between", "--on", "2026-10-15")
        ana.log("two", "--on", "2026-10-30")
        ana.kith("sync")
        bo = self.clone("bo", with_driver=False)
        for machine in (ana, bo):
            for note in ("one", "two"):
                machine.change("log/2026-10.toml", f'"{note}"', f'"{note} of {machine.home.name}"')
        ana.kith("sync")
        bo.git("commit", "-q", "-a", "-m", "mine")
        bo.git("fetch", "-q")
        bo.try_git("merge", "-q", "origin/main")
        text = bo.read("log/2026-10.toml")
        self.assertEqual(text.count("<<<<<<< "), 2)
        begin, end = text.index("<<<<<<< "), text.index("\n", text.index(">>>>>>> ")) + 1
        mine = 'note = "one of both" # by hand\n'
        bo.write("log/2026-10.toml", text[:begin] + mine + text[end:])
        done = bo.try_kith("check", "--fix")
        self.assertEqual(done.returncode, 1)
        text = bo.read("log/2026-10.toml")
        self.assertIn(mine, text)
        self.assertEqual(text.count("<<<<<<< "), 1)
        self.assertNotIn("one of ana", text)

    def test_marker_lines_in_a_note_are_no_conflict(self):
        ana = self.first_machine()
        text = ('[[interaction]]\ndate = 2026-10-01\nnote = """\n<<<<<<< HEAD\nmine\n=======\nyours\n'
                '>>>>>>> topic\n"""\n')
        ana.write("log/2026-10.toml", text)
        ana.kith("check", "--fix")
        ana.kith("sync")
        self.assertEqual(ana.read("log/2026-10.toml"), text)

    def test_markers_that_git_has_forgotten_are_merged_from_the_text(self):
        ana, bo = self.apart(with_driver=False)
        bo.try_git("merge", "-q", "origin/main")
        bo.git("add", "log/2026-11.toml")
        self.assertIn("git left a conflict here", self.refused(bo, "sync"))
        bo.kith("check", "--fix")
        self.assertEqual(bo.notes(), ["from Ana", "from Bo", "the very first"])

    def test_rebase_and_cherry_pick_in_a_clone_without_the_driver(self):
        for command in ("rebase", "cherry-pick"):
            with self.subTest(command=command):
                self.setUp()
                ana, bo = self.apart(with_driver=False)
                self.assertEqual(bo.try_git(command, "origin/main").returncode, 1)
                self.assertIn(f"a {command} is in progress in git", self.refused(bo, "sync"))
                bo.kith("check", "--fix")
                bo.git("-c", "core.editor=true", command, "--continue")
                self.assertEqual(bo.notes(), ["from Ana", "from Bo", "the very first"])
                self.assertEqual(bo.status(), "")
                bo.kith("sync")

    def test_rebase_and_cherry_pick_with_the_driver(self):
        for command in ("rebase", "cherry-pick"):
            with self.subTest(command=command):
                self.setUp()
                ana, bo = self.apart()
                bo.git(command, "origin/main")
                self.assertEqual(bo.notes(), ["from Ana", "from Bo", "the very first"])
                self.assertEqual(bo.status(), "")

    def test_a_driver_of_an_odd_name(self):
        self.first_machine()
        bo = self.machine("bo")
        bo.run(["git", "clone", "-q", str(self.remote), str(bo.journal)])
        program = self.root / "100% bo's kith"
        shutil.copy(shutil.which(KITH) or KITH, program)
        bo.run([str(program), "init", "--git"])
        self.assertEqual(bo.git("config", "merge.kith.driver").split(" merge-file ")[1], "%O %A %B --path=%P")
        bo.git("checkout", "-q", "-b", "other")
        bo.log("on another branch")
        bo.git("commit", "-q", "-a", "-m", "other")
        bo.git("checkout", "-q", "main")
        bo.log("on main")
        bo.git("commit", "-q", "-a", "-m", "mine")
        bo.git("merge", "-q", "--no-edit", "other")
        self.assertEqual(bo.notes(), ["on another branch", "on main", "the very first"])

    def test_check_notices_a_clone_without_the_driver(self):
        ana = self.first_machine()
        self.assertEqual(ana.kith("check"), "")
        bo = self.clone("bo", with_driver=False)
        said = bo.kith("check")
        self.assertIn(".gitattributes: remark: git in this clone was not told how kith merges its files; "
                      "'kith init --git' does", said)
        bo.kith("init", "--git")
        self.assertEqual(bo.kith("check"), "")


if __name__ == "__main__":
    workbench.main()
