#!/usr/bin/env python3
"""Times kith on a long journal, as ratios to what is measured beside it, and prints them with the goals they have."""
import argparse
import pathlib
import re
import shutil
import subprocess
import tomllib

from timing import CLOCK, Command, compare

MOST_MEMORY = 64  # MiB, of any command


def read_options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kith", help="the program")
    parser.add_argument("hello", help="a program that says hello")
    parser.add_argument("parse", help="a program that parses files with toml++")
    parser.add_argument("journal", type=pathlib.Path, help="as generate.py makes it; the entries logged go there")
    parser.add_argument("--runs", type=int, default=101, help="of what takes a few milliseconds")
    parser.add_argument("--no-instructions", action="store_true", help="do not count them with valgrind")
    return parser.parse_args()


class Bench:
    """The programs and the journal."""

    def __init__(self, options):
        self.options = options
        self.journal = options.journal
        self.logs = sorted(str(path) for path in self.journal.glob("log/*.toml"))
        people = tomllib.loads((self.journal / "people.toml").read_text(encoding="utf-8"))["person"]
        names = [person["name"] for person in people]
        self.person = next(person for person in people if names.count(person["name"]) == 1)
        oldest = tomllib.loads(pathlib.Path(self.logs[0]).read_text(encoding="utf-8"))["interaction"]
        self.first_day, self.old_id = oldest[0]["date"].isoformat()[:10], oldest[0]["id"]

    def kith(self, *arguments, journal=None):
        directory = journal or self.journal
        return Command(self.options.kith, *arguments, KITH_DIR=str(directory), KITH_TODAY="2026-11-22",
                       XDG_STATE_HOME=f"{directory}.state")

    def jobs(self):
        """Name, command, name of the reference, goal as a ratio to it."""
        who, entry = self.person["id"], f"Coffee with {self.person['name']} about the release"
        completing = ["followup", "done", ""], ["log", "Coffee", "--with", ""]
        return [
            ("--version", ["--version"], "hello", 1.6),
            ("report --json", ["report", "--json"], "hello", 3),
            ("log TEXT", ["log", entry], "hello", 3),
            ("followup done <TAB>", ["__complete", "--", *completing[0]], "hello", 3),
            ("log --with <TAB>", ["__complete", "--", *completing[1]], "hello", 3),
            ("followup list --due", ["followup", "list", "--due"], "cat", 3),
            ("log list --with WHO", ["log", "list", "--with", who], "cat", 3),
            ("log show ID, the oldest", ["log", "show", self.old_id], "cat", 3),
            ("log show ID, of none", ["log", "show", "zzzzzzzz"], "cat", 3),
            ("report of all years", ["report", "--since", self.first_day, "--json"], "toml++", 0.75),
            ("check", ["check"], "toml++", 1.2),
        ]

    def reference(self, name):
        return {"hello": Command(self.options.hello), "cat": Command("cat", *self.logs),
                "toml++": Command(self.options.parse, *self.logs)}[name]

    def runs(self, reference):
        return {"hello": self.options.runs, "cat": max(5, self.options.runs // 3)}.get(
            reference, max(5, self.options.runs // 10))


def with_short_log(journal, entries):
    """A copy with the latest entries only: the same people, events, strategy and follow-ups."""
    copy = journal.with_name(f"{journal.name}-short")
    shutil.copytree(journal, copy)
    left = entries
    for path in sorted(copy.glob("log/*.toml"), reverse=True):
        records = path.read_text(encoding="utf-8").split("\n[[interaction]]\n")
        kept = records[-left:] if left else []
        left -= len(kept)
        if not kept:
            path.unlink()
        elif len(kept) < len(records):
            path.write_text("[[interaction]]\n" + "\n[[interaction]]\n".join(kept), encoding="utf-8")
    return copy


def verdict(value, goal):
    return "reached" if value <= goal else "missed"


def print_ratios(bench):
    print(f"{'job':<25}{'time':>12}   {'against':<8}{'time':>12}{'ratio':>8}{'goal':>7}{'':>10}{'memory':>12}")
    for name, arguments, reference, goal in bench.jobs():
        job = bench.kith(*arguments)
        taken, base = compare([job, bench.reference(reference)], bench.runs(reference), (0, 1, 3))
        peak = job.peak / 1024
        print(f"{name:<25}{taken:>9.2f} ms   {reference:<8}{base:>9.2f} ms{taken / base:>8.2f}{goal:>7}"
              f"{verdict(taken / base, goal):>10}{peak:>8.0f} MiB{'' if peak <= MOST_MEMORY else ' too much'}", flush=True)


def print_growth(bench):
    short = with_short_log(bench.journal, 1000)
    print(f"\n{'with the history':<25}{'1,000':>12}{'':>11}{'all':>12}{'ratio':>8}{'goal':>7}")
    for name, arguments, _, _ in bench.jobs()[1:3]:
        commands = [bench.kith(*arguments, journal=short), bench.kith(*arguments)]
        few, many = compare(commands, bench.options.runs)
        print(f"{name:<25}{few:>9.2f} ms{'':>11}{many:>9.2f} ms{many / few:>8.2f}{1.2:>7}{verdict(many / few, 1.2):>10}",
              flush=True)


def instructions(command):
    """How many instructions a run executes, nearly the same each time."""
    valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command.arguments]
    said = subprocess.run(valgrind, env=command.environment, capture_output=True, text=True, check=False).stderr
    found = re.search(r"Collected : (\d+)", said)
    return int(found[1]) / 1e6 if found else float("nan")


def print_instructions(bench):
    if not shutil.which("valgrind"):
        print("\n(valgrind is not installed: no instructions counted)")
        return
    print(f"\n{'millions of instructions':<25}")
    print(f"{'hello':<25}{instructions(bench.reference('hello')):>9.1f}")
    for name, arguments, _, _ in bench.jobs():
        print(f"{name:<25}{instructions(bench.kith(*arguments)):>9.1f}", flush=True)


def main():
    bench = Bench(read_options())
    version = subprocess.run([bench.options.kith, "--version"], capture_output=True, text=True, check=True).stdout
    size = sum(pathlib.Path(path).stat().st_size for path in bench.logs) / 1e6
    print(f"{version.splitlines()[0]}; {len(bench.logs)} months, {size:.0f} MB of log in {bench.journal.parent}")
    print(f"lower quartiles of {', '.join(str(bench.runs(each)) for each in ('hello', 'cat', 'toml++'))} runs in turn, {CLOCK} time\n")
    print_ratios(bench)
    print_growth(bench)
    if not bench.options.no_instructions:
        print_instructions(bench)


if __name__ == "__main__":
    main()
