"""The problems of generated projects: raised at a meeting or between two, cleared in time, late or not yet."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from random import Random
from typing import Any

from data.demo.course import LAST, Course, known, listed
from data.demo.meetings import meetings
from data.demo.names import KIND_OF_REASON, PROBLEMS

Row = dict[str, Any]
PROBLEM_COUNT = 190
AT_MEETINGS = 0.45
DAYS_GIVEN = (14, 21, 30, 45)
# In time, late, not at all.
OUTCOMES = (70, 18, 12)


def problem_rows(as_of: dt.date) -> list[Row]:
    """The problems raised by a date of 2022; named projects have none."""
    return [_as_known(row, as_of) for row in _problems() if row["raised_on"] <= as_of]


@lru_cache(maxsize=1)
def _problems() -> tuple[Row, ...]:
    rng = Random(77)
    able = [course for course in listed(LAST) if not course.is_named and not course.actual_finish]
    delayed = [course for course in able if course.delay_reason]
    chosen = [*delayed, *rng.choices(able, k=PROBLEM_COUNT - len(delayed))]
    rows = sorted((_problem(rng, course) for course in chosen), key=lambda row: (row["raised_on"], row["project_id"]))
    return tuple({"problem_id": f"W2022-{number:03d}", **row} for number, row in enumerate(rows, 1))


def _problem(rng: Random, course: Course) -> Row:
    kind = KIND_OF_REASON.get(course.delay_reason or "") or rng.choice(tuple(PROBLEMS))
    wrong, cleared_by = rng.choice(PROBLEMS[kind])
    raised, meeting = _raised(rng, course)
    given = rng.choice(DAYS_GIVEN)
    in_time = raised + dt.timedelta(rng.randint(5, given))
    late = raised + dt.timedelta(given + rng.randint(1, 40))
    return {
        "project_id": course.spec["project_id"], "raised_on": raised, "meeting_id": meeting, "kind": kind,
        "description": wrong, "owner_unit": course.spec["lead_unit"], "due_on": raised + dt.timedelta(given),
        "resolved_on": rng.choices((in_time, late, None), OUTCOMES)[0], "resolution": cleared_by,
        "evidence": "illustrative",
    }  # fmt: skip


def _raised(rng: Random, course: Course) -> tuple[dt.date, str | None]:
    """The day, and the meeting if it was raised at one; never before the project stood in the plan."""
    held = [meeting for meeting in meetings() if meeting["held_on"] > course.listed_on]
    if held and rng.random() < AT_MEETINGS:
        meeting = rng.choice(held)
        return meeting["held_on"], meeting["meeting_id"]
    first = max(dt.date(2022, 2, 1), course.listed_on + dt.timedelta(3))
    return first + dt.timedelta(rng.randint(0, (dt.date(2022, 9, 26) - first).days)), None


def _as_known(row: Row, as_of: dt.date) -> Row:
    cleared = known(row["resolved_on"], as_of)
    return row | {"resolved_on": cleared, "resolution": row["resolution"] if cleared else None}
