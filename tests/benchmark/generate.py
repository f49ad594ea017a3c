#!/usr/bin/env python3
"""Writes a data directory as somebody would have it after years of use, the same one for the same seed."""

import argparse
import bisect
import datetime
import json
import os
import pathlib
import random
import re
import sys
import unicodedata

FIRST_NAMES = (
    "Ana Bo Carla Dana Élodie Farid Grace Hiroshi Inês Jakob Kateřina Lars Małgorzata Noor Oluwaseun Priya "
    "Quentin Rosa Søren Tomás Uma Věra Wei Ximena Yusuf Zoë Anders Beatriz Chidi Dmitri Eva François Gabriela "
    "Hannah Ibrahim Jürgen Kwame Leïla Mei Nuno Olga Pavel Ruth Sigríður Thiago Valentina Will Mark"
).split()
LAST_NAMES = (
    "Souza Li Müller García Nakamura Okafor Novák Kowalska Ødegård Haddad Rossi Dubois O'Connor Silva Schäfer "
    "Petrov Kim Patel Andersson Fernández Yılmaz Nguyen Moreau Costa Jansen Björk Tanaka Mensah Ivanova "
    "Lindqvist Castro Weiß Horvát Popescu Ramírez Cohen Sato Diallo Murphy Brandt"
).split()
ORGANISATIONS = ["Ferrous", "Møller & Sons", "Northwind", "Café Compute", "Oak Street Labs", "Universität Basel"]
ROLES = ["Compiler engineer", "Designer", "Founder", "Recruiter", "Researcher", "Engineering manager"]
CITIES = ["Lisbon", "Zürich", "Montréal", "Berlin", "São Paulo", "Kraków", "Dublin", "Osaka"]
TAGS = ["rust", "compilers", "hiring", "mentoring", "open-source", "book", "family", "design", "talk", "music"]
GROUPS = {
    "rust": None,
    "mentors": "4w",
    "former-colleagues": "1y",
    "meetup": None,
    "inner-circle": "2w",
    "book-club": None,
}
CADENCES = ["1w", "2w", "3w", "4w", "6w", "1m", "2m", "3m", "6m", "1y"]

# Kind, weight, the channels it happens on, who usually begins it.
KINDS = [
    ("comment", 24, ["linkedin", "mastodon", "github"], "me"),
    ("message", 24, ["message", "chat", "email", "linkedin"], None),
    ("share", 10, ["linkedin", "mastodon"], "me"),
    ("advice", 6, ["email", "chat", "video"], None),
    ("call", 9, ["call", "video"], None),
    ("meeting", 17, ["coffee", "lunch", "dinner", "drinks", "walk", "visit", "meeting", "meetup", "climbing"], None),
    ("introduction", 3, ["email", "linkedin"], "me"),
    ("collaboration", 5, ["github", "video", "email"], None),
    ("post", 2, ["linkedin", "mastodon", "blog"], "me"),
]
LONG_KINDS = {"call", "meeting", "collaboration"}
NOTES = [
    "Coffee with {first} about the meetup",
    "Commented on {first}'s post on diagnostics",
    "{first} said \"come by any time\" and meant it",
    "Talked about the new job; starts in spring",
    "Sent the slides, waiting to hear",
    "Café au lait, naïve questions, a good hour",
    "Introduced {first} to a friend who is hiring",
    "Recommended a book: \"Gödel, Escher, Bach\"",
    "Left a message",
    "Short chat about the talk in {city}",
    "Path is C:\\temp\\notes, asked to have a look",
    "They moved to {city}, new flat, two cats",
    "Advice on the contract: ask for the 4-day week",
    "Reviewed the patch together",
    "Thanked them for the introduction",
    "Walked along the river — long talk about parents, plans and what comes next after the reorganisation",
]
FOLLOWUPS = {
    "coffee": "coffee when back in {city}",
    "message": "send {first} the slides",
    "collaborate": "look at the draft together",
    "introduce": "introduce {first} to somebody at work",
    "share": "share the article on \"weak ties\"",
    "other": "ask how the interview went",
}
CONFERENCES = ["RustConf", "FOSDEM", "EuroLLVM", "Strange Loop", "Design Matters", "Compiler Summit"]
MEETUPS = ["Rust Meetup", "C++ User Group", "Book Evening", "Founders' Breakfast", "Hack Night", "Alumni Dinner"]


class Dates:
    """The days of the log, working days more often than others."""

    def __init__(self, chance, first, last):
        self.chance = chance
        self.first = first
        self.last = last

    def any_day(self, first=None, last=None):
        first = first or self.first
        last = last or self.last
        day = first + datetime.timedelta(days=self.chance.randrange((last - first).days + 1))
        if day.weekday() >= 5 and self.chance.random() < 0.6 and (day - first).days >= 3:
            day -= datetime.timedelta(days=self.chance.randrange(1, 4))
        return day


class Ids:
    """Eight characters of Crockford's base32, none twice."""

    ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"

    def __init__(self, chance):
        self.chance = chance
        self.used = set()

    def new(self):
        while True:
            text = "".join(self.chance.choices(self.ALPHABET, k=8))
            if text not in self.used:
                self.used.add(text)
                return text


def slug(text, used=None):
    # Letters that do not decompose.
    text = text.translate(str.maketrans({"ø": "o", "Ø": "O", "ß": "ss", "ł": "l", "ı": "i"}))
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(character for character in plain if not unicodedata.combining(character)).lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    name = base
    number = 2
    while used is not None and name in used:
        name = f"{base}-{number}"
        number += 1
    if used is not None:
        used.add(name)
    return name


def to_toml(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ", ".join(to_toml(element) for element in value) + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {to_toml(element)}" for key, element in value.items()) + " }"
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    return str(value)


def block(header, record):
    """A table as TOML text; keys without a value and those of our own (which begin with _) are left out."""
    lines = [header]
    for key, value in record.items():
        if not key.startswith("_") and value is not None and value != []:
            lines.append(f"{key} = {to_toml(value)}")
    return "\n".join(lines) + "\n"


def day_of(moment):
    return moment.date() if isinstance(moment, datetime.datetime) else moment


def in_order(moment):
    """A day sorts before the hours in it."""
    return moment.isoformat()


class Journal:
    def __init__(self, options):
        self.options = options
        self.chance = random.Random(options.seed)
        self.until = options.until
        try:
            self.since = self.until.replace(year=self.until.year - options.years)
        except ValueError:  # the 29th of February
            self.since = self.until.replace(year=self.until.year - options.years, day=28)
        self.recent = self.until - datetime.timedelta(days=85)
        self.dates = Dates(self.chance, self.since, self.until)
        self.ids = Ids(self.chance)
        self.people = []
        self.events = []
        self.interactions = []
        self.followups = []
        self.add_people()
        self.add_events()
        self.add_interactions()
        self.add_followups()

    def maybe(self, probability, value):
        """The value, or what a function makes, in so many cases; else None."""
        if self.chance.random() >= probability:
            return None
        return value() if callable(value) else value

    # People

    def add_people(self):
        used = set()
        for number in range(self.options.people):
            self.people.append(self.person(number, used))
        for person in self.people:
            has_cadence = person["every"] or any(GROUPS[group] for group in person["groups"])
            person["_quiet"] = not has_cadence and self.chance.random() < 0.05

    def person(self, number, used):
        chance = self.chance
        first = chance.choice(FIRST_NAMES)
        last = chance.choice(LAST_NAMES)
        middle = chance.choice(["", "", "", " de", " van der", f" {chance.choice(LAST_NAMES)}"])
        name = f"{first}{middle} {last}"
        identity = slug(name, used)
        every = chance.choice(CADENCES) if number % 3 == 0 else None
        handle = identity.replace("-", "")
        handles = {"linkedin": f"in/{handle}", "mastodon": f"@{handle}@example.org", "github": handle}
        return {
            "id": identity,
            "name": name,
            "aliases": self.maybe(0.25, lambda: [handle] + ([first[:3]] if chance.random() < 0.2 else [])),
            "groups": sorted(chance.sample(list(GROUPS), chance.choice([0, 0, 0, 1, 1, 2]))),
            "every": every,
            "late": "2y" if every and chance.random() < 0.15 else None,
            "met": self.dates.any_day(last=self.recent - datetime.timedelta(days=1)) if chance.random() < 0.8 else None,
            "met_at": None,
            "organisation": self.maybe(0.5, lambda: chance.choice(ORGANISATIONS)),
            "role": self.maybe(0.5, lambda: chance.choice(ROLES)),
            "city": self.maybe(0.6, lambda: chance.choice(CITIES)),
            "email": self.maybe(0.5, f"{identity}@example.org"),
            "birthday": self.maybe(0.3, self.birthday),
            "handles": self.maybe(0.5, lambda: dict(chance.sample(sorted(handles.items()), chance.randint(1, 3)))),
            "note": self.maybe(0.3, "Prefers voice messages; says \"later\" and means it."),
            "_first": first,
        }

    def birthday(self):
        chance = self.chance
        day = datetime.date(chance.randint(1950, 2002), chance.randint(1, 12), chance.randint(1, 28))
        return day if chance.random() < 0.6 else day.strftime("%m-%d")

    # Events

    def add_events(self):
        used = set()
        for number in range(12 * self.options.years + 3):
            # The last three are still to come.
            is_past = number < 12 * self.options.years
            ahead = datetime.timedelta(days=self.chance.randint(3, 90))
            start = self.dates.any_day() if is_past else self.until + ahead
            self.events.append(self.event(start, is_past and start < self.until, used))
        for person in self.people:
            attended = [event for event in self.events if event["met"] is not None and event["start"] < self.recent]
            if person["met"] and attended and self.chance.random() < 0.4:
                event = self.chance.choice(attended)
                person["met"] = event["start"]
                person["met_at"] = event["id"]
                event["met"].append(person["id"])
        self.events.sort(key=lambda event: (event["start"], event["id"]))

    def event(self, start, is_past, used):
        chance = self.chance
        is_conference = chance.random() < 0.3
        name = f"{chance.choice(CONFERENCES)} {start.year}" if is_conference else chance.choice(MEETUPS)
        status = chance.choices(["attended", "skipped"], [9, 1])[0] if is_past else chance.choice([None, "planned"])
        return {
            "id": slug(name if is_conference else f"{name} {start:%Y-%m}", used),
            "name": name,
            "start": start,
            "end": start + datetime.timedelta(days=chance.randint(1, 3)) if is_conference else None,
            "place": chance.choice(CITIES),
            "url": self.maybe(0.4, f"https://example.org/{slug(name)}"),
            "goal": self.maybe(0.5, f"Meet {chance.randint(1, 4)} compiler people"),
            "status": status,
            "met": [] if status == "attended" else None,
            "tags": chance.sample(TAGS, chance.choice([0, 0, 1, 2])),
            "note": self.maybe(0.3, "Good hallway track, the talks less so"),
        }

    # Interactions

    def add_interactions(self):
        total = self.options.interactions
        for person in self.people:
            if not person["_quiet"] and len(self.interactions) < total:
                day = self.dates.any_day(first=self.recent)
                self.interactions.append(self.interaction(day, [person], answered=True))
        by_id = {person["id"]: person for person in self.people}
        for event in self.events:
            for identity in event["met"] or []:
                if len(self.interactions) < total:
                    self.interactions.append(self.meeting_at(event, by_id[identity]))
        # Some people are seen far more often than others; nobody before the day they were met.
        known = sorted(self.people, key=lambda person: person["met"] or self.since)
        days = [person["met"] or self.since for person in known]
        weights = [1 / (1 + self.chance.randrange(len(known))) ** 0.7 for _ in known]
        sums = [0.0]
        for weight in weights:
            sums.append(sums[-1] + weight)
        while len(self.interactions) < total:
            day = self.dates.any_day()
            count = bisect.bisect_right(days, day)
            if count > 0:
                self.interactions.append(self.interaction(day, self.some_people(known, sums, count, day)))
        self.interactions.sort(key=lambda interaction: (in_order(interaction["date"]), interaction["id"]))

    def some_people(self, known, sums, count, day):
        chosen = []
        for _ in range(self.chance.choices([1, 2, 3], [82, 13, 5])[0]):
            for _ in range(100):
                person = known[min(bisect.bisect_right(sums, self.chance.random() * sums[count]), count) - 1]
                if not (person["_quiet"] and day >= self.recent - datetime.timedelta(days=10)):
                    if person not in chosen:
                        chosen.append(person)
                    break
        return chosen

    def interaction(self, day, people, answered=None):
        chance = self.chance
        kind, _, channels, usual = chance.choices(KINDS, [row[1] for row in KINDS])[0]
        channel = chance.choice(channels)
        moment = day
        if chance.random() < 0.12:
            time = datetime.time(chance.randint(7, 22), chance.choice([0, 15, 30, 45]))
            moment = datetime.datetime.combine(day, time)
        if answered is None and kind in ("message", "call") and chance.random() < 0.08:
            answered = False
        elif answered:
            answered = None
        note = chance.choice(NOTES).format(first=people[0]["_first"], city=chance.choice(CITIES))
        url = f"https://example.org/post/{chance.randrange(10000)}" if kind in ("comment", "share", "post") else None
        return {
            "id": self.ids.new(),
            "date": moment,
            "with": [person["id"] for person in people],
            "channel": channel if chance.random() < 0.97 else None,
            "mode": "online" if channel == "meeting" and chance.random() < 0.2 else None,
            "kind": kind if chance.random() < 0.9 else None,
            "by": self.maybe(0.5, lambda: usual or chance.choice(["me", "them"])),
            "help": self.maybe(0.15, lambda: chance.choice(["offered", "offered", "asked", "received"])),
            "answered": answered,
            "minutes": self.maybe(0.4, lambda: chance.choice([15, 20, 30, 45, 60, 90])) if kind in LONG_KINDS else None,
            "event": None,
            "tags": chance.sample(TAGS, chance.choices([0, 1, 2], [70, 22, 8])[0]),
            "note": note if chance.random() < 0.85 else None,
            "url": self.maybe(0.4, url),
            "closes": None,
        }

    def meeting_at(self, event, person):
        record = self.interaction(event["start"], [person], answered=True)
        record.update(date=event["start"], channel="meeting", kind="meeting", event=event["id"])
        record.update(mode=None, help=None, url=None)
        return record

    # Follow-ups

    def add_followups(self):
        total = self.options.followups
        open_count = round(total * 0.02)
        contacts = {}
        for interaction in self.interactions:
            if interaction["answered"] is not False:
                for identity in interaction["with"]:
                    contacts.setdefault(identity, []).append(interaction)
        self.first_names = {person["id"]: person["_first"] for person in self.people}
        latest = [interaction for interaction in self.interactions if day_of(interaction["date"]) >= self.recent]
        for number in range(total):
            if not self.interactions:
                break
            is_open = number < open_count
            origin = self.chance.choice(latest if is_open and latest else self.interactions)
            followup = self.followup(origin, is_open)
            if not is_open:
                self.close(followup, origin, contacts)
            self.followups.append(followup)
        self.followups.sort(key=lambda followup: (followup["created"], followup["id"]))

    def followup(self, origin, is_open):
        chance = self.chance
        created = day_of(origin["date"])
        due = created + datetime.timedelta(days=chance.choice([2, 3, 7, 7, 14, 14, 21, 30, 60]))
        if is_open:
            due = max(created, self.until + datetime.timedelta(days=chance.randint(-25, 35)))
        action = chance.choice(list(FOLLOWUPS))
        first = self.first_names[origin["with"][0]]
        return {
            "id": self.ids.new(),
            "created": created,
            "due": due,
            "with": origin["with"][:1],
            "action": action,
            "note": self.maybe(0.9, FOLLOWUPS[action].format(first=first, city=chance.choice(CITIES))),
            "event": origin["event"],
            "origin": origin["id"],
            "every": self.maybe(0.03, lambda: chance.choice(["2w", "1m", "+3m"])),
            "snoozed": self.maybe(0.12, lambda: chance.randint(1, 3)),
            "done": None,
            "dropped": None,
            "closed_by": None,
        }

    def close(self, followup, origin, contacts):
        """Done by a later contact where there is one, else without; a few are dropped."""
        chance = self.chance
        near = followup["due"] + datetime.timedelta(days=chance.randint(-5, 10))
        near = min(max(near, followup["created"]), self.until)
        if chance.random() < 0.06:
            followup["dropped"] = near
            return
        followup["done"] = near
        theirs = contacts.get(followup["with"][0], [])
        at = bisect.bisect_left(theirs, near.isoformat(), key=lambda contact: in_order(contact["date"]))
        for contact in theirs[at : at + 5]:
            if contact["closes"] is None and contact is not origin:
                followup["done"] = day_of(contact["date"])
                followup["closed_by"] = contact["id"]
                contact["closes"] = followup["id"]
                return

    # Files

    def write(self, directory):
        os.umask(0o077)
        directory.mkdir(parents=True, exist_ok=True)
        if any(directory.iterdir()):
            sys.exit(f"generate.py: {directory} is not empty")
        write_file(directory / "strategy.toml", self.strategy())
        groups = [block(f"[group.{name}]", {"every": every}) for name, every in GROUPS.items() if every]
        people = [block("[[person]]", person) for person in self.people]
        write_file(directory / "people.toml", "\n".join(people + groups))
        write_parts(directory / "log", "[[interaction]]", self.interactions, lambda record: f"{record['date']:%Y-%m}")
        write_parts(directory / "events", "[[event]]", self.events, lambda record: f"{record['start']:%Y}")
        write_parts(directory / "followups", "[[followup]]", self.followups, lambda record: f"{record['created']:%Y}")

    def strategy(self):
        day = datetime.timedelta(days=1)
        linkedin = {"id": "linkedin", "goals": ["compiler-role"], "audience": ["compiler-engineers"], "per_week": 20}
        tables = [
            ("[balance]", {"in_person": 40}),
            ("[in_person]", {"per_week": 2, "events_per_month": 1}),
            ("[[goal]]", {"id": "compiler-role", "text": "Find a senior compiler role", "by": self.until + 100 * day}),
            ("[[goal]]", {"id": "first-talk", "text": "Give a first talk", "done": self.until - 200 * day}),
            ("[[audience]]", {"id": "compiler-engineers", "text": "Compiler engineers in Europe"}),
            ("[[platform]]", linkedin | {"note": "Comment first, post on Tuesdays"}),
            ("[[platform]]", {"id": "mastodon", "per_week": 10}),
            ("[[platform]]", {"id": "github", "goals": ["compiler-role"], "per_week": 5}),
            ("[[platform]]", {"id": "blog"}),
            ("[[topic]]", {"id": "diagnostics", "text": "What good compiler diagnostics look like"}),
            ("[[channel]]", {"id": "climbing", "mode": "in-person"}),
        ]
        tables += [("[[post]]", self.post(number)) for number in range(1, 8 * self.options.years + 1)]
        return "\n".join(block(header, table) for header, table in tables)

    def post(self, number):
        on = self.dates.any_day()
        return {
            "id": self.ids.new(),
            "title": f"Lesson {number} from writing diagnostics",
            "platform": self.chance.choice(["linkedin", "blog"]),
            "topic": "diagnostics",
            "on": on,
            "published": self.maybe(0.9, min(on + datetime.timedelta(days=1), self.until)),
        }


def write_file(path, text):
    path.write_text(text, encoding="utf-8", newline="\n")


def write_parts(directory, header, records, part_of):
    directory.mkdir()
    parts = {}
    for record in records:
        parts.setdefault(part_of(record), []).append(block(header, record))
    for part, blocks in parts.items():
        write_file(directory / f"{part}.toml", "\n".join(blocks))


def count(text):
    number = int(text)
    if number < 0:
        raise ValueError
    return number


def positive(text):
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=pathlib.Path, help="where to; made, or empty")
    parser.add_argument("--interactions", type=count, default=100_000)
    parser.add_argument("--people", type=positive, default=500)
    parser.add_argument("--followups", type=count, default=5000)
    parser.add_argument("--years", type=positive, default=10)
    parser.add_argument("--until", type=datetime.date.fromisoformat, default=datetime.date(2026, 11, 22))
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    Journal(options).write(options.directory)


if __name__ == "__main__":
    main()
