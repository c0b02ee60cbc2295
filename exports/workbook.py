"""Workbook: a sheet for each table and for each chart's rows."""

from __future__ import annotations

import io
from collections.abc import Sequence

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from report.assemble import Source
from report.model import Report, Table
from words import Words

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
LONGEST_NAME = 31
NOT_IN_NAMES = str.maketrans("[]:*?/\\'", "        ")


def workbook(reports: Sequence[Report], source: Source, words: Words) -> bytes:
    """The reports' tables and the rows of their charts as an Excel workbook."""
    sink = io.BytesIO()
    with xlsxwriter.Workbook(sink, OPTIONS) as book:
        taken: set[str] = set()
        for report in reports:
            for table in (*report.lead, *(chart.rows for chart in report.charts), *report.tables):
                _write(book.add_worksheet(_sheet_name(table.title, taken)), table)
        if not taken:
            book.add_worksheet()
    return sink.getvalue()


def _write(sheet: Worksheet, table: Table) -> None:
    for at, head in enumerate(table.columns):
        sheet.write_string(0, at, head)
    for line, row in enumerate(table.rows, 1):
        for at, cell in enumerate(row):
            sheet.write_string(line, at, cell.text)
    sheet.freeze_panes(1, 0)


def _sheet_name(title: str, taken: set[str]) -> str:
    """The title as a legal name of a sheet that no other has; letters that differ in case alone are the same."""
    plain = " ".join(title.translate(NOT_IN_NAMES).split()) or "_"
    name, number = plain[:LONGEST_NAME], 1
    while name.lower() in taken:
        number += 1
        name = f"{plain[: LONGEST_NAME - len(str(number)) - 1]} {number}"
    taken.add(name.lower())
    return name
