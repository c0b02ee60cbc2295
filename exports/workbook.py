"""Workbook: a first sheet that says what it is, then each table and each chart's numbers on a sheet of their own."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from xlsxwriter import Workbook

from exports.fingerprint import short_hash
from exports.front import About, Front
from exports.sheet import Formats, columns_of, write_table
from exports.sheet_charts import draw_charts
from exports.sheet_names import named
from report.assemble import Source, whole_tables
from report.model import Chart, Report, Table
from words import Words

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
           "default_format_properties": {"font_name": "Microsoft YaHei", "font_size": 10}}  # fmt: skip


class Part(NamedTuple):
    """What becomes one sheet: a table, and the charts that are drawn from its rows."""

    table: Table
    charts: tuple[Chart, ...] = ()

    @property
    def lines(self) -> tuple[str, str]:
        """What stands above the table."""
        if self.charts:
            said = (
                *(chart.subtitle for chart in self.charts),
                *(note for chart in self.charts for note in chart.notes),
            )
            return " · ".join(chart.title for chart in self.charts), " · ".join(dict.fromkeys(said))
        return self.table.title, self.table.note


def workbook(reports: Sequence[Report], source: Source, words: Words) -> bytes:
    """The reports as an Excel workbook: every table with all its rows, and the rows of every chart."""
    sink = io.BytesIO()
    with Workbook(sink, OPTIONS) as book:
        formats = Formats(book)
        front = Front(book.add_worksheet(words("About")), formats, words)
        taken = {words("About").lower(): ""}
        for report in reports:
            abouts = []
            for part in parts_of(report, source, words):
                name = named(part.table.title, taken)
                taken[name.lower()] = name
                sheet = book.add_worksheet(name)
                write_table(sheet, part.table, formats, _lines(part, report, words), _footer(report, words))
                draw_charts(book, sheet, part.charts, len(columns_of(part.table)) + 1, formats)
                abouts.append(About(name, part.lines[0], len(part.table.rows), part.table.question))
            front.add(report, abouts, source)
    return sink.getvalue()


def _lines(part: Part, report: Report, words: Words) -> tuple[str, str]:
    """Title and note of a sheet, which says by itself when its data is illustrative."""
    title, note = part.lines
    return title, " · ".join(filter(None, (words("Illustrative data") if report.illustrative else "", note)))


def _footer(report: Report, words: Words) -> str:
    """What the printed page is of."""
    parts = (
        words("Illustrative data") if report.illustrative else "",
        f"{words('Hash')} {short_hash(report)}",
        words("generation {generation}", generation=report.generation),
        report.sentence,
    )
    return " · ".join(filter(None, parts))


def parts_of(report: Report, source: Source, words: Words) -> Iterator[Part]:
    """The sheets of a report, in the order of its page; charts of the same rows share one."""
    for table in whole_tables(report, source, words):
        yield Part(table)
    drawn: dict[str, Part] = {}
    for chart in report.charts:
        before = drawn.get(chart.rows.name, Part(chart.rows))
        drawn[chart.rows.name] = before._replace(charts=(*before.charts, chart))
    yield from drawn.values()
