"""The measures that the map and its rows can show, and how each is said."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from charts import listed
from data.city import city
from words import WAN_PER_YI, Words


class Row(NamedTuple):
    """One county: each measure now and at the compared date."""

    county_code: str | None
    projects: int
    total_wan: Decimal
    started_pct: float | None
    done_pct: float | None
    energy_pct: float | None
    projects_before: int
    total_wan_before: Decimal
    started_pct_before: float | None
    done_pct_before: float | None
    energy_pct_before: float | None


class Measure(NamedTuple):
    """One measure: its label, its column and its unit (count, wan or pct)."""

    label: str
    column: str
    unit: str


MEASURES = {
    "investment": Measure("Total investment", "total_wan", "wan"),
    "projects": Measure("Projects", "projects", "count"),
    "start_rate": Measure("Start rate", "started_pct", "pct"),
    "plan_completion": Measure("Year plan done", "done_pct", "pct"),
    "energy_share": Measure("Energy share by money", "energy_pct", "pct"),
}


def chosen_measure(name: str) -> Measure:
    """The measure of that name; the first one when none is named."""
    return MEASURES[name or next(iter(MEASURES))]


def value_of(row: Row, measure: Measure) -> float | None:
    """The measure of a county, amounts in 亿元."""
    value = getattr(row, measure.column)
    if value is None or (measure.unit != "count" and not row.projects):
        return None
    return float(value / WAN_PER_YI) if measure.unit == "wan" else float(value)


def said(row: Row, measure: Measure, words: Words) -> str:
    """The measure of a county as text."""
    value = value_of(row, measure)
    if measure.unit == "pct":
        return words.percent(value)
    return words.number(value, 0 if measure.unit == "count" else 2)


def change_said(row: Row, measure: Measure, words: Words) -> str:
    """Its change since the compared date: points for a share, the amount for the rest; empty without a change."""
    now, before = getattr(row, measure.column), getattr(row, f"{measure.column}_before")
    if not row.projects_before or now is None or before is None or now == before:
        return ""
    if measure.unit == "pct":
        return words.points(now - before)
    return words.yi(now - before, sign=True) if measure.unit == "wan" else words.number(now - before, sign=True)


def name_of(row: Row, words: Words) -> str:
    """The name of a county."""
    return city().label("county", row.county_code, words.language) or words("unknown")


def extremes(rows: Sequence[Row], measure: Measure, words: Words) -> str:
    """The finding: who is first and who is last by the measure, counties alone."""
    counties = {division.code for division in city().divisions if division.kind == "county"}
    known = [row for row in rows if row.county_code in counties and value_of(row, measure) is not None]
    if not known:
        return words("No projects in this selection")
    ordered = sorted(known, key=lambda row: value_of(row, measure) or 0, reverse=True)
    first, last = ordered[0], ordered[-1]
    label = words(measure.label)
    if len(known) == 1:
        return words("{measure}: {county} {value}", measure=label, county=name_of(first, words),
                     value=_with_unit(first, measure, words))  # fmt: skip
    if value_of(first, measure) == value_of(last, measure):
        return words("{measure}: all counties stand at {value}", measure=label, value=_with_unit(first, measure, words))
    return words(
        "{measure}: highest in {first} with {most}, lowest in {last} with {least}", measure=label,
        first=_names([row for row in known if value_of(row, measure) == value_of(first, measure)], words),
        last=_names([row for row in known if value_of(row, measure) == value_of(last, measure)], words),
        most=_with_unit(first, measure, words), least=_with_unit(last, measure, words),
    )  # fmt: skip


def base_said(rows: Sequence[Row], measure: Measure, words: Words) -> str:
    """Measure, unit and base of map and rows."""
    unit = {"count": words("projects of the plan"), "wan": words("100m yuan"), "pct": "%"}[measure.unit]
    return words(
        "{measure}, {unit}; base {projects} projects, {money}", measure=words(measure.label), unit=unit,
        projects=words.number(sum(row.projects for row in rows)),
        money=words.money(sum(row.total_wan for row in rows)),
    )  # fmt: skip


def _names(rows: Sequence[Row], words: Words) -> str:
    return listed([name_of(row, words) for row in rows], words)


def _with_unit(row: Row, measure: Measure, words: Words) -> str:
    return words.money(row.total_wan) if measure.unit == "wan" else said(row, measure, words)
