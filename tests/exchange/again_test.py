#!/usr/bin/env python3
"""What is imported again adds nothing, whatever files it is: one to three random ones of any kind, in one command or by
turns, into a journal that may have others already.

    again_test.py KITH [--commands N] [--seed S]

Of each command: the second run adds no record and changes none but what is noted of its source, and the third changes no
byte; the journal has no errors. Two journals that send each other all they have come to an end after two rounds, and a
journal is the same when its own file comes back. On a failure the files stay, and how to run them is told."""
import argparse
import concurrent.futures
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

TODAY = "2026-11-22"
PEOPLE = [
    {"names": ["Ana Souza", "Ana M. Souza", "Souza, Ana", "Ana"], "emails": ["ana@x.example", "ana@y.example"],
     "phones": ["+351 21 555 0101", "00351215550101"], "uids": ["u1", "ana-souza"], "linkedin": "in/ana"},
    {"names": ["Bo Li", "Li Bo", "bo@x.example"], "emails": ["bo@x.example"], "phones": ["+49 731 555 0202"],
     "uids": ["u2"], "linkedin": "in/bo"},
    {"names": ["Jane Roe", "J. Roe", "Dr. Jane Roe"], "emails": ["roe@z.example", "jane@z.example"],
     "phones": ["555 0303"], "uids": ["u3"], "linkedin": "in/jane"},
    {"names": ["John Roe", "J. Roe"], "emails": ["roe@z.example"], "phones": ["555 0303"], "uids": ["u4"],
     "linkedin": "in/john"},
    {"names": ["Müller, Jürgen", "Jürgen Müller", "JÜRGEN MÜLLER"], "emails": ["info@acme.example"],
     "phones": ["+49 731 555 0404"], "uids": ["u5"], "linkedin": "in/jm"},
    {"names": ["Eva Berg", "Dr. Eva Berg", "Eva"], "emails": ["eva@x.example", "info@acme.example"],
     "phones": ["+49 731 555 0404", "+49 731 555 0505"], "uids": ["u6"], "linkedin": "in/eva"},
    {"names": ["Eva Berg"], "emails": ["eb@z.example"], "phones": [], "uids": ["u7"], "linkedin": "in/eva-berg"},
]
CITIES = ["Lisbon", "Ulm", "Porto"]
COMPANIES = ["Acme", "ACME GmbH", "Ferrous", "Initech"]
NOTES = ["tea", "Met at the fair", "likes\\nwalks", "coffee", "call"]
DAYS = ["2026-10-05", "2026-11-04", "2026-11-20", "2026-12-01", "2026-12-15", "2027-01-05"]
NAMES = [name for person in PEOPLE for name in person["names"]]


def some(chance, values, likelihood=0.5):
    return chance.choice(values) if values and chance.random() < likelihood else ""


def vcards(chance):
    text = ""
    has_uids = chance.random() < 0.5
    for person in chance.choices(PEOPLE, k=chance.randint(1, 4)):
        lines = ["FN:" + chance.choice(person["names"]).replace(",", "\\,")]
        for name, values, likelihood in [("UID", person["uids"], 0.9 * has_uids), ("EMAIL", person["emails"], 0.6),
                                         ("EMAIL", person["emails"], 0.3), ("TEL", person["phones"], 0.4),
                                         ("TEL", person["phones"], 0.2), ("ORG", COMPANIES, 0.3),
                                         ("ADR", [";;;" + city for city in CITIES], 0.3), ("NOTE", NOTES, 0.3),
                                         ("URL", ["https://www.linkedin.com/" + person["linkedin"]], 0.3),
                                         ("URL", ["https://roe.example"], 0.1),
                                         ("BDAY", ["1990-05-02", "--05-02"], 0.2),
                                         ("CATEGORIES", ["rust", "rust,friends"], 0.2)]:
            if value := some(chance, values, likelihood):
                lines.append(f"{name}:{value}")
        text += "BEGIN:VCARD\nVERSION:3.0\n" + "\n".join(lines) + "\nEND:VCARD\n"
    return "vcf", text


def quoted(cells):
    return ",".join('"' + str(cell).replace('"', '""') + '"' for cell in cells)


def rows(chance, columns, most):
    """Of columns that each make a cell, in a table that may number its rows."""
    has_ids = chance.random() < 0.5
    lines = [quoted((["id"] if has_ids else []) + list(columns))]
    for number in range(1, chance.randint(1, most) + 1):
        lines.append(quoted(([number] if has_ids else []) + [make() for make in columns.values()]))
    return "csv", "\n".join(lines) + "\n"


def people_table(chance):
    has_ids = chance.random() < 0.3
    columns = ["id"] * has_ids + ["name", "role"]
    columns += chance.sample(["email", "phone", "city", "organisation", "linkedin"], chance.randint(0, 5))
    lines = [quoted(columns)]
    for number, person in enumerate(chance.choices(PEOPLE, k=chance.randint(1, 4)), 1):
        cells = {"id": number, "name": chance.choice(person["names"]), "role": some(chance, ["CTO", "Dev"]),
                 "email": some(chance, person["emails"], 0.7), "phone": some(chance, person["phones"], 0.7),
                 "city": some(chance, CITIES), "organisation": some(chance, COMPANIES), "linkedin": person["linkedin"]}
        lines.append(quoted([cells[column] for column in columns]))
    return "csv", "\n".join(lines) + "\n"


def connections(chance):
    lines = ["First Name,Last Name,URL,Email Address,Company,Position,Connected On"]
    for person in chance.sample(PEOPLE, chance.randint(1, 4)):
        name = next(each for each in person["names"] if "," not in each)
        given, _, family = name.rpartition(" ")
        url = some(chance, ["https://www.linkedin.com/" + person["linkedin"]], 0.9)
        lines.append(quoted([given, family, url, some(chance, person["emails"], 0.3), some(chance, COMPANIES), "CTO",
                             "15 Nov 2023"]))
    return "csv", "\n".join(lines) + "\n"


def entries(chance):
    return rows(chance, {"date": lambda: chance.choice(DAYS[:3]), "with": lambda: some(chance, NAMES, 0.6),
                         "note": lambda: chance.choice(NOTES), "channel": lambda: some(chance, ["coffee", "call"])}, 5)


def followups(chance):
    return rows(chance, {"due": lambda: chance.choice(DAYS), "note": lambda: chance.choice(NOTES),
                         "done": lambda: some(chance, DAYS[:3], 0.3)}, 4)


def calendar(chance):
    """Series have UIDs of their own; of single events two may share one."""
    text = ""
    for number in range(chance.randint(1, 4)):
        day = chance.choice(DAYS).replace("-", "")
        is_series = chance.random() < 0.3
        lines = ["SUMMARY:" + chance.choice(["Tea", "Fair", "Walk"])]
        if chance.random() < 0.7:
            kind = "VEVENT"
            lines += [f"UID:series-{number}" if is_series else f"UID:{chance.choice('abc')}",
                      f"DTSTART:{day}T1{chance.randint(0, 2)}0000",
                      "RRULE:FREQ=WEEKLY;COUNT=4" if is_series else "",
                      some(chance, ["DURATION:PT2H"]), some(chance, ["LOCATION:Lisbon"], 0.3)]
        else:
            kind = "VTODO"
            lines += [f"UID:todo-{chance.choice('ab')}", f"DUE:{day}",
                      some(chance, ["STATUS:COMPLETED\nCOMPLETED:20261120T100000Z"], 0.2)]
        lines.append(some(chance, ["STATUS:CANCELLED"], 0.1))
        text += f"BEGIN:{kind}\n" + "".join(line + "\n" for line in lines if line) + f"END:{kind}\n"
    return "ics", "BEGIN:VCALENDAR\nVERSION:2.0\n" + text + "END:VCALENDAR\n"


OTHERS = [vcards, vcards, people_table, connections, entries, followups, calendar]


class Journal:
    def __init__(self, kith, directory):
        self.kith, self.directory = kith, directory

    def run(self, *arguments, statuses=(0,)):
        command = [self.kith, "--dir", str(self.directory), "--today", TODAY, *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        if done.returncode not in statuses:
            raise AssertionError(f"status {done.returncode}: {' '.join(command)}\n{done.stdout}{done.stderr}")
        return done.stdout

    def bring_in(self, files):
        self.run("import", "--yes", "-q", *files)

    def content(self):
        return {str(path.relative_to(self.directory)): path.read_bytes()
                for path in sorted(self.directory.rglob("*.toml"))}

    def sizes(self):
        records = self.records()
        return {kind: len(records.get(kind, [])) for kind in ["people", "interactions", "events", "followups"]}

    def records(self):
        """Without what is noted of their sources, nor that an event is planned, which it is without that."""
        def without_source(value):
            if isinstance(value, list):
                return [without_source(each) for each in value]
            if isinstance(value, dict):
                return {key: without_source(each) for key, each in value.items()
                        if key != "imported" and (key, each) != ("status", "planned")}
            return value
        return without_source(json.loads(self.run("export", "all", "--as", "json")))


class Command:
    """Random files, and a journal."""

    def __init__(self, kith, seed, place):
        self.kith, self.place, self.made = kith, place, 0
        self.chance = random.Random(seed)
        self.journal = Journal(kith, place / "journal")

    def file(self):
        if self.chance.random() < 0.15:
            return self.own_file()
        self.made += 1
        kind, text = self.chance.choice(OTHERS)(self.chance)
        path = self.place / f"{self.made}.{kind}"
        path.write_text(text)
        return path

    def own_file(self):
        """Of another journal."""
        other = Journal(self.kith, self.place / f"other{self.made}")
        other.bring_in([self.file()])
        self.made += 1
        path = self.place / f"{self.made}.json"
        path.write_text(other.run("export", "all", "--as", "json"))
        return path

    def check(self):
        if self.chance.random() < 0.2:
            return self.check_exchange()
        if self.chance.random() < 0.3:
            self.journal.bring_in([self.file()])
        files = [self.file() for _ in range(self.chance.randint(1, 3))]
        # Entries that name people who come later name them once they are there.
        files.sort(key=lambda path: "with" in path.read_text().split("\n")[0])
        turns = [[each] for each in files] if self.chance.random() < 0.3 else [files]
        once = self.repeat(turns)
        twice = self.repeat(turns)
        self.compare(once, twice, "the second time changes records", files, turns)
        before = self.journal.content()
        self.repeat(turns)
        self.compare(before, self.journal.content(), "the third time changes the files", files, turns)
        self.journal.run("check", "-q")

    def check_exchange(self):
        """People, entries and events of two journals, which may be the same ones under other ids."""
        other = Journal(self.kith, self.place / "other")
        for journal in [self.journal, other]:
            for _ in range(self.chance.randint(1, 3)):
                journal.bring_in([self.file()])
            for _ in range(self.chance.randint(0, 2)):
                self.add_by_hand(journal)
        sizes = []
        for _ in range(4):
            for sender, receiver in [(self.journal, other), (other, self.journal)]:
                path = self.place / "sent.json"
                path.write_text(sender.run("export", "all", "--as", "json"))
                receiver.bring_in([path])
            sizes.append([journal.sizes() for journal in [self.journal, other]])
        if sizes[1] != sizes[3]:
            raise AssertionError(f"the journals grow from round to round: {sizes}")
        path.write_text(other.run("export", "all", "--as", "json"))
        before = other.content()
        other.bring_in([path])
        if before != other.content():
            raise AssertionError("the journal's own file changes it")
        for journal in [self.journal, other]:
            journal.run("check", "-q")

    def add_by_hand(self, journal):
        person = self.chance.choice(PEOPLE)
        email = some(self.chance, person["emails"])
        birthday = some(self.chance, ["05-02", "06-02"], 0.3)
        journal.run("person", "add", person["names"][0].replace(",", ""), "--another",
                    *(["--email", email] if email else []), *(["--birthday", birthday] if birthday else []))
        journal.run("event", "add", self.chance.choice(["Fair", "Tea"]), "--on", self.chance.choice(DAYS),
                    "--place", self.chance.choice(CITIES))

    def repeat(self, turns):
        for files in turns:
            self.journal.bring_in(files)
        return self.journal.records()

    def compare(self, before, after, what, files, turns):
        if before == after:
            return
        shown = "".join(f"--- {path.name}\n{path.read_text()}" for path in files if path.suffix != ".json")
        how = "by turns" if len(turns) > 1 else "in one command"
        raise AssertionError(f"{what}, {how}: {' '.join(map(str, files))}\n{shown}")


def run(kith, seed, root):
    place = root / str(seed)
    place.mkdir(parents=True)
    try:
        Command(kith, seed, place).check()
    except AssertionError as failure:
        return f"seed {seed}: {failure}"
    shutil.rmtree(place)
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kith", type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("--commands", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=pathlib.Path, help="where the files of what fails stay")
    options = parser.parse_args()
    root = options.keep or pathlib.Path(tempfile.mkdtemp(prefix="kith-again-"))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        seeds = range(options.seed, options.seed + options.commands)
        failures = [each for each in pool.map(lambda seed: run(options.kith, seed, root), seeds) if each]
    for failure in failures[:10]:
        print(failure, file=sys.stderr)
    print(f"{options.commands - len(failures)} of {options.commands} commands add nothing when they are said again")
    if not options.keep and not failures:
        shutil.rmtree(root)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
