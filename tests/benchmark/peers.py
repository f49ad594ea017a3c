#!/usr/bin/env python3
"""Has other programs that are installed do what kith does, on the same journal in their own formats: one table.

Each has what comes nearest: an interaction is an interval to timewarrior, a completed task to taskwarrior, a transaction
to hledger, a record to recutils. What a program has no command for stays empty.
"""
import argparse
import datetime
import pathlib
import shutil
import subprocess
import tomllib
import uuid

from timing import Command, compare

WEEK = ("2026-11-16", "2026-11-23")
JOBS = ("log one entry", "this week's report", "entries with one person", "what is due")


class Records:
    """The journal, read once."""

    def __init__(self, journal):
        def read(folder, kind):
            for path in sorted(journal.glob(f"{folder}/*.toml")):
                yield from tomllib.loads(path.read_text(encoding="utf-8"))[kind]
        self.interactions = list(read("log", "interaction"))
        self.followups = list(read("followups", "followup"))
        self.person = next(each["with"][0] for each in reversed(self.interactions) if each.get("with"))


def day_of(record, key="date"):
    value = record[key]
    return value.date() if isinstance(value, datetime.datetime) else value


def words_of(record):
    return [record[key] for key in ("channel", "kind") if key in record] + record.get("with", [])


def timewarrior(records, directory):
    (directory / "data").mkdir(parents=True)
    (directory / "timewarrior.cfg").touch()
    months, minutes = {}, {}
    for record in records.interactions:
        day = day_of(record)
        minute = minutes[day] = minutes.get(day, 0) + 10  # One after the other: intervals must not overlap.
        start = datetime.datetime.combine(day, datetime.time()) + datetime.timedelta(minutes=minute)
        end = start + datetime.timedelta(minutes=5)
        months.setdefault(f"{day:%Y-%m}", []).append(
            f"inc {start:%Y%m%dT%H%M%SZ} - {end:%Y%m%dT%H%M%SZ} # {' '.join(words_of(record))}\n")
    for month, lines in months.items():
        (directory / "data" / f"{month}.data").write_text("".join(lines), encoding="utf-8")
    environment = {"TIMEWARRIORDB": str(directory), "TZ": "UTC"}
    number = iter(range(1440))

    def log():
        minute = next(number)
        start = datetime.datetime(2026, 11, 24) + datetime.timedelta(minutes=minute)
        end = start + datetime.timedelta(seconds=30)
        return Command("timew", "track", start.isoformat(), "-", end.isoformat(), "coffee", records.person, **environment)
    summary = "timew", "summary"
    return [log, Command(*summary, *" - ".join(WEEK).split(), **environment),
            Command(*summary, "2010-01-01", "-", WEEK[1], records.person, **environment), None]


def taskwarrior(records, directory):
    directory.mkdir()
    (directory / "taskrc").touch()

    def seconds(day):
        return int(datetime.datetime.combine(day, datetime.time(12), datetime.timezone.utc).timestamp())

    def line(number, status, words, note, **times):
        fields = {"description": note or "-", "status": status, "uuid": str(uuid.UUID(int=number, version=4)),
                  "tags": ",".join(word.replace("-", "_") for word in words), **times}
        return "[" + " ".join(f'{key}:"{value}"' for key, value in sorted(fields.items())) + "]\n"

    completed, pending = [], []
    for number, record in enumerate(records.interactions):
        at = seconds(day_of(record))
        completed.append(line(number, "completed", words_of(record), plain(record), entry=at, end=at))
    for number, record in enumerate(records.followups, len(records.interactions)):
        over = record.get("done", record.get("dropped"))
        times = {"entry": seconds(record["created"]), "due": seconds(day_of(record, "due"))}
        if over:
            completed.append(line(number, "completed", record["with"], plain(record), end=seconds(over), **times))
        else:
            pending.append(line(number, "pending", record["with"], plain(record), **times))
    (directory / "completed.data").write_text("".join(completed), encoding="utf-8")
    (directory / "pending.data").write_text("".join(pending), encoding="utf-8")
    task = "task", "rc.confirmation=off", "rc.hooks=off"
    environment = {"TASKDATA": str(directory), "TASKRC": str(directory / "taskrc")}
    person = f"+{records.person.replace('-', '_')}"
    return [Command(*task, "log", "Coffee", person, "+coffee", **environment),
            Command(*task, f"end.after:{WEEK[0]}", "completed", **environment),
            Command(*task, person, "completed", **environment),
            Command(*task, f"due.before:{WEEK[1]}", "list", **environment)]


def hledger(records, directory):
    directory.mkdir()
    lines = []
    for record in records.interactions:
        lines.append(f"{day_of(record)} {plain(record)}  ; with:{'/'.join(record.get('with', []))}\n"
                     f"    (log:{record.get('channel', 'other')})  1\n\n")
    for record in records.followups:
        if "done" not in record and "dropped" not in record:
            lines.append(f"{day_of(record, 'due')} ! {plain(record)}  ; with:{'/'.join(record['with'])}\n    (due)  1\n\n")
    journal = directory / "kith.journal"
    journal.write_text("".join(lines), encoding="utf-8")
    program = "hledger", "-f", journal
    return [None, Command(*program, "balance", "^log", "-b", WEEK[0], "-e", WEEK[1]),
            Command(*program, "register", "^log", f"tag:with={records.person}"),
            Command(*program, "register", "^due", "status:!", "-e", WEEK[1])]


def recutils(records, directory):
    directory.mkdir()
    lines = ["%rec: interaction\n%type: date date\n\n"]
    for record in records.interactions:
        with_whom = "".join(f"with: {person}\n" for person in record.get("with", []))
        lines.append(f"date: {day_of(record)}\n{with_whom}channel: {record.get('channel', 'other')}\n"
                     f"note: {plain(record)}\n\n")
    lines.append("%rec: followup\n%type: due date\n\n")
    for record in records.followups:
        state = "closed" if "done" in record or "dropped" in record else "open"
        lines.append(f"due: {day_of(record, 'due')}\nstate: {state}\nwith: {record['with'][0]}\n\n")
    file = directory / "kith.rec"
    file.write_text("".join(lines), encoding="utf-8")
    return [Command("recins", "-t", "interaction", "-f", "date", "-v", "2026-11-22", "-f", "with", "-v", records.person,
                    "-f", "channel", "-v", "coffee", file),
            # Without -G, which groups the whole file before it selects, for minutes: sort and uniq count a week as well.
            Command("recsel", "-t", "interaction", "-e", "date >> '2026-11-15'", "-P", "channel", file),
            Command("recsel", "-t", "interaction", "-e", f"with = '{records.person}'", file),
            Command("recsel", "-t", "followup", "-e", "state = 'open' && due << '2026-11-23'", file)]


def plain(record):
    """The note without what would be a sign in another format."""
    return "".join(letter for letter in record.get("note", "") if letter not in '"\\;[]:|') or "-"


def kith(program, journal, person):
    def command(*arguments):
        return Command(program, *arguments, KITH_DIR=str(journal), KITH_TODAY="2026-11-22",
                       XDG_STATE_HOME=f"{journal}.state")
    return [command("log", "Coffee about the release", "--with", person, "--via", "coffee"), command("report"),
            command("log", "list", "--with", person), command("followup", "list", "--due")]


def version_of(*command):
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return next(word for word in said.split() if word[0].isdigit()).strip(",")


PEERS = (("timewarrior", "timew", timewarrior), ("taskwarrior", "task", taskwarrior), ("hledger", "hledger", hledger),
         ("recutils", "recsel", recutils))


def measured(command, runs):
    """A command; or what makes the next one, where none may be run twice."""
    if command is None:
        return None
    if isinstance(command, Command):
        return compare([command], runs, (0, 1))[0]  # taskwarrior fails where nothing is found.
    return sorted(command().run() for _ in range(runs))[runs // 4]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kith", help="the program")
    parser.add_argument("hello", help="a program that says hello")
    parser.add_argument("journal", type=pathlib.Path, help="as generate.py makes it; the entries logged go there")
    parser.add_argument("--runs", type=int, default=21)
    options = parser.parse_args()

    records = Records(options.journal)
    programs = [(f"kith {version_of(options.kith, '--version')}", kith(options.kith, options.journal, records.person))]
    for name, program, prepare in PEERS:
        if shutil.which(program):
            commands = prepare(records, options.journal.with_name(name))
            programs.append((f"{name} {version_of(program, '--version')}", commands))
        else:
            print(f"({name} is not installed)")
    hello = compare([Command(options.hello)], options.runs)[0]
    print(f"\n{'times of a hello world':<25}" + "".join(f"{name:>24}" for name, _ in programs))
    for number, job in enumerate(JOBS):
        times = [measured(commands[number], options.runs) for _, commands in programs]
        cells = ("" if each is None else f"{each:.1f} ms {each / hello:>7.1f}x" for each in times)
        print(f"{job:<25}" + "".join(f"{cell:>24}" for cell in cells), flush=True)


if __name__ == "__main__":
    main()
