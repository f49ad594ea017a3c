#!/usr/bin/env python3
"""What other people's programs read of our vCards and calendars is what the journal has.

vobject and icalendar read everything, khard and khal too where they are installed."""
import datetime
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "support"))
import debian_python

debian_python.require(["vobject", "icalendar"], "python3-vobject python3-icalendar")
import icalendar
import vobject

KITH = os.environ["KITH_BINARY"]
ROOT = pathlib.Path(__file__).parents[2]

# Beside the example journal: what a format has signs of its own for, and lines that have to be folded. (icalendar 4
# parts categories at escaped commas, and takes an escaped backslash before an n for a line break: not in here.)
PEOPLE = r'''
[[person]]
id = "eve-o"
name = "Eve \"E;v,e\" O'Neill: \\ 2"
aliases = ["a,b", "c;d", "李波"]
groups = ["one, two", "three"]
organisation = "Semi; colon, & Sons"
role = "a\\nb"
city = "São Paulo, SP"
email = "eve+kith@example.org"
birthday = "02-29"
note = """
First line, with a comma; and more.
🦀🦀🦀🦀🦀🦀🦀🦀🦀🦀🦀🦀🦀🦀🦀🦀🦀🦀🦀🦀🦀🦀 and éééééééééééééééééééééééééééééééééééééééé
"""
'''
EVENTS = r'''
[[event]]
id = "night"
name = "Night; of, \\compilers\\"
start = 2026-12-31T18:30:00
end = 2027-01-01T02:00:00
place = "Rua da Rosa 1, 2.º\nLisboa"
tags = ["a b", "ç"]

[[event]]
id = "days"
name = "From a time to a day"
start = 2026-12-01T09:00:00
end = 2026-12-03
'''
FOLLOWUPS = r'''
[[followup]]
id = "t1met1me"
due = 2026-12-06T18:30:00
with = ["eve-o"]
note = "at a time; \"sharp\""
'''


def day(text):
    return datetime.date.fromisoformat(text)


def moment(text):
    """A day, or a day and a time."""
    return datetime.datetime.fromisoformat(text) if "T" in text else day(text)


class Exported(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.home = pathlib.Path(directory.name)
        self.journal = self.home / "journal"
        shutil.copytree(ROOT / "examples" / "journal", self.journal)
        for name, text in (("people.toml", PEOPLE), ("events/2026.toml", EVENTS), ("followups/2026.toml", FOLLOWUPS)):
            with (self.journal / name).open("a", encoding="utf-8") as file:
                file.write(text)
        self.variables = {"PATH": os.environ["PATH"], "HOME": directory.name, "LC_ALL": "C.UTF-8",
                          "KITH_DIR": str(self.journal), "KITH_TODAY": "2026-11-22"}

    def kith(self, *words, **variables):
        done = subprocess.run([KITH, *words], env={**self.variables, **variables}, capture_output=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.decode("utf-8")

    def stored(self):
        return json.loads(self.kith("export", "all"))

    def cards(self, version):
        text = self.kith("export", "people", "--as", "vcard", "--vcard", version)
        return {card.uid.value: card for card in vobject.readComponents(text)}

    def components(self, *words):
        """Those of the calendar, by their UIDs."""
        calendar = icalendar.Calendar.from_ical(self.kith("export", *words, "--as", "ics"))
        self.assertEqual(str(calendar["version"]), "2.0")
        return {str(each["uid"]): each for each in calendar.subcomponents}


class Cards(Exported):
    def test_a_card_has_what_the_person_has(self):
        for version in ("3.0", "4.0"):
            cards = self.cards(version)
            people = self.stored()["people"]
            self.assertEqual(sorted(cards), sorted(f"kith-person-{person['id']}" for person in people))
            for person in people:
                with self.subTest(version, person=person["id"]):
                    self.compare(cards[f"kith-person-{person['id']}"], person, version)

    def compare(self, card, person, version):
        def text(name):
            return getattr(card, name).value if hasattr(card, name) else None

        self.assertEqual(text("version"), version)
        self.assertEqual(text("fn"), person["name"])
        self.assertEqual(f"{card.n.value.given} {card.n.value.family}".strip(), person["name"])
        self.assertEqual(text("email"), person.get("email"))
        self.assertEqual(text("org"), [person["organisation"]] if "organisation" in person else None)
        self.assertEqual(text("title"), person.get("role"))
        self.assertEqual(card.adr.value.city if hasattr(card, "adr") else None, person.get("city"))
        self.assertEqual(text("note"), person.get("note"))
        self.assertEqual(text("categories"), person.get("groups"))
        self.assertEqual([line.value for line in card.contents.get("nickname", [])], person.get("aliases", []))
        handles = {line.type_param: line.value for line in card.contents.get("x-socialprofile", [])}
        before = {"linkedin": "https://www.linkedin.com/", "github": "https://github.com/"}
        self.assertEqual(handles, {network: before.get(network, "") + name
                                   for network, name in person.get("handles", {}).items()})
        self.compare_birthday(card, person.get("birthday"), version)

    def compare_birthday(self, card, birthday, version):
        if birthday is None:
            self.assertFalse(hasattr(card, "bday"))
        elif len(birthday) == 10:
            self.assertEqual(card.bday.value.replace("-", ""), birthday.replace("-", ""))
        elif version == "4.0":
            self.assertEqual(card.bday.value, "--" + birthday.replace("-", ""))
        else:
            self.assertEqual(card.bday.value, "1604-" + birthday)
            self.assertEqual(card.bday.params, {"X-APPLE-OMIT-YEAR": ["1604"]})

    def test_khard(self):
        if shutil.which("khard") is None:
            self.skipTest("no khard")
        for version in ("3.0", "4.0"):
            book = self.home / f"book-{version}"
            book.mkdir()
            text = self.kith("export", "people", "--as", "vcard", "--vcard", version)
            for number, card in enumerate(re.findall(r"BEGIN:VCARD.*?END:VCARD\r\n", text, re.DOTALL)):
                (book / f"{number}.vcf").write_text(card, encoding="utf-8", newline="")
            configuration = self.home / "khard.conf"
            configuration.write_text(f"[addressbooks]\n[[kith]]\npath = {book}\n[general]\n[contact table]\n"
                                     "display = formatted_name\n")
            done = subprocess.run(["khard", "-c", str(configuration), "list", "--parsable"], env=self.variables,
                                  text=True, capture_output=True, timeout=60)
            self.assertEqual(done.returncode, 0, done.stderr)
            listed = {line.split("\t")[0]: line.split("\t")[1] for line in done.stdout.splitlines()}
            people = self.stored()["people"]
            self.assertEqual(listed, {f"kith-person-{person['id']}": person["name"] for person in people})
            done = subprocess.run(["khard", "-c", str(configuration), "birthdays", "--parsable"], env=self.variables,
                                  text=True, capture_output=True, timeout=60)
            # khard takes a day without a year for one of 1900, which had no 29 February.
            known = [person for person in people if "birthday" in person
                     and (version == "3.0" or person["birthday"] != "02-29")]
            self.assertEqual(len(done.stdout.splitlines()), len(known))


class Calendars(Exported):
    def test_events(self):
        components = self.components("events")
        events = self.stored()["events"]
        self.assertEqual(sorted(components), sorted(f"kith-event-{event['id']}" for event in events))
        for event in events:
            with self.subTest(event["id"]):
                component = components[f"kith-event-{event['id']}"]
                self.assertEqual(component.name, "VEVENT")
                self.assertEqual(str(component["summary"]), event["name"])
                self.assertEqual(str(component.get("location", "")), event.get("place", ""))
                self.assertEqual(str(component.get("url", "")), event.get("url", ""))
                self.assertEqual(component.decoded("dtstart"), moment(event["start"]))
                categories = component["categories"].cats if "categories" in component else []
                self.assertEqual([str(each) for each in categories], event.get("tags", []))
                if event.get("goal"):
                    self.assertIn(event["goal"], str(component["description"]))
                if "T" not in event["start"]:
                    last = day(event.get("end", event["start"])[:10])
                    self.assertEqual(component.decoded("dtend"), last + datetime.timedelta(days=1))
        self.assertEqual(components["kith-event-night"].decoded("dtend"), datetime.datetime(2027, 1, 1, 2))
        self.assertEqual(components["kith-event-days"].decoded("dtend"), datetime.datetime(2026, 12, 4))

    def test_follow_ups(self):
        listed = json.loads(self.kith("followup", "list", "--json"))
        names = {person["id"]: person["name"] for person in self.stored()["people"]}
        for words, kind, start in (([], "VEVENT", "dtstart"), (["--tasks"], "VTODO", "due")):
            components = self.components("followups", *words, "--alarm", "1d")
            self.assertEqual(len(components), len(listed))
            for item in listed:
                computed = re.fullmatch(r"@([^/]*)(/birthday)?", item["id"])
                uid = (f"kith-{'birthday' if computed[2] else 'cadence'}-{computed[1]}" if computed
                       else f"kith-followup-{item['id']}")
                with self.subTest(uid, kind=kind):
                    component = components[uid]
                    self.assertEqual(component.name, kind)
                    self.assertEqual(component.decoded(start), moment(item["due"]))
                    who = ", ".join(names[each] for each in item["with"])
                    self.assertTrue(component["summary"].startswith(who + ": "), component["summary"])
                    self.assertIn(item.get("note", ""), str(component["summary"]))
                    self.assertIn(item["why"], str(component["description"]))
                    self.assertIn(item.get("last", {}).get("note", ""), str(component["description"]))
                    alarm, = component.subcomponents
                    before = datetime.timedelta(days=-1, hours=0 if "T" in item["due"] else 9)
                    self.assertEqual(alarm.decoded("trigger"), before)

    def test_birthdays(self):
        components = self.components("people")
        people = [person for person in self.stored()["people"] if "birthday" in person]
        self.assertEqual(sorted(components), sorted(f"kith-birthday-{person['id']}" for person in people))
        for person in people:
            with self.subTest(person["id"]):
                component = components[f"kith-birthday-{person['id']}"]
                birthday = person["birthday"]
                born = day(birthday if len(birthday) == 10 else "2000-" + birthday)
                self.assertEqual(component.decoded("dtstart"), born)
                self.assertEqual(component["rrule"]["freq"], ["YEARLY"])

    def test_born_on_a_leap_day_one_has_a_birthday_every_year(self):
        text = self.kith("export", "people", "--as", "ics", "--with", "eve-o")
        event, = vobject.readOne(text).vevent_list
        days = [each.date() for each in event.rruleset.between(datetime.datetime(2026, 1, 1),
                                                               datetime.datetime(2028, 12, 31))]
        self.assertEqual(days, [day("2026-02-28"), day("2027-02-28"), day("2028-02-29")])

    def test_all_has_each_once(self):
        components = self.components("all")
        birthdays = {uid for uid in components if uid.startswith("kith-birthday-")}
        self.assertEqual(birthdays, set(self.components("people")))
        self.assertEqual(set(components) - birthdays,
                         set(self.components("events")) | set(self.components("followups")) - birthdays)
        text = self.kith("export", "all", "--as", "ics")
        self.assertEqual(len(re.findall(r"^UID:", text, re.MULTILINE)), len(components))

    def test_khal(self):
        if shutil.which("khal") is None:
            self.skipTest("no khal")
        path = self.home / "kith.ics"
        path.write_text(self.kith("export", "events", "--as", "ics"), encoding="utf-8", newline="")
        configuration = self.home / "khal.conf"
        configuration.write_text(f"[calendars]\n[[kith]]\npath = {self.home}/calendar\n[default]\n[locale]\n")
        (self.home / "calendar").mkdir()
        done = subprocess.run(["khal", "-c", str(configuration), "printics", "-f", "{title}", str(path)],
                              env=self.variables, text=True, capture_output=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        for event in self.stored()["events"]:
            self.assertIn(event["name"], done.stdout)


class Subscriptions(Exported):
    def test_two_exports_are_equal(self):
        for words in (["people", "--as", "vcard"], ["all", "--as", "ics"], ["all"], ["all", "--anonymous"]):
            self.assertEqual(self.kith("export", *words), self.kith("export", *words))

    def test_an_edit_keeps_the_uid(self):
        cards, components = self.cards("3.0"), self.components("all")
        self.kith("person", "edit", "ana-souza", "--name", "Ana Maria Souza")
        self.kith("event", "edit", "night", "--name", "Another night", "--on", "2027-01-05", "--no-until")
        self.kith("followup", "snooze", "t1met1me", "2027-01-06")
        self.kith("log", "Coffee", "--with", "ana-souza")
        cards_after, after = self.cards("3.0"), self.components("all")
        self.assertEqual(set(cards_after), set(cards))
        self.assertEqual(set(after), set(components))
        self.assertEqual(cards_after["kith-person-ana-souza"].fn.value, "Ana Maria Souza")
        # Both keep their hours.
        for uid, now in [("kith-event-night", day("2027-01-05")), ("kith-followup-t1met1me", day("2027-01-06"))]:
            self.assertEqual(after[uid].decoded("dtstart").date(), now)
            self.assertEqual(after[uid].decoded("dtstart").time(), components[uid].decoded("dtstart").time())
        self.assertEqual(int(after["kith-followup-t1met1me"]["sequence"]), 1)
        self.assertGreater(after["kith-cadence-ana-souza"].decoded("dtstart"),
                           components["kith-cadence-ana-souza"].decoded("dtstart"))


class Anonymous(Exported):
    """The same days and figures, and nobody by name."""

    def toml(self, value):
        if isinstance(value, dict):
            return "{ " + ", ".join(f"{json.dumps(key)} = {self.toml(each)}" for key, each in value.items()) + " }"
        if isinstance(value, list):
            return "[" + ", ".join(map(self.toml, value)) + "]"
        is_date = isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d(T[\d:]+)?", value)
        return value if is_date else json.dumps(value, ensure_ascii=False)

    def write(self, directory, document):
        """The exported records as the files of a journal."""
        def add(name, header, record):
            path = directory / f"{name}.toml"
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a", encoding="utf-8") as file:
                lines = [f"{key} = {self.toml(value)}" for key, value in record.items()]
                file.write("\n".join([header, *lines]) + "\n\n")

        for group in document["groups"]:
            add("people", f"[group.{group.pop('name')}]", group)
        for person in document["people"]:
            add("people", "[[person]]", person)
        for entry in document["interactions"]:
            add(f"log/{entry['date'][:7]}", "[[interaction]]", entry)
        for event in document["events"]:
            add(f"events/{event['start'][:4]}", "[[event]]", event)
        for followup in document["followups"]:
            add(f"followups/{followup.get('created', followup['due'])[:4]}", "[[followup]]", followup)
        for kind in ("balance", "in_person"):
            add("strategy", f"[{kind}]", document["strategy"].pop(kind))
        for kind, records in [*document["strategy"].items(), ("post", document["posts"])]:
            for record in records:
                add("strategy", f"[[{kind}]]", record)

    def figures(self, directory, *words):
        """A report's, with the number of names in the place of names."""
        report = json.loads(self.kith("report", *words, "--json", KITH_DIR=str(directory)))
        report["people"]["new"] = len(report["people"]["new"])
        report["people"]["most"] = [each["count"] for each in report["people"]["most"]]
        for event in report["events"]:
            event["id"] = ""
        for platform in report["platforms"]:  # The one network of the journal's own has a number.
            platform["id"] = {"channel-1": "discourse"}.get(platform["id"], platform["id"])
        report["reconnect"] = sorted((each.get("last_contact", ""), each["every"]) for each in report["reconnect"])
        return report

    def test_figures_stay(self):
        other = self.home / "other"
        self.write(other, json.loads(self.kith("export", "all", "--anonymous")))
        for words in ([], ["month"], ["quarter", "--last"], ["year"]):
            with self.subTest(words):
                self.assertEqual(self.figures(other, *words), self.figures(self.journal, *words))

    def test_the_journal_as_exported_is_the_journal(self):
        other = self.home / "other"
        self.write(other, self.stored())
        self.assertEqual(self.kith("export", "all", KITH_DIR=str(other)), self.kith("export", "all"))

    def test_no_name_is_left(self):
        words = set()
        document = self.stored()
        for person in document["people"]:
            words |= {person["name"], person.get("city", ""), person.get("email", ""), person.get("organisation", ""),
                      *person.get("aliases", []), *person.get("handles", {}).values()}
        for event in document["events"]:
            words |= {event["name"], event.get("place", ""), event.get("goal", "")}
        words |= {record["id"] for record in document["people"] + document["events"] if "id" in record}
        words |= {record.get("note", "") for record in document["interactions"] + document["followups"]}
        words |= {tag for record in document["interactions"] for tag in record.get("tags", [])}
        words.discard("")
        for export in (["all"], ["all", "--as", "ics"], ["all", "--as", "markdown"], ["people", "--as", "vcard"],
                       ["people", "--as", "csv"], ["log", "--as", "csv"], ["events", "--as", "ics"],
                       ["followups", "--as", "ics", "--all"], ["followups", "--as", "csv", "--all"]):
            text = self.kith("export", *export, "--anonymous")
            found = sorted(word for word in words if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text))
            self.assertEqual(found, [], export)
            self.assertNotIn("BDAY", text)
            self.assertNotIn('"birthday"', text)


if __name__ == "__main__":
    unittest.main()
