"""A slow, obvious second opinion on problems, approvals, meetings and slow projects: plain Python over plain rows."""

from __future__ import annotations

import datetime as dt
from typing import Any

from tests.spec.second_opinion import has_started
from tests.spec.second_opinion_lights import past, progress_light, start_light, start_months_late

Row = dict[str, Any]
BANDS = ((0, 15), (16, 30), (31, 60), (61, 90), (91, 10_000))


def in_plan(rows: list[Row], projects: list[Row]) -> list[Row]:
    """The rows that belong to one of the projects, preparatory ones left out."""
    known = {row["project_id"] for row in projects if row["year_status"] != "preparatory"}
    return [row for row in rows if row["project_id"] in known]


def is_open(problem: Row, day: dt.date) -> bool:
    """Raised by the evening of the day and not cleared by then."""
    return problem["raised_on"] <= day and not past(problem["resolved_on"], day)


def overdue_days(problem: Row, day: dt.date) -> int | None:
    if problem["due_on"] is None or problem["due_on"] >= day:
        return None
    return (day - problem["due_on"]).days


def problem_list(problems: list[Row], day: dt.date) -> dict[str, tuple[int, int | None]]:
    """Days open and days overdue of each open problem."""
    return {p["problem_id"]: ((day - p["raised_on"]).days, overdue_days(p, day)) for p in problems if is_open(p, day)}


def ageing(problems: list[Row], day: dt.date) -> list[tuple[int, int, int, int]]:
    """Of each band: open problems, overdue ones, those not yet due, those without a date."""
    found = []
    for first, last in BANDS:
        own = [p for p in problems if is_open(p, day) and first <= (day - p["raised_on"]).days <= last]
        late = sum(1 for p in own if overdue_days(p, day) is not None)
        undated = sum(1 for p in own if p["due_on"] is None)
        found.append((len(own), late, len(own) - late - undated, undated))
    return found


def by_month(problems: list[Row], day: dt.date) -> list[tuple[int, int, int] | tuple[None, None, None]]:
    """Of each month of the year: raised, cleared, and open on its last day or on the day itself."""
    known = [p for p in problems if p["raised_on"] <= day]
    found: list[tuple[int, int, int] | tuple[None, None, None]] = []
    for month in range(1, 13):
        if month > day.month:
            found.append((None, None, None))
            continue
        after = dt.date(day.year + month // 12, month % 12 + 1, 1)
        last = min(after - dt.timedelta(days=1), day)
        raised = sum(1 for p in known if (p["raised_on"].year, p["raised_on"].month) == (day.year, month))
        cleared = [p["resolved_on"] for p in known if past(p["resolved_on"], day)]
        found.append((
            raised,
            sum(1 for one in cleared if (one.year, one.month) == (day.year, month)),
            sum(1 for p in known if is_open(p, last)),
        ))  # fmt: skip
    return found


def outcomes(meetings: list[Row], problems: list[Row], day: dt.date) -> dict[str, tuple[int, int, int, int, int]]:
    """Of each meeting of the year: problems raised, cleared, cleared on time, open, overdue."""
    found = {}
    for meeting in meetings:
        if meeting["held_on"] > day or meeting["held_on"].year != day.year:
            continue
        own = [p for p in problems if p["meeting_id"] == meeting["meeting_id"] and p["raised_on"] <= day]
        done = [p for p in own if past(p["resolved_on"], day)]
        on_time = [p for p in done if p["due_on"] is not None and p["resolved_on"] <= p["due_on"]]
        left = [p for p in own if p not in done]
        late = [p for p in left if overdue_days(p, day) is not None]
        found[meeting["meeting_id"]] = tuple(map(len, (own, done, on_time, left, late)))
    return found


def granted_of_due(approvals: list[Row], day: dt.date) -> tuple[int, int]:
    due = [a for a in approvals if a["due_on"] <= day]
    return sum(1 for a in due if past(a["done_on"], day)), len(due)


def approval_state(approval: Row, project: Row) -> str:
    """The state of an approval at the date of its project."""
    day = project["as_of"]
    if past(approval["done_on"], day):
        return "granted"
    waiting = not has_started(project, day) and past(project["planned_start"], day)
    if waiting and approval["due_on"] <= day:
        return "blocking"
    return "overdue" if approval["due_on"] < day else "due"


def is_slow(project: Row, milestones: list[Row]) -> bool:
    return progress_light(project, milestones) in ("yellow", "red")


def slow(course: list[tuple[Row | None, list[Row]]], dates: list[dt.date]) -> tuple[str, dt.date, int] | None:
    """The light, since when and for how many days a project is late; None for one that is not.

    `course` is the project with its milestones at each of the dates, None where it was not listed.
    """
    now, milestones = course[-1]
    assert now is not None
    if start_light(now) in ("yellow", "red") and start_months_late(now) is not None:
        light, since = start_light(now), now["planned_start"]
    elif has_started(now, now["as_of"]) and is_slow(now, milestones):
        light, since = progress_light(now, milestones), dates[-1]
        for (then, own), day in zip(reversed(course), reversed(dates), strict=True):
            if then is None or not is_slow(then, own):
                break
            since = day
    else:
        return None
    return str(light), since, (dates[-1] - since).days
