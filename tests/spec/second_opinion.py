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


def size(row: Row) -> str | None:
    bands = (("500w_1y", 500, 10_000), ("1y_10y", 10_000, 100_000), ("10y_100y", 100_000, 1_000_000))
    for name, low, high in bands:
        if low <= row["total_wan"] < high:
            return name
    return "100y_up" if row["total_wan"] >= 1_000_000 else None


FILTERED = {
    "counties": "county_code",
    "sectors": "sector",
    "natures": "nature",
    "batches": "batch_id",
    "sponsors": "sponsor",
}


def chosen(rows: list[Row], filters: dict[str, list[str] | None]) -> list[Row]:
    kept = rows
    for name, values in filters.items():
        if values is not None:
            kept = [r for r in kept if (size(r) if name == "sizes" else r[FILTERED[name]]) in values]
    return kept


def investment_by_county(rows: list[Row], as_of: dt.date) -> dict[str, tuple[int, Decimal, int]]:
    found: dict[str, tuple[int, Decimal, int]] = {}
    for row in planned(rows):
        count, total, begun = found.get(row["county_code"], (0, Decimal(0), 0))
        found[row["county_code"]] = (count + 1, total + row["total_wan"], begun + has_started(row, as_of))
    return found


def share_by_sector(rows: list[Row], as_of: dt.date) -> dict[str, tuple[float, float]]:
    all_rows, all_money = projects(rows, as_of), total_investment(rows, as_of)
    found = {}
    for sector in {row["sector"] for row in planned(rows)}:
        own = [row for row in rows if row["sector"] == sector]
        found[sector] = (100 * projects(own, as_of) / all_rows, 100 * total_investment(own, as_of) / all_money)
    return found


def starts_by_month(rows: list[Row], as_of: dt.date) -> list[tuple[int, int | None, int | None]]:
    found: list[tuple[int, int | None, int | None]] = []
    for month in range(1, 13):
        after = dt.date(as_of.year + month // 12, month % 12 + 1, 1)  # the first day that no longer counts
        new = [row for row in rows if row["year_status"] == "new_start"]
        due = sum(1 for row in new if row["planned_start"] and row["planned_start"] < after)
        begun = sum(1 for row in new if has_started(row, as_of) and row["actual_start"] < after)
        back = sum(1 for row in rows if has_resumed(row, as_of) and row["resumed_on"] < after)
        found.append((due, begun, back) if month <= as_of.month else (due, None, None))
    return found


def signed(deals: list[Row], as_of: dt.date) -> list[Row]:
    return [d for d in deals if d["signed_on"] and d["signed_on"] <= as_of and d["signed_on"].year == as_of.year]


def landed(deals: list[Row], as_of: dt.date) -> list[Row]:
    kept = signed(deals, as_of)
    return [d for d in kept if d["landed_on"] and d["landed_on"] <= as_of and d["landed_on"].year == as_of.year]


def deals_signed(deals: list[Row], as_of: dt.date) -> float:
    return len(signed(deals, as_of))


def deals_signed_money(deals: list[Row], as_of: dt.date) -> float:
    return float(sum((d["signed_wan"] for d in signed(deals, as_of)), Decimal(0)))


def deals_landed(deals: list[Row], as_of: dt.date) -> float:
    return len(landed(deals, as_of))


def deals_landed_money(deals: list[Row], as_of: dt.date) -> float:
    return float(sum((d["landed_wan"] for d in landed(deals, as_of)), Decimal(0)))


def landing_rate(deals: list[Row], as_of: dt.date) -> float | None:
    return 100 * deals_landed(deals, as_of) / deals_signed(deals, as_of) if signed(deals, as_of) else None


def landing_rate_by_money(deals: list[Row], as_of: dt.date) -> float | None:
    total = deals_signed_money(deals, as_of)
    return 100 * deals_landed_money(deals, as_of) / total if total else None


DEAL_OPINIONS = (
    deals_signed, deals_signed_money, deals_landed, deals_landed_money, landing_rate, landing_rate_by_money,
)  # fmt: skip
