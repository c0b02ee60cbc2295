"""A slow, obvious second opinion on the questions about investment: plain Python over plain rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from tests.spec.second_opinion import Row, has_started, planned, size

NAMED = ("central", "bond", "bank", "own")


def money(rows: list[Row], column: str) -> Decimal:
    return sum((row[column] or Decimal(0) for row in rows), Decimal(0))


def grouped(rows: list[Row], *columns: str) -> dict[Any, list[Row]]:
    """Rows of the plan by the values of these columns, one value for one column."""
    found: dict[Any, list[Row]] = {}
    for row in planned(rows):
        key = tuple(row[column] for column in columns)
        found.setdefault(key if len(columns) > 1 else key[0], []).append(row)
    return found


def year_plan(rows: list[Row], as_of: dt.date) -> float:
    return float(money(planned(rows), "year_plan_wan"))


def year_done(rows: list[Row], as_of: dt.date) -> float:
    return float(money(planned(rows), "year_done_wan"))


def funds_in_place(rows: list[Row], as_of: dt.date) -> float:
    return float(money(planned(rows), "funds_in_place_wan"))


def private_share(rows: list[Row], as_of: dt.date) -> float | None:
    all_money = money(planned(rows), "total_wan")
    private = [row for row in planned(rows) if row["ownership"] == "private"]
    return float(100 * money(private, "total_wan") / all_money) if all_money else None


OPINIONS: tuple[Callable[[list[Row], dt.date], float | None], ...] = (
    year_plan,
    year_done,
    funds_in_place,
    private_share,
)


def funds_by_source(rows: list[Row]) -> dict[str, Decimal]:
    found = {source: money(planned(rows), f"{source}_wan") for source in NAMED}
    return {**found, "other": money(planned(rows), "funds_in_place_wan") - sum(found.values())}


def county_by_sector(rows: list[Row]) -> dict[tuple[str, str], tuple[int, Decimal]]:
    return {key: (len(own), money(own, "total_wan")) for key, own in grouped(rows, "county_code", "sector").items()}


def investment_by_size(rows: list[Row]) -> dict[str | None, tuple[int, Decimal]]:
    sized = [{**row, "size": size(row)} for row in rows]
    return {key: (len(own), money(own, "total_wan")) for key, own in grouped(sized, "size").items()}


def parks(rows: list[Row], as_of: dt.date) -> dict[tuple[str, str], tuple[int, Decimal, int, float | None]]:
    found = {}
    for key, own in grouped([row for row in rows if row["park"]], "park", "county_code").items():
        plan, begun = money(own, "year_plan_wan"), sum(1 for row in own if has_started(row, as_of))
        done = float(100 * money(own, "year_done_wan") / plan) if plan else None
        found[key] = (len(own), money(own, "total_wan"), begun, done)
    return found


def change(now: list[Row], before: list[Row], column: str) -> dict[str, tuple[Decimal, Decimal]]:
    """What was done before and now by county or by sector."""
    after, earlier = grouped(now, column), grouped(before, column)
    return {
        key: (money(earlier.get(key, []), "year_done_wan"), money(after.get(key, []), "year_done_wan"))
        for key in {*after, *earlier}
    }


def county_courses(rows: list[Row], as_of: dt.date) -> dict[tuple[str, dt.date], tuple[int, int]]:
    of_year = [row for row in rows if row["as_of"].year == as_of.year and row["as_of"] <= as_of]
    return {
        key: (len(own), sum(1 for row in own if has_started(row, row["as_of"])))
        for key, own in grouped(of_year, "county_code", "as_of").items()
    }


def largest_first(rows: list[Row]) -> list[str]:
    return [row["project_id"] for row in sorted(planned(rows), key=lambda row: (-row["total_wan"], row["project_id"]))]


def investment_by_month(
    rows: list[Row], published: list[dt.date], as_of: dt.date
) -> list[tuple[Decimal | None, Decimal | None]]:
    """Done so far and done in the month, for each month of the year of the date."""
    found: list[tuple[Decimal | None, Decimal | None]] = []
    last: Decimal | None = Decimal(0)
    for month in range(1, 13):
        days = [day for day in published if (day.year, day.month) == (as_of.year, month) and day <= as_of]
        done = money([row for row in planned(rows) if row["as_of"] == max(days)], "year_done_wan") if days else None
        found.append((done, None if done is None or last is None else done - last))
        last = done
    return found
