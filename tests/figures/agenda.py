"""What is due on a day, and why: a second, deliberately simple implementation."""

import datetime
import fractions

from calendar_days import WEEK, add, birthdays_near, day_of, place_in_time

STATES = ["overdue", "due", "upcoming"]


def agenda(journal, today):
    """The items as `followup list --json` has them, most pressing first."""
    still_open = [record for record in journal.followups if "done" not in record and "dropped" not in record]
    return agenda_with(journal, today, still_open, today)


def agenda_with(journal, today, followups, now):
    """The same as of any day, `today`, where these follow-ups are open; now is the day on which that is asked."""
    found = [written(journal, record, today) for record in followups]
    taken = {person for record in followups for person in journal.named(record.get("with", []))}
    for person in journal.people:
        if person["id"] not in taken:
            found += cadence(journal, person, today, now)
        found += birthday(journal, person, today)
    return sorted(found, key=urgency_order)


def urgency_order(item):
    urgency = 0 if item["state"] == "upcoming" else -item["urgency"]
    return STATES.index(item["state"]), urgency, place_in_time(item["due"]), item.get("id", "")


def state_of(due, today):
    return "overdue" if due < today else "due" if due == today else "upcoming"


def item_of(journal, source, due, with_, today, **more):
    """What all three sources share; the last contact is that of the first person."""
    day = day_of(due)
    item = {"source": source, "due": due, "state": state_of(day, today), "with": with_}
    item["urgency"] = fractions.Fraction((today - day).days)
    first = journal.named(with_)[:1]
    item["last"] = journal.last_contact(first[0], today) if first else None
    latest = journal.last_contact(first[0], today, attempts_too=True) if first else None
    item["tried"] = latest is not item["last"]
    return item | more


def written(journal, record, today):
    more = {key: record[key] for key in ("id", "every") if key in record}
    return item_of(journal, "written", record["due"], record.get("with", []), today, **more)


def cadence_of(journal, person):
    """The period that holds for somebody, its `late` and its group: one's own, else the shortest of the groups'."""
    if "every" in person:
        return person["every"], person.get("late"), None
    groups = [(name, journal.groups.get(name, {})) for name in person.get("groups", [])]
    with_cadence = [(name, group) for name, group in groups if "every" in group]
    if not with_cadence:
        return None
    # A month counts as one of 31 days here, whatever the season.
    name, group = min(with_cadence, key=lambda row: add(datetime.date(2026, 1, 1), row[1]["every"]))
    return group["every"], person.get("late", group.get("late")), name


def cadence(journal, person, today, now):
    applies = cadence_of(journal, person)
    if applies is None:
        return []
    last = journal.last_contact(person["id"], today)
    since = day_of(last["date"]) if last else day_of(person.get("met", now))
    every, late, group = applies
    due = add(since, every) if last else since
    due = max(due, day_of(person.get("snoozed_until", due)))
    item = item_of(journal, "cadence", due, [person["id"]], today, id="@" + person["id"], every=every, group=group)
    start = since if last else due
    item["urgency"] /= (add(start, every) - start).days
    if late and due < today <= add(since, late):
        item["state"] = "due"
    return [item]


def birthday(journal, person, today):
    found = []
    for day in birthdays_near(person["birthday"], today) if "birthday" in person else []:
        item = item_of(journal, "birthday", day, [person["id"]], today, id=f"@{person['id']}/birthday")
        in_contact = item["last"] and day_of(item["last"]["date"]) >= day - WEEK
        # A snooze to a day about the birthday was meant for it, a longer one for the cadence.
        is_put_off = today < day_of(person.get("snoozed_until", today)) <= day + 2 * WEEK
        if not in_contact and not is_put_off:
            found.append(item)
    return found


def is_pressing(item):
    return item["state"] != "upcoming" or item["source"] == "birthday"


def shown(item):
    """An item as the JSON has it, as far as it is checked."""
    keys = {key: item[key] for key in ("id", "every", "source", "state", "with") if key in item}
    keys["due"] = item["due"].isoformat()
    if item["last"]:
        moment = item["last"]["date"]
        keys["last"] = {"date": moment.isoformat()}
        if item["last"].get("note"):
            keys["last"]["note"] = item["last"]["note"]
    keys["tried"] = item["tried"]
    if item["source"] == "cadence":
        keys["group"] = item["group"]
    return keys
