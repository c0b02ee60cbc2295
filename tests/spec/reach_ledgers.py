"""Small random ledgers for what must happen to reach a target, and its slow, obvious second opinion: try every subset."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from itertools import combinations
from random import Random
from typing import Any

from tests.spec import second_opinion as opinions
from tests.spec import second_opinion_counties as counties

Row = dict[str, Any]
Ledger = dict[str, list[Row]]
PLACES = ("211402", "211402", "211402", "211402", "211403", "211404", "multi")
MONEY = (None, Decimal(0), Decimal(100), Decimal(100), Decimal("250.50"), Decimal(400))


def day_of(number: int) -> dt.date:
    """A date for each of the ledgers, so that all of them stand in one."""
    return dt.date(2022, 5, 1) + dt.timedelta(days=number)


def random_ledger(as_of: dt.date, rng: Random) -> Ledger:
    """Up to eight projects in a few counties, with problems and approvals; dates before, on and after the date."""
    days = (None, as_of - dt.timedelta(days=60), as_of, as_of + dt.timedelta(days=20))
    ids = [f"P{number}" for number in range(rng.choice([0, 1, 6, 7, 7, 8, 8, 8]))]
    places = PLACES[: rng.choice([1, 6, 6, 7, 7, 7])]
    rows: Ledger = {
        "projects": [_project(as_of, key, places, days, rng) for key in ids],
        "problems": [
            {"as_of": as_of, "problem_id": f"W{n}", "project_id": rng.choice(ids), "due_on": rng.choice(days),
             "raised_on": rng.choice(days[1:]), "resolved_on": rng.choice(days)}
            for n in range(rng.randint(0, 6) if ids else 0)
        ],
        "approvals": [
            {"as_of": as_of, "project_id": rng.choice(ids), "element": "land", "due_on": rng.choice(days[1:]),
             "done_on": rng.choice(days)}
            for _ in range(rng.randint(0, 4) if ids else 0)
        ],
        "milestones": [], "meetings": [],
    }  # fmt: skip
    ahead = {row["project_id"] for row in rows["projects"] if row["county_code"] != places[0]}
    return in_order(rows, ahead if rng.random() < 0.7 else set())  # a county far behind needs several projects


def _project(as_of: dt.date, key: str, places: tuple[str, ...], days: tuple[Any, ...], rng: Random) -> Row:
    return {
        "as_of": as_of, "project_id": key, "name": key, "plan_year": 2022, "sector": "industry",
        "county_code": rng.choice(places), "total_wan": Decimal(1000), "planned_start": rng.choice(days),
        "year_status": rng.choice(["new_start", "new_start", "continued", "preparatory"]),
        "stage": rng.choice([None, "planned", "started", "paused", "cancelled"]),
        "actual_start": rng.choice(days), "resumed_on": rng.choice(days), "stats_entry_on": rng.choice(days),
        "year_plan_wan": rng.choice(MONEY), "year_done_wan": rng.choice(MONEY),
    }  # fmt: skip


def in_order(rows: Ledger, keys: set[str]) -> Ledger:
    """The ledger once these projects have started, done their year plan, and have no entry or problem open."""

    def first(row: Row, name: str) -> dt.date:
        return min(row["as_of"], row[name] or row["as_of"])

    return {
        **rows,
        "projects": [_started(_spent(row)) | {"stats_entry_on": first(row, "stats_entry_on")}
                     if row["project_id"] in keys else row for row in rows["projects"]],
        "problems": [p | {"resolved_on": first(p, "resolved_on")} if p["project_id"] in keys else p
                     for p in rows["problems"]],
    }  # fmt: skip


def _started(row: Row) -> Row:
    if opinions.has_started(row, row["as_of"]):
        return row
    return row | {"actual_start" if row["year_status"] == "new_start" else "resumed_on": row["as_of"]}


def _spent(row: Row) -> Row:
    return row | {"year_done_wan": max(row["year_done_wan"] or Decimal(0), row["year_plan_wan"] or Decimal(0))}


Measure = Callable[[Ledger, dt.date], "float | None"]


def start_rate(rows: Ledger, as_of: dt.date) -> float | None:
    return opinions.start_rate(rows["projects"], as_of)


def start_rate_of_due(rows: Ledger, as_of: dt.date) -> float | None:
    new = [row for row in rows["projects"] if row["year_status"] == "new_start"]
    return opinions.start_rate([row for row in new if row["planned_start"] and row["planned_start"] <= as_of], as_of)


def start_rate_in_substance(rows: Ledger, as_of: dt.date) -> float | None:
    plan = opinions.planned(rows["projects"])
    begun = [row for row in plan if (row["year_done_wan"] or 0) > 0
             or (row["stats_entry_on"] and row["stats_entry_on"] <= as_of)]  # fmt: skip
    return counties.share(len(begun), len(plan))


def plan_completion(rows: Ledger, as_of: dt.date) -> float | None:
    return opinions.plan_completion(rows["projects"], as_of)


def place_of(code: str) -> Measure:
    """Minus the place of a county, so that more is better here too."""

    def place(rows: Ledger, as_of: dt.date) -> float | None:
        table = counties.league(rows["projects"], rows["problems"], as_of)
        scores = {at: table[at]["score"] for at in counties.RANKED}
        found = counties.place({at: None if s is None else round(s, 9) for at, s in scores.items()}, code)
        return None if found is None else -float(found)

    return place


def fewest(rows: Ledger, as_of: dt.date, measure: Measure, to: float, of: list[str]) -> int | None:
    """The size of the smallest set of those projects that gets there, by trying every one; None where none does."""
    for size in range(len(of) + 1):
        for keys in combinations(of, size):
            reached = measure(in_order(rows, {*keys}), as_of)
            if reached is not None and reached >= to - 1e-9:
                return size
    return None
