"""Illustrative outcomes of the campaigns, month by month: what the city printed as targets has values beside it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from data.demo.places import COUNTIES
from data.demo.plan import DATES

# campaign, indicator, unit, the first and the last monthly value; whole numbers grow in whole steps.
OUTCOMES = (
    ("listing", "市级后备库家数", "家", 7, 12),
    ("listing", "省级后备库家数", "家", 0, 1),
    ("listing", "四年内辅导备案家数", "家", 0, 1),
    ("listing", "四年内辅导验收并提交申请家数", "家", 0, 0),
    ("listing", "四年内首发上市家数", "家", 0, 0),
    ("listing", "上市企业现有家数", "家", 1, 1),
    ("green_mines", "绿色矿山达标比例", "%", 21.6, 38.4),
    ("green_mines", "新建矿山达标用时", "年内", 0.9, 0.8),
    ("green_mines", "矿山剩余可采年限最短值", "年", 3.8, 3.4),
)
COUNTY_RESERVE = ("listing", "各县(市)区上市后备企业库家数", "家")
RESERVES = ((4, 7), (2, 4), (3, 5), (5, 9), (4, 6), (3, 5))  # of each county, in the order of the counties


def outcome_rows() -> list[dict[str, Any]]:
    """One row per indicator, county and month; none of the values was printed."""
    months = [day for day in DATES if day.year == DATES[-1].year]
    return [
        row
        for place, month in enumerate(months)
        for row in _of_month(month, place / (len(months) - 1))
    ]  # fmt: skip


def _of_month(month: dt.date, part: float) -> list[dict[str, Any]]:
    """The outcomes at the end of a month, when this part of the way from the first to the last value is gone."""
    city = [_row(about, month, first, last, part) for *about, first, last in OUTCOMES]
    counties = [
        _row(COUNTY_RESERVE, month, first, last, part) | {"county_code": county}
        for county, (first, last) in zip(COUNTIES, RESERVES, strict=True)
    ]
    return [*city, *counties]


def _row(about: Any, month: dt.date, first: float, last: float, part: float) -> dict[str, Any]:
    campaign, indicator, unit = about
    decimals = 0 if isinstance(first, int) else 1
    value = Decimal(f"{first + part * (last - first):.{decimals}f}")
    return {"campaign": campaign, "indicator": indicator, "unit": unit, "period_end": month, "value": value,
            "evidence": "illustrative", "published_fields": []}  # fmt: skip
