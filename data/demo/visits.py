"""Investment promotion on site: visits by month and county whose sums are the printed ones."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from random import Random
from typing import Any

from data.demo.places import COUNTIES
from data.demo.printed import count

Row = dict[str, Any]
MONTHS = tuple(dt.date(2022, month, 1) for month in range(1, 10))
ACTIVITY = (4, 5, 9, 12, 14, 15, 14, 14, 13)
FIGURES = {"person_times": "F39", "day_times": "F40", "enterprises_visited": "F41", "projects_matched": "F42"}


def visit_rows(as_of: dt.date) -> list[Row]:
    """Visits by month and county of the year, up to the date."""
    if as_of.year == 2021:
        return [
            {"month": dt.date(2021, month, 1), "county_code": county, "person_times": 20 + i, "day_times": 80 + 3 * i,
             "enterprises_visited": 24 + i, "projects_matched": 11 + i, "evidence": "illustrative"}
            for month in (10, 11, 12) for i, county in enumerate(COUNTIES)
        ]  # fmt: skip
    return [row for row in visits() if row["month"] <= as_of]


@lru_cache(maxsize=1)
def visits() -> tuple[Row, ...]:
    """The visits of 2022 by the end of September."""
    cells = [(month, county) for month in MONTHS for county in COUNTIES]
    people = [weight * size for weight in ACTIVITY for size in COUNTIES.values()]
    sums = {
        name: apportion(count(figure), [p * Random(name + str(i)).uniform(0.8, 1.2) for i, p in enumerate(people)])
        for name, figure in FIGURES.items()
    }
    return tuple(
        {"month": month, "county_code": county, **{name: values[i] for name, values in sums.items()},
         "evidence": "illustrative"}
        for i, (month, county) in enumerate(cells)
    )  # fmt: skip


def apportion(whole: int, weights: list[float]) -> list[int]:
    """Whole numbers in proportion to the weights that add up exactly (largest remainders)."""
    exact = [whole * weight / sum(weights) for weight in weights]
    parts = [int(value) for value in exact]
    by_rest = sorted(range(len(parts)), key=lambda i: parts[i] - exact[i])
    for i in by_rest[: whole - sum(parts)]:
        parts[i] += 1
    return parts
