#!/usr/bin/env python3
"""Many writers at once: every command of each is there in the end, ids are distinct, and no lock is left.

    tests/faults/writers.py build/installed/src/kith --writers 16 --writes 10000
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time


class Writer:
    """One terminal: what it wrote, and so what has to be there."""

    def __init__(self, program, variables, number):
        self.program, self.variables, self.number = program, variables, number
        self.random = random.Random(number)
        self.notes, self.open, self.done, self.people, self.events = {}, {}, {}, set(), set()
        self.said = 0

    def kith(self, *words):
        done = subprocess.run([self.program, *words], env=self.variables, capture_output=True, text=True, timeout=300,
                              stdin=subprocess.DEVNULL)
        if done.returncode != 0:
            raise AssertionError(f"writer {self.number}: kith {' '.join(words)}: {done.returncode} {done.stderr}")
        self.said += 1
        return done.stdout.split()

    def day(self):
        return f"2026-{self.random.randint(1, 10):02}-{self.random.randint(1, 28):02}"

    def name(self):
        return f"w{self.number}n{self.said}"

    def log(self):
        note = self.name()
        self.notes[self.kith("log", "-q", note, "--with", f"Someone Of{self.number}", "--on", self.day())[0]] = note

    def edit(self):
        if not self.notes:
            return self.log()
        entry = self.random.choice(sorted(self.notes))
        self.notes[entry] = self.name()
        self.kith("log", "edit", "-q", entry, "--note", self.notes[entry], "--on", self.day())

    def remove(self):
        if len(self.notes) < 3:
            return self.log()
        entry = self.random.choice(sorted(self.notes))
        self.kith("log", "remove", "-q", entry)
        del self.notes[entry]

    def add_followup(self):
        note = self.name()
        written = self.kith("followup", "add", "-q", note, "--with", f"Someone Of{self.number}", "--on", "2026-12-01")
        self.open[written[0]] = note

    def close_followup(self):
        if not self.open:
            return self.add_followup()
        identity = self.random.choice(sorted(self.open))
        note = self.name()
        self.notes[self.kith("followup", "done", "-q", identity, "--note", note)[0]] = note
        self.done[identity] = self.open.pop(identity)

    def add_person(self):
        self.people.add(self.kith("person", "add", "-q", f"Person {self.name()}")[0])

    def add_event(self):
        self.events.add(self.kith("event", "add", "-q", f"Event {self.name()}", "--on", self.day())[0])

    def work(self, writes):
        acts = [self.log, self.log, self.log, self.edit, self.remove, self.add_followup, self.close_followup,
                self.add_person, self.add_event]
        self.kith("person", "add", f"Someone Of{self.number}")
        while self.said < writes:
            self.random.choice(acts)()
        return self


def listed(program, variables, *words):
    done = subprocess.run([program, *words, "--json"], env=variables, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def compare(writers, program, variables):
    """What is not as the writers left it."""
    problems = []

    def expect(what, wanted, found):
        if wanted != found:
            problems.append(f"{what}: {len(wanted)} written, {len(found)} there")

    ids = [entry["id"] for entry in listed(program, variables, "log", "list")]
    expect("distinct ids", sorted(set(ids)), sorted(ids))
    expect("entries", {key: note for writer in writers for key, note in writer.notes.items()},
           {entry["id"]: entry["note"] for entry in listed(program, variables, "log", "list")})
    expect("open follow-ups", {key: note for writer in writers for key, note in writer.open.items()},
           {each["id"]: each["note"] for each in listed(program, variables, "followup", "list", "--open")})
    expect("closed follow-ups", {key: note for writer in writers for key, note in writer.done.items()},
           {each["id"]: each["note"] for each in listed(program, variables, "followup", "list", "--closed")})
    expect("events", {each for writer in writers for each in writer.events},
           {each["id"] for each in listed(program, variables, "event", "list")})
    people = {each["id"] for each in listed(program, variables, "person", "list")}
    expect("people", {each for writer in writers for each in writer.people},
           {each for each in people if each.startswith("person-")})
    return problems


def run(program, count, writes, directory):
    variables = {"PATH": os.environ["PATH"], "HOME": str(directory / "home"), "KITH_DIR": str(directory / "journal"),
                 "KITH_TODAY": "2026-11-22", "LC_ALL": "C.UTF-8"}
    begin = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(count) as pool:
        writers = list(pool.map(lambda number: Writer(program, variables, number).work(writes // count), range(count)))
    seconds = time.monotonic() - begin
    problems = compare(writers, program, variables)
    checked = subprocess.run([program, "check"], env=variables, capture_output=True, text=True)
    if checked.returncode != 0:
        problems.append(checked.stdout[:2000])
    left = [str(path) for path in directory.rglob(".*.kith-*")]
    if left:
        problems.append(f"left: {left}")
    said = sum(writer.said for writer in writers)
    print(f"{said} writes of {count} writers in {seconds:.1f} s: {checked.stderr.strip()}")
    return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--writers", type=int, default=16)
    parser.add_argument("--writes", type=int, default=160, help="of all of them together")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kith-writers-") as directory:
        problems = run(str(options.program.resolve()), options.writers, options.writes, pathlib.Path(directory))
    for problem in problems:
        print(problem, file=sys.stderr)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
