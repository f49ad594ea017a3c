#!/usr/bin/env python3
"""Disks and neighbours as they are: directories that may not be written or are gone, writers that die, editors."""
import fcntl
import os
import pty
import re
import resource
import signal
import subprocess
import time
import unittest

from bench import IS_SANITIZED, KITH, SECONDS, Bench, main

NOBODY = 65534


class Conditions(Bench):
    def test_a_directory_that_may_not_be_written(self):
        options = {}
        if os.geteuid() == 0:  # Who may write everywhere.
            os.chown(self.root, NOBODY, NOBODY)
            for path in self.root.rglob("*"):
                os.chown(path, NOBODY, NOBODY)
            options = {"user": NOBODY, "group": NOBODY}
            if subprocess.run([KITH, "--version"], capture_output=True, **options).returncode != 0:
                self.skipTest("the program cannot be run by another user")
        before = self.files(with_hidden=True)
        for file, words in (("log/2026-11.toml", ["log", "Coffee with Ana"]),
                            ("people.toml", ["person", "add", "Kim Oh"])):
            path = self.journal / file
            path.parent.chmod(0o500)
            said = self.refused(*words, **options)
            path.parent.chmod(0o700)
            self.assertEqual(said, f"kith: cannot write {path}: Permission denied; the file is as it was\n")
            self.assertEqual(self.files(with_hidden=True), before)
        (self.journal / "log/2026-11.toml").chmod(0o400)
        self.assertIn("Permission denied; the file is as it was", self.refused("log", "Coffee with Bo", **options))

    def test_a_data_directory_that_is_gone_or_never_was(self):
        self.variables["KITH_DIR"] = str(self.root / "unmounted" / "journal")
        (self.root / "unmounted").symlink_to(self.root / "disk")
        said = self.refused("log", "Coffee")
        self.assertIn("it is a symbolic link to a directory that does not exist", said)
        self.assertFalse((self.root / "disk").exists())

    def test_a_data_directory_on_a_symbolic_link(self):
        real = self.root / "elsewhere"
        self.journal.rename(real)
        self.journal.symlink_to(real)
        self.kith("log", "Coffee with Ana", "--follow-up", "tomorrow: send slides")
        self.assertIn("Coffee with Ana", (real / "log/2026-11.toml").read_text())
        self.kith("undo")
        self.assertTrue(self.journal.is_symlink())
        self.assertEqual((real / "log/2026-11.toml").read_text().count("[[interaction]]"), 1)

    @unittest.skipIf(IS_SANITIZED, "the sanitizers need files of their own, and fail without")
    def test_too_many_open_files(self):
        before = self.files(with_hidden=True)
        for number in range(3, 12):
            done = self.try_kith("log", "Coffee", "--with", "Eva Ruiz",
                                 preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (number, number)))
            if done.returncode in (0, 127):  # 127: too few for the program itself to be loaded.
                continue
            self.assertRegex(done.stderr, rf"^kith: cannot \w+ {re.escape(str(self.root))}/\S+: Too many open files")
            if "'kith undo' takes it back" in done.stderr:
                self.kith("undo")
            self.assertEqual(self.files(with_hidden=True), before)
        self.assertEqual(self.leftovers(), [])

    def edit(self, script):
        """What is said on a terminal while an editor does this: `$1` is the file it is given."""
        editor = self.root / "editor"
        editor.write_text(f"#!/bin/sh\nsed -i 's/Tea/Green tea/' \"$1\"\n{script}\n")
        editor.chmod(0o700)
        terminal, line = pty.openpty()
        process = subprocess.Popen([KITH, "log", "edit", "a1a1", "--edit"], stdin=line, stdout=line, stderr=line,
                                   env={**self.variables, "EDITOR": str(editor)}, cwd=self.root)
        os.close(line)
        said = b""
        try:
            while received := os.read(terminal, 4096):
                said += received
        except OSError:  # The end of a terminal.
            pass
        os.close(terminal)
        return process.wait(SECONDS), said.decode().replace("\r\n", "\n")

    def test_a_file_that_is_replaced_during_an_edit(self):
        path = self.journal / "log/2026-11.toml"
        status, said = self.edit(f"sed 's/a1a1a1a1/a1a1b2b2/' '{path}' > '{path}.new' && mv '{path}.new' '{path}'")
        self.assertEqual(status, 1, said)
        self.assertIn("the file was changed by another program meanwhile; nothing was written", said)
        self.assertIn("a1a1b2b2", path.read_text())
        self.assertNotIn("Green tea", path.read_text())
        self.assertEqual(self.leftovers(), [])

    def test_a_directory_that_vanishes_during_an_edit(self):
        status, said = self.edit(f"mv '{self.journal}' '{self.root}/away'")
        self.assertEqual(status, 1, said)
        self.assertIn("the file was changed by another program meanwhile; nothing was written", said)
        self.assertEqual(self.files(), {})
        self.assertIn("Tea", (self.root / "away/log/2026-11.toml").read_text())

    def test_a_writer_waits_for_the_lock_and_gets_it_when_the_holder_is_killed(self):
        reading, writing = os.pipe()
        holder = os.fork()
        if holder == 0:
            directory = os.open(self.journal, os.O_RDONLY)
            fcntl.flock(directory, fcntl.LOCK_EX)
            os.write(writing, b"x")
            signal.pause()
        os.read(reading, 1)
        waiting = subprocess.Popen([KITH, "log", "-q", "Coffee"], env=self.variables, stdout=subprocess.PIPE, text=True)
        self.kith("log", "list")  # Readers never wait.
        time.sleep(0.3)
        self.assertIsNone(waiting.poll())
        os.kill(holder, signal.SIGKILL)
        os.waitpid(holder, 0)
        written, _ = waiting.communicate(timeout=SECONDS)
        self.assertEqual(waiting.returncode, 0)
        self.assertIn(written.strip(), (self.journal / "log/2026-11.toml").read_text())
        for descriptor in (reading, writing):
            os.close(descriptor)

    def test_writers_that_are_killed_at_any_time_leave_no_lock(self):
        entries = 0
        for turn in range(12):
            writer = subprocess.Popen([KITH, "log", f"Coffee {turn}", "--follow-up", "tomorrow: send slides"],
                                      env=self.variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(turn * 0.004)
            writer.kill()
            writer.wait()
            self.kith("log", "-q", f"Tea {turn}")
            entries += 1
        text = (self.journal / "log/2026-11.toml").read_text()
        self.assertEqual(text.count('note = "Tea '), entries)
        self.expect_sound(self.records())


if __name__ == "__main__":
    main()
