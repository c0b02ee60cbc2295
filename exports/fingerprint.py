"""The short hash of a report: the same report has the same one on the footer of every format."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from report.filters import CHOICES, Filters
from report.model import Report, Table

DIGITS = 12


def short_hash(report: Report) -> str:
    """The first digits of the sha256 over the report's finished numbers and texts."""
    written = json.dumps(list(_said(report)), ensure_ascii=False, default=str)
    return hashlib.sha256(written.encode()).hexdigest()[:DIGITS]


def _said(report: Report) -> Iterator[object]:
    yield (report.page.name, report.language, report.generation, report.illustrative, list(_narrowed(report.filters)))
    yield (report.title, report.question, report.sentence, report.notes)
    for kpi in report.kpis:
        yield (kpi.name, kpi.title, kpi.value, kpi.unit, kpi.base, kpi.change, kpi.note, kpi.number, kpi.trend)
    for chart in report.charts:
        yield (chart.name, chart.title, chart.subtitle, chart.notes, chart.measure, _table(chart.rows))
    for table in (*report.lead, *report.tables):
        yield _table(table)


def _narrowed(filters: Filters) -> Iterator[object]:
    """What narrows the view, by the names of the address: also on a page that the filters don't narrow."""
    search = filters.search
    yield (filters.as_of, filters.compare, search.project, search.q, search.lights)
    yield from ((choice.url, filters.chosen(choice)) for choice in CHOICES if filters.chosen(choice))


def _table(table: Table) -> tuple[object, ...]:
    rows = [[cell.text for cell in row] for row in table.rows]
    return (table.name, table.title, table.columns, rows, table.note, table.total)
