#!/usr/bin/env python3
"""Kills the program at each of its writes, renames and syncs, and has the system refuse each in turn (strace)."""
import os
import re
import shutil
import subprocess
import unittest

from bench import KITH, Bench, main

IS_THOROUGH = "KITH_THOROUGH" in os.environ  # Every error at every call of all commands: minutes.

# What changes something on the disk.
CHANGING = ("openat", "write", "fsync", "rename", "unlink", "mkdir")
# What the system may say, and to what.
REFUSALS = {
    "ENOSPC": ("openat", "write", "fsync", "mkdir", "rename"),
    "EDQUOT": ("openat", "write", "fsync", "mkdir"),
    "EIO": ("openat", "read", "write", "fsync", "rename", "close"),
    "EROFS": ("openat", "mkdir", "rename"),
    "EACCES": ("openat", "mkdir", "rename"),
    "EMFILE": ("openat",),
    "ENOLCK": ("flock",),
}
MESSAGES = {
    "ENOSPC": "No space left on device",
    "EDQUOT": "Disk quota exceeded",
    "EIO": "Input/output error",
    "EROFS": "Read-only file system",
    "EACCES": "Permission denied",
    "EMFILE": "Too many open files",
    "ENOLCK": "No locks available",
}

COMMANDS = {
    "log": (["log", "Coffee with Ana"], []),
    "met": (["event", "met", "conf", "Eva Ruiz: hiring", "--on", "2026-11-19"], []),
    "done": (["followup", "done", "f1f1", "talked about the talk"], []),
    "move": (["log", "edit", "a1a1", "--on", "2026-10-15"], []),
    "undo": (["undo"], [["log", "edit", "a1a1", "--on", "2026-10-15"]]),
}


def with_fault(call, number, fault, words):
    """The command line of a kith whose n-th call of this sort comes to that."""
    return ["strace", "-qq", "-o", "/dev/null", "-e", f"trace={call}",
            "-e", f"inject={call}:{fault}:when={number}", KITH, *words]


class SystemCalls(Bench):
    def begin_command(self, name):
        self.begin()
        words, before = COMMANDS[name]
        for each in before:
            self.kith(*each)
        return words

    def calls(self, name, kinds):
        """The calls that a command makes on its own files: (system call, which one of its sort)."""
        words = self.begin_command(name)
        trace = self.root / "trace"
        done = self.run_program(["strace", "-qq", "-y", "-o", trace, "-e", "trace=" + ",".join(kinds), KITH, *words])
        self.assertEqual(done.returncode, 0, done.stderr)
        counts, calls = {}, []
        for line in trace.read_text(errors="replace").splitlines():
            call = re.match(r"(\w+)\(", line)
            if not call:
                continue
            counts[call[1]] = counts.get(call[1], 0) + 1
            is_own = f"{self.journal}" in line or f"{self.root}/home" in line
            if is_own and not line.rstrip().endswith("(No such file or directory)"):
                calls.append((call[1], counts[call[1]], line.strip()))
        trace.unlink()
        return calls

    def test_killed_at_every_change_the_journal_is_whole_and_the_next_command_works(self):
        points, sound = 0, set()
        for name in COMMANDS if IS_THOROUGH else ("met", "move"):
            words = self.begin_command(name)
            kept = self.records()
            self.kith(*words)
            kept &= self.records()
            for call, number, line in self.calls(name, CHANGING):
                if call == "openat" and "O_CREAT" not in line:
                    continue
                self.begin_command(name)
                before = self.files()
                # Before the call is made, and so after the one before it.
                self.run_program(with_fault(call, number, "signal=KILL", words))
                points += 1
                changed = frozenset(file for file, text in self.files().items() if before.get(file) != text)
                state = (name, changed, bool(self.leftovers()))
                if state in sound:
                    continue
                with self.subTest(command=name, line=line):
                    self.expect_sound(kept)
                    sound.add(state)
        self.assertGreater(points, 30)
        print(f"{points} kills, {len(sound)} different states")

    def test_a_leftover_goes_with_the_next_write_of_the_file(self):
        self.begin()
        writes = [number for call, number, line in self.calls("log", ("fsync",)) if "2026-11.toml" in line]
        self.begin()
        self.run_program(with_fault("fsync", writes[0], "signal=KILL", COMMANDS["log"][0]))
        self.assertEqual(len(self.leftovers()), 1)
        self.write("log/.2026-11.toml.backup", "the user's own")
        self.kith("log", "Tea with Bo")
        self.assertEqual(self.leftovers(), [])
        self.assertTrue((self.journal / "log/.2026-11.toml.backup").exists())

    def refusals(self, name):
        """What the system may say at each call of a command: all of it, or one error a call, each in its turn."""
        kinds = sorted({call for calls in REFUSALS.values() for call in calls})
        turns = {}
        for call, number, line in self.calls(name, kinds):
            errors = [error for error, calls in REFUSALS.items() if call in calls]
            turns[call] = turns.get(call, -1) + 1
            for error in errors if IS_THOROUGH else errors[turns[call] % len(errors):][:1]:
                yield error, call, number, line

    def test_what_the_system_refuses_changes_nothing_and_is_said_in_words(self):
        points = 0
        for name in COMMANDS if IS_THOROUGH else ("done",):
            words = self.begin_command(name)
            for error, call, number, line in list(self.refusals(name)):
                self.begin_command(name)
                before = self.files(with_hidden=True)
                done = self.run_program(with_fault(call, number, f"error={error}", words))
                points += 1
                with self.subTest(command=name, error=error, line=line, said=done.stderr):
                    self.expect_refused(done, error, before)
        self.assertGreater(points, 30)
        print(f"{points} refusals")

    def expect_refused(self, done, error, before):
        """Either nothing changed, or it says how what did is taken back; or it was of no importance and all is done."""
        self.assertEqual(self.leftovers(), [])
        if done.returncode == 0:
            self.assertNotEqual(done.stdout, "")
            return
        self.assertEqual(done.returncode, 1)
        place = re.escape(str(self.root))
        self.assertRegex(done.stderr, rf"^kith: cannot \w+( durable)? {place}/\S+: {MESSAGES[error]}")
        if "'kith undo' takes it back" in done.stderr:
            self.kith("undo")
        self.assertEqual(self.files(with_hidden=True), before)


def why_not():
    if not shutil.which("strace"):
        return "there is no strace"
    done = subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True, text=True)
    return f"strace may not trace here: {done.stderr.strip()}" if done.returncode else None


if __name__ == "__main__":
    main(why_not)
