"""Days, periods such as 3w, and the report's periods, as plainly as they can be said."""

import calendar
import datetime

WEEK = datetime.timedelta(days=7)
DAY = datetime.timedelta(days=1)


def day_of(moment):
    """The day of a TOML local date or local date-time."""
    return moment.date() if isinstance(moment, datetime.datetime) else moment


def place_in_time(moment):
    """Sorts moments: of one day, one without a time comes first."""
    return day_of(moment), moment.time().isoformat() if isinstance(moment, datetime.datetime) else ""


def add(day, period):
    """`day` plus 3d, 2w, 1m or 1y; months and years stop at the month's end."""
    count, unit = int(period[:-1]), period[-1]
    if unit in "dw":
        return day + datetime.timedelta(days=count * (7 if unit == "w" else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "y" else 1)
    year, month = months // 12, months % 12 + 1
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def period_at(kind, day, week_start):
    """The period of a kind that has a day in it: its label, first and last day."""
    if kind == "week":
        since_start = day.weekday() if week_start == "monday" else day.isoweekday() % 7
        first = day - since_start * DAY
        monday = first if week_start == "monday" else first + DAY
        year, week, _ = monday.isocalendar()
        return f"{year}-W{week:02}", first, first + 6 * DAY
    if kind == "year":
        return f"{day.year}", datetime.date(day.year, 1, 1), datetime.date(day.year, 12, 31)
    if kind == "month":
        first = day.replace(day=1)
        return f"{day:%Y-%m}", first, add(first, "1m") - DAY
    quarter = (day.month - 1) // 3
    first = datetime.date(day.year, 3 * quarter + 1, 1)
    return f"{day.year}-Q{quarter + 1}", first, add(first, "3m") - DAY


def custom_period(first, last):
    return f"{first}..{last}", first, last


def period_before(kind, period, week_start):
    """The whole period before; of a custom one as many days before."""
    _, first, last = period
    if kind == "custom":
        return custom_period(first - (last - first) - DAY, first - DAY)
    return period_at(kind, first - DAY, week_start)


def birthdays_near(birthday, today):
    """The days within a week of today on which a birthday (a date, or "05-02") is kept."""
    month, number = map(int, str(birthday).split("-")[-2:])
    kept = []
    for year in (today.year - 1, today.year, today.year + 1):
        is_short = (month, number) == (2, 29) and not calendar.isleap(year)
        day = datetime.date(year, month, 28 if is_short else number)
        if abs(day - today) <= WEEK:
            kept.append(day)
    return kept
