"""What must happen to reach a target: the smallest set of projects that gets a measure there.

A start rate counts projects: whichever of the plan can still start moves it by one, so the fewest are the whole number
that closes the gap, and any so many would do; shown are those with the fewest obstacles, then the earliest planned
start, then the project ID. The year plan counts money: a project brings what is left of its own plan, and the fewest
that close the gap are the largest remainders. For a county's rank see `queries.reach_rank`. A cancelled project moves
nothing; everything else stays as it is.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from data.city import City
from data.errors import Misused

QUESTION = "reach_projects"
RANK, MONEY = "rank", "plan_completion"
KINDS = ("start_rate", "start_rate_of_due", "start_rate_in_substance", MONEY, RANK)
HIGHEST = 100
_SHARE = re.compile(r"(\w+):(\d{1,3}(?:\.\d{1,2})?)", re.ASCII)
_RANK = re.compile(r"rank:(\w+):(\d{1,3})", re.ASCII)


class Target(NamedTuple):
    """A measure and where it shall be: a share in percent, or a county's place in the league."""

    kind: str
    to: Decimal
    county: str = ""

    @property
    def text(self) -> str:
        """As it stands in the address and on the command line."""
        return ":".join(filter(None, (self.kind, self.county, f"{self.to.normalize():f}")))


class Step(NamedTuple):
    """One project of the set: what it brings (projects, or money), and the measure once all so far are there."""

    row: Any
    adds: Decimal
    then: float
    place: int | None = None


@dataclass(frozen=True)
class Answer:
    """The smallest set, or what is nearest: `state` is none (nothing to measure), reached, reachable or unreachable.

    `now` and `then` are the measure before and after (the score, for a rank, with `places`); `movers` are the projects
    that can move it. Where the smallest set is too dear to find, `at_least` is under the number of `steps`.
    """

    target: Target
    state: str
    now: float | None = None
    then: float | None = None
    steps: tuple[Step, ...] = ()
    movers: int = 0
    places: tuple[int, int] = (0, 0)
    at_least: int = 0

    @property
    def adds(self) -> Decimal:
        """What the whole set brings."""
        return sum((step.adds for step in self.steps), Decimal(0))


def read_target(text: str, counties: Collection[str]) -> Target:
    """A target from its text; `counties` are those with a rank. Raises Misused for what is none."""
    share, ranked = _SHARE.fullmatch(text), _RANK.fullmatch(text)
    if ranked and ranked[1] in counties and 1 <= int(ranked[2]) <= len(counties):
        return Target(RANK, Decimal(ranked[2]), ranked[1])
    if share and share[1] in KINDS[:-1] and 0 < Decimal(share[2]) <= HIGHEST:
        return Target(share[1], Decimal(share[2]))
    raise Misused(
        "“{text}” is no target; write one of {kinds} with a percentage, as start_rate:90, or rank:COUNTY:PLACE with "
        "one of {counties} and a place up to {count}.",
        text=text, kinds=", ".join(KINDS[:-1]), counties=", ".join(counties), count=len(counties),
    )  # fmt: skip


def ranked_in(city: City) -> tuple[str, ...]:
    """The counties that have a place in the league table, in the city's order."""
    return tuple(division.code for division in city.divisions if division.kind == "county")


def reach_share(rows: Sequence[Any], target: Target) -> Answer:
    """The smallest set of projects that lifts a share to the target."""
    counted, base, gain = _MEASURES[target.kind]
    parts, whole = [counted(row) for row in rows], sum((base(row) for row in rows), Decimal(0))
    part = sum(parts, Decimal(0))
    if not whole:
        return Answer(target, "none")
    now = float(100 * part / whole)
    if 100 * part >= target.to * whole:
        return Answer(target, "reached", now, now)
    movers = sorted(
        (row for row in rows if gain(row) > 0 and can_move(row)), key=lambda row: (-gain(row), *nearest(row))
    )
    steps: list[Step] = []
    for row in movers:
        if 100 * part >= target.to * whole:
            break
        part += gain(row)
        steps.append(Step(row, gain(row), float(100 * part / whole)))
    state = "reachable" if 100 * part >= target.to * whole else "unreachable"
    return Answer(target, state, now, float(100 * part / whole), tuple(steps), len(movers), at_least=len(steps))


def can_move(row: Any) -> bool:
    """A cancelled project stays in the base and never starts."""
    return bool(row.stage != "cancelled")


def nearest(row: Any) -> tuple[Any, ...]:
    """The order among projects that bring the same: fewest obstacles, then the earliest planned start, then the ID."""
    return (row.obstacles, row.planned_start or dt.date.max, row.project_id)


def remaining(row: Any) -> Decimal:
    """What is left of a project's year plan, nothing where more is done than planned."""
    return max(Decimal(0), (row.year_plan_wan or Decimal(0)) - (row.year_done_wan or Decimal(0)))


def _one(is_counted: bool) -> Decimal:
    return Decimal(int(is_counted))


Part = Callable[[Any], Decimal]
# What a measure counts of a project, its base, and what the project would bring.
_MEASURES: Mapping[str, tuple[Part, Part, Part]] = {
    "start_rate": (lambda row: _one(row.is_started), lambda row: Decimal(1), lambda row: _one(not row.is_started)),
    "start_rate_of_due": (
        lambda row: _one(row.is_due and row.is_started), lambda row: _one(row.is_due),
        lambda row: _one(row.is_due and not row.is_started),
    ),
    "start_rate_in_substance": (
        lambda row: _one(row.is_started_in_substance), lambda row: Decimal(1),
        lambda row: _one(not row.is_started_in_substance),
    ),
    MONEY: (
        lambda row: row.year_done_wan or Decimal(0), lambda row: row.year_plan_wan or Decimal(0), remaining,
    ),
}  # fmt: skip
