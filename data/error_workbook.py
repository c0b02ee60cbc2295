"""The sender's own workbook, with every faulty cell coloured and the sentence in its comment."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import column_index_from_string
from openpyxl.workbook import Workbook
from openpyxl.workbook.child import INVALID_TITLE_REGEX
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from data.cells import Sheet, sheets_of
from data.checking import Fault
from data.errors import Refused
from words import Words

COLOUR = PatternFill("solid", start_color="FFF4B6B0")
AUTHOR = "check"
MARKED = 20_000  # comments make a workbook slow to open; the list says how many more there are
ROWS_COPIED = 10_000  # of a longer CSV only the rows with faults are copied, at their own row numbers
COMMENT_SIZE = (320, 90)


def write_error_workbook(source: Path, faults: Sequence[Fault], out: Path, words: Words) -> None:
    """Write a copy of `source` with the faults marked, and a first sheet that lists them with links.

    A CSV or a folder of them becomes a workbook. Raises Refused when `out` can't be written.
    """
    marked = faults[:MARKED]
    book = _senders(source) or _from_text(source, marked)
    cells = [_cell(book, fault) for fault in marked]
    for fault, cell in zip(marked, cells, strict=True):
        if cell is not None:
            _mark(cell, fault.sentence(words))
    _list(book, marked, cells, len(faults), words)
    try:
        book.save(out)
    except OSError as error:
        raise Refused("{path} can't be written; close it, or name another file.", path=out) from error


def _senders(source: Path) -> Workbook | None:
    """The sender's workbook; None for a file that is none, or that only the forgiving reader of ledgers reads."""
    try:
        return openpyxl.load_workbook(source) if source.suffix.lower() == ".xlsx" else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _from_text(source: Path, faults: Sequence[Fault]) -> Workbook:
    """A workbook with the cells of a CSV, or of a folder of them."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets_of(source)[0]:
        rows = {fault.row for fault in faults if fault.sheet == sheet.name}
        _copy(book.create_sheet(_title(sheet.name)), sheet, rows if len(sheet.rows) > ROWS_COPIED else None)
    return book


def _copy(target: Worksheet, sheet: Sheet, only: set[int] | None) -> None:
    numbers = sheet.rows.to_pylist()
    for position, (title, column) in enumerate(zip(sheet.titles, sheet.columns, strict=True), 1):
        _write(target.cell(1, position), title)
        for number, value in zip(numbers, column.to_pylist(), strict=True):
            if value is not None and (only is None or number in only):
                _write(target.cell(number, position), value)


def _write(cell: Any, text: str) -> None:
    """Put a sent text into a cell as a text: a spreadsheet must not run what begins with =."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub(" ", text)
    cell.data_type = "s"


def _cell(book: Workbook, fault: Fault) -> Cell | None:
    """The cell that a fault speaks of; of merged cells the first; None where the copy has no such sheet."""
    sheet = next((s for s in book.worksheets if s.title in (fault.sheet, _title(fault.sheet))), None)
    if sheet is None:
        return None
    cell = sheet.cell(fault.row, _position(sheet, fault))
    if not isinstance(cell, MergedCell):
        return cell
    within = next(merged for merged in sheet.merged_cells.ranges if cell.coordinate in merged)
    return sheet.cell(within.min_row, within.min_col)


def _title(name: str) -> str:
    """The name of a file as the name of a sheet."""
    return INVALID_TITLE_REGEX.sub("_", name)[:31] or "_"


def _position(sheet: Worksheet, fault: Fault) -> int:
    """The column of a header as the sender wrote it; 1 where it isn't there."""
    titles = [str(cell.value or "").strip() for cell in sheet[1]]
    if fault.column in titles:
        found = [i for i, title in enumerate(titles, 1) if title == fault.column]
        return found[-1 if fault.rule == "repeated_header" else 0]
    return column_index_from_string(fault.column) if fault.rule in ("unnamed_column", "merged_cells") else 1


def _mark(cell: Cell, sentence: str) -> None:
    before = f"{cell.comment.text}\n" if cell.comment and cell.comment.author == AUTHOR else ""
    cell.fill = COLOUR
    cell.comment = Comment(ILLEGAL_CHARACTERS_RE.sub(" ", before + sentence), AUTHOR, *reversed(COMMENT_SIZE))


def _list(book: Workbook, faults: Sequence[Fault], cells: Sequence[Cell | None], count: int, words: Words) -> None:
    sheet = book.create_sheet(words("Faults"), 0)
    book.active = 0
    sheet.append([words("Sheet"), words("Row"), words("Column"), words("Value"), words("What to do")])
    for head in sheet[1]:
        head.font = Font(bold=True)
    for number, (fault, cell) in enumerate(zip(faults, cells, strict=True), 2):
        texts = [fault.sheet, fault.column, fault.value or "", fault.sentence(words)]
        for position, text in zip((1, 3, 4, 5), texts, strict=True):
            _write(sheet.cell(number, position), text)
        sheet.cell(number, 2, fault.row)
        if cell is not None:
            quoted = cell.parent.title.replace("'", "''")
            link = Hyperlink(f"B{number}", location=f"'{quoted}'!{cell.coordinate}")
            sheet.cell(number, 2).hyperlink = link
            sheet.cell(number, 2).style = "Hyperlink"
    if count > len(faults):
        sheet.cell(len(faults) + 2, 1, words("… and {more} more.", more=count - len(faults)))
    for letter, size in zip("ABCDE", (16, 8, 24, 30, 70), strict=True):
        sheet.column_dimensions[letter].width = size
    sheet.freeze_panes = "A2"
