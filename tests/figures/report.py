"""Every figure of the balance report: a second, deliberately simple implementation."""

import collections
import statistics

import agenda
from calendar_days import WEEK, day_of, period_before, place_in_time


def report(journal, kind, period, today):
    """What `report --json` has to say about a period of that kind, on that day."""
    label, first, last = period
    as_of = min(last, today)
    entries = journal.within(first, last)
    return {
        "period": {"kind": kind, "label": label, "from": first.isoformat(), "to": last.isoformat()},
        "interactions": interactions(journal, kind, period),
        "balance": balance(journal, entries),
        "platforms": platforms(journal, entries, (last - first).days + 1),
        "kinds": dict(collections.Counter(entry["kind"] for entry in entries if "kind" in entry)),
        "help": {way: sum(entry.get("help") == way for entry in entries) for way in ("offered", "asked", "received")},
        "people": people(journal, entries, first, last),
        "events": events(journal, first, last, today),
        "followups": followups(journal, first, last, as_of),
        "posts": posts(journal, first, last),
        "trend": trend(journal, kind, period),
        "reconnect": reconnect(journal, as_of, today),
        "log": log(entries, first, as_of),
    }


def sides(journal, entries):
    return collections.Counter(journal.mode(entry) for entry in entries)


def interactions(journal, kind, period):
    _, first, last = period
    entries = journal.within(first, last)
    counts = sides(journal, entries)
    _, first_before, last_before = period_before(kind, period, journal.week_start)
    return {
        "total": len(entries),
        "online": counts["online"],
        "in_person": counts["in-person"],
        "unclassified": counts["unclassified"],
        "attempts": sum(not entry.get("answered", True) for entry in entries),
        "previous_total": len(journal.within(first_before, last_before)),
    }


def balance(journal, entries):
    counts = sides(journal, entries)
    classified = counts["online"] + counts["in-person"]
    found = {}
    if classified:
        in_person = rounded_half_up(100 * counts["in-person"], classified)
        found = {"online_percent": 100 - in_person, "in_person_percent": in_person}
    target = journal.strategy.get("balance", {}).get("in_person")
    return found if target is None else found | {"target_in_person_percent": target}


def rounded_half_up(number, parts):
    return (2 * number + parts) // (2 * parts)


def platforms(journal, entries, days):
    found = []
    for platform in journal.strategy.get("platform", []):
        row = {"id": platform["id"]}
        if "per_week" in platform:
            row["planned"] = rounded_half_up(platform["per_week"] * days, 7)
        row["actual"] = sum(entry.get("channel") == platform["id"] for entry in entries)
        found.append(row)
    return found


def people(journal, entries, first, last):
    counts = collections.Counter(person for entry in entries for person in journal.named(entry.get("with", [])))
    most = sorted(counts.items(), key=lambda row: (-row[1], row[0]))[:5]
    new = [person["id"] for person in journal.people if "met" in person and first <= day_of(person["met"]) <= last]
    return {
        "distinct": len(counts),
        "new": new,
        "most": [{"id": person, "count": count} for person, count in most],
    }


def events(journal, first, last, today):
    by_date = sorted(journal.events, key=lambda event: place_in_time(event["start"]))
    return [
        event_figures(journal, event, today)
        for event in by_date
        if first <= day_of(event["start"]) <= last and event.get("status") != "skipped"
    ]


def event_figures(journal, event, today):
    met = journal.named(event.get("met", []))
    met_at = {person["id"]: person.get("met_at") for person in journal.people}
    lags = [lag for lag in (lag_of(journal, event, person, today) for person in met) if lag is not None]
    figures = {"id": event["id"]} if "id" in event else {}
    figures["met"] = len(met)
    figures["met_new"] = sum("id" in event and met_at.get(person) == event["id"] for person in met)
    figures["followed_up"] = len(lags)
    if lags:
        figures["median_lag_days"] = statistics.median(lags)
    return figures


def lag_of(journal, event, person, today):
    """The days from an event's last day to the first thing that came of having met somebody there."""
    end = day_of(event.get("end", event["start"]))
    days = [
        day_of(entry["date"])
        for entry in journal.interactions
        if person in journal.named(entry.get("with", [])) and not is_meeting_at(entry, event)
    ]
    days += [
        day_of(record["done"])
        for record in journal.followups
        if "done" in record
        and "id" in event
        and record.get("event") == event["id"]
        and person in journal.named(record.get("with", []))
    ]
    return min(((day - end).days for day in days if end < day <= today), default=None)


def is_meeting_at(entry, event):
    return "id" in event and entry.get("event") == event["id"] and entry.get("kind") == "meeting"


def followups(journal, first, last, as_of):
    def closed_within(key):
        return [record for record in journal.followups if key in record and first <= day_of(record[key]) <= last]

    still_open = [day_of(record["due"]) for record in journal.followups if was_open(record, as_of)]
    done = closed_within("done")
    return {
        "done": len(done),
        "on_time": sum(day_of(record["done"]) <= day_of(record["due"]) for record in done),
        "dropped": len(closed_within("dropped")),
        "overdue": sum(due < as_of for due in still_open),
        "due_next": sum(as_of < due <= as_of + WEEK for due in still_open),
    }


def was_open(record, day):
    closed = record.get("done", record.get("dropped"))
    return day_of(record.get("created", day)) <= day and (closed is None or day_of(closed) > day)


def posts(journal, first, last):
    def within(key):
        kept = [post for post in journal.strategy.get("post", []) if key in post and "dropped" not in post]
        return sum(first <= day_of(post[key]) <= last for post in kept)

    return {"planned": within("on"), "published": within("published")}


def trend(journal, kind, period):
    periods = [period]
    for _ in range(7):
        periods.insert(0, period_before(kind, periods[0], journal.week_start))
    points = []
    for label, first, last in periods:
        counts = sides(journal, journal.within(first, last))
        points.append({"label": label, "online": counts["online"], "in_person": counts["in-person"]})
    return points


def reconnect(journal, as_of, today):
    rows = []
    still_open = [record for record in journal.followups if was_open(record, as_of)]
    for item in agenda.agenda_with(journal, as_of, still_open, today):
        if item["source"] == "cadence" and item["state"] != "upcoming":
            row = {"id": item["with"][0], "every": item["every"]}
            if item["last"]:
                row["last_contact"] = day_of(item["last"]["date"]).isoformat()
            rows.append(row)
    return rows


def log(entries, first, as_of):
    written = {day_of(entry["date"]) for entry in entries if day_of(entry["date"]) <= as_of}
    days = max(0, (as_of - first).days + 1)
    return {"days": days, "silent_days": days - len(written)}
