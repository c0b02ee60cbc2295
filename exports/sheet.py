"""One sheet of the workbook: a finished table with its numbers as numbers, ready to read, filter and print."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from math import ceil, isfinite
from typing import NamedTuple
from unicodedata import east_asian_width

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from charts.theme import ACCENT, LATE, NEUTRAL
from exports.number_formats import number_format
from report.model import Cell, Table, Value
from words import NOTHING

HEAD = 2  # the row of the heads; above stand the title and the note
NARROWEST, WIDEST = 8, 46
MEASURED = 300  # rows that the width of a column is taken from
A4 = 9
LINE = 16  # points
LONGEST_FOOTER = 200


class Formats:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, str], Format] = {}
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.note = book.add_format({"font_color": NEUTRAL})
        self.plain = book.add_format({"align": "left"})
        self.link = book.add_format({"font_color": ACCENT, "underline": 1, "valign": "top"})
        self.head = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": ACCENT,
                                     "font_color": "#ffffff", "border": 1, "border_color": "#ffffff"})  # fmt: skip

    def cell(self, shown: str = "", tone: str = "") -> Format:
        """The format of a number shown so; of a text when nothing is given."""
        key = (shown, tone if tone == "light-red" else "")
        if key not in self._made:
            made = {"num_format": shown} if shown else {"text_wrap": True, "indent": 1}
            colour = {"font_color": LATE} if key[1] else {}
            self._made[key] = self._book.add_format({"valign": "top", **made, **colour})
        return self._made[key]


class Column(NamedTuple):
    """One column of the sheet: its head, the column of the table, and which of a cell's numbers it shows."""

    head: str
    at: int
    part: int | None = None


def columns_of(table: Table) -> list[Column]:
    """The columns of the sheet: a cell that shows several numbers fills as many of them."""
    found = []
    for at, head in enumerate(table.columns):
        parts = table.parts.get(at)
        found += (
            [Column(f"{head} · {name}", at, part) for part, name in enumerate(parts)] if parts else [Column(head, at)]
        )
    return found


def write_table(sheet: Worksheet, table: Table, formats: Formats, lines: Sequence[str], footer: str) -> None:
    """The table below its title and what is said of it."""
    columns = columns_of(table)
    for at, line in enumerate(lines[:HEAD]):
        sheet.write_string(at, 0, line, formats.note if at else formats.title)
    for at, column in enumerate(columns):
        sheet.write_string(HEAD, at, column.head, formats.head)
    widths = [_width(column, table) for column in columns]
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    for number, row in enumerate(table.rows, HEAD + 1):
        set_height(sheet, number, [row[column.at] for column in columns], widths)
        for at, column in enumerate(columns):
            write_cell(sheet, number, at, row[column.at], column.part, formats)
    _lay_out(sheet, len(columns), len(table.rows), footer)


def _lay_out(sheet: Worksheet, columns: int, rows: int, footer: str) -> None:
    """Heads that stay, a filter on each, and A4 pages across that repeat the heads."""
    sheet.freeze_panes(HEAD + 1, 1)
    if rows and columns:
        sheet.autofilter(HEAD, 0, HEAD + rows, columns - 1)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD)
    sheet.set_footer(f"&L{footer[:LONGEST_FOOTER].replace('&', '&&')}&R&P / &N")


def write_cell(sheet: Worksheet, row: int, at: int, cell: Cell, part: int | None, formats: Formats) -> None:
    """The number or the day of a cell as such, any other text as a text, nothing where it holds nothing."""
    text, value = cell.text, cell.value
    if isinstance(value, tuple):
        text, value = ("", value[part]) if part is not None else (text, None)
    elif part:
        return
    if isinstance(value, dt.date):
        sheet.write_datetime(row, at, dt.datetime.combine(value, dt.time()), formats.cell(number_format(text, value)))
    elif is_number(value):
        sheet.write_number(row, at, float(value), formats.cell(number_format(text, value), cell.tone))  # type: ignore[arg-type]
    elif text and text != NOTHING:
        sheet.write_string(row, at, text, formats.cell(tone=cell.tone))


def set_height(sheet: Worksheet, row: int, cells: Sequence[Cell], widths: Sequence[float]) -> None:
    """Room for the lines of the longest text; programs differ in whether they make it themselves."""
    lines = max(
        (ceil(wide(cell.text) / (width - 1)) for cell, width in zip(cells, widths, strict=False)
         if len(cell.text) * 2 > width and cell.value is None), default=1,
    )  # fmt: skip
    if lines > 1:
        sheet.set_row(row, LINE * lines)


def is_number(value: Value | tuple[Value, ...]) -> bool:
    """Whether a spreadsheet can hold it as a number."""
    return isinstance(value, int | float | Decimal) and isfinite(value)


def _width(column: Column, table: Table) -> float:
    texts = [row[column.at].text for row in table.rows[:MEASURED]] if column.part is None else []
    longest = max((wide(text) for text in texts), default=0)
    return max(NARROWEST, min(WIDEST, max(longest, min(wide(column.head), 18)) + 4))


def wide(text: str) -> int:
    """How many half-width characters the text is wide."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
