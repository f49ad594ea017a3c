#!/usr/bin/env python3
"""Kills the program at each of its calls of git, and git itself at what it changes (strace): nothing is lost."""
import re
import shutil
import unittest

from bench import JOURNAL, Bench, main
from system_calls_test import IS_THOROUGH, why_not

# Stands before git in PATH: counts the calls, and at the N-th does what the test says.
WRAPPER = """#!/bin/sh
number=$(($(cat '{root}/number') + 1))
echo $number > '{root}/number'
shift 2 # -C DIRECTORY
echo "$1" >> '{root}/calls'
set -- -C '{journal}' "$@"
[ "$number" = "$FAULT_AT" ] || exec {git} "$@"
case $FAULT in
  before) kill -KILL $PPID ;;
  after) {git} "$@"; kill -KILL $PPID ;;
  *) exec strace -qq -o '{root}/trace' $FAULT {git} "$@" ;;
esac
"""
CHANGING = "openat,rename,link,unlink,unlinkat"
WRITING = ("add", "commit", "merge", "fetch", "push")


class GitSteps(Bench):
    def setUp(self):
        super().setUp()
        self.remote, self.other = self.root / "remote.git", self.root / "other"
        (self.root / "gitconfig").write_text("[user]\nname = Me\nemail = me@example.org\n")
        self.variables["GIT_CONFIG_GLOBAL"] = str(self.root / "gitconfig")
        (self.root / "bin").mkdir()
        wrapper = self.root / "bin/git"
        wrapper.write_text(WRAPPER.format(root=self.root, journal=self.journal, git=shutil.which("git")))
        wrapper.chmod(0o700)

    def git(self, *words, directory=None):
        done = self.run_program(["git", "-C", directory or self.journal, *words])
        self.assertEqual(done.returncode, 0, f"git {words}\n{done.stdout}{done.stderr}")
        return done.stdout

    def make(self, config=""):
        """A journal that is on a remote, where another machine went on since, and so did this one."""
        self.begin({**JOURNAL, "config.toml": config})
        self.kith("init", "--git")
        self.git("init", "-q", "--bare", "-b", "main", self.remote)
        self.git("remote", "add", "origin", self.remote)
        self.kith("sync")
        self.git("clone", "-q", self.remote, self.other)
        self.kith("--dir", self.other, "init", "--git")
        self.kith("--dir", self.other, "log", "From elsewhere with Eva Ruiz", "--with", "Eva Ruiz")
        self.kith("--dir", self.other, "sync")
        self.kith("log", "Lunch with Bo", "--follow-up", "tomorrow: call Bo")
        self.store = self.root / "as-made"
        for name in ("journal", "remote.git", "home"):
            shutil.copytree(self.root / name, self.store / name, symlinks=True)

    def go_back(self):
        """The journal and its remote as they were made."""
        for name in ("journal", "remote.git", "home"):
            shutil.rmtree(self.root / name)
            shutil.copytree(self.store / name, self.root / name, symlinks=True)

    def run_with(self, fault, number, words):
        """A run of kith in which the n-th call of git comes to that."""
        (self.root / "number").write_text("0\n")
        (self.root / "calls").write_text("")
        before = dict(self.variables)
        self.variables |= {"FAULT": fault, "FAULT_AT": str(number), "PATH": f"{self.root}/bin:{before['PATH']}"}
        try:
            return self.try_kith(*words)
        finally:
            self.variables = before

    def calls_of(self, words):
        """What kith asks of git, in order: `status`, `commit`, ..."""
        self.go_back()
        done = self.run_with("none", 0, words)
        self.assertEqual(done.returncode, 0, done.stderr)
        return (self.root / "calls").read_text().split()

    def locks(self):
        """Those that a killed git left and that stop the next; `next-index-PID.lock` is only its own."""
        return sorted(lock for lock in (self.journal / ".git").rglob("*.lock")
                      if not lock.name.startswith("next-index-"))

    def expect_whole(self, kept, words):
        """No record is gone; the next command works, or names the lock that a killed git left, and works without it."""
        self.assertEqual(set(), kept - self.records())
        self.kith("check")
        self.expect_to_go_on(kept, words)

    def expect_to_go_on(self, kept, words):
        done = self.try_kith(*words)
        if "git stash -u" in done.stderr:
            for lock in self.locks():
                lock.unlink()
            self.git("stash", "-u")
            (self.journal / ".git" / "kith-merging").unlink()
            done = self.try_kith(*words)
        if locks := self.locks():
            said = done.stdout + done.stderr
            self.assertTrue(any(str(lock) in said for lock in locks), f"{locks} and kith says: {said}")
            for lock in locks:
                lock.unlink()
            done = self.try_kith(*words)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertNotIn("not committed", done.stderr)
        self.expect_sound(kept)

    def kill_kith_at_each_call(self, words):
        calls = self.calls_of(words)
        points = [(fault, number) for number in range(1, len(calls) + 1) for fault in ("before", "after")]
        for turn, (fault, number) in enumerate(points):
            if not IS_THOROUGH and turn % 6:
                continue
            self.go_back()
            kept = self.records()
            done = self.run_with(fault, number, words)
            with self.subTest(killed=fault, call=calls[number - 1], number=number):
                self.assertEqual(done.returncode, -9)
                self.expect_whole(kept, words)
        self.assertGreater(len(calls), 3)
        return len(points)

    def changes_of(self, number, words):
        """What one call of git changes on the disk: (system call, which one of its sort)."""
        self.go_back()
        self.run_with(f"-e trace={CHANGING}", number, words)
        counts, changes = {}, []
        for line in (self.root / "trace").read_text(errors="replace").splitlines():
            call = re.match(r"(\w+)\(", line)
            if not call:
                continue
            counts[call[1]] = counts.get(call[1], 0) + 1
            if call[1] != "openat" or "O_CREAT" in line:
                changes.append((call[1], counts[call[1]], line))
        return changes

    def kill_git_at_each_change(self, words):
        points = 0
        for number, name in enumerate(self.calls_of(words), 1):
            if name not in WRITING:
                continue
            changes = self.changes_of(number, words)
            for call, which, line in changes if IS_THOROUGH else changes[1::6]:
                self.go_back()
                kept = self.records()
                self.run_with(f"-e trace={call} -e inject={call}:signal=KILL:when={which}", number, words)
                points += 1
                # A merge writes files where they stand: what it leaves short may not be committed like that.
                expect = self.expect_to_go_on if name == "merge" else self.expect_whole
                with self.subTest(git=name, number=number, line=line):
                    expect(kept, words)
        self.assertGreater(points, 1)
        return points

    def test_kills_during_a_sync(self):
        self.make()
        print(f"sync: {self.kill_kith_at_each_call(['sync'])} kills of kith,", end=" ")
        print(f"{self.kill_git_at_each_change(['sync'])} of git")

    def test_an_index_that_a_killed_commit_left_behind_does_not_stop_the_next_sync(self):
        self.make()
        self.kith("sync")
        self.git("read-tree", "HEAD~1")
        self.kith("sync")
        self.assertEqual(self.git("status", "--porcelain"), "")

    def test_a_merge_that_was_killed_before_it_wrote_its_message_is_concluded(self):
        self.make()
        number = self.calls_of(["sync"]).index("merge") + 1
        for name in ("MERGE_MSG", "MERGE_MODE"):
            self.go_back()
            kept = self.records()
            done = self.run_with(f"-P .git/{name} -e inject=openat:signal=KILL", number, ["sync"])
            with self.subTest(name=name):
                self.assertIn("killed by SIGKILL", (self.root / "trace").read_text())
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertEqual(self.git("log", "-1", "--format=%B"), "sync: merge origin/main\n\n")
                self.expect_sound(kept)

    def test_a_merge_without_its_message_is_concluded_by_the_next_sync(self):
        self.make()
        message = self.journal / ".git" / "MERGE_MSG"
        for leave_nothing in (lambda: message.write_text(""), message.unlink):
            self.go_back()
            kept = self.records()
            self.git("commit", "-q", "-a", "-m", "ours")
            self.git("fetch", "-q")
            self.git("merge", "-q", "--no-commit", "origin/main")
            leave_nothing()
            self.kith("sync")
            self.assertEqual(self.git("log", "-1", "--format=%B"), "sync: merge\n\n")
            self.expect_sound(kept)

    def test_what_a_killed_merge_left_short_is_not_committed(self):
        self.make(config="auto_commit = true\n")
        mark, month = self.journal / ".git" / "kith-merging", self.journal / "log/2026-11.toml"
        kept, whole = self.records(), month.read_bytes()
        mark.write_text(self.git("rev-parse", "HEAD"))
        month.write_bytes(whole[:whole.rindex(b"[[interaction]]")])
        self.assertIn(f"then remove {mark} and sync again", self.refused("sync"))
        self.assertIn("not committed: git was stopped", self.try_kith("person", "add", "Eva Ruiz").stderr)
        self.assertEqual(self.git("show", "HEAD:log/2026-11.toml").encode(), whole)
        self.git("stash", "-q", "-u")
        mark.unlink()
        self.kith("sync")
        self.expect_sound(kept)

    def test_a_merge_that_was_killed_before_it_changed_a_file_stops_nothing(self):
        self.make(config="auto_commit = true\n")
        mark = self.journal / ".git" / "kith-merging"
        mark.write_text(self.git("rev-parse", "HEAD"))
        self.kith("sync")
        self.assertFalse(mark.exists())

    def other_side(self):
        """A commit of another machine, not merged: one entry more in the month."""
        month = self.journal / "log/2026-11.toml"
        whole = month.read_text()
        month.write_text(whole + '\n[[interaction]]\nid = "theirs01"\ndate = 2026-11-20\nminutes = 45\n')
        self.git("commit", "-qam", "theirs")
        commit = self.git("rev-parse", "HEAD")
        self.git("reset", "-q", "--hard", "HEAD~")
        return commit

    def test_what_was_logged_after_a_merge_was_killed_before_it_changed_a_file_is_committed(self):
        self.make(config="auto_commit = true\n")
        mark = self.journal / ".git" / "kith-merging"
        mark.write_text(self.git("rev-parse", "HEAD") + self.other_side())
        with (self.journal / "people.toml").open("a") as people:
            people.write("# by hand\n")
        for words in (("log", "Coffee with Ana"), ("log", "--date", "2026-01-05", "Tea with Ana")):
            self.assertNotIn("not committed", self.try_kith(*words).stderr)
        kept = self.records()
        mark.write_text(2 * self.git("rev-parse", "HEAD"))
        self.kith("sync")
        self.assertFalse(mark.exists())
        self.expect_sound(kept)
        self.assertIn("# by hand", self.git("show", "HEAD:people.toml"))

    def test_what_a_killed_merge_added_is_not_committed_as_the_users(self):
        self.make(config="auto_commit = true\n")
        mark, month = self.journal / ".git" / "kith-merging", self.journal / "log/2026-11.toml"
        mark.write_text(self.git("rev-parse", "HEAD") + self.other_side())
        month.write_text(month.read_text() + '\n[[interaction]]\nid = "theirs01"\ndate = 2026-11-20\nminutes = 4')
        self.assertIn(f"then remove {mark} and sync again", self.refused("sync"))

    def test_kills_during_a_commit_of_its_own(self):
        self.make(config="auto_commit = true\n")
        words = ["log", "Coffee with Ana"]
        print(f"auto_commit: {self.kill_kith_at_each_call(words)} kills of kith,", end=" ")
        print(f"{self.kill_git_at_each_change(words)} of git")


if __name__ == "__main__":
    main(why_not)
