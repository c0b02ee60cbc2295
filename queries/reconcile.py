"""Reconcile: every printed figure, recomputed by the same questions that the pages ask.

A figure's question, its parameters and the date on which it is judged stand beside its printed
value in the reference file, so a city replaces the file and not the code.
"""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

import pyarrow as pa

from data.city import rows
from data.units import unit_label
from queries.catalog import catalog
from queries.engines.duckdb import Engine
from queries.verdicts import decimals_of, holds
from words import Words, rounded

RESTATED = "indicator"
# What one printed unit is in the unit that the question answers in: 万元, MW, MWh, t.
SCALES = {
    "wan": {"亿元": 10_000, "亿元/年": 10_000, "万元": 1},
    "mw": {"万千瓦": 10},
    "mwh": {"亿千瓦时": 100_000},
    "t": {"万吨": 10_000},
}
BASES = {  # (recomputed, from one row)
    (True, False): "recomputed from {rows} rows",
    (True, True): "recomputed from one row",
    (False, False): "restated from {rows} rows of the indicators table",
    (False, True): "restated from one row of the indicators table",
}
FLAGS = {
    "capacity_factor": "{energy} × 100m kWh ÷ ({capacity} × 10 MW × 8,760 h) = {value}; "
    "a plant of its kind reaches {limit} at most",
    "meeting_interval": "{meetings} meetings in {weeks} weeks: one in {value} weeks, and not almost every week",
}


class Figure(NamedTuple):
    """One printed figure and what the ledger says: values in the printed unit, the base in the stored one."""

    id: str
    system: str
    measure: str
    measure_en: str
    printed: str
    computed: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    unit: str
    relation: str
    verdict: str
    basis: str
    basis_values: dict[str, Any]
    is_recomputed: bool
    query: str
    parameters: dict[str, Any]
    flag: str
    flag_values: dict[str, Any]
    note_zh: str
    note_en: str


@lru_cache(maxsize=4)
def reconcile(engine: Engine, only: tuple[str, ...] = ()) -> tuple[Figure, ...]:
    """The printed figures of the reference file, in its order (all, or `only` these), judged over the opened ledger."""
    return tuple(_judge(engine, row) for row in rows("published_figures.csv") if not only or row["id"] in only)


def figure_parameters(figure: Figure) -> dict[str, Any]:
    """The parameters with which the figure's question was asked."""
    return figure.parameters


def _judge(engine: Engine, row: dict[str, str]) -> Figure:
    parameters = _parameters(engine, row)
    answer = engine.ask(row["query"], **parameters) if parameters else []
    found = answer[0] if answer and answer[0].value is not None else None
    count = engine.count_behind(row["query"], **parameters) if parameters else 0
    exact = _exact(found, row) if found else None
    computed = None if exact is None else rounded(exact, decimals_of(row["value"]))
    recomputed = row["query"] != RESTATED
    flag, flag_values = _flag(engine, row, parameters)
    return Figure(
        row["id"], row["system"], row["measure"], row["measure_en"], row["value"], computed,
        found.numerator if found else None, found.denominator if found else None, row["unit"], row["relation"],
        _verdict(exact, row),
        BASES[recomputed, count == 1], {} if count == 1 else {"rows": count}, recomputed, row["query"], parameters,
        flag, flag_values, row["note_zh"], row["note_en"],
    )  # fmt: skip


def _parameters(engine: Engine, row: dict[str, str]) -> dict[str, Any]:
    """The figure's parameters with its date; empty when that date (or the year before) isn't published."""
    day = dt.date.fromisoformat(row["judged_on"])
    given: dict[str, Any] = json.loads(row["arguments"] or "{}")
    names = catalog()[row["query"]].parameter_names
    given |= {"as_ofs": [day]} if "as_ofs" in names else {"as_of": day}
    if "previous" in names:
        earlier = [date for date in engine.opened.dates if date.year == day.year - 1]
        given["previous"] = earlier[-1] if earlier else None
    return given if day in engine.opened.folders and given.get("previous", day) is not None else {}


def _exact(found: Any, row: dict[str, str]) -> Decimal:
    """The value in the printed unit, exact for counts, sums and ratios of them: from the base, never from a double."""
    unit = catalog()[row["query"]].unit
    if unit == "pct":
        return 100 * Decimal(found.numerator) / Decimal(found.denominator)
    if unit == "pp":  # over the common denominator: one division, so that a half stays a half
        now, before = found.numerator * found.previous_denominator, found.previous_numerator * found.denominator
        return 100 * Decimal(now - before) / Decimal(found.denominator * found.previous_denominator)
    return Decimal(found.numerator) / SCALES.get(unit, {}).get(row["unit"], 1)


def _verdict(exact: Decimal | None, row: dict[str, str]) -> str:
    """Whether the printed figure holds, by the rule that all figures are judged by."""
    if exact is None:
        return "no_data"
    return "agrees" if holds(row["value"], exact, row["relation"], is_share=row["unit"] == "%") else "differs"


def _flag(engine: Engine, row: dict[str, str], parameters: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The arithmetic of a printed statement that doesn't fit physics or another statement, if it doesn't."""
    if not row["flag"] or not parameters:
        return "", {}
    names = catalog()[row["flag"]].parameter_names
    asked = {name: value for name, value in parameters.items() if name in names}
    answer = engine.ask(row["flag"], **asked, as_of=dt.date.fromisoformat(row["judged_on"]))
    if not answer or not answer[0].is_implausible:
        return "", {}
    return FLAGS[row["flag"]], _flag_values(answer[0])


def _flag_values(found: Any) -> dict[str, Any]:
    words = Words("en")  # digits alone, which both languages share
    if hasattr(found, "meetings"):
        return {"meetings": found.meetings, "weeks": words.number(found.weeks), "value": words.number(found.value, 1)}
    return {
        "energy": words.number(found.annual_energy_mwh / SCALES["mwh"]["亿千瓦时"], 2),
        "capacity": words.number(found.capacity_mw / SCALES["mw"]["万千瓦"], 2),
        "value": words.percent(found.value),
        "limit": words.percent(found.highest_pct, 0),
    }


def as_table(figures: tuple[Figure, ...], words: Words) -> pa.Table:
    """The figures as rows: id, measure, printed, computed, numerator, denominator, unit, verdict, basis, flag."""
    chinese = words.language == "zh"
    return pa.Table.from_pylist([
        {
            "id": f.id, "measure": f.measure if chinese else f.measure_en, "relation": f.relation, "printed": f.printed,
            "computed": None if f.computed is None else str(f.computed), "numerator": _plain(f.numerator),
            "denominator": _plain(f.denominator), "unit": unit_label(f.unit, words.language), "verdict": f.verdict,
            "basis": words(f.basis, **f.basis_values), "flag": words(f.flag, **f.flag_values) if f.flag else "",
        }
        for f in figures
    ])  # fmt: skip


def summary(figures: tuple[Figure, ...], words: Words) -> str:
    """One line: how many agree, the recomputed and the restated ones counted apart."""
    parts = [[f for f in figures if f.is_recomputed == kind] for kind in (True, False)]
    return words(
        "{ok_rows} of {rows} figures recomputed from rows agree; {ok_restated} of {restated} restated ones agree; "
        "{flagged} printed statements don't fit.",
        ok_rows=sum(f.verdict == "agrees" for f in parts[0]), rows=len(parts[0]),
        ok_restated=sum(f.verdict == "agrees" for f in parts[1]), restated=len(parts[1]),
        flagged=sum(bool(f.flag) for f in figures),
    )  # fmt: skip


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else f"{value.normalize():f}"
