"""The first sheet of the workbook: what was asked, the numbers with their definitions, the sheets, the sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from exports.fingerprint import short_hash
from exports.sheet import A4, Formats, set_height, write_cell
from queries.catalog import catalog
from report.assemble import Source
from report.model import Cell, Kpi, Report
from report.units import scaled
from words import Words

WIDTHS = (26, 14, 14, 34, 24, 68, 36)


class About(NamedTuple):
    """One sheet, as the first one lists it."""

    name: str
    title: str
    rows: int
    question: str


class Front:
    """The first sheet, filled report by report."""

    def __init__(self, sheet: Worksheet, formats: Formats, words: Words) -> None:
        self._sheet, self._formats, self._words, self._row = sheet, formats, words, 0
        for at, width in enumerate(WIDTHS):
            sheet.set_column(at, at, width)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)

    def add(self, report: Report, sheets: Sequence[About], source: Source) -> None:
        """What one report is, and where the rest of it stands."""
        words = self._words
        self._sheet.write_string(self._row, 0, report.question, self._formats.title)
        self._row += 1
        if report.illustrative:
            self._line(Cell(words("Illustrative data"), tone="light-red"))
        for label, text in _facts(report, words):
            self._sheet.write_string(self._row, 0, label, self._formats.plain)
            self._sheet.write_string(self._row, 1, text, self._formats.plain)
            self._row += 1
        for note in report.notes:
            self._sheet.write_string(self._row, 0, note, self._formats.plain)
            self._row += 1
        self._numbers(report)
        self._sheets(sheets)
        self._sources(report, source)
        self._row += 1

    def _numbers(self, report: Report) -> None:
        words = self._words
        if not report.kpis:
            return
        since = words("since {day}", day=words.date(report.filters.compare)) if report.filters.compare else ""
        self._heads(
            words("Measure"),
            words("Value"),
            words("Unit"),
            words("Base"),
            words("Change") + (words.wrapped(since) if since else ""),
            words("Definition"),
            words("Question"),
        )
        for kpi in report.kpis:
            self._line(*_number(kpi, words))

    def _sheets(self, sheets: Sequence[About]) -> None:
        words = self._words
        self._heads(
            words("Sheet"), words("Rows"), "", words("What it shows"), "", words("Definition"), words("Question")
        )
        for about in sheets:
            query = catalog().get(about.question)
            said = " ".join(words(text) for text in (query.asks, query.means) if text) if query else ""
            path = Cell(f"queries/{query.path}" if query else "")
            link = f"internal:'{about.name.replace(chr(39), chr(39) * 2)}'!A1"
            self._line(
                None,
                Cell(words.number(about.rows), value=about.rows),
                Cell(""),
                Cell(about.title),
                Cell(""),
                Cell(said),
                path,
            )
            self._sheet.write_url(self._row - 1, 0, link, self._formats.link, about.name)

    def _sources(self, report: Report, source: Source) -> None:
        words = self._words
        self._heads(
            words("Source"), words("As of"), words("Generation"), words("File"), words("Published"), "sha256", ""
        )
        for day in filter(None, (report.filters.as_of, report.filters.compare)):
            manifest = source.engine.opened.folders[day].manifest
            self._line(
                Cell(words("Ledger")),
                Cell(day.isoformat(), value=day),
                Cell(str(manifest.generation), value=manifest.generation),
                Cell(manifest.source_name),
                Cell(manifest.published_at),
                Cell(manifest.files["projects.parquet"].sha256),
            )

    def _heads(self, *heads: str) -> None:
        self._row += 1
        for at, head in enumerate(heads):
            self._sheet.write_string(self._row, at, head, self._formats.head)
        self._row += 1

    def _line(self, *cells: Cell | None) -> None:
        set_height(self._sheet, self._row, [cell or Cell("") for cell in cells], WIDTHS)
        for at, cell in enumerate(cells):
            if cell:
                write_cell(self._sheet, self._row, at, cell, None, self._formats)
        self._row += 1


def _facts(report: Report, words: Words) -> list[tuple[str, str]]:
    return [
        (words("Page"), report.title),
        (words("Filters"), report.sentence),
        (words("As of"), report.filters.as_of.isoformat()),
        (words("Generation"), str(report.generation)),
        (words("Hash"), short_hash(report)),
    ]


def _number(kpi: Kpi, words: Words) -> tuple[Cell, ...]:
    """A tile as a row: the number in its unit, unrounded, with what it means and which question gave it."""
    query = catalog()[kpi.name]
    return (
        Cell(kpi.title), Cell(kpi.value, value=scaled(kpi.number, query.unit), tone="light-red" if kpi.is_late else ""),
        Cell(kpi.unit), Cell(kpi.base), Cell(kpi.change),
        Cell(" ".join(filter(None, (words(query.asks), words(query.means), kpi.note)))), Cell(f"queries/{query.path}"),
    )  # fmt: skip
