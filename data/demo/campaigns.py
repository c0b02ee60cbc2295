"""The campaigns: every printed figure that is no project, deal or meeting, as a row of the indicators sheet.

Beside the printed targets stand illustrative outcomes, as rows of their own.
"""

from __future__ import annotations

import calendar
import datetime as dt
from functools import lru_cache
from typing import Any

from data.demo.outcomes import outcome_rows
from data.demo.places import COUNTIES
from data.demo.printed import figures, printed

Row = dict[str, Any]
CAMPAIGNS = {
    "listing": "listing", "lowcarbon": "low_carbon", "energy": "clean_power", "mines": "green_mines",
    "rural": "rural_industry", "service": "inspection_service", "finance": "bank_enterprise",
}  # fmt: skip
FIRST_CAMPAIGN_FIGURE = 48
PRINTED_ON = dt.date(2022, 9, 30)
# What is a target and no outcome, and how an outcome must stand to it.
TARGETS = {
    "F48": ">=", "F49": "<=", "F50": ">=", "F51": "<=", "F52": ">=", "F53": "<=", "F54": ">=", "F55": ">=", "F56": ">=",
    "F57": ">=", "F61": "<=", "F71": ">=", "F72": "<=", "F73": ">=",
}  # fmt: skip
OF_EACH_COUNTY = ("F48", "F49")
STRIVEN_FOR = 2  # printed beside each of the three ensured listings
# The three phases are printed; where one ends and the next begins is illustrative.
MINE_PHASES = (
    ("动员部署", dt.date(2022, 12, 31)),
    ("组织创建", dt.date(2024, 9, 30)),
    ("总结验收", dt.date(2024, 12, 31)),
)


def indicator_rows(as_of: dt.date) -> list[Row]:
    """The indicators known at a date: outcomes from the end of their period on, plans since they were printed."""
    return [row for row in _indicators() if (row["period_end"] if "value" in row else PRINTED_ON) <= as_of]


@lru_cache(maxsize=1)
def _indicators() -> tuple[Row, ...]:
    chosen = [f for f in figures().values() if int(f["id"][1:]) >= FIRST_CAMPAIGN_FIGURE and f["system"] in CAMPAIGNS]
    rows = [_row(figure) for figure in chosen]
    counties = [_row(figures()[number]) | {"county_code": county} for number in OF_EACH_COUNTY for county in COUNTIES]
    return (*rows, *counties, *_striven_for(chosen), *_phases(), *outcome_rows())


def _row(figure: dict[str, str]) -> Row:
    number = figure["id"]
    period_end = _period_end(figure["as_of"])
    about = {"campaign": CAMPAIGNS[figure["system"]], "indicator": figure["measure"], "unit": figure["unit"]}
    if number in TARGETS:
        held, told = "target", {"period_end": period_end, "target": printed(number), "relation": TARGETS[number]}
    else:
        held, told = "value", {"period_end": min(period_end, PRINTED_ON), "value": printed(number)}
    return about | told | {"evidence": "illustrative", "published_fields": ["indicator", held, "unit"]}


def _striven_for(chosen: list[dict[str, str]]) -> list[Row]:
    ensured = [figure for figure in chosen if "(确保)" in figure["measure"]]
    return [_row(f) | {"indicator": f["measure"].replace("确保", "力争"), "target": STRIVEN_FOR} for f in ensured]


def _phases() -> list[Row]:
    mines = [
        {"campaign": "green_mines", "indicator": f"阶段：{phase}", "period_end": due, "phase": phase, "phase_due": due,
         "evidence": "illustrative", "published_fields": ["phase"]}
        for phase, due in MINE_PHASES
    ]  # fmt: skip
    water = {"campaign": "smart_water", "indicator": "水利视频监控网络共建", "period_end": dt.date(2022, 12, 31),
             "phase": "合作推进", "evidence": "illustrative", "published_fields": ["indicator"]}  # fmt: skip
    return [*mines, water]


def _period_end(as_of: str) -> dt.date:
    """The last day of a printed period: a day, a month, a year, or a span of years."""
    last = as_of.split("-")[-1] if as_of.count("-") == 1 and len(as_of) == 9 else as_of
    parts = [int(part) for part in last.split("-")]
    if len(parts) == 3:
        return dt.date(*parts)
    month = parts[1] if len(parts) == 2 else 12
    return dt.date(parts[0], month, calendar.monthrange(parts[0], month)[1])
