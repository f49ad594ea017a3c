#!/usr/bin/env python3
"""What the commands print as --json is what examples/schemas say, and --format knows the same keys.

Real commands on copies of the example journal; every command of the definitions has to be here."""
import json
import os
import pathlib
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import warnings

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "support"))
import debian_python

debian_python.require(["jsonschema"], "python3-jsonschema")
import jsonschema

KITH = os.environ["KITH_BINARY"]
ROOT = pathlib.Path(__file__).parents[2]
SCHEMAS = ROOT / "examples" / "schemas"
BASE = "https://example.org/"  # Only a name: all that a schema refers to is at hand.
TALKS_TO_OTHERS = {"followup review", "git", "completion bash", "help", "export"}  # What they print is no data of the journal.

# The words of a command, and more of them with blanks in them. Where there are lists of words instead, these are run
# before, and `$` is the id that the last of them printed. A name is what Journal does before.
CASES = [
    ("", []), ("log list", []), ("log list --with nobody-else --since today", [["person", "add", "Nobody Else"]]),
    ("log show $", [["log", "-q", "coffee with Ana #rust", "--by", "them", "--asked", "--minutes", "30", "--online",
                     "--url", "https://example.org/1", "--kind", "advice", "--event", "rustconf"]]),
    ("log show $", [["log", "-q", "call", "--with", "Ana Souza", "--no-answer"]]),
    ("log", ["Coffee with Ana #rust", "--follow-up", "in 2w: send slides"]),
    ("log add", ["list of speakers sent to Ana"]), ("log -", []), ("log add -", []),
    ("log edit $ --via coffee", [["log", "-q", "call with Ana"]]), ("log remove $", [["log", "-q", "x"]]),
    ("event", []), ("event list", []), ("event show rustconf", []),
    ("event add", ["Meetup", "--on", "1 dec 18:30", "--until", "2 dec", "--place", "Porto", "--goal", "Meet two",
                   "--url", "https://example.org/meetup", "--tag", "rust", "--note", "Bring badges"]),
    ("event met rust-lisbon-november", ["Ana Souza", "Eva Ruiz: hiring"]), ("event attend rust-lisbon-november", []),
    ("event skip lisbon-compiler-night", []), ("event edit lisbon-compiler-night --place Porto", []),
    ("event remove lisbon-compiler-night", []),
    ("followup", []), ("followup list", []), ("followup list --closed", []), ("followup next", []),
    ("followup next --today 2000-01-01", []), ("followup count", []),
    ("followup add", ["send the slides", "--with", "Ana Souza", "--every", "2w", "--on", "friday", "--event",
                      "rustconf", "--action", "share"]),
    ("followup done vzkj @nora-o-neill", ["Sent it all"]), ("followup snooze vzkj @nora-o-neill 2w", []),
    ("followup drop vzkj", []), ("followup edit vzkj --on tomorrow", []),
    ("followup suggest --today 2027-11-22", []),
    ("report", []), ("report month --last", []), ("report --since 2026-06-01", []),
    ("report year --of 1999-01-01", []), ("report calendar", []), ("report person ana", []),
    ("report person bo-li", []), ("report person nora", []),
    ("person", []), ("person list", []), ("person show ana", []),
    ("person show ana", [["person", "edit", "ana", "--met-at", "rustconf"],
                         ["followup", "snooze", "@ana-souza", "2w"]]),
    ("person add", ["Eva Ruiz", "--birthday", "05-02"]), ("person edit ana --city Porto", []),
    ("person merge ana-souza bo-li", []), ("person remove bo-li", []), ("person group mentors", []),
    ("person group mentors --every 4w --late 6w", []),
    ("export people", []), ("export log", []), ("export events", []), ("export followups --all", []),
    ("export all", []), ("export all --anonymous", []), ("export all", "imported"), ("export people", "imported"), ("export log", "imported"),
    ("person list", "imported"), ("log list", "imported"), ("event list", "imported"),
    ("followup list", "imported"), ("export followups", "imported"), ("export events", "imported"),
    ("strategy", []), ("strategy", [["strategy", "channel", "add", "surfing", "--in-person"]]),
    ("strategy goal add", ["Learn Portuguese", "--by", "1 mar"]),
    ("strategy goal done compiler-role", []), ("strategy audience add Teachers", []),
    ("strategy platform add Zulip --per-week 2", []), ("strategy platform edit linkedin --per-week 2", []),
    ("strategy topic add Parsers", []), ("strategy channel add surfing --in-person", []),
    ("strategy post add", ["On parsers", "--platform", "linkedin", "--on", "1 dec"]),
    ("strategy post publish w8r2 --url https://example.org/five", []), ("strategy post drop w8r2", []),
    ("strategy post list", []), ("strategy balance", []), ("strategy balance 50", []),
    ("strategy remove goal compiler-role", []), ("strategy remove platform linkedin", []),
    ("strategy remove post w8r2", []), ("strategy edit", []),
    ("import --yes", "contacts"), ("import --yes", [str(ROOT / "examples" / "import" / "journal.json")]),
    ("init --git", []), ("undo 2", [["log", "x"], ["log", "y"]]), ("undo", [["log", "x"], ["undo"]]),
    ("check", []), ("check", "broken"), ("check --dir other", "git"), ("sync", "git"), ("merge-file", "sides"),
]


def table():
    """From a command to its schema's name and the forms it has: {"log": ("interaction", {"record", "list"})}."""
    rows = re.findall(r"^\| `kith ?([^`]*)` \| (a list of )?\[(\w+)\]\(\3\.json\)(; with `-` a list)? \|$",
                      (SCHEMAS / "README.md").read_text(), re.MULTILINE)
    return {command: (name, "list" if is_list else "either" if or_list else "record")
            for command, is_list, name, or_list in rows}


def load(name):
    return json.loads((SCHEMAS / f"{name}.json").read_text())


class Journal:
    """A copy of the example journal in a home of its own."""

    def __init__(self, directory):
        self.home = pathlib.Path(directory)
        self.path = self.home / "journal"
        shutil.copytree(ROOT / "examples" / "journal", self.path)
        self.variables = {"PATH": os.environ["PATH"], "HOME": directory, "KITH_DIR": str(self.path),
                          "KITH_TODAY": "2026-11-22", "LC_ALL": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1",
                          "GIT_AUTHOR_NAME": "Me", "GIT_AUTHOR_EMAIL": "me@example.org", "GIT_COMMITTER_NAME": "Me",
                          "GIT_COMMITTER_EMAIL": "me@example.org"}

    def run(self, words, given="Tea with Ana\n\nyesterday: Lunch\n", program=KITH):
        return subprocess.run([program, *words], env=self.variables, cwd=self.home, input=given, text=True,
                              encoding="utf-8", capture_output=True, timeout=60)

    def run_on_terminal(self, words):
        """With a terminal for its input, as an editor needs it."""
        editor = self.home / "editor"
        editor.write_text("#!/bin/sh\nprintf '# mine\\n' >>\"$1\"\n")
        editor.chmod(0o755)
        parent, child = pty.openpty()
        try:
            return subprocess.run([KITH, *words], env={**self.variables, "VISUAL": str(editor)}, stdin=child, text=True,
                                  encoding="utf-8", capture_output=True, timeout=60)
        finally:
            os.close(child)
            os.close(parent)

    def break_files(self):
        for name, broken in (("log/2026-11.toml", "[[interaction]]\ndate = 2026-99-99\n"),
                             ("people.toml", "[[person]\n")):
            with (self.path / name).open("a") as file:
                file.write("\n" + broken)

    def bring_in(self):
        """Has the last record of each kind come from elsewhere, with a key that kith does not know."""
        for name in ("people", "log/2026-11", "events/2026", "followups/2026"):
            with (self.path / f"{name}.toml").open("a") as file:
                file.write('imported = { from = "elsewhere", key = "1" }\nfax = "1"\n')
        with (self.path / "people.toml").open("a") as file:
            file.write('\n[group.swimmers]\nfax = "1"\n')
        with (self.path / "strategy.toml").open("a") as file:
            for kind in ("goal", "audience", "platform", "topic", "channel", "post"):
                file.write(f'\n[[{kind}]]\nid = "swimming"\nfax = "1"\n')

    def share(self):
        """Puts the journal under git, with a remote that has more."""
        bare = str(self.home / "bare.git")
        subprocess.run(["git", "init", "-q", "--bare", "-b", "main", bare], check=True, env=self.variables)
        for words in (["init", "--git"], ["git", "remote", "add", "origin", bare], ["sync"]):
            done = self.run(words)
            assert done.returncode == 0, done.stderr
        subprocess.run(["git", "clone", "-q", bare, "other"], check=True, cwd=self.home, env=self.variables)
        for words in (["log", "Tea"], ["sync"]):
            assert self.run(["--dir", str(self.home / "other"), *words]).returncode == 0
        assert self.run(["log", "Lunch"]).returncode == 0

    def write_sides(self):
        """Three files that cannot be merged; their names."""
        for name, city in (("base", "Lisbon"), ("ours", "Porto"), ("theirs", "Oslo")):
            (self.home / name).write_text(f'[[person]]\nid = "ana"\nname = "Ana"\ncity = "{city}"\n')
        return ["base", "ours", "theirs"]

    def write_contacts(self):
        """An address book of which one card is known and has a wrong birthday, one is of another Ana Souza, and one is broken."""
        cards = ("UID:1\nFN:Jo Doe\nEMAIL:jo@example.org\nADR:;;;Oslo;;;Norway", "UID:2\nFN:Ana Souza\nEMAIL:another@example.org", "FN")
        book = "".join(f"BEGIN:VCARD\nVERSION:3.0\n{card}\nEND:VCARD\n" for card in cards)
        (self.home / "contacts.vcf").write_text(book)
        assert self.run(["import", "--yes", "-"], given=book.split("BEGIN:VCARD\nVERSION:3.0\nUID:2")[0]).returncode == 0
        (self.home / "contacts.vcf").write_text(book.replace("UID:1", "UID:1\nTITLE:Baker\nBDAY:soon\nANNIVERSARY:2020-01-01"))
        return ["--skip-broken", "contacts.vcf"]


def run_case(words, setup, output):
    """Runs the command on a new journal with --json or --format; what came of it."""
    with tempfile.TemporaryDirectory() as directory:
        journal = Journal(directory)
        words = words.split()
        if setup == "broken":
            journal.break_files()
        elif setup == "imported":
            journal.bring_in()
        elif setup == "git":
            journal.share()
        elif setup == "sides":
            words += journal.write_sides()
        elif setup == "contacts":
            words += journal.write_contacts()
        elif setup and isinstance(setup[0], list):
            for before in setup:
                done = journal.run(before)
                assert done.returncode == 0, (before, done.stderr)
            words = [done.stdout.strip() if word == "$" else word for word in words]
        else:
            words += setup
        words += output
        done = journal.run_on_terminal(words) if words[:2] == ["strategy", "edit"] else journal.run(words)
        expected = 1 if setup in ("broken", "sides") else 0
        assert done.returncode == expected, (words, done.returncode, done.stderr)
        return done


def command_of(words):
    """The longest command that the words begin with."""
    parts = words.split()
    return next(name for size in range(min(len(parts), 3), -1, -1) if (name := " ".join(parts[:size])) in table())


def keys(schema):
    """The keys that the schema's records may have."""
    if "$ref" in schema:
        return keys(load(schema["$ref"].removesuffix(".json")))
    if "anyOf" in schema:
        return set().union(*(keys(each) for each in schema["anyOf"]))
    return set(schema.get("properties", {}))


class Keys:
    """Which of the keys that the schemas have were seen in what was printed."""

    def __init__(self):
        self.seen = set()

    def note(self, schema, value, name):
        if "$ref" in schema and "#" not in schema["$ref"]:
            name = schema["$ref"].removesuffix(".json")
            schema = load(name)
        for each in schema.get("anyOf", []):
            if "$ref" in each and isinstance(value, dict) and set(value) <= keys(each):
                self.note(each, value, name)
        if isinstance(value, list) and "items" in schema:
            for each in value:
                self.note(schema["items"], each, name)
        for key, part in schema.get("properties", {}).items():
            if isinstance(value, dict) and key in value:
                self.seen.add(f"{name}.{key}")
                self.note(part, value[key], f"{name}.{key}")

    def of(self, schema, name):
        """All there are."""
        found = set()
        if "items" in schema:
            found |= self.of(schema["items"], name)
        for key, part in schema.get("properties", {}).items():
            found |= {f"{name}.{key}"} | self.of(part, f"{name}.{key}")
        return found


class Schemas(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.documents = [json.loads(run_case(words, setup, ["--json"]).stdout) for words, setup in CASES]

    def validator(self, name, form):
        schema = {"$ref": f"{name}.json"}
        many = {"type": "array", "items": schema}
        chosen = {"record": schema, "list": many, "either": {"anyOf": [schema, many]}}[form]
        store = {BASE + path.name: json.loads(path.read_text()) for path in SCHEMAS.glob("*.json")}
        warnings.simplefilter("ignore", DeprecationWarning)  # What replaces it is not in Debian 12.
        resolver = jsonschema.RefResolver(BASE, chosen, store=store)
        return jsonschema.Draft202012Validator(chosen, resolver=resolver)

    def test_the_schemas_are_valid_and_strict(self):
        def look(schema, path):
            if schema.get("type") == "object" and "maxProperties" not in schema:
                self.assertIn("additionalProperties", schema, path)
            for key, part in schema.items():
                for each in part if isinstance(part, list) else [part]:
                    if isinstance(each, dict):
                        look(each, f"{path}/{key}")

        for path in SCHEMAS.glob("*.json"):
            with self.subTest(path.name):
                schema = json.loads(path.read_text())
                jsonschema.Draft202012Validator.check_schema(schema)
                look(schema, path.name)

    def test_every_command_is_in_the_table_and_is_run(self):
        section = (ROOT / "README.md").read_text().split("\n## Commands\n")[1].split("\n## ")[0]
        rows = re.findall(r"^\| `kith( [a-z -]*)?.*` \|", section, re.MULTILINE)
        commands = {row.strip() for row in rows}
        self.assertIn("strategy goal add", commands)
        self.assertEqual(commands - TALKS_TO_OTHERS, set(table()))
        self.assertEqual({command_of(words) for words, _ in CASES}, set(table()))
        named = {name for name, _ in table().values()} | {"values"}
        self.assertLessEqual(named, {path.stem for path in SCHEMAS.glob("*.json")})

    def test_what_is_printed_is_as_the_schemas_say(self):
        found = Keys()
        for index, (words, setup) in enumerate(CASES):
            with self.subTest(words, setup=setup):
                name, form = table()[command_of(words)]
                document = self.documents[index]
                self.validator(name, form).validate(document)
                for each in document if isinstance(document, list) else [document]:
                    found.note({"$ref": f"{name}.json"}, each, name)
        known = {key for path in SCHEMAS.glob("*.json") for key in found.of(load(path.stem), path.stem)}
        self.assertEqual(sorted(known - found.seen), [], "keys that no output had")

    def test_a_key_too_many_is_refused(self):
        for command, (name, _) in table().items():
            with self.subTest(command), self.assertRaises(jsonschema.ValidationError):
                self.validator(name, "record").validate({"surprise": 1})

    def test_format_has_the_same_keys(self):
        for index, (words, setup) in enumerate(CASES):
            if words.startswith("export "):
                continue  # Has none: it is for the lists.
            with self.subTest(words, setup=setup):
                name, _ = table()[command_of(words)]
                known = sorted(keys({"$ref": f"{name}.json"}))
                if name in ("strategy_entry", "strategy"):
                    known = known if name == "strategy" else ["id"]
                known = [key for key in known if self.is_for_format(words, key)]
                template = "\t".join(f"{{{key}}}" for key in known)
                lines = run_case(words, setup, ["--format", template]).stdout.split("\n")[:-1]
                document = self.documents[index]
                records = document if isinstance(document, list) else [document] if document else []
                self.assertEqual(len(lines), len(records))
                for line, record in zip(lines, records):
                    values = dict(zip(known, line.split("\t")))
                    for key in known:
                        self.compare(key, values[key], record.get(key))

    @staticmethod
    def is_for_format(words, key):
        """The keys that only some of a shape's commands add."""
        only = {"followup": ("log ", "log add"), "interactions": ("event met",), "followups": ("event met", "report"),
                "interaction": ("strategy post publish",), "planned": (), "actual": (), "kinds": ("report",),
                "files": (), "skipped": (), "notes": (), "passed_over": (), "alike": (), "other": ()}
        return key not in only or any(f"{words} ".startswith(command) for command in only[key]
                                      ) and not words.startswith(("log show", "log list", "log edit", "log remove"))

    def compare(self, key, text, value):
        if isinstance(value, bool):
            self.assertEqual(text, str(value).lower(), key)
        elif value is None:
            self.assertEqual(text, "", key)
        elif isinstance(value, (str, int)):
            # Ids are random, and so is the directory.
            new = re.compile(r"\b[0-9a-z]{8}\b|/tmp\S*/")
            self.assertEqual(new.sub("*", text), new.sub("*", str(value).replace("\n", "\\n")), key)
        elif value:
            self.assertNotEqual(text, "", key)


class Pipes(unittest.TestCase):
    """How commands go together."""

    def run_shell(self, script, given=None):
        with tempfile.TemporaryDirectory() as directory:
            journal = Journal(directory)
            (journal.home / "kith").symlink_to(KITH)
            journal.variables["PATH"] = directory + os.pathsep + journal.variables["PATH"]
            return journal.run(["-c", script], given=given or "", program="/bin/sh")

    def test_ids_feed_xargs(self):
        done = self.run_shell("kith log -q - | xargs -n 1 kith log show --format '{note}'", "Tea\nLunch\n")
        self.assertEqual((done.stdout, done.stderr), ("Tea\nLunch\n", ""))
        done = self.run_shell("kith log -q - | xargs kith log remove --yes | wc -l", "Tea\nLunch\nDinner\n")
        self.assertEqual(done.stdout.strip(), "3")
        done = self.run_shell("kith event met -q rust-lisbon-november 'Eva Ruiz: hiring' 'Ian Moss' | "
                              "xargs -n 1 kith log show --format '{with} {event}'")
        self.assertEqual(done.stdout, "eva-ruiz rust-lisbon-november\nian-moss rust-lisbon-november\n")
        done = self.run_shell("kith person show \"$(kith person add -q 'Eva Ruiz')\" --format '{name}'")
        self.assertEqual(done.stdout, "Eva Ruiz\n")

    def test_ids_of_a_list_feed_xargs(self):
        done = self.run_shell("kith followup --format '{id}' | xargs kith followup snooze -q && kith followup count")
        self.assertEqual((done.stdout, done.stderr), ("0\n", ""))

    def test_exit_code(self):
        for command in ("log list", "event", "event list", "followup", "followup list", "followup next",
                        "followup count", "person", "person list", "strategy post list"):
            with self.subTest(command):
                self.assertEqual(self.run_shell(f"kith {command} --exit-code >/dev/null").returncode, 10)
                self.assertEqual(self.run_shell(f"kith {command} >/dev/null").returncode, 0)
                self.assertEqual(self.run_shell(f"kith --dir empty {command} --exit-code >/dev/null").returncode, 0)

    def test_log_from_standard_input_is_all_or_nothing(self):
        done = self.run_shell("kith log - ; kith log list --since today", "Tea\n30 feb: Lunch\n")
        self.assertIn("standard input:2", done.stderr)
        self.assertEqual(done.stdout, "")

    def test_what_git_prints_is_its_own(self):
        done = self.run_shell("kith --json git status")
        self.assertEqual(done.returncode, 2)


if __name__ == "__main__":
    unittest.main()
