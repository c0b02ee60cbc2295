"""A slow, obvious second opinion on every measure: plain Python over plain rows."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

Row = dict[str, Any]


def planned(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row["year_status"] != "preparatory"]


def has_started(row: Row, as_of: dt.date) -> bool:
    if row["year_status"] == "new_start":
        return row["actual_start"] is not None and row["actual_start"] <= as_of
    return has_resumed(row, as_of)


def has_resumed(row: Row, as_of: dt.date) -> bool:
    return row["year_status"] == "continued" and row["resumed_on"] is not None and row["resumed_on"] <= as_of


def projects(rows: list[Row], as_of: dt.date) -> float:
    return len(planned(rows))


def total_investment(rows: list[Row], as_of: dt.date) -> float:
    return float(sum((row["total_wan"] for row in planned(rows)), Decimal(0)))


def started(rows: list[Row], as_of: dt.date) -> float:
    return sum(1 for row in planned(rows) if has_started(row, as_of))


def not_started(rows: list[Row], as_of: dt.date) -> float:
    return projects(rows, as_of) - started(rows, as_of)


def start_rate(rows: list[Row], as_of: dt.date) -> float | None:
    return 100 * started(rows, as_of) / projects(rows, as_of) if projects(rows, as_of) else None


def resumed(rows: list[Row], as_of: dt.date) -> float:
    return sum(1 for row in rows if has_resumed(row, as_of))


def resumption_rate(rows: list[Row], as_of: dt.date) -> float | None:
    continued = [row for row in rows if row["year_status"] == "continued"]
    return 100 * resumed(rows, as_of) / len(continued) if continued else None


def plan_completion(rows: list[Row], as_of: dt.date) -> float | None:
    plan = sum((row["year_plan_wan"] or Decimal(0) for row in planned(rows)), Decimal(0))
    done = sum((row["year_done_wan"] or Decimal(0) for row in planned(rows)), Decimal(0))
    return float(100 * done / plan) if plan else None


def projects_over_1y(rows: list[Row], as_of: dt.date) -> float:
    return sum(1 for row in planned(rows) if row["total_wan"] >= 10_000)


def projects_over_100y(rows: list[Row], as_of: dt.date) -> float:
    return sum(1 for row in planned(rows) if row["total_wan"] >= 1_000_000)


def new_starts_planned(rows: list[Row], as_of: dt.date) -> float:
    return sum(1 for row in rows if row["year_status"] == "new_start")


def new_starts_started(rows: list[Row], as_of: dt.date) -> float:
    return sum(1 for row in rows if row["year_status"] == "new_start" and has_started(row, as_of))


def sponsored_projects(rows: list[Row], as_of: dt.date) -> float:
    return sum(1 for row in planned(rows) if row["sponsor"])


OPINIONS = (
    projects, total_investment, started, not_started, start_rate, resumed, resumption_rate, plan_completion,
    projects_over_1y, projects_over_100y, new_starts_planned, new_starts_started, sponsored_projects,
)  # fmt: skip
