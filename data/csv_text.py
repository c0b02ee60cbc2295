"""A CSV as an office saves it: UTF-8, UTF-16 or GB18030, commas, semicolons or tabs, ragged or not."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from functools import reduce
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv

from data.errors import Refused

DELIMITERS = ",\t;"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class Cells(NamedTuple):
    """Headers, columns of text (blank: null) and the row number of each row."""

    titles: tuple[str, ...]
    columns: tuple[pa.ChunkedArray | pa.Array, ...]
    rows: pa.Array


def csv_cells(path: Path) -> Cells:
    """The cells of a CSV. Raises Refused for another encoding and for a quotation mark that isn't closed."""
    text = _decoded(path)
    first = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first.count)
    return _plain(text, first, delimiter) or _ragged(path, text, delimiter)


def _decoded(path: Path) -> str:
    content = path.read_bytes()
    for encoding in ["utf-16"] if content.startswith(UTF_16) else ["utf-8-sig", "gb18030"]:
        try:
            text = content.decode(encoding).replace("\r\n", "\n")
            return text if "\n" in text else text.replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    raise Refused("{path} is neither UTF-8 nor GB18030; save it as CSV UTF-8.", path=path.name)


def _plain(text: str, first: str, delimiter: str) -> Cells | None:
    """The fast way, for a table whose rows are all as long as its header; None for any other."""
    if first.count('"') % 2 or text.count('"') % 2:
        return None  # a header over several lines, or a quotation mark that isn't closed
    titles = next(csv.reader([first], delimiter=delimiter), [])
    names = [str(i) for i in range(len(titles))]
    try:
        table = pa_csv.read_csv(
            io.BytesIO(text.encode()),
            pa_csv.ReadOptions(column_names=names, skip_rows=1),
            pa_csv.ParseOptions(delimiter=delimiter, newlines_in_values='"' in text, ignore_empty_lines=False),
            pa_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=True, null_values=[""]
            ),
        )
    except pa.ArrowInvalid:
        return None
    columns = [_trimmed(column) for column in table.columns]
    rows = pa.array(range(2, table.num_rows + 2), pa.int64())
    filled = reduce(pc.or_, (pc.is_valid(column) for column in columns))
    if not pc.all(filled).as_py():
        columns, rows = [column.filter(filled) for column in columns], rows.filter(filled.combine_chunks())
    return Cells(tuple(title.strip() for title in titles), tuple(columns), rows)


def _trimmed(column: pa.ChunkedArray) -> pa.ChunkedArray:
    trimmed = pc.utf8_trim_whitespace(column)
    blank = pc.equal(trimmed, "")
    return pc.if_else(blank, None, trimmed) if pc.any(blank).as_py() else trimmed


def _ragged(path: Path, text: str, delimiter: str) -> Cells:
    """Record by record: rows of any length, blank lines, line breaks within a header."""
    try:
        records = list(csv.reader(io.StringIO(text), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise Refused(
            "{path} has a quotation mark that isn't closed, or a cell that is too long; save it as .xlsx.",
            path=path.name,
        ) from error
    size = max((len(record) for record in records), default=0)
    titles, *body = [[cell.strip() for cell in record] + [""] * (size - len(record)) for record in records or [[]]]
    kept = [(number, row) for number, row in enumerate(body, 2) if any(row)]
    columns = tuple(_texts([row[i] for _, row in kept]) for i in range(size))
    return Cells(tuple(titles), columns, pa.array([number for number, _ in kept], pa.int64()))


def _texts(values: Sequence[str]) -> pa.Array:
    return pa.array([value or None for value in values], pa.string())
