"""Reading a ledger: a workbook, a CSV or a folder of CSVs, every cell as the text that was sent."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.csv as pa_csv
from python_calamine import CalamineError, CalamineWorkbook

from data.errors import Refused
from data.ledger import TABLES, Column, Kind, Table
from data.manifest import digest_of
from data.template import LISTS_SHEET
from data.units import unit_label

FACTORS = {"": 1, "万元": 1, "10,000 yuan": 1, "亿元": 10_000, "100m yuan": 10_000}
_UNIT = re.compile(r"^(.*?)\s*[（(]([^（()）]*)[)）]\s*$")


class Head(NamedTuple):
    """One header as it was written: whose sheet and column it is, and what a cell is multiplied by."""

    table: str
    column: str
    sheet: str
    header: str
    position: int
    factor: int


class Stray(NamedTuple):
    """A sheet or header that the dictionary doesn't know."""

    sheet: str
    header: str
    rule: str


@dataclass(frozen=True)
class RawLedger:
    """A ledger as it was sent: text cells (table → columns by ledger name + source_row), heads and strays."""

    file_name: str
    sha256: str
    tables: Mapping[str, pa.Table]
    heads: tuple[Head, ...]
    strays: tuple[Stray, ...]

    def sheet_of(self, table: str) -> str:
        """The sender's name for a table's sheet."""
        return next((head.sheet for head in self.heads if head.table == table), table)


def read_ledger(path: Path) -> RawLedger:
    """Read .xlsx, .csv (UTF-8 or GB18030) or a folder of CSVs. Raises Refused when it is none of these."""
    if path.is_dir():
        files = sorted(path.glob("*.csv"))
        sheets = [(file.stem, _csv(file)) for file in files]
        digest = hashlib.sha256("".join(digest_of(file) for file in files).encode()).hexdigest()
    elif not path.is_file():
        raise Refused("There is no file {path}; name the ledger to read.", path=path)
    else:
        sheets = [(path.stem, _csv(path))] if path.suffix.lower() == ".csv" else _workbook(path)
        digest = digest_of(path)
    raw = _assemble(path.name, digest, sheets)
    if "projects" not in raw.tables:
        raise Refused(
            "{path} has no sheet of projects; use the sheets and headers of `python -m data template`.", path=path.name
        )
    return raw


def fold(text: str) -> str:
    """Width and outer spaces folded: what two spellings of one name have in common."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip()


def _workbook(path: Path) -> list[tuple[str, pa.Table]]:
    try:
        book = CalamineWorkbook.from_path(str(path))
        return [
            (name, _columns(book.get_sheet_by_name(name).to_python(skip_empty_area=False)))
            for name in book.sheet_names
            if name != LISTS_SHEET
        ]
    except (CalamineError, OSError, ValueError) as error:
        raise Refused("{path} is not a workbook that can be read; save it as .xlsx or .csv.", path=path.name) from error


def _columns(rows: Sequence[Sequence[Any]]) -> pa.Table:
    """Rows of a sheet as text columns by header, with the row number of the sheet."""
    if not rows:
        return pa.table({"source_row": pa.array([], pa.int64())})
    titles = [_text(title) or "" for title in rows[0]]
    texts = [[_text(value) for value in row] for row in rows[1:]]
    kept = [(number, row) for number, row in enumerate(texts, 2) if any(value is not None for value in row)]
    names = _distinct(titles)
    columns = {name: pa.array([row[i] for _, row in kept], pa.string()) for i, name in enumerate(names)}
    columns = {name: column for name, column in columns.items() if not _is_blank(name, column)}
    return pa.table({**columns, "source_row": pa.array([number for number, _ in kept], pa.int64())})


def _is_blank(name: str, column: pa.Array) -> bool:
    return name.startswith("\0") and column.null_count == len(column)


def _distinct(titles: Sequence[str]) -> list[str]:
    """Header texts that name columns: an empty one is marked, a repeated one numbered."""
    names: list[str] = []
    for i, title in enumerate(titles):
        name = title or f"\0{i}"
        names.append(name if name not in names else f"{name} #{i + 1}")
    return names


def _text(value: Any) -> str | None:
    """A cell as text: dates in ISO form, numbers without the noise of their binary form."""
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(sep=" ")
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() else repr(round(value, 10))
    return str(value).strip() or None


def _csv(path: Path) -> pa.Table:
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = content.decode("gb18030")
        except UnicodeDecodeError as error:
            raise Refused("{path} is neither UTF-8 nor GB18030; save it as CSV UTF-8.", path=path.name) from error
    titles = _distinct([title.strip() for title in next(csv.reader(io.StringIO(text)), [])])
    if not titles:
        return pa.table({"source_row": pa.array([], pa.int64())})
    try:
        table = pa_csv.read_csv(
            io.BytesIO(text.encode()),
            pa_csv.ReadOptions(column_names=titles, skip_rows=1),
            pa_csv.ParseOptions(newlines_in_values=True),
            pa_csv.ConvertOptions(
                column_types=dict.fromkeys(titles, pa.string()), strings_can_be_null=True, null_values=[""]
            ),
        )
    except pa.ArrowInvalid as error:
        raise Refused(
            "{path} can't be read as CSV: {cause}", path=path.name, cause=str(error).splitlines()[0]
        ) from error
    return table.append_column("source_row", pa.array(range(2, table.num_rows + 2), pa.int64()))


def _assemble(file_name: str, digest: str, sheets: Sequence[tuple[str, pa.Table]]) -> RawLedger:
    tables: dict[str, pa.Table] = {}
    heads: list[Head] = []
    strays: list[Stray] = []
    for sheet, cells in sheets:
        table = _table_of(sheet, cells)
        if table is None or table.name in tables:
            if cells.num_rows:
                strays.append(Stray(sheet, sheet, "unknown_sheet"))
            continue
        found = _heads(table, sheet, cells)
        known = {head.column for head in found}
        strays += [Stray(sheet, h.header, "unknown_header") for h in _unknown(table, sheet, cells)]
        strays += [
            Stray(sheet, c.label.zh, "missing_header") for c in table.entered if c.required and c.name not in known
        ]
        heads += found
        columns = {head.column: cells.column(head.position) for head in found}
        tables[table.name] = pa.table({**columns, "source_row": cells.column("source_row")})
    return RawLedger(file_name, digest, tables, tuple(heads), tuple(strays))


def _table_of(sheet: str, cells: pa.Table) -> Table | None:
    """The table that a sheet is: by its name, else by having most of its headers."""
    for table in TABLES.values():
        if fold(sheet).lower() in (table.name, table.label.zh, table.label.en.lower()):
            return table
    best = max(TABLES.values(), key=lambda table: len(_heads(table, sheet, cells)))
    found = {head.column for head in _heads(best, sheet, cells)}
    return best if set(best.key) <= found else None


def _heads(table: Table, sheet: str, cells: pa.Table) -> list[Head]:
    heads: dict[str, Head] = {}
    for position, title in enumerate(cells.column_names):
        column, unit = _column_of(table, title)
        if column is not None and column.name not in heads and _factor(column, unit) is not None:
            heads[column.name] = Head(table.name, column.name, sheet, title, position, _factor(column, unit) or 1)
    return list(heads.values())


def _unknown(table: Table, sheet: str, cells: pa.Table) -> list[Head]:
    known = {head.position for head in _heads(table, sheet, cells)}
    return [
        Head(table.name, "", sheet, title if not title.startswith("\0") else "", position, 1)
        for position, title in enumerate(cells.column_names)
        if position not in known and title != "source_row"
    ]


def _column_of(table: Table, title: str) -> tuple[Column | None, str]:
    """The column that a header names, and the unit that it declares."""
    for text, unit in ((title, None), *([(m[1], m[2])] if (m := _UNIT.match(title)) else [])):
        wanted = fold(text).lower().rstrip("*")
        for column in table.entered:
            if wanted in (column.name, fold(column.label.zh), column.label.en.lower()):
                return column, column.unit if unit is None else unit.strip()
    return None, ""


def _factor(column: Column, unit: str) -> int | None:
    """What a cell is multiplied by to be in the column's unit; None for a unit that can't be."""
    if column.kind is Kind.MONEY:
        return FACTORS.get(unit)
    return 1 if unit in ("", column.unit, unit_label(column.unit, "en")) else None
