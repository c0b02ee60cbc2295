"""What turned between two ledgers: the one known at an earlier generation and the one known now.

Each is judged at its own date. The filters choose among the projects of today; the earlier ledger is read
whole, so that a project whose sponsor or county changed is still found in it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from data.city import rows
from data.errors import Misused, Refused
from data.opening import Opened
from data.snapshots import Store
from queries.engines.duckdb import Engine
from queries.turned import KINDS, Alert, State, turned

Given = Mapping[str, list[str] | None]


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
