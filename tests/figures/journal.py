"""A journal as Python's tomllib reads it: plain dictionaries, and what a word in them means."""

import tomllib

from calendar_days import day_of

ONLINE = {"email", "call", "video", "chat", "message"}
IN_PERSON = {"coffee", "lunch", "dinner", "drinks", "walk", "visit", "meeting", "meetup", "conference", "workshop"}


class Journal:
    def __init__(self, directory):
        people = read(directory / "people.toml")
        self.people = people.get("person", [])
        self.groups = people.get("group", {})
        self.strategy = read(directory / "strategy.toml")
        self.week_start = read(directory / "config.toml").get("week_start", "monday")
        self.interactions = records(directory / "log", "interaction")
        self.events = records(directory / "events", "event")
        self.followups = records(directory / "followups", "followup")
        self.now_called = {former: person["id"] for person in self.people for former in person.get("was", [])}

    def named(self, words):
        """The ids that stand in a `with` or `met`, each once: former ids mean the present one."""
        return list(dict.fromkeys(self.now_called.get(word, word) for word in words))

    def mode(self, interaction):
        """online, in-person or unclassified: what the record says, else what its channel is."""
        if "mode" in interaction:
            return interaction["mode"]
        channel = interaction.get("channel")
        for own in self.strategy.get("channel", []):
            if own["id"] == channel:
                return own.get("mode", "unclassified")
        if channel in ONLINE or channel in [platform["id"] for platform in self.strategy.get("platform", [])]:
            return "online"
        return "in-person" if channel in IN_PERSON else "unclassified"

    def within(self, first, last):
        """The interactions from one day to another, both included."""
        return [entry for entry in self.interactions if first <= day_of(entry["date"]) <= last]

    def last_contact(self, person, today, attempts_too=False):
        """The latest interaction with somebody up to today, or None; what was not answered is an attempt."""
        contacts = [
            entry
            for entry in self.interactions
            if person in self.named(entry.get("with", []))
            and (attempts_too or entry.get("answered", True))
            and day_of(entry["date"]) <= today
        ]
        return max(enumerate(contacts), key=day_and_place, default=(None, None))[1]


def day_and_place(numbered):
    """Of one day the one that stands last is the latest."""
    number, entry = numbered
    return day_of(entry["date"]), number


def read(path):
    return tomllib.loads(path.read_text(encoding="utf-8-sig")) if path.exists() else {}


def records(directory, kind):
    """All records of a directory's files; two identical ones with one id are one."""
    found = []
    for path in sorted(directory.glob("*.toml")):
        for record in read(path).get(kind, []):
            if "id" not in record or record not in found:
                found.append(record)
    return found
