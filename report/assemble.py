"""Assemble a page: ask its questions, word its numbers, draw its charts."""

from __future__ import annotations

import datetime as dt
import importlib
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple

from charts.energy_share import PARTS
from charts.funds_by_source import SOURCES
from charts.start_rate_bridge import STEPS
from data.city import City
from data.codes import CODES
from data.ledger import TABLES
from data.units import unit_label
from queries.catalog import Query, catalog
from queries.engines.duckdb import Engine
from report.choosing import reliefs
from report.filters import CHOICE, CHOICES, Filters
from report.labels import COLUMN_LABELS
from report.lights import light_text
from report.model import Build, Cell, Chart, Kpi, Link, Page, Report, Table
from report.searching import narrowing
from report.units import base_in, change_in, number_in, unit_of
from words import WAN_PER_YI, Words


class Source(NamedTuple):
    """Where a report's numbers come from: an opened ledger and the city it belongs to."""

    engine: Engine
    city: City


def assemble(page: Page, filters: Filters, source: Source, words: Words) -> Report:
    """The finished report of a page. Raises Refused or Damaged with a sentence."""
    opened = source.engine.opened
    page = (page.instead and page.instead(filters, source)) or page
    asked = narrowing(page, filters, source.engine)
    return Report(
        page=page,
        filters=asked,
        language=words.language,
        title=words(page.title),
        question=page.heading(asked, source, words) if page.heading else words(page.question),
        sentence=_sentence(page, filters, asked, source, words),
        generation=opened.generation,
        kpis=tuple(kpi_of(name, asked, source, words) for name in kpi_names(page, asked)),
        charts=tuple(_chart(name, asked, source, words) for name in page.charts),
        tables=_built(page.tables, asked, source, words),
        lead=_built(page.lead, asked, source, words),
        illustrative=is_illustrative(asked, source),
        notes=(words(opened.notice.message, **opened.notice.values),) if opened.notice else (),
        reliefs=()
        if page.unfiltered_because or page.narrowed_by == "project"
        else reliefs(asked, source.engine, words),
    )


def whole_tables(report: Report, source: Source, words: Words) -> tuple[Table, ...]:
    """The tables of a report with all their rows, those that it leads with first: for a file that has room for them."""
    whole = replace(report.filters, whole=True)
    return (*_built(report.page.lead, whole, source, words), *_built(report.page.tables, whole, source, words))


def _sentence(page: Page, filters: Filters, asked: Filters, source: Source, words: Words) -> str:
    """What the page is narrowed to, and which of the chosen filters don't narrow it."""
    if page.unfiltered_because:
        return words(page.unfiltered_because)
    left_out = [words(choice.label) for choice in CHOICES if filters.chosen(choice) != asked.chosen(choice)]
    if not left_out:
        return asked.sentence(words, source.city)
    reason = words("{filters}: doesn't apply here. {reason}", filters=words.joined(left_out),
                   reason=words("It is about one project, whatever the filters leave."))  # fmt: skip
    return f"{asked.sentence(words, source.city)} · {reason}"


def _built(builds: Sequence[Build], filters: Filters, source: Source, words: Words) -> tuple[Table, ...]:
    """The tables of a page, in order."""
    made = [build(filters, source, words) for build in builds]
    return tuple(table for one in made for table in (one if isinstance(one, tuple) else (one,)))


def is_illustrative(filters: Filters, source: Source) -> bool:
    """Whether any project of the date is illustrative, whatever the filters leave."""
    return any(row.projects for row in source.engine.ask("illustrative", as_of=filters.as_of))


START_RATES = {"plan": "start_rate", "due": "start_rate_of_due", "substance": "start_rate_in_substance"}


def kpi_names(page: Page, filters: Filters) -> tuple[str, ...]:
    """The page's KPIs, the start rate by the definition that the filters ask for."""
    return tuple(START_RATES[filters.start_by] if name == "start_rate" else name for name in page.kpis)


def kpi_parameters(filters: Filters, dates: Sequence[dt.date] | None = None) -> dict[str, Any]:
    """The parameters of a KPI: the filters, and the dates that it is asked for."""
    return {"as_ofs": list(dates or [filters.as_of]), **filters.parameters()}


def kpi_of(name: str, filters: Filters, source: Source, words: Words) -> Kpi:
    """One number of a page, finished, with its change and its course."""
    query = catalog()[name]
    dates = [day for day in source.engine.opened.dates if day.year == filters.as_of.year and day <= filters.as_of]
    asked = sorted({*dates, filters.as_of, *([filters.compare] if filters.compare else [])})
    given = {key: val for key, val in kpi_parameters(filters, asked).items() if key in query.parameter_names}
    found = {row.as_of: row for row in source.engine.ask(name, **given)}
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
        note=words("of the year: {pct}", pct=words.percent(expected))
        if expected is not None
        else " ".join(not_applying(query, filters, words)),
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
    rows = source.engine.ask(drawing.QUERY, **question_parameters(query, filters))
    sets = getattr(drawing, "SETS", "")
    measures = {code: words(measure.label) for code, measure in getattr(drawing, "MEASURES", {}).items()}
    measure = {"measure": filters.measure} if measures else {}
    marked = {"marked": filters.chosen(CHOICE[sets])} if sets else {}
    return Chart(
        name=name,
        title=drawing.finding(rows, words, **measure),
        subtitle=f"{drawing.subtitle(rows, words, **measure)} · {words.date(filters.as_of)}",
        figure=drawing.draw(rows, words, **marked, **measure),
        rows=rows_table(drawing.QUERY, rows, source.city, words),
        sets=sets,
        wide=getattr(drawing, "WIDE", False),
        measures=tuple(measures.items()),
        measure=filters.measure or next(iter(measures), ""),
        notes=not_applying(query, filters, words, sets),
    )


def question_parameters(query: Query, filters: Filters) -> dict[str, Any]:
    """The parameters of a question about one date: the dates and those filters that it takes."""
    given = {
        "as_of": filters.as_of, "compare": filters.compare, "project": filters.search.project, **filters.parameters(),
    }  # fmt: skip
    return {name: value for name, value in given.items() if name in query.parameter_names}


def not_applying(query: Query, filters: Filters, words: Words, sets: str = "") -> tuple[str, ...]:
    """A sentence that names the chosen filters which the question can't answer, with the reason; else nothing."""
    left = [c for c in CHOICES if filters.chosen(c) and c.field not in query.parameter_names and c.url != sets]
    if not left:
        return ()
    names = words.joined([words(choice.label) for choice in left])
    return (words("{filters}: doesn't apply here. {reason}", filters=names, reason=words(query.because)).rstrip(),)


def rows_table(name: str, rows: Sequence[Any], city: City, words: Words, hidden: Sequence[str] = ()) -> Table:
    """An answer's rows as a table in the reader's language: labels for codes, formatted numbers, links."""
    fields = [field for field in catalog()[name].returns if field.name not in hidden]
    return Table(
        name=name,
        title=words(catalog()[name].title),
        columns=tuple(column_label(f.name, words, in_yi=True) for f in fields),
        numeric=tuple(f.type not in ("VARCHAR", "DATE", "BOOLEAN") for f in fields),
        rows=tuple(tuple(cell_of(f.name, row, city, words) for f in fields) for row in rows),
        question=name,
    )


def cell_of(name: str, row: Any, city: City, words: Words) -> Cell:
    """One value as a cell, amounts in 亿元; a name leads to its project, a county or a sector to its filter."""
    value = getattr(row, name)
    if name.endswith("_wan"):
        return yi_cell(value, words)
    text = cell_text(name, value, city, words)
    if name == "name" and getattr(row, "project_id", None):
        return Cell(text, link=project_link(row.project_id))
    if name == "light" and value:
        return Cell(text, tone=f"light-{value}")
    filtered = FILTER_OF.get(name)
    if filtered and value:
        return Cell(text, link=Link(((filtered, (value,)),)))
    is_said = isinstance(value, int | float | Decimal | dt.date) and not isinstance(value, bool)
    return Cell(text, value=value if is_said else None)


def yi_cell(wan: Decimal | float | int | None, words: Words) -> Cell:
    """An amount held in 万元 as the number of 亿元; empty for nothing."""
    return Cell("") if wan is None else Cell(words.yi(wan), value=in_yi(wan))


def in_yi(wan: Decimal | float | int) -> Decimal:
    """An amount held in 万元 in 亿元, unrounded."""
    return Decimal(str(wan)) / WAN_PER_YI


CODED = {"source": SOURCES, "step": STEPS, "part": PARTS}
FILTER_OF = {"county_code": "county", "sector": "sector"}


def project_link(project_id: str) -> Link:
    """Where the sheet of a project is shown."""
    return Link((("project", (project_id,)),), "projects")


def column_label(name: str, words: Words, in_yi: bool = False) -> str:
    """The label of an answer's column with its unit: the dictionary's where it has one, else a worded one."""
    column = next((table.column(name) for table in TABLES.values() if name in table.by_name), None)
    label = column.label.in_language(words.language) if column else words(COLUMN_LABELS.get(name, name))
    is_money = name.endswith("_wan")
    unit = "万元" if is_money else column.unit if column else ""
    if is_money and in_yi:
        return label + words.wrapped(words("× 100m yuan"))
    return label + (words.wrapped(unit_label(unit, words.language)) if unit else "")


def cell_text(name: str, value: object, city: City, words: Words) -> str:
    """One value as text: the label of a code, a date, a number with its decimals."""
    if value is None:
        return ""
    if name in CODED:
        return words(CODED[name].get(str(value), str(value)))
    if name.endswith("light") or name == "light_before":
        return light_text(str(value), words)
    if name == "moved":
        return f"{'↑' if int(str(value)) > 0 else '↓'}{abs(int(str(value)))}" if value else "="
    codes = _code_list(name)
    if codes:
        return city.label(codes, str(value), words.language)
    if isinstance(value, bool):
        return words("yes") if value else words("no")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, int):
        return str(value) if name.endswith(("year", "row", "month", "seq")) else words.number(value)
    if hasattr(value, "as_tuple") or isinstance(value, float):
        return words.number(value, 1 if name.endswith("_pct") else 2)  # type: ignore[arg-type]
    if isinstance(value, list):
        return words.joined([str(part) for part in value])
    return str(value)


def _code_list(name: str) -> str:
    if name in CODES:
        return name
    return next((t.column(name).codes for t in TABLES.values() if name in t.by_name), "")
