"""Every number of a report, by the name of its passport."""

from __future__ import annotations

from queries.catalog import catalog
from queries.reach import QUESTION as REACH
from report.assemble import Source, kpi_parameters, question_parameters
from report.briefing.passports import PREFIX, briefing_passport
from report.figures import figure_passport
from report.model import Chart, Kpi, Report, Table
from report.passport import Passport, passport_of
from report.reach import reach_passport
from report.said import NAME as SAID
from report.said import said_passport
from words import Words


def find_passport(name: str, report: Report, source: Source, words: Words) -> Passport | None:
    """The passport of a KPI, a chart, a table, a figure of a text or a printed one; None for an unknown name."""
    for kpi in report.kpis:
        if kpi.name == name:
            return _of_kpi(kpi, report, source, words)
    for chart in report.charts:
        if chart.name == name:
            return _of_chart(chart, report, source, words)
    for table in (*report.lead, *report.tables):
        if table.name == name == REACH:
            return reach_passport(table, report.filters, source, words)
        if table.question and table.name == name:
            return _of_table(table, report, source, words)
    if name.startswith(PREFIX):
        return briefing_passport(name, report.filters, source, words)
    if name.startswith(f"{SAID}-"):
        return said_passport(name, report.filters, source, words)
    cells = (cell for table in report.tables for row in table.rows for cell in row)
    return figure_passport(name, source, words) if any(cell.passport == name for cell in cells) else None


def _of_kpi(kpi: Kpi, report: Report, source: Source, words: Words) -> Passport:
    value = f"{kpi.value}{words.unit_gap if kpi.unit else ''}{kpi.unit}"
    return passport_of(
        kpi.name, kpi.name, kpi_parameters(report.filters), source, words,
        title=kpi.title, value=f"{value} = {kpi.base}" if kpi.base else value,
    )  # fmt: skip


def _of_chart(chart: Chart, report: Report, source: Source, words: Words) -> Passport:
    parameters = question_parameters(catalog()[chart.rows.name], report.filters)
    return passport_of(chart.name, chart.rows.name, parameters, source, words, title=chart.title, value=chart.subtitle)


def _of_table(table: Table, report: Report, source: Source, words: Words) -> Passport:
    parameters = question_parameters(catalog()[table.question], report.filters)
    return passport_of(table.name, table.question, parameters, source, words, title=table.title)
