#!/usr/bin/env python3
"""Compares every figure of reports and agendas with a second implementation, on random journals."""

import argparse
import concurrent.futures
import csv
import functools
import json
import pathlib
import random
import shlex
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

import agenda  # noqa: E402
import calendar_days  # noqa: E402
import elsewhere  # noqa: E402
import report  # noqa: E402
import report_csv  # noqa: E402
from journal import Journal  # noqa: E402
from random_journal import RandomJournal  # noqa: E402

KINDS = ["week", "month", "quarter", "year"]


class Disagreement(Exception):
    """What was asked, and both answers."""


class Check:
    """One journal, and the program's answers about it."""

    def __init__(self, program, directory, chance):
        made = RandomJournal(chance)
        made.write(directory)
        self.program = program
        self.directory = directory
        self.chance = chance
        self.today = made.today
        self.journal = Journal(directory)
        self.figures = 0

    def ask(self, *words):
        command = [self.program, "--dir", self.directory, "--today", self.today, *words]
        command = [str(word) for word in command]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
        self.command = shlex.join(command)
        if done.returncode != 0 or done.stderr:
            raise Disagreement(f"{self.command}\nstatus {done.returncode}: {done.stderr}{done.stdout}")
        return done.stdout

    def ask_json(self, *words):
        return json.loads(self.ask("--json", *words))

    def require_equal(self, expected, actual, place=""):
        if isinstance(expected, dict) and isinstance(actual, dict) and expected.keys() == actual.keys():
            for key, value in expected.items():
                self.require_equal(value, actual[key], f"{place}.{key}".lstrip("."))
        elif isinstance(expected, list) and isinstance(actual, list) and len(expected) == len(actual):
            for number, value in enumerate(expected):
                self.require_equal(value, actual[number], f"{place}[{number}]")
        elif expected != actual:
            raise Disagreement(
                f"{self.command}\n{place or 'the answer'}\n"
                f"  expected  {json.dumps(expected, ensure_ascii=False)}\n"
                f"  actual    {json.dumps(actual, ensure_ascii=False)}"
            )
        else:
            self.figures += 1

    def some_day(self):
        return self.today + calendar_days.DAY * self.chance.randint(self.chance.choice([-20, -200, -900]), 30)

    def some_period(self):
        """How a period is asked for, its kind, and which it is."""
        kind = self.chance.choice(KINDS)
        start = self.journal.week_start
        form = self.chance.choice(["current", "last", "of", "last of", "since", "since until"])
        if form == "since":
            first = self.today - calendar_days.DAY * self.chance.randint(0, 100)
            return ["--since", first], "custom", calendar_days.custom_period(first, self.today)
        if form == "since until":
            first, last = sorted([self.some_day(), self.some_day()])
            return ["--since", first, "--until", last], "custom", calendar_days.custom_period(first, last)
        day = self.some_day() if "of" in form else self.today
        words = [kind, "--of", day] if "of" in form else [kind]
        period = calendar_days.period_at(kind, day, start)
        if "last" in form:
            return [*words, "--last"], kind, calendar_days.period_before(kind, period, start)
        return words, kind, period

    def check_report(self):
        words, kind, period = self.some_period()
        expected = report.report(self.journal, kind, period, self.today)
        self.require_equal(expected, self.ask_json("report", *words))
        header, *rows = csv.reader(self.ask("report", *words, "--as", "csv").splitlines())
        self.require_equal(["section", "key", "value"], header)
        self.require_equal(report_csv.rows(self.journal, kind, period, expected), sorted(map(tuple, rows)))

    def check_agenda(self):
        items = agenda.agenda(self.journal, self.today)
        pressing = [item for item in items if agenda.is_pressing(item)]
        overdue = [item for item in items if item["state"] == "overdue"]
        period = self.chance.choice(["3d", "1w", "1m"])
        until = calendar_days.add(self.today, period)
        upcoming = [item for item in items if self.today < calendar_days.day_of(item["due"]) <= until]
        some = self.chance.choice([(["--overdue"], overdue), (["--upcoming", period], upcoming)])
        for words, expected in [([], items), (["--due"], pressing), some]:
            actual = [as_shown(item) for item in self.ask_json("followup", "list", *words)]
            self.require_equal([agenda.shown(item) for item in expected], actual)
        counts = {"due": len(pressing), "overdue": len(overdue)}
        self.require_equal(counts, self.ask_json("followup", "count"))

    def check_elsewhere(self):
        """One of the other places that show figures."""
        words, expected, as_shown_there = self.chance.choice(
            [
                ([], elsewhere.today, elsewhere.as_shown_today),
                (["person", "list"], elsewhere.people, elsewhere.as_shown_people),
                (["strategy"], elsewhere.platforms, elsewhere.as_shown_platforms),
                (["log", "list"], elsewhere.modes, elsewhere.as_shown_modes),
            ]
        )
        self.require_equal(expected(self.journal, self.today), as_shown_there(self.ask_json(*words)))


def as_shown(item):
    """What is compared of an item of the program's; some of it stands only in `why`."""
    kept = {key: item[key] for key in ("id", "every", "source", "state", "due", "last") if key in item}
    kept["with"] = item.get("with", [])
    kept["tried"] = "tried " in item["why"]
    if item["source"] == "cadence":
        kept["group"] = item["why"].split("(")[1].split(")")[0] if "(" in item["why"] else None
    return kept


def check_journal(program, seed, number):
    """The figures compared of a journal; a Disagreement keeps it where it is."""
    directory = pathlib.Path(tempfile.mkdtemp(prefix=f"kith-figures-{seed}-{number}-"))
    check = Check(program, directory, random.Random(f"{seed}/{number}"))
    for _ in range(3):
        check.check_report()
    check.check_agenda()
    check.check_elsewhere()
    shutil.rmtree(directory)
    return check.figures


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path, help="the kith to check")
    parser.add_argument("--journals", type=int, default=1000, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    program = options.program.resolve()
    figures = 0
    with concurrent.futures.ProcessPoolExecutor(max_workers=2) as pool:
        work = functools.partial(check_journal, program, options.seed)
        try:
            for compared in pool.map(work, range(options.journals), chunksize=5):
                figures += compared
        except Disagreement as disagreement:
            pool.shutdown(cancel_futures=True)
            sys.exit(f"check.py: the program and the check do not agree\n{disagreement}")
    print(f"{figures} figures of {options.journals} journals agree")


if __name__ == "__main__":
    main()
