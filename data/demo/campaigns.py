"""The campaigns: every printed figure that is no project, deal or meeting, as a row of the indicators sheet."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Any

from data.demo.printed import figures, printed

Row = dict[str, Any]
CAMPAIGNS = {
    "listing": "listing", "lowcarbon": "low_carbon", "energy": "clean_power", "mines": "green_mines",
    "rural": "rural_industry", "service": "inspection_service", "finance": "bank_enterprise",
}  # fmt: skip
FIRST_CAMPAIGN_FIGURE = 48
TARGETS = {"F61", "F71", "F72", "F73", *(f"F{number}" for number in range(48, 58))}
KNOWN_SINCE_JANUARY = ("low_carbon", "clean_power")
STRIVEN_FOR = 2  # printed beside each of the three ensured listings
# The three phases are printed; where one ends and the next begins is illustrative.
MINE_PHASES = (
    ("动员部署", dt.date(2022, 12, 31)),
    ("组织创建", dt.date(2024, 9, 30)),
    ("总结验收", dt.date(2024, 12, 31)),
)


def indicator_rows(as_of: dt.date) -> list[Row]:
    """The indicators known at a date: the plans of September stand only in the last month's sheet."""
    if as_of.year == 2021:
        return [row for row in _printed_rows() if row["campaign"] == "low_carbon" and row["period_end"] <= as_of]
    rows = [*_printed_rows(), *_striven_for(), *_phases()]
    return [row for row in rows if row["campaign"] in KNOWN_SINCE_JANUARY or as_of >= dt.date(2022, 9, 30)]


def _printed_rows() -> list[Row]:
    chosen = [f for f in figures().values() if int(f["id"][1:]) >= FIRST_CAMPAIGN_FIGURE and f["system"] in CAMPAIGNS]
    return [_row(figure) for figure in chosen]


def _row(figure: dict[str, str]) -> Row:
    held = "target" if figure["id"] in TARGETS else "value"
    relation = figure["relation"] if held == "target" and figure["relation"] in ("=", ">=", "<=") else None
    return {
        "campaign": CAMPAIGNS[figure["system"]], "indicator": figure["measure"], "period_end": _period_end(figure["as_of"]),
        held: printed(figure["id"]), "unit": figure["unit"], "relation": relation, "evidence": "illustrative",
        "published_fields": ["indicator", held, "unit"],
    }  # fmt: skip


def _striven_for() -> list[Row]:
    ensured = [f for f in figures().values() if "(确保)" in f["measure"]]
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
