"""A slow, obvious second opinion on the league table, the bridge of the start rate and a month's investment."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from data.city import rows
from tests.spec.second_opinion import has_started, planned

Row = dict[str, Any]
WEIGHT = {row["measure"].removesuffix("_weight"): float(row["weight"]) for row in rows("league.csv")}
RANKED = [row["code"] for row in rows("divisions.csv") if row["kind"] == "county"]
LISTED = [row["code"] for row in rows("divisions.csv")]


def share(part: float, whole: float) -> float | None:
    return 100 * part / whole if whole else None


def measured(own: list[Row], problems: list[Row], as_of: dt.date) -> dict[str, float | None]:
    """The four rates of some projects: started, year plan done, entered of the started, cleared of the raised."""
    begun = [row for row in own if has_started(row, as_of)]
    entered = [row for row in begun if row["stats_entry_on"] and row["stats_entry_on"] <= as_of]
    ids = {row["project_id"] for row in own}
    raised = [p for p in problems if p["project_id"] in ids and p["raised_on"] <= as_of]
    cleared = [p for p in raised if p["resolved_on"] and p["resolved_on"] <= as_of]
    plan = sum((row["year_plan_wan"] or Decimal(0) for row in own), Decimal(0))
    done = sum((row["year_done_wan"] or Decimal(0) for row in own), Decimal(0))
    return {
        "start": share(len(begun), len(own)),
        "done": share(float(done), float(plan)),
        "entered": share(len(entered), len(begun)),
        "cleared": share(len(cleared), len(raised)),
    }


def scaled(rates: dict[str, float | None]) -> dict[str, float]:
    """0 for the lowest, 1 for the highest, 1 for all when they are equal; nothing for a rate without a base."""
    known = {code: rate for code, rate in rates.items() if rate is not None}
    if not known:
        return {}
    low, high = min(known.values()), max(known.values())
    return {code: (rate - low) / (high - low) if high > low else 1.0 for code, rate in known.items()}


def league(own: list[Row], problems: list[Row], as_of: dt.date) -> dict[str, dict[str, Any]]:
    """Rates and scores by county, and by every other code that projects have."""
    plan = planned(own)
    codes = [*LISTED, *({row["county_code"] for row in plan} - {*LISTED})]
    rates = {code: measured([r for r in plan if r["county_code"] == code], problems, as_of) for code in codes}
    parts = {name: scaled({code: rates[code][name] for code in RANKED}) for name in WEIGHT}
    found: dict[str, dict[str, Any]] = {}
    for code in codes:
        judged = [name for name in WEIGHT if code in parts[name]]
        score = sum(100 * parts[name][code] * WEIGHT[name] for name in judged)
        weight = sum(WEIGHT[name] for name in judged)
        count = sum(1 for row in plan if row["county_code"] == code)
        found[code] = {**rates[code], "projects": count, "score": score / weight if judged else None}
    return found


def place(scores: dict[str, float | None], code: str) -> int | None:
    """One more than the counties with a higher score."""
    mine = scores[code]
    return None if mine is None else 1 + sum(1 for other in scores.values() if other is not None and other > mine)


def bridge(now: list[Row], then: list[Row], all_now: list[Row], all_then: list[Row]) -> dict[str, tuple[int, int, int]]:
    """Projects, change of the started and change of the base by step; `now` and `then` are the selection alone."""
    after = {row["project_id"]: has_started(row, row["as_of"]) for row in planned(now)}
    before = {row["project_id"]: has_started(row, row["as_of"]) for row in planned(then)}
    here, there = ({row["project_id"] for row in some} for some in (all_now, all_then))
    moved = {
        "newly_started": {key for key in after if key in before and after[key] != before[key]},
        "newly_listed": {key for key in after if key not in there},
        "base_changed": {key for key in here & there if (key in after) != (key in before)},
        "withdrawn": {key for key in before if key not in here},
    }
    return {
        step: (
            len(keys),
            sum(after.get(key, False) for key in keys) - sum(before.get(key, False) for key in keys),
            sum(key in after for key in keys) - sum(key in before for key in keys),
        )
        for step, keys in moved.items()
    }


def start_pct(some: list[Row]) -> float | None:
    plan = planned(some)
    return share(sum(has_started(row, row["as_of"]) for row in plan), len(plan))


def month_starts(some: list[Row], as_of: dt.date) -> int:
    new = [row for row in some if row["year_status"] == "new_start" and has_started(row, as_of)]
    return sum(1 for r in new if (r["actual_start"].year, r["actual_start"].month) == (as_of.year, as_of.month))


def finish_rate(some: list[Row], as_of: dt.date) -> float | None:
    days = [(row["planned_finish"], row["actual_finish"]) for row in planned(some)]
    due = [done for day, done in days if day and day.year == as_of.year and day <= as_of]
    return share(sum(1 for done in due if done and done <= as_of), len(due))


def done_wan(some: list[Row]) -> Decimal:
    return sum((row["year_done_wan"] or Decimal(0) for row in planned(some)), Decimal(0))
