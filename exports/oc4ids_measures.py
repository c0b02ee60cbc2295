"""Money and measures of a project in the fields of OC4IDS: yuan, exact; progress with the day it speaks of."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from data.ledger import PROJECTS
from words import Words

CURRENCY = "CNY"
YUAN_PER_WAN = 10_000
FUNDS = ("central_wan", "bond_wan", "bank_wan", "own_wan")
# Column → name of the metric and its unit.
EXPECTED = {"capacity_mw": ("capacity", "MW"), "annual_energy_mwh": ("annualGeneration", "MWh"),
            "coal_saved_t": ("standardCoalSaved", "t"), "area_ha": ("area", "ha")}  # fmt: skip


def day(of: dt.date | None) -> str | None:
    """A day as the standard's date-time, at its begin in China."""
    return f"{of.isoformat()}T00:00:00+08:00" if of else None


def value(wan: Decimal | None) -> dict[str, Any] | None:
    """An amount held in 万元 in yuan: a whole number, for 万元 have two decimals."""
    if wan is None:
        return None
    yuan = wan * YUAN_PER_WAN
    return {"amount": int(yuan) if yuan == yuan.to_integral_value() else float(yuan), "currency": CURRENCY}


def budget(row: Any, words: Words) -> dict[str, Any]:
    """The total investment, what of it is planned this year, and the funds in place by source."""
    year = {"startDate": day(dt.date(row.plan_year, 1, 1)), "endDate": day(dt.date(row.plan_year, 12, 31))}
    planned = {"id": str(row.plan_year), "amount": value(row.year_plan_wan), "period": year}
    funds = [
        {"id": name.removesuffix("_wan"), "description": _label(name, words), "amount": value(getattr(row, name))}
        for name in FUNDS
        if getattr(row, name) is not None
    ]
    groups = [
        {"id": "year-plan", "description": _label("year_plan_wan", words), "budgetBreakdown": [planned]}
        if row.year_plan_wan is not None
        else None,
        {"id": "funds-in-place", "description": _label("funds_in_place_wan", words), "budgetBreakdown": funds}
        if funds
        else None,
    ]
    return {"amount": value(row.total_wan), "budgetBreakdowns": [group for group in groups if group]}


def measures(row: Any, words: Words) -> dict[str, Any]:
    """`metrics`: how far it is; `forecasts`: what it is designed to give."""
    until = {"endDate": day(row.as_of)}
    done = [
        {"id": "total", "value": value(row.total_done_wan), "period": until},
        {"id": str(row.plan_year), "value": value(row.year_done_wan),
         "period": {"startDate": day(dt.date(row.plan_year, 1, 1)), **until}},
        {"id": "funds-in-place", "value": value(row.funds_in_place_wan), "period": until},
    ]  # fmt: skip
    progress = _measured("progress", row.progress_pct, "%", until)
    output = _measured("annualOutput", row.output_capacity, row.output_unit)
    worth = value(row.annual_output_wan)
    metrics = [
        _metric("physicalProgress", _label("progress_pct", words), [progress]),
        _metric("financialProgress", _label("total_done_wan", words), [one for one in done if one["value"]]),
    ]
    forecasts = [
        *(
            _metric(name, _label(column, words), [_measured(name, getattr(row, column), unit)])
            for column, (name, unit) in EXPECTED.items()
        ),
        _metric("annualOutput", _label("output_capacity", words), [output]),
        _metric("annualOutputValue", _label("annual_output_wan", words),
                [{"id": "annualOutputValue", "value": worth}] if worth else []),
    ]  # fmt: skip
    return {"metrics": [one for one in metrics if one], "forecasts": [one for one in forecasts if one]}


def _label(column: str, words: Words) -> str:
    return PROJECTS.column(column).label.in_language(words.language)


def _metric(name: str, title: str, observations: list[dict[str, Any] | None]) -> dict[str, Any] | None:
    made = [one for one in observations if one]
    return {"id": name, "title": title, "observations": made} if made else None


def _measured(
    name: str, measure: Decimal | float | None, unit: str | None, period: dict[str, Any] | None = None
) -> dict[str, Any] | None:
    if measure is None:
        return None
    return {"id": name, "measure": float(measure), "unit": {"name": unit} if unit else None, "period": period}
