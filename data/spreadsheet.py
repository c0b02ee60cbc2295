"""What the fast reader of workbooks doesn't tell: cells shown in per cent, and cells whose formula failed.

Both are rare, so the parts of the file are searched first, and cells are walked only where there is something to find.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

import openpyxl

PERCENT_FORMAT = re.compile(rb'numFmtId="(9|10)"|formatCode="[^"]*%')
ERROR_CELL = re.compile(rb'<c [^>]*\bt="e"')


def percent_rows(path: Path, sheet: str, position: int) -> set[int]:
    """The rows whose cell in this column (from 0) is shown in per cent: 12.5% is stored as 0.125."""
    if not _holds(path, "xl/styles.xml", PERCENT_FORMAT):
        return set()
    book = openpyxl.load_workbook(path, read_only=True)
    try:
        column: Iterable[Sequence[Any]] = book[sheet].iter_rows(2, min_col=position + 1, max_col=position + 1)
        return {number for number, (cell,) in enumerate(column, 2) if "%" in (cell.number_format or "")}
    finally:
        book.close()


def error_cells(path: Path) -> dict[str, dict[tuple[int, int], str]]:
    """By sheet, the cells that show an error such as #REF!: (row, column) from 0 → the error."""
    if not _holds(path, "xl/worksheets/", ERROR_CELL):
        return {}
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    try:
        return {
            sheet.title: {
                (cell.row - 1, cell.column - 1): str(cell.value)
                for row in sheet.iter_rows()
                for cell in row
                if getattr(cell, "data_type", "") == "e"
            }
            for sheet in book.worksheets
        }
    finally:
        book.close()


def _holds(path: Path, folder: str, pattern: re.Pattern[bytes]) -> bool:
    """Whether a part of the workbook matches; a file that is no .xlsx has none."""
    try:
        with ZipFile(path) as archive:
            parts = [name for name in archive.namelist() if name.startswith(folder)]
            return any(pattern.search(archive.read(name)) for name in parts)
    except (BadZipFile, KeyError, OSError):
        return False
