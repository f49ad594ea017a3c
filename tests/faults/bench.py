"""One journal on the real disk for the tests, the real program on it, and what must hold whatever went wrong."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

KITH = os.environ.get("KITH_BINARY", "kith")
SECONDS = 60
SKIPPED = 77
IS_SANITIZED = os.path.exists(KITH) and b"__asan_init" in pathlib.Path(KITH).read_bytes()

JOURNAL = {
    "people.toml": '[[person]]\nid = "ana"\nname = "Ana Souza"\nevery = "3w"\n\n'
                   '[[person]]\nid = "bo"\nname = "Bo Li"\n',
    "log/2026-11.toml": '[[interaction]]\nid = "a1a1a1a1"\ndate = 2026-11-19\nwith = ["ana"]\nnote = "Tea"\n',
    "events/2026.toml": '[[event]]\nid = "conf"\nname = "Conf"\nstart = 2026-11-19\n',
    "followups/2026.toml": '[[followup]]\nid = "f1f1f1f1"\ncreated = 2026-11-01\ndue = 2026-11-20\nwith = ["bo"]\n'
                           'every = "2w"\n',
}


class Bench(unittest.TestCase):
    """A fresh journal for each test, in a home of its own."""

    def setUp(self):
        directory = tempfile.TemporaryDirectory(prefix="kith-faults-")
        self.addCleanup(directory.cleanup)
        self.root = pathlib.Path(directory.name).resolve()
        self.journal = self.root / "journal"
        self.variables = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.root / "home"),
            "KITH_DIR": str(self.journal),
            "KITH_TODAY": "2026-11-22",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": "/dev/null",
            "LC_ALL": "C.UTF-8",
            "ASAN_OPTIONS": "detect_leaks=0",  # Which does not work under another tracer.
        }
        self.begin()

    def begin(self, files=None):
        """The journal as it was at first, or another one; and a home in which nothing was done yet."""
        for path in (self.journal, self.root / "home"):
            shutil.rmtree(path, ignore_errors=True)
        (self.root / "home").mkdir()
        for name, text in (JOURNAL if files is None else files).items():
            self.write(name, text)

    def write(self, name, text):
        path = self.journal / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def run_program(self, words, **options):
        return subprocess.run([*map(str, words)], env=self.variables, cwd=self.root, text=True, encoding="utf-8",
                              errors="surrogateescape", capture_output=True, timeout=SECONDS,
                              **({"stdin": subprocess.DEVNULL} if "input" not in options else {}), **options)

    def try_kith(self, *words, **options):
        return self.run_program([KITH, *words], **options)

    def kith(self, *words, **options):
        """What it prints; it must succeed."""
        done = self.try_kith(*words, **options)
        self.assertEqual(done.returncode, 0, f"kith {words}\n{done.stdout}{done.stderr}")
        return done.stdout

    def refused(self, *words, **options):
        """What is said on standard error where it cannot be done."""
        done = self.try_kith(*words, **options)
        self.assertEqual(done.returncode, 1, f"kith {words}\n{done.stdout}{done.stderr}")
        return done.stderr

    def files(self, with_hidden=False):
        """Every file of the journal and its bytes."""
        return {str(path.relative_to(self.journal)): path.read_bytes() for path in sorted(self.journal.rglob("*"))
                if path.is_file() and (with_hidden or not path.name.startswith("."))}

    def leftovers(self):
        return [str(path) for path in self.root.rglob(".*.kith-*")]

    def records(self):
        """Of each file, the ids of the records."""
        return {(name.split("/")[0], found) for name, text in self.files().items()
                for found in re.findall(rb'^id = "([^"]*)"', text, re.MULTILINE)}

    def expect_sound(self, kept):
        """What is there is whole, nothing of `kept` is gone, and the next command needs no help."""
        self.assertEqual(set(), kept - self.records())
        mended = self.try_kith("check", "--fix")
        self.assertEqual(mended.returncode, 0, mended.stdout + mended.stderr)
        self.assertEqual(set(), kept - self.records())
        self.kith("log", "Tea with Bo")
        self.kith("undo")


def main(may_skip=None):
    """Runs the tests, or says why they cannot be run here."""
    reason = may_skip() if may_skip else None
    if reason:
        print(f"skipped: {reason}", file=sys.stderr)
        sys.exit(SKIPPED)
    unittest.main(verbosity=0)
