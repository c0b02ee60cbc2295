"""A slow, obvious second opinion on the scorecards of the leaders and on how problems are cleared."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from decimal import Decimal
from typing import Any

from tests.spec.random_ledgers import of_project
from tests.spec.second_opinion import has_started, planned
from tests.spec.second_opinion_lights import lights, past

Row = dict[str, Any]


def raised(problems: list[Row], as_of: dt.date) -> list[Row]:
    return [p for p in problems if p["raised_on"] <= as_of]


def still_open(problems: list[Row], as_of: dt.date) -> list[Row]:
    return [p for p in raised(problems, as_of) if not past(p["resolved_on"], as_of)]


def problems_open(problems: list[Row], as_of: dt.date) -> float:
    return len(still_open(problems, as_of))


def problems_overdue(problems: list[Row], as_of: dt.date) -> float:
    return sum(1 for p in still_open(problems, as_of) if p["due_on"] and p["due_on"] < as_of)


def clearing_rate(problems: list[Row], as_of: dt.date) -> float | None:
    known = raised(problems, as_of)
    return 100 * sum(1 for p in known if past(p["resolved_on"], as_of)) / len(known) if known else None


def clearing_rate_on_time(problems: list[Row], as_of: dt.date) -> float | None:
    due = [p for p in raised(problems, as_of) if past(p["due_on"], as_of)]
    return 100 * sum(1 for p in due if past(p["resolved_on"], p["due_on"])) / len(due) if due else None


OPINIONS = (problems_open, problems_overdue, clearing_rate, clearing_rate_on_time)


def scorecard(rows: dict[str, list[Row]], as_of: dt.date) -> dict[str, tuple[Any, ...]]:
    """By sponsor: projects, the four lights, started, start rate, year plan done, problems, and their clearing rate."""
    sponsored = [row for row in planned(rows["projects"]) if row["as_of"] == as_of and row["sponsor"]]
    found = {}
    for sponsor in {row["sponsor"] for row in sponsored}:
        own = [row for row in sponsored if row["sponsor"] == sponsor]
        lit = Counter(lights(row, of_project(rows, row))["light"] for row in own)
        started = sum(1 for row in own if has_started(row, as_of))
        plan, done = (sum((row[name] or Decimal(0) for row in own), Decimal(0)) for name in
                      ("year_plan_wan", "year_done_wan"))  # fmt: skip
        problems = [p for row in own for p in of_project(rows, row)["problems"]]
        found[sponsor] = (
            len(own), *(lit[light] for light in ("red", "yellow", "grey", "green")), started,
            100 * started / len(own), float(100 * done / plan) if plan else None, len(raised(problems, as_of)),
            problems_open(problems, as_of), problems_overdue(problems, as_of), clearing_rate(problems, as_of),
        )  # fmt: skip
    return found
