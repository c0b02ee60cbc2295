"""Asking how a target is reached: the rows for it from the ledger, and the answer for the chosen filters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from data.city import city, rows
from queries.engines.duckdb import Engine
from queries.reach import QUESTION, RANK, Answer, Target, ranked_in, reach_share
from queries.reach_rank import reach_rank

WEIGHTS = ("start_weight", "done_weight", "entered_weight", "cleared_weight")
Given = Mapping[str, list[str] | None]


def ranked_counties() -> tuple[str, ...]:
    """The counties that have a place in the league table of this city."""
    return ranked_in(city())


def given_for(target: Target, given: Given) -> dict[str, Any]:
    """The filters that the question about a target takes: a rank asks for its own county, whatever is chosen."""
    taken = {name: values for name, values in given.items() if name != "projects"}
    return taken | ({"counties": [target.county]} if target.kind == RANK else {})


def reached_by(engine: Engine, target: Target, as_of: dt.date, given: Given) -> Answer:
    """What must happen to reach the target at the date, for the filters given as parameters of a question."""
    found = engine.ask(QUESTION, as_of=as_of, **given_for(target, given))
    if target.kind != RANK:
        return reach_share(found, target)
    taken = {name: values for name, values in given.items() if name not in ("counties", "projects")}
    others = [
        (row.started_pct, row.done_pct, row.entered_pct, row.cleared_pct)
        for row in engine.ask("league", as_of=as_of, **taken)
        if row.county_code in ranked_counties() and row.county_code != target.county
    ]
    weighed = {row["measure"]: float(row["weight"]) for row in rows("league.csv")}
    return reach_rank(found, others, [weighed[name] for name in WEIGHTS], target)
