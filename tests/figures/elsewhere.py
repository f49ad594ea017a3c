"""The figures that stand beside reports and agendas: today, people, platforms, and the side each entry is on."""

import agenda
import report
from calendar_days import day_of, period_at


def today(journal, day):
    """Of `kith --json`: the ids of what is due, the next event's, and the week's balance."""
    label, first, last = period_at("week", day, journal.week_start)
    entries = journal.within(first, last)
    counts = report.interactions(journal, "week", (label, first, last))
    del counts["previous_total"]
    ahead = [
        event
        for event in journal.events
        if day_of(event.get("end", event["start"])) >= day and event.get("status", "planned") == "planned"
    ]
    next_event = min(ahead, key=lambda event: day_of(event["start"]), default=None)
    return {
        "today": {"date": day.isoformat()},
        "due": [item.get("id") for item in agenda.agenda(journal, day) if agenda.is_pressing(item)],
        "event": next_event and day_of(next_event["start"]).isoformat(),
        "week": {"label": label, "from": first.isoformat(), "to": last.isoformat()}
        | counts
        | report.balance(journal, entries),
    }


def as_shown_today(answer):
    event = answer.get("event")
    return answer | {"due": [item.get("id") for item in answer["due"]], "event": event and event["start"][:10]}


def people(journal, day):
    """Of `person list --json`: when each was last in contact, and when anything but a birthday is due."""
    found = {}
    duties = [item for item in agenda.agenda(journal, day) if item["source"] != "birthday"]
    for person in journal.people:
        last = journal.last_contact(person["id"], day)
        due = [day_of(item["due"]) for item in duties if person["id"] in journal.named(item["with"])]
        found[person["id"]] = [last and day_of(last["date"]).isoformat(), *[day.isoformat() for day in sorted(due)[:1]]]
    return found


def as_shown_people(answer):
    return {row["id"]: [row.get("last_contact"), *([row["due"]] if "due" in row else [])] for row in answer}


def platforms(journal, day):
    """Of `strategy --json`: this week's actual of planned."""
    _, first, last = period_at("week", day, journal.week_start)
    return report.platforms(journal, journal.within(first, last), 7)


def as_shown_platforms(answer):
    return [{key: row[key] for key in ("id", "planned", "actual") if key in row} for row in answer.get("platform", [])]


def modes(journal, _):
    """Of `log list --json`: each entry's id and side, by day."""
    entries = sorted(journal.interactions, key=lambda entry: day_of(entry["date"]))
    return [[entry.get("id"), journal.mode(entry)] for entry in entries]


def as_shown_modes(answer):
    return [[row.get("id"), row["mode"]] for row in answer]
