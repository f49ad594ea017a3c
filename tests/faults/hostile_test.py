#!/usr/bin/env python3
"""Journals that somebody else wrote: shown safely, bounded in time and memory, and never followed outside."""
import os
import re
import subprocess
import time
import unittest

from bench import IS_SANITIZED, KITH, Bench, main

# Colours, a bell, a title, text that runs backwards, a C1 control, lines, what is not seen.
EVIL = (r"\u001b[31mred\u0007\u001b]0;title\u0007 \u202Egnp.exe \u2066x\u009b2J\nnext\rline\u007f"
        r" A\u200bn\u00ada\u200d\u2060\ufeff\U000e0041\ufe0f")
START = '[[interaction]]\nid = "aaaaaaaa"\ndate = 2026-11-20\nwith = ["ana"]\n'

HOSTILE = {
    "people.toml": f'''[[person]]
id = "../../etc/passwd"
name = "{EVIL}"
aliases = ["{EVIL}"]
groups = ["{EVIL}"]
every = "1w"
handles = {{ "{EVIL}" = "{EVIL}" }}
city = "{EVIL}"
role = "{EVIL}"
organisation = "{EVIL}"
email = "{EVIL}"
birthday = "11-23"
note = "{EVIL}"

[[person]]
id = "--help"
name = "--version"
every = "3d"

[[person]]
id = "a\\nb"
name = "New Line"

[group."{EVIL}"]
every = "2w"
''',
    "log/2026-11.toml": f'''[[interaction]]
id = "{EVIL}"
date = 2026-11-20
with = ["{EVIL}", "../../etc/passwd", "--help"]
channel = "{EVIL}"
kind = "{EVIL}"
event = "{EVIL}"
tags = ["{EVIL}"]
note = "{EVIL}"
url = "{EVIL}"
mode = "online"

[[interaction]]
id = "--dir=.."
date = 2026-11-21
with = ["a\\nb"]
note = "$(touch pwned) `touch pwned`"
''',
    "followups/2026.toml": f'''[[followup]]
id = "x\\n{EVIL}"
created = 2026-11-01
due = 2026-11-20
with = ["{EVIL}"]
note = "{EVIL}"
action = "{EVIL}"
event = "{EVIL}"

[[followup]]
id = "-q"
created = 2026-11-01
due = 2026-11-20
with = ["--help"]
note = "an option"
''',
    "events/2026.toml": f'''[[event]]
id = "{EVIL}"
name = "{EVIL}"
start = 2026-11-25
place = "{EVIL}"
url = "{EVIL}"
goal = "{EVIL}"
met = ["{EVIL}"]
tags = ["{EVIL}"]
''',
    "strategy.toml": "".join(f'[[{kind}]]\nid = "{kind}{EVIL}"\n{key} = "{EVIL}"\n' for kind, key in (
        ("goal", "text"), ("audience", "text"), ("platform", "note"), ("topic", "text"))) + f'''
[[channel]]
id = "{EVIL}"
mode = "online"

[[post]]
id = "{EVIL}"
title = "{EVIL}"
platform = "{EVIL}"
topic = "{EVIL}"
on = 2026-11-22
''',
}

SHOWING = ["", "log list", "log list --with=--help", "followup", "followup list", "followup next", "followup suggest",
           "event", "event list", "person", "person list", "person show ../../etc/passwd",
           "report person ../../etc/passwd",
           "strategy", "strategy post list", "report", "report month", "report --as markdown", "report --as csv",
           "report --as html", "report calendar", "check", "check --fix -n"]

COMPLETED = [["log", "--with", ""], ["log", "--tag", ""], ["log", "--via", ""], ["followup", "done", ""],
             ["event", "show", ""], ["person", "show", ""], ["strategy", "post", "drop", ""], ["log", "show", ""]]

# What a terminal acts on: controls of both sets but line ends and tabs, and what turns the direction of text; and what
# it does not show.
ACTED_ON = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufe0f\ufeff"
                      "\U000e0000-\U000e007f]")
COLOUR = re.compile("\x1b\\[[0-9;]*m")

DEEP = 10_000
LARGE = {
    "a note of four megabytes": START + 'note = "' + "x" * (4 << 20) + '"\n',
    "a note of letters on letters": START + 'note = "e' + "\u0301" * (1 << 19) + '"\n',
    "a note of controls": START + 'note = "' + r"\u001b" * 200_000 + '"\n',
    "a note of many lines": START + 'note = """\n' + "line\n" * 200_000 + '"""\n',
    "ten thousand tags": START + "tags = [" + ", ".join(f'"t{i}"' for i in range(10_000)) + "]\n",
    "ten thousand people": START.replace('["ana"]', "[" + ", ".join(f'"p{i}"' for i in range(10_000)) + "]"),
    "arrays in arrays": START + "deep = " + "[" * DEEP + "]" * DEEP + "\n",
    "tables in tables": START + "deep = " + "{a=" * DEEP + "1" + "}" * DEEP + "\n",
    "a dotted key": START + ".".join(["a"] * DEEP) + " = 1\n",
    "a dotted header": "[" + ".".join(["a"] * DEEP) + "]\n",
    "brackets": "[" * 1_000_000,
    "quotes": START + "note = " + '"' * 900_000 + "\n",
    "backslashes": START + 'note = "' + "\\" * 900_000 + '"\n',
    "comments": "#\n" * 500_000 + START,
    "one id for all": "".join(f'[[interaction]]\nid = "a"\ndate = 2026-11-20\nnote = "{i}"\n' for i in range(10_000)),
    "one record many times": '[[interaction]]\nid = "a"\ndate = 2026-11-20\n' * 10_000,
    "a kind for each": "".join(f"[[k{i}]]\n" for i in range(30_000)),
    "tables below a record": START + "".join(f"[interaction.t{i}]\na = 1\n" for i in range(40_000)),
    "keys": START + "".join(f"k{i} = 1\n" for i in range(10_000)),
    "markers of conflicts": "<<<<<<< HEAD\n" * 100_000,
    "returns": "\r" * 500_000,
    "a NUL": START + 'note = "a\0b"\n',
    "no UTF-8": START.encode() + b'note = "\xff\xfe"\n',
    "the last day": START.replace("2026-11-20", "9999-12-31"),
    "no month": START.replace("2026-11-20", "2026-99-99"),
    "no year": START.replace("2026-11-20", "0000-01-01"),
    "a year too large": START.replace("2026-11-20", "99999999999-01-01"),
    "a number too large": START + "minutes = 99999999999999999999999999\n",
}
SECONDS_FOR_LARGE = 20 if IS_SANITIZED else 3
MEGABYTES_FOR_LARGE = 1500 if IS_SANITIZED else 300


class Hostile(Bench):
    def acted_on(self, words):
        done = self.try_kith(*words)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        return set(ACTED_ON.findall(COLOUR.sub("", done.stdout) if "always" in words else done.stdout + done.stderr))

    def test_nothing_that_a_terminal_acts_on_is_printed(self):
        self.begin(HOSTILE)
        for command in SHOWING:
            for more in ([], ["--json"], ["-q"], ["--color", "always"]):
                if "--as" in command and more == ["--json"]:
                    continue
                with self.subTest(command=command, more=more):
                    self.assertEqual(set(), self.acted_on([*command.split(), *more]))
        for command in ("log list", "person list", "event list", "followup list"):
            self.assertEqual(set(), self.acted_on([*command.split(), "--format", "{id} {note}"]))
        for words in COMPLETED:
            with self.subTest(completed=words):
                self.assertEqual(set(), self.acted_on(["__complete", "--", *words]))
        self.assertEqual([], list(self.root.rglob("pwned")))

    def test_what_is_answered_about_such_a_record_is_safe_too(self):
        for words in (["followup", "snooze", "x\n"], ["followup", "drop", "x\n"], ["followup", "done", "x\n"],
                      ["log", "edit", "\x1b", "--minutes", "5"], ["event", "attend", "\x1b"],
                      ["log", "remove", "\x1b"], ["person", "edit", "../../etc/passwd", "--city", "Porto"],
                      ["log", "Tea \x1b[31m \u202e #\x1b", "--tag", "\x1b"], ["log", "show", "\x1b[2J"], ["\x1b[2J"]):
            for more in ([], ["-q"], ["-n"], ["--json"]):
                with self.subTest(words=words, more=more):
                    self.begin(HOSTILE)
                    done = self.try_kith(*words[:2], *more, *words[2:])
                    self.assertEqual(set(), set(ACTED_ON.findall(done.stdout + done.stderr)))

    def test_a_pasted_text_is_taken_as_text_or_refused(self):
        pasted = "Tea \x1b[31m\u202e x #t\x1b\n" + "Coffee with Ana " * 20_000 + "\n" + "$(touch pwned) `touch pwned`\n"
        self.kith("log", "-q", "-", input=pasted)
        text = (self.journal / "log/2026-11.toml").read_text()
        self.assertEqual(text.count("[[interaction]]"), 4)
        self.assertEqual(set(), set(re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f]", text)))
        self.kith("check")
        before = self.files()
        for broken, reason in (("Tea\nTea \0 x\n", "this has a NUL byte"),
                               ("Tea\nTea \udcff x\n", "this is not valid UTF-8 text")):
            done = self.try_kith("log", "-", input=broken)
            self.assertEqual((done.returncode, done.stderr), (2, f"kith: standard input:2: {reason}\n"))
        self.assertEqual(self.files(), before)

    def test_many_lines_at_once_take_time_that_grows_with_them(self):
        lines = "".join(f"{1 + i % 20} nov: Coffee {i}\n" for i in range(10_000))
        begin = time.monotonic()
        ids = self.kith("log", "-q", "-", input=lines).split()
        self.assertLess(time.monotonic() - begin, SECONDS_FOR_LARGE)
        self.assertEqual(len(set(ids)), 10_000)
        self.kith("check")

    def test_ids_that_look_like_options_or_paths_are_ids(self):
        self.begin(HOSTILE)
        self.kith("followup", "drop", "--", "-q")
        self.kith("log", "edit", "--minutes", "5", "--", "--dir=..")
        self.kith("person", "edit", "--city", "Porto", "../../etc/passwd")
        self.assertEqual(sorted(HOSTILE), sorted(self.files()))

    def test_what_is_large_or_deep_takes_little_time_and_memory(self):
        for what, text in LARGE.items():
            for words in (["check"], ["log", "list"], ["log", "Coffee with Ana"], ["undo"]):
                with self.subTest(what=what, words=words):
                    if words[0] == "check":
                        self.begin({"people.toml": '[[person]]\nid = "ana"\nname = "Ana Souza"\n',
                                    "log/2026-11.toml": text})
                    seconds, megabytes, status = self.measure(words)
                    self.assertIn(status, (0, 1))
                    self.assertLess(seconds, SECONDS_FOR_LARGE)
                    self.assertLess(megabytes, MEGABYTES_FOR_LARGE)

    def measure(self, words):
        begin = time.monotonic()
        with subprocess.Popen([KITH, *words], env=self.variables, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL) as process:
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        return time.monotonic() - begin, used.ru_maxrss / 1024, process.returncode

    def test_no_file_is_waited_for(self):
        for name in ("people.toml", "log/2026-11.toml", "followups/2026.toml", "strategy.toml", "config.toml"):
            for make in (os.mkfifo, os.mkdir):
                with self.subTest(name=name, make=make.__name__):
                    self.begin()
                    path = self.journal / name
                    path.unlink(missing_ok=True)
                    make(path)
                    before = self.files()
                    said = self.refused("log", "Coffee with Ana", "--follow-up", "next week: call her")
                    reason = "it is not a regular file" if make is os.mkfifo else "Is a directory"
                    self.assertEqual(said, f"kith: cannot read {path}: {reason}\n")
                    self.assertEqual(self.files(), before)
        self.begin()
        pipe = self.root / "pipe.csv"
        os.mkfifo(pipe)
        with subprocess.Popen(["sh", "-c", 'printf "name,email\\n\\"x" > "$1"', "sh", pipe]):
            self.assertIn("a quote is opened here", self.refused("import", "--yes", pipe))
        for name in ("log", "journal"):
            self.begin()
            path = self.root / "journal" if name == "journal" else self.journal / name
            subprocess.run(["rm", "-r", path], check=True)
            os.mkfifo(path)
            self.assertRegex(self.refused("log", "Coffee with Ana"), rf"kith: cannot \w+ {re.escape(str(path))}")

    def pull(self, name, target):
        """A link that somebody pushed, in the place of a file or folder."""
        self.begin()
        path = self.journal / name
        subprocess.run(["rm", "-rf", path], check=True)
        path.symlink_to(target)
        author = ["-c", "user.name=a", "-c", "user.email=a@b"]
        for words in (["init", "-q"], ["add", "-A"], [*author, "commit", "-qm", "x"]):
            self.assertEqual(self.run_program(["git", "-C", self.journal, *words]).returncode, 0)

    def test_a_link_that_git_tracks_is_not_followed_out_of_the_journal(self):
        outside = self.root / "outside"
        for name, content in (("people.toml", '[[person]]\nid = "secret"\nname = "Se Cret"\n'), ("people.toml", None),
                              ("log", ""), ("log/2026-11.toml", START), ("log/2026-11.toml", None)):
            with self.subTest(name=name, content=content):
                subprocess.run(["rm", "-rf", outside], check=True)
                if name == "log":
                    outside.mkdir()
                    (outside / "2026-11.toml").write_text(START)
                elif content is not None:
                    outside.write_text(content)
                self.pull(name, outside)
                for words in (["log", "Coffee with Ana"], ["log", "list"], ["report"], ["check"]):
                    done = self.try_kith(*words)
                    if words == ["log", "list"] and name == "people.toml":
                        self.assertNotIn("Se Cret", done.stdout)
                    if content is None and words[0] != "log":
                        continue
                    if words[0] == "log" and words[1] != "list":
                        self.assertEqual(done.returncode, 1, done.stdout)
                        self.assertIn(f"{self.journal / name}: this is a symbolic link that git tracks", done.stderr)
                if content is None:
                    self.assertFalse(outside.exists())
                elif name == "log":
                    self.assertEqual((outside / "2026-11.toml").read_text(), START)
                else:
                    self.assertEqual(outside.read_text(), content)

    def test_the_users_own_links_are_followed(self):
        outside = self.root / "outside.toml"
        for repository in (False, True):
            self.begin()
            (self.journal / "people.toml").rename(outside)
            if repository:
                self.assertEqual(self.run_program(["git", "-C", self.journal, "init", "-q"]).returncode, 0)
            (self.journal / "people.toml").symlink_to(outside)
            self.kith("log", "Coffee", "--with", "Eva Ruiz")
            self.assertTrue((self.journal / "people.toml").is_symlink())
            self.assertIn("Eva Ruiz", outside.read_text())


if __name__ == "__main__":
    main()
