"""The sponsored projects by leader, and how far down the wall chart each of them stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

LINE, HEAD, TOP = 29, 52, 26  # heights: a project, the head of a leader, the date above all
NAME_ABOVE = 12  # how far a name stands above its bar


class Row(NamedTuple):
    """The columns that this chart needs."""

    as_of: dt.date
    sponsor: str
    sponsor_post: str | None
    name: str
    light: str
    planned_start: dt.date | None
    planned_finish: dt.date | None
    actual_start: dt.date | None
    resumed_on: dt.date | None
    actual_finish: dt.date | None
    is_started: bool
    milestones: int
    milestones_done: int
    milestones_overdue: int


class Leader(NamedTuple):
    """A leader with the projects, and how far down the head and each project stand."""

    sponsor: str
    rows: list[Row]
    head: int
    places: list[int]

    @property
    def late(self) -> int:
        """How many of the projects show the red light."""
        return sum(row.light == "red" for row in self.rows)


def by_leader(rows: Sequence[Row]) -> list[Leader]:
    """The rows by sponsor, in their order, each set below the one before."""
    found: list[Leader] = []
    depth = TOP
    for sponsor in dict.fromkeys(row.sponsor for row in rows):
        own = [row for row in rows if row.sponsor == sponsor]
        first = depth + HEAD + NAME_ABOVE
        found.append(Leader(sponsor, own, depth + HEAD // 2, [first + LINE * place for place, _ in enumerate(own)]))
        depth = first + LINE * len(own) - NAME_ABOVE
    return found


def years_of(rows: Sequence[Row]) -> list[int]:
    """From the first year that a row touches to the last one."""
    spans = [(row.as_of, row.planned_start, row.planned_finish, row.actual_start, row.actual_finish) for row in rows]
    days = [day for span in spans for day in span if day]
    return list(range(min(days).year, max(days).year + 1))
