"""What `report --as csv` has: the figures of the JSON, the period before, and what the targets come to."""

import calendar
import fractions
import math

import report
from calendar_days import DAY, day_of, period_before


def rows(journal, kind, period, figures):
    """Section, key and value of everything; an item of a list goes by its id or label."""
    compared = {"before": before(journal, kind, period), "planned": planned(journal, period)}
    return sorted(row for section, content in (figures | compared).items() for row in rows_of(section, "", content))


def rows_of(section, key, content):
    found = []
    if isinstance(content, dict):
        for name, value in content.items():
            found += rows_of(section, f"{key}.{name}".strip("."), value)
    elif isinstance(content, list):
        for item in content:
            is_named = isinstance(item, dict)
            name = item.get("id", item.get("label", "")) if is_named else ""
            rest = {part: item[part] for part in item if part not in ("id", "label")} if is_named else item
            found += rows_of(section, f"{key}.{name}".strip("."), rest)
    else:
        found.append((section, key, content if isinstance(content, str) else f"{content:g}"))
    return found


def before(journal, kind, period):
    """The same of the period before."""
    label, first, last = period_before(kind, period, journal.week_start)
    entries = journal.within(first, last)
    counts = report.sides(journal, entries)
    done = [day_of(record["done"]) for record in journal.followups if "done" in record]
    figures = {
        "label": label,
        "total": len(entries),
        "online": counts["online"],
        "in_person": counts["in-person"],
        "unclassified": counts["unclassified"],
        "people": len({person for entry in entries for person in journal.named(entry.get("with", []))}),
        "followups_done": sum(first <= day <= last for day in done),
    }
    percent = report.balance(journal, entries).get("in_person_percent")
    return figures if percent is None else figures | {"in_person_percent": percent}


def planned(journal, period):
    """What the targets in person come to: of a month its share of days in the period."""
    _, first, last = period
    days = [first + number * DAY for number in range((last - first).days + 1)]
    targets = journal.strategy.get("in_person", {})
    figures = {}
    if "per_week" in targets:
        figures["in_person"] = report.rounded_half_up(targets["per_week"] * len(days), 7)
    if "events_per_month" in targets:
        months = sum(fractions.Fraction(1, calendar.monthrange(day.year, day.month)[1]) for day in days)
        figures["events"] = math.floor(targets["events_per_month"] * months + fractions.Fraction(1, 2))
    return figures
