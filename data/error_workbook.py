"""The sender's own workbook, with every faulty cell coloured and the sentence in its comment."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook import Workbook

from data.checking import Fault
from data.reading import read_ledger
from words import Words

COLOUR = PatternFill("solid", start_color="FFF4B6B0")
AUTHOR = "check"


def write_error_workbook(source: Path, faults: Sequence[Fault], out: Path, words: Words) -> None:
    """Write a copy of `source` with the faults marked, and a first sheet that lists them with links."""
    book = openpyxl.load_workbook(source) if source.suffix.lower() == ".xlsx" else _from_csv(source)
    for fault in faults:
        if fault.sheet in book.sheetnames:
            _mark(book, fault, words)
    _list(book, faults, words)
    book.save(out)


def _from_csv(source: Path) -> Workbook:
    """A workbook with the cells of a CSV, or of a folder of them."""
    book = Workbook()
    book.remove(book.worksheets[0])
    raw = read_ledger(source)
    for name, table in raw.tables.items():
        sheet = book.create_sheet(raw.sheet_of(name))
        heads = [head for head in raw.heads if head.table == name]
        for head in heads:
            sheet.cell(1, head.position + 1, head.header)
            for row, value in zip(
                table.column("source_row").to_pylist(), table.column(head.column).to_pylist(), strict=True
            ):
                sheet.cell(row, head.position + 1, value)
    return book


def _mark(book: Workbook, fault: Fault, words: Words) -> None:
    cell = book[fault.sheet].cell(fault.row, _position(book, fault))
    cell.fill = COLOUR
    before = f"{cell.comment.text}\n" if cell.comment and cell.comment.author == AUTHOR else ""
    cell.comment = Comment(before + fault.sentence(words), AUTHOR)


def _position(book: Workbook, fault: Fault) -> int:
    """The column of a header as the sender wrote it; 1 where it isn't there."""
    titles = [str(cell.value or "").strip() for cell in book[fault.sheet][1]]
    return titles.index(fault.column) + 1 if fault.column in titles else 1


def _list(book: Workbook, faults: Sequence[Fault], words: Words) -> None:
    sheet = book.create_sheet(words("Faults"), 0)
    sheet.append([words("Sheet"), words("Row"), words("Column"), words("Value"), words("What to do")])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for fault in faults:
        sheet.append([fault.sheet, fault.row, fault.column, _text(fault.value), fault.sentence(words)])
        if fault.sheet in book.sheetnames:
            letter = book[fault.sheet].cell(1, _position(book, fault)).column_letter
            sheet.cell(sheet.max_row, 2).hyperlink = f"#'{fault.sheet}'!{letter}{fault.row}"
    for letter, size in zip("ABCDE", (16, 8, 24, 30, 70), strict=True):
        sheet.column_dimensions[letter].width = size
    sheet.freeze_panes = "A2"


def _text(value: str | None) -> str:
    """A sent text that a spreadsheet must not run."""
    return f"'{value}" if value and value[0] in "=+-@" else value or ""
