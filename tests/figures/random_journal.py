"""Makes up a small journal with everything in it that could be counted wrongly; the same one for the same seed."""

import datetime

import toml_text
from calendar_days import day_of
from journal import IN_PERSON, ONLINE

# Days about which something happens: ends of years, leap days, years of 53 weeks, and an ordinary one.
CENTRES = ["2020-12-31", "2024-02-29", "2024-12-30", "2026-01-01", "2026-11-22", "2027-01-03", "2028-02-28"]
PEOPLE = "ana-souza bo-li nora-o-neill 佐藤健 lukasz-wojcik ravi eva-ruiz eva dana-o tomas x zoë".split()
STRANGERS = ["who-is-that", "Ana Souza"]
GROUPS = ["rust", "mentors", "old-team", "family"]  # not all of them have a table
PERIODS = ["3d", "1w", "10d", "2w", "3w", "4w", "30d", "6w", "1m", "2m", "3m", "1y"]
KINDS = ["comment", "share", "advice", "message", "call", "meeting", "introduction", "collaboration", "post"]
PLATFORMS = ["linkedin", "mastodon", "github"]
OWN_CHANNELS = ["climbing", "voice", "letters", "walk"]  # the last one is built in, too
NOTES = ["Coffee with Ana", "so \"they\" said", "Über die Brücke", "a # b", "'quoted'", ""]


def put_times_in_order(interactions):
    """Within a day nobody can say whether an entry without a time is the later one: the one that stands later is."""
    by_day = {}
    for entry in interactions:
        if isinstance(entry["date"], datetime.datetime):
            by_day.setdefault(entry["date"].date(), []).append(entry)
    for entries in by_day.values():
        for entry, moment in zip(entries, sorted(entry["date"] for entry in entries)):
            entry["date"] = moment


class RandomJournal:
    """The records of a journal, and the day it is looked at."""

    def __init__(self, chance):
        self.chance = chance
        centre = datetime.date.fromisoformat(chance.choice(CENTRES))
        self.today = centre + datetime.timedelta(days=chance.randint(-9, 9))
        self.numbers = iter(range(10**6))
        self.is_in_order = chance.random() < 0.7
        self.groups = {name: self.group() for name in GROUPS if self.maybe(0.7)}
        self.event_ids = [f"event-{number}" for number in range(chance.randint(0, 4))]
        self.people = [self.person(name) for name in chance.sample(PEOPLE, chance.randint(0, len(PEOPLE)))]
        known = [name for person in self.people for name in [person["id"], *person.get("was", [])]]
        self.names = known + (STRANGERS if self.maybe(0.3) else [])
        self.events = self.some(len(self.event_ids), self.event, "start")
        self.interactions = self.some(chance.choice([0, 3, 20, 40, 60]), self.interaction, "date")
        put_times_in_order(self.interactions)
        self.followups = self.some(chance.choice([0, 2, 8, 16]), self.followup, "created")

    def maybe(self, share):
        return self.chance.random() < share

    def day(self, before, after):
        """A day near today, seldom years ago, seldom with a time."""
        far = self.chance.choice([before // 20, before // 4, before]) if self.maybe(0.95) else 6 * before
        day = self.today + datetime.timedelta(days=self.chance.randint(-far, min(far, after)))
        if self.maybe(0.1):  # so long ago that a cadence runs out today
            day = self.today - datetime.timedelta(days=self.chance.choice([3, 7, 10, 14, 21, 28, 30, 42]))
        time = datetime.time(self.chance.randint(0, 23), self.chance.choice([0, 30]))
        return datetime.datetime.combine(day, time) if self.maybe(0.15) else day

    def record_id(self):
        return f"{next(self.numbers):04}{self.chance.choice(['abcd', 'xyzw', 'q0q0'])}"

    def with_optional(self, record, **optional):
        """Adds the values that come with a likelihood: key = (likelihood, how to make one)."""
        for key, (share, value) in optional.items():
            if self.maybe(share):
                record[key] = value()
        return record

    def some(self, count, make, key):
        """So many records, in order where the journal is; seldom one of them stands there twice."""
        made = [make() for _ in range(count)]
        if self.is_in_order:
            made.sort(key=lambda record: day_of(record[key]))
        if made and self.maybe(0.1):
            number = self.chance.randrange(len(made))
            made.insert(number, made[number])
        return made

    def without_id(self, record):
        """As somebody writes it by hand, seldom."""
        if self.maybe(0.03):
            del record["id"]
        return record

    # People

    def group(self):
        pick = self.chance.choice
        return self.with_optional({}, every=(0.8, lambda: pick(PERIODS)), late=(0.3, lambda: pick(PERIODS)))

    def person(self, name):
        pick = self.chance.choice
        return self.with_optional(
            {"id": name, "name": name.title()},
            was=(0.2, lambda: ["was-" + name, "once-" + name]),
            groups=(0.6, lambda: self.chance.sample(GROUPS, self.chance.randint(1, 3))),
            every=(0.4, lambda: pick(PERIODS)),
            late=(0.2, lambda: pick(PERIODS)),
            snoozed_until=(0.15, lambda: day_of(self.day(60, 60))),
            met=(0.6, lambda: day_of(self.day(400, 10))),
            met_at=(0.4, lambda: pick(self.event_ids or ["elsewhere"])),
            birthday=(0.5, self.birthday),
        )

    def birthday(self):
        day = self.today + datetime.timedelta(days=self.chance.choice([-8, -7, -3, -1, 0, 1, 5, 7, 8, 100]))
        if self.maybe(0.2):
            day = datetime.date(2024, 2, 29)
        return datetime.date(1988, day.month, day.day) if self.maybe(0.6) else f"{day:%m-%d}"

    def some_people(self, most):
        count = min(len(self.names), self.chance.randint(0, most))
        return self.chance.sample(self.names, count)

    # What happened

    def event(self):
        start = self.day(200, 60)
        length = datetime.timedelta(days=self.chance.randint(1, 4))
        return self.without_id(
            self.with_optional(
                {"id": self.event_ids[next(self.numbers) % len(self.event_ids)], "name": "Event", "start": start},
                end=(0.4, lambda: day_of(start) + length),
                status=(0.7, lambda: self.chance.choice(["planned", "attended", "attended", "skipped"])),
                met=(0.8, lambda: self.some_people(5)),
            )
        )

    def interaction(self):
        pick = self.chance.choice
        channels = sorted(ONLINE | IN_PERSON) + 4 * PLATFORMS + 2 * OWN_CHANNELS + ["pigeon"]
        record = {"id": self.record_id(), "date": self.day(260, 30)}
        if self.events and self.maybe(0.3):
            event = pick(self.events)
            record["date"] = day_of(event["start"]) + datetime.timedelta(days=pick([0, 0, 1, 2, 5]))
            record["event"] = event.get("id", "event-0")
        return self.without_id(
            self.with_optional(
                record,
                **{"with": (0.8, lambda: self.some_people(3))},
                channel=(0.85, lambda: pick(channels)),
                mode=(0.1, lambda: pick(["online", "in-person"])),
                kind=(0.7, lambda: pick(KINDS + 3 * ["meeting"])),
                by=(0.3, lambda: pick(["me", "them"])),
                help=(0.2, lambda: pick(["offered", "asked", "received"])),
                answered=(0.2, lambda: pick([True, False, False])),
                minutes=(0.1, lambda: pick([5, 90])),
                note=(0.6, lambda: pick(NOTES)),
            )
        )

    # What is planned

    def followup(self):
        pick = self.chance.choice
        created = self.day(200, 0)
        due = day_of(created) + datetime.timedelta(days=pick([0, 2, 7, 14, 40]))
        if self.maybe(0.4):
            due = max(day_of(created), self.today + datetime.timedelta(days=self.chance.randint(-10, 10)))
        closed = min(day_of(created) + datetime.timedelta(days=pick([0, 2, 7, 9, 60])), self.today)
        record = self.with_optional(
            {"id": self.record_id(), "created": created, "due": due},
            **{"with": (0.9, lambda: self.some_people(2))},
            action=(0.5, lambda: pick(["coffee", "message", "share"])),
            event=(0.4, lambda: pick(self.event_ids or ["elsewhere"])),
            every=(0.2, lambda: pick(PERIODS + ["+2w"])),
            snoozed=(0.2, lambda: 1),
            note=(0.5, lambda: pick(NOTES)),
        )
        if self.maybe(0.1):
            record["due"] = datetime.datetime.combine(due, datetime.time(pick([9, 18])))
        if self.maybe(0.55):
            record[pick(["done", "done", "done", "dropped"])] = closed
        return self.without_id(record)

    def post(self):
        on = day_of(self.day(120, 60))
        post = self.with_optional({"id": self.record_id(), "title": "A post"}, on=(0.9, lambda: on))
        if self.maybe(0.6):
            closed = on + datetime.timedelta(days=self.chance.randint(-3, 9))
            post[self.chance.choice(["published", "published", "dropped"])] = closed
        return post

    def strategy(self):
        pick = self.chance.choice
        blocks = []
        if self.maybe(0.7):
            blocks.append(("[balance]", {"in_person": self.chance.randint(0, 100)}))
        if self.maybe(0.7):
            few = (0.7, lambda: self.chance.randint(0, 5))
            blocks.append(("[in_person]", self.with_optional({}, per_week=few, events_per_month=few)))
        for name in self.chance.sample(PLATFORMS, self.chance.randint(0, 3)):
            platform = self.with_optional({"id": name}, per_week=(0.8, lambda: self.chance.randint(0, 9)))
            blocks.append(("[[platform]]", platform))
        for name in self.chance.sample(OWN_CHANNELS, self.chance.randint(0, 3)):
            channel = self.with_optional({"id": name}, mode=(0.9, lambda: pick(["online", "in-person"])))
            blocks.append(("[[channel]]", channel))
        return blocks + [("[[post]]", self.post()) for _ in range(self.chance.randint(0, 6))]

    def write(self, directory):
        chance = self.chance
        groups = [toml_text.block(chance, f"[group.{name}]", group) for name, group in self.groups.items()]
        people = [toml_text.block(chance, "[[person]]", person) for person in self.people]
        toml_text.write(chance, directory / "people.toml", groups + people if self.maybe(0.5) else people + groups)
        strategy = [toml_text.block(chance, header, table) for header, table in self.strategy()]
        toml_text.write(chance, directory / "strategy.toml", strategy)
        if self.maybe(0.5):
            start = chance.choice(["monday", "sunday", "sunday"])
            toml_text.write(chance, directory / "config.toml", [f'week_start = "{start}"\n'])
        write_parts = toml_text.write_parts
        write_parts(chance, directory / "log", "interaction", self.interactions, lambda row: f"{row['date']:%Y-%m}")
        write_parts(chance, directory / "events", "event", self.events, lambda row: f"{row['start']:%Y}")
        write_parts(chance, directory / "followups", "followup", self.followups, lambda row: f"{row['created']:%Y}")
