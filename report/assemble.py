"""Assemble a page: ask its questions, word its numbers, draw its charts."""

from __future__ import annotations

import datetime as dt
import importlib
from collections.abc import Sequence
from typing import Any, NamedTuple

from data.city import City
from data.ledger import TABLES
from data.units import unit_label
from queries.catalog import catalog
from queries.engines.duckdb import Engine
from report.filters import Filters
from report.model import Cell, Chart, Kpi, Page, Report, Table
from report.units import base_in, change_in, number_in, unit_of
from words import Words


class Source(NamedTuple):
    """Where a report's numbers come from: an opened ledger and the city it belongs to."""

    engine: Engine
    city: City


def assemble(page: Page, filters: Filters, source: Source, words: Words) -> Report:
    """The finished report of a page. Raises Refused or Damaged with a sentence."""
    opened = source.engine.opened
    return Report(
        page=page,
        filters=filters,
        language=words.language,
        title=words(page.title),
        question=words(page.question),
        sentence=words(page.unfiltered_because) if page.unfiltered_because else filters.sentence(words, source.city),
        generation=opened.generation,
        kpis=tuple(_kpi(name, filters, source, words) for name in page.kpis),
        charts=tuple(_chart(name, filters, source, words) for name in page.charts),
        tables=tuple(build(source, words) for build in page.tables),
        illustrative=is_illustrative(filters, source),
        notes=(words(opened.notice.message, **opened.notice.values),) if opened.notice else (),
    )


def is_illustrative(filters: Filters, source: Source) -> bool:
    """Whether any project of the date is illustrative, whatever the filters leave."""
    return any(row.projects for row in source.engine.ask("illustrative", as_of=filters.as_of))


def kpi_parameters(filters: Filters, dates: Sequence[dt.date] | None = None) -> dict[str, Any]:
    """The parameters of a KPI: the filters, and the dates that it is asked for."""
    return {"as_ofs": list(dates or [filters.as_of]), **filters.parameters()}


def _kpi(name: str, filters: Filters, source: Source, words: Words) -> Kpi:
    query = catalog()[name]
    dates = [day for day in source.engine.opened.dates if day.year == filters.as_of.year and day <= filters.as_of]
    asked = sorted({*dates, filters.as_of, *([filters.compare] if filters.compare else [])})
    found = {row.as_of: row for row in source.engine.ask(name, **kpi_parameters(filters, asked))}
    now = found.get(filters.as_of)
    value = _value(now, query.unit)
    before = _value(found.get(filters.compare), query.unit) if filters.compare else None
    expected = getattr(now, "expected_pct", None)
    return Kpi(
        name=name,
        title=words(query.title),
        value=number_in(value, query.unit, words),
        unit=unit_of(query.unit, words),
        base=base_in(now.numerator, now.denominator, query.base, words) if now else "",
        change=change_in(value, before, query.unit, words),
        note=words("of the year: {pct}", pct=words.percent(expected)) if expected is not None else "",
        is_late=expected is not None and value is not None and value < expected,
        trend=tuple((day, _value(found.get(day), query.unit)) for day in dates),
        number=value,
    )


def _value(row: Any, unit: str) -> float | None:
    """The value of an answer; no rows make zero for counts and sums, and no value for a share."""
    if row is None or row.value is None:
        return None if unit == "pct" else 0.0
    return float(row.value)


def _chart(name: str, filters: Filters, source: Source, words: Words) -> Chart:
    drawing = importlib.import_module(f"charts.{name}")
    query = catalog()[drawing.QUERY]
    rows = source.engine.ask(drawing.QUERY, as_of=filters.as_of, **_asked(query, filters))
    return Chart(
        name=name,
        title=drawing.finding(rows, words),
        subtitle=f"{drawing.subtitle(rows, words)} · {words.date(filters.as_of)}",
        figure=drawing.draw(rows, words, filters.counties) if "county" in query.ignores else drawing.draw(rows, words),
        rows=rows_table(drawing.QUERY, rows, source.city, words),
        ignores=query.ignores,
    )


def _asked(query: Any, filters: Filters) -> dict[str, Any]:
    """The filters that a question takes."""
    return {name: value for name, value in filters.parameters().items() if name in query.parameter_names}


def rows_table(name: str, rows: Sequence[Any], city: City, words: Words) -> Table:
    """An answer's rows as a table in the reader's language: labels for codes, formatted numbers."""
    fields = catalog()[name].returns
    return Table(
        name=name,
        title=words(catalog()[name].title),
        columns=tuple(column_label(f.name, words) for f in fields),
        numeric=tuple(f.type not in ("VARCHAR", "DATE", "BOOLEAN") for f in fields),
        rows=tuple(
            tuple(Cell(cell_text(f.name, value, city, words)) for f, value in zip(fields, row, strict=True))
            for row in rows
        ),
    )


def column_label(name: str, words: Words) -> str:
    """The label of an answer's column: the dictionary's where it has one, else a worded one."""
    for table in TABLES.values():
        if name in table.by_name:
            column = table.column(name)
            unit = words.wrapped(unit_label(column.unit, words.language)) if column.unit else ""
            return column.label.in_language(words.language) + unit
    return words(COLUMN_LABELS.get(name, name))


COLUMN_LABELS = {
    "projects": "Projects",
    "started": "Started",
    "started_pct": "Start rate (%)",
    "count_pct": "Share by count (%)",
    "money_pct": "Share by money (%)",
    "month": "Month",
    "planned_new": "New starts planned, cumulative",
    "started_new": "New starts, cumulative",
    "resumed": "Resumed, cumulative",
    "size": "Size",
    "numerator": "Counted",
    "denominator": "Base",
    "value": "Value",
}


def cell_text(name: str, value: object, city: City, words: Words) -> str:
    """One value as text: the label of a code, a date, a number with its decimals."""
    if value is None:
        return ""
    codes = _code_list(name)
    if codes:
        return city.label(codes, str(value), words.language)
    if isinstance(value, bool):
        return words("yes") if value else words("no")
    if isinstance(value, dt.date):
        return words.date(value)
    if isinstance(value, int):
        return str(value) if name.endswith(("year", "row", "month", "seq")) else words.number(value)
    if hasattr(value, "as_tuple") or isinstance(value, float):
        return words.number(value, 1 if name.endswith("_pct") else 2)  # type: ignore[arg-type]
    if isinstance(value, list):
        return words.joined([str(part) for part in value])
    return str(value)


def _code_list(name: str) -> str:
    if name == "size":
        return "size"
    return next((t.column(name).codes for t in TABLES.values() if name in t.by_name), "")
