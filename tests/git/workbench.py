"""Real machines for the tests: directories with their own home, a bare remote, the real git and the real kith."""
import os
import pathlib
import subprocess
import tempfile
import unittest

KITH = os.environ.get("KITH_BINARY", "kith")
SECONDS = 60


class Machine:
    """One computer: a home, a journal in it, and what is said on its terminal."""

    def __init__(self, root, name, journal="journal"):
        self.home = root / name
        self.home.mkdir()
        self.journal = self.home / journal
        self.variables = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "KITH_DIR": str(self.journal),
            "KITH_TODAY": "2026-11-22",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": str(self.home / "gitconfig"),
            "GIT_CEILING_DIRECTORIES": str(root),
            "LC_ALL": "C.UTF-8",
        }
        self.name_author(name)

    def name_author(self, name):
        (self.home / "gitconfig").write_text(
            f"[user]\nname = {name}\nemail = {name}@example.org\n[protocol \"file\"]\nallow = always\n")

    def forget_author(self):
        (self.home / "gitconfig").write_text("[user]\nuseConfigOnly = true\n")

    def run(self, words, directory=None, **variables):
        return subprocess.run(words, cwd=directory or self.home, env={**self.variables, **variables}, text=True,
                              encoding="utf-8", capture_output=True, stdin=subprocess.DEVNULL, timeout=SECONDS)

    def try_kith(self, *words, **variables):
        return self.run([KITH, *words], **variables)

    def kith(self, *words, **variables):
        """What it prints; it must succeed."""
        done = self.try_kith(*words, **variables)
        assert done.returncode == 0, f"kith {words}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done.stdout

    def try_git(self, *words):
        return self.run(["git", *words], self.journal)

    def git(self, *words):
        done = self.try_git(*words)
        assert done.returncode == 0, f"git {words}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done.stdout.strip()

    def log(self, text, *options):
        """Logs an entry; its id."""
        return self.kith("log", "-q", text, *options).strip()

    def read(self, name):
        return (self.journal / name).read_text(encoding="utf-8")

    def write(self, name, text):
        path = self.journal / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def change(self, name, old, new):
        text = self.read(name)
        assert old in text, f"{old!r} is not in {name}:\n{text}"
        self.write(name, text.replace(old, new))

    def notes(self):
        """What the log says, in the order of the notes."""
        return sorted(self.kith("log", "list", "--format", "{note}").splitlines())

    def subjects(self):
        return self.git("log", "--format=%s").splitlines()

    def status(self):
        return self.git("status", "--porcelain")


class Workbench(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory(prefix="kith-git-")
        self.addCleanup(directory.cleanup)
        # A name that a shell would stumble over.
        self.root = pathlib.Path(directory.name).resolve() / "it's $(touch pwned) 100%"
        self.root.mkdir()
        self.remote = self.root / "remote.git"

    def tearDown(self):
        self.assertEqual(list(self.root.rglob("pwned")), [], "something went through a shell")

    def make_remote(self, branch="main"):
        subprocess.run(["git", "init", "-q", "--bare", "-b", branch, str(self.remote)], check=True, timeout=SECONDS)

    def machine(self, name, **options):
        return Machine(self.root, name, **options)

    def first_machine(self, name="ana"):
        """With a journal that is on the remote."""
        self.make_remote()
        machine = self.machine(name)
        machine.kith("init", "--git")
        machine.log("the very first")
        machine.git("remote", "add", "origin", str(self.remote))
        machine.kith("sync")
        return machine

    def clone(self, name, with_driver=True):
        machine = self.machine(name)
        done = machine.run(["git", "clone", "-q", str(self.remote), str(machine.journal)])
        self.assertEqual(done.returncode, 0, done.stderr)
        if with_driver:
            machine.kith("init", "--git")
        return machine

    def refused(self, machine, *words, status=1):
        """What is said on standard error where it cannot be done."""
        done = machine.try_kith(*words)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        return done.stderr


def main():
    unittest.main(verbosity=0)
