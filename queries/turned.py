"""What turned from one state of the ledger to a later one: a pure comparison of two answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

KINDS = ("red", "overdue", "late", "moved", "fell")
# Each light with the column that says by how much, in the order in which they are named.
AMOUNTS = {
    "start": "start_months_late", "progress": "progress_points_under", "stats": "stats_months_late",
    "problems": "problem_days_overdue", "approvals": "approvals_blocking",
}  # fmt: skip
PLANS = ("planned_start", "planned_finish")


class Alert(NamedTuple):
    """One thing that turned. `subject` is the light, the problem, the planned date or the place that did.

    `amount` counts months, points, days, approvals or places, as the subject has them; `more` how many
    further lights are red. `before` is empty for what the earlier ledger did not have.
    """

    kind: str
    project_id: str
    name: str
    county_code: str
    sponsor: str
    lead_unit: str
    subject: str
    before: str
    after: str
    amount: float
    more: int = 0


class State(NamedTuple):
    """One ledger at one date: its projects with their lights, its open problems, its league table."""

    generation: int
    as_of: dt.date
    projects: tuple[Any, ...]
    problems: tuple[Any, ...]
    league: tuple[Any, ...]


def turned(then: State, now: State, places: int, counties: Sequence[str] = ()) -> tuple[Alert, ...]:
    """What turned from one state to the other, by kind, the worst of each first."""
    before = {row.project_id: row for row in then.projects}
    found = [
        *(alert for row in now.projects for alert in _of_project(before.get(row.project_id), row)),
        *_overdue(then, now),
        *_fell(then, now, places, counties),
    ]
    return tuple(sorted(found, key=_worst_first))


def _worst_first(alert: Alert) -> tuple[Any, ...]:
    by_light = list(AMOUNTS).index(alert.subject) if alert.kind == "red" else 0
    return KINDS.index(alert.kind), -alert.more, by_light, -alert.amount, alert.project_id, alert.county_code


def _of_project(was: Any, row: Any) -> Iterator[Alert]:
    """A project that is red or late and wasn't, and what its plan moved by; `was` is None for a new one."""
    who = _who(row)
    if row.light == "red" and (was is None or was.light != "red"):
        reds = [light for light in AMOUNTS if getattr(row, f"{light}_light") == "red"]
        amount = float(getattr(row, AMOUNTS[reds[0]]))
        yield Alert("red", *who, reds[0], was.light if was else "", "red", amount, len(reds) - 1)
    if row.start_months_late is not None and (was is None or was.start_months_late is None):
        planned = str(was.planned_start or "") if was else ""
        yield Alert("late", *who, "planned_start", planned, str(row.planned_start), float(row.start_months_late))
    for plan in PLANS if was else ():
        earlier, later = getattr(was, plan), getattr(row, plan)
        if earlier and later and later > earlier:
            yield Alert("moved", *who, plan, str(earlier), str(later), float((later - earlier).days))


def _who(row: Any) -> tuple[str, str, str, str, str]:
    return row.project_id, row.name, row.county_code or "", row.sponsor or "", row.lead_unit or ""


def _overdue(then: State, now: State) -> Iterator[Alert]:
    """Problems that are overdue and weren't; the unit is the one that must clear it."""
    were = {row.problem_id for row in then.problems if row.overdue_days}
    for row in now.problems:
        if row.overdue_days and row.problem_id not in were:
            yield Alert(
                "overdue", row.project_id, row.name, row.county_code or "", row.sponsor or "", row.owner_unit or "",
                row.description or row.problem_id, "", str(row.due_on), float(row.overdue_days),
            )  # fmt: skip


def _fell(then: State, now: State, places: int, counties: Sequence[str]) -> Iterator[Alert]:
    before = {row.county_code: row.place for row in then.league}
    for row in now.league:
        was = before.get(row.county_code)
        if (counties and row.county_code not in counties) or was is None or row.place is None:
            continue
        if row.place - was >= places:
            yield Alert("fell", "", "", row.county_code, "", "", "place", str(was), str(row.place),
                        float(row.place - was))  # fmt: skip
