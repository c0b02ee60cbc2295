"""The cells of a file as the text that was sent: sheets of a workbook, a CSV or a folder of CSVs."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from data.csv_text import csv_cells
from data.errors import Refused
from data.manifest import digest_of
from data.spreadsheet import error_cells
from data.template import LISTS_SHEET

EXACT_DIGITS = 1e15  # a spreadsheet keeps fifteen digits of a number; what is longer has lost its end


class Sheet(NamedTuple):
    """One sheet as it was sent: headers of the first row, columns of text (blank: null), and their row numbers.

    `merged` names the first cell of each merged range below the header, by row and column (from 0).
    """

    name: str
    titles: tuple[str, ...]
    columns: tuple[pa.ChunkedArray | pa.Array, ...]
    rows: pa.Array
    merged: tuple[tuple[int, int], ...] = ()


def sheets_of(path: Path) -> tuple[list[Sheet], str]:
    """The sheets of a file or folder, and its sha256. Raises Refused when it can't be read."""
    if path.is_dir():
        files = sorted(file for file in path.iterdir() if file.suffix.lower() == ".csv")
        digest = hashlib.sha256("".join(digest_of(file) for file in files).encode()).hexdigest()
        return [Sheet(file.stem, *csv_cells(file)) for file in files], digest
    if not path.is_file():
        raise Refused("There is no file {path}; name the ledger to read.", path=path)
    sheets = [Sheet(path.stem, *csv_cells(path))] if path.suffix.lower() == ".csv" else _workbook(path)
    return sheets, digest_of(path)


def _workbook(path: Path) -> list[Sheet]:
    try:
        with CalamineWorkbook.from_path(str(path)) as book:
            errors = error_cells(path)
            names = [name for name in book.sheet_names if name != LISTS_SHEET]
            return [_sheet(book.get_sheet_by_name(name), errors.get(name, {})) for name in names]
    except (CalamineError, OSError, ValueError) as error:
        raise Refused("{path} is not a workbook that can be read; save it as .xlsx or .csv.", path=path.name) from error


def _sheet(sheet: CalamineSheet, errors: Mapping[tuple[int, int], str]) -> Sheet:
    cells: list[list[Any]] = sheet.to_python(skip_empty_area=False)
    for (row, position), error in errors.items():
        cells[row][position] = error
    titles = tuple(text_of(title) or "" for title in cells[0]) if cells else ()
    texts = [[text_of(value) for value in row] for row in cells[1:]]
    kept = [(number, row) for number, row in enumerate(texts, 2) if any(value is not None for value in row)]
    columns = tuple(pa.array([row[i] for _, row in kept], pa.string()) for i in range(len(titles)))
    merged = tuple(start for start, _ in sheet.merged_cell_ranges or () if start[0] > 0)
    return Sheet(sheet.name, titles, columns, pa.array([number for number, _ in kept], pa.int64()), merged)


def text_of(value: Any) -> str | None:
    """A cell as text: dates in ISO form, numbers without the noise of their binary form, None for a blank."""
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(sep=" ")
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        if abs(value) >= EXACT_DIGITS:
            return repr(value)
        return f"{value:.0f}" if value.is_integer() else repr(round(value, 10))
    return str(value).strip() or None
