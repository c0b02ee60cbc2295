"""What turned between two ledgers: the one known at an earlier generation and the one known now.

Each is judged at its own date. The filters choose among the projects of today; the earlier ledger is read
whole, so that a project whose sponsor or county changed is still found in it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from data.city import rows
from data.errors import Misused, Refused
from data.opening import Opened
from data.snapshots import Store
from queries.engines.duckdb import Engine

KINDS = ("red", "overdue", "late", "moved", "fell")
# Each light with the column that says by how much, in the order in which they are named.
AMOUNTS = {
    "start": "start_months_late", "progress": "progress_points_under", "stats": "stats_months_late",
    "problems": "problem_days_overdue", "approvals": "approvals_blocking",
}  # fmt: skip
PLANS = ("planned_start", "planned_finish")
Given = Mapping[str, list[str] | None]


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


class Alerts(NamedTuple):
    """What turned, and between which ledgers."""

    since: int
    since_as_of: dt.date
    generation: int
    as_of: dt.date
    illustrative: bool
    alerts: tuple[Alert, ...]

    def of(self, kind: str) -> tuple[Alert, ...]:
        """The alerts of one kind, the worst first."""
        return tuple(alert for alert in self.alerts if alert.kind == kind)

    @property
    def counts(self) -> dict[str, int]:
        """How many of each kind."""
        return {kind: len(self.of(kind)) for kind in KINDS}


def alerts_between(earlier: Engine, day: dt.date, since: int, now: Engine, as_of: dt.date, given: Given) -> Alerts:
    """What turned from `earlier` at `day` (generation `since`) to `now` at `as_of`, for the given filters."""
    compared = {name: values for name, values in given.items() if name != "counties"}
    then = State(since, day, *_asked(earlier, day, {}), tuple(earlier.ask("league", as_of=day, **compared)))
    known = State(
        now.opened.generation, as_of, *_asked(now, as_of, given), tuple(now.ask("league", as_of=as_of, **compared))
    )
    illustrative = any(e.ask("illustrative", as_of=d)[0].projects for e, d in ((earlier, day), (now, as_of)))
    found = turned(then, known, fallen_places(), given.get("counties") or ())
    return Alerts(since, day, known.generation, as_of, illustrative, found)


def _asked(engine: Engine, day: dt.date, given: Given) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    return tuple(engine.ask("alert_state", as_of=day, **given)), tuple(engine.ask("problem_list", as_of=day, **given))


def fallen_places() -> int:
    """From how many places on a county's fall is an alert."""
    return next(int(row["value"]) for row in rows("thresholds.csv") if row["name"] == "alert_places")


@lru_cache(maxsize=8)
def known_at(folder: Path, generation: int, as_of: dt.date) -> Engine:
    """The newest snapshot up to `as_of` as it was known at a generation. Raises Refused where there was none."""
    opened = Store(folder).open(generation)
    days = [day for day in opened.dates if day <= as_of]
    if not days:
        raise Refused(
            "At generation {generation} nothing up to {day} was published; choose a later one.",
            generation=generation, day=as_of,
        )  # fmt: skip
    return Engine(Opened(generation, {days[-1]: opened.folders[days[-1]]}))


def alerts_since(folder: Path, since: int, now: Engine, as_of: dt.date, given: Given) -> Alerts:
    """What turned since a generation. Raises Misused for one that comes after the ledger it is compared with."""
    if since > now.opened.generation:
        raise Misused(
            "There is no generation {generation}; the newest is {current}.",
            generation=since, current=now.opened.generation,
        )  # fmt: skip
    earlier = known_at(folder, since, as_of)
    return alerts_between(earlier, earlier.opened.dates[-1], since, now, as_of, given)


def turned(then: State, now: State, places: int, counties: Any = ()) -> tuple[Alert, ...]:
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


def _fell(then: State, now: State, places: int, counties: Any) -> Iterator[Alert]:
    before = {row.county_code: row.place for row in then.league}
    for row in now.league:
        was = before.get(row.county_code)
        if (counties and row.county_code not in counties) or was is None or row.place is None:
            continue
        if row.place - was >= places:
            yield Alert("fell", "", "", row.county_code, "", "", "place", str(was), str(row.place),
                        float(row.place - was))  # fmt: skip
