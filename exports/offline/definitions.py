"""The definitions at the end of the offline page: one for every question that it shows the answer of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from queries.catalog import Query, catalog
from queries.reconcile import reconcile
from queries.sentences.check import check
from report.assemble import Source
from report.model import Report
from report.said import NAME as SAID
from report.units import UNITS, unit_of
from words import Words


class Definition(NamedTuple):
    """What a number means, and the SQL that gives it."""

    anchor: str
    title: str
    lines: tuple[str, ...]
    file: str
    sql: str


def anchor_of(question: str) -> str:
    """Where the definition of a question stands."""
    return f"q-{question}"


def places_of(reports: Sequence[Report], source: Source) -> Mapping[str, str]:
    """The passports that cells lead to, each with the question whose definition stands here in its place."""
    named = {cell.passport for report in reports for table in (*report.lead, *report.tables)
             for row in table.rows for cell in row if cell.passport}  # fmt: skip
    places = {name: name for name in named if name in catalog()}
    if named - places.keys():
        places |= {
            figure.id: figure.query for figure in reconcile(source.engine) if figure.id in named and figure.query
        }
    for report in reports:
        places |= _said(report, source) if report.filters.text else {}
    return places


def _said(report: Report, source: Source) -> dict[str, str]:
    found = check(report.filters.text, source.engine, report.filters.as_of)
    return {f"{SAID}-{place + 1}": one.question for place, one in enumerate(found) if one.question}


def definitions_of(reports: Sequence[Report], places: Mapping[str, str], words: Words) -> list[Definition]:
    """One for each question, in the order in which they are first shown; those of single cells last."""
    names: dict[str, None] = {}
    for report in reports:
        names |= dict.fromkeys(kpi.name for kpi in report.kpis)
        names |= dict.fromkeys(chart.rows.name for chart in report.charts)
        names |= dict.fromkeys(table.question for table in (*report.lead, *report.tables) if table.question)
    names |= dict.fromkeys(places.values())
    return [_definition(catalog()[name], words) for name in names]


def _definition(query: Query, words: Words) -> Definition:
    unit = unit_of(query.unit, words) if query.unit in UNITS else ""
    lines = [words(query.asks), words(query.means), words.labelled(words("Unit"), unit) if unit else ""]
    return Definition(
        anchor_of(query.name), words(query.title), tuple(filter(None, lines)), f"queries/{query.path}", query.sql
    )
