"""Reading a ledger: which table a sheet is, which column a header names, and what it measures in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from data.cells import Sheet, sheets_of
from data.errors import Refused
from data.ledger import TABLES, Column, Kind, Table
from data.spreadsheet import percent_rows
from data.units import FACTORS, unit_label

UNSEEN = dict.fromkeys(map(ord, "\u200b\ufeff"))  # they come along when a cell is pasted from a web page
_UNIT = re.compile(r"^(.*?)\s*\(([^()]*)\)$")


class Head(NamedTuple):
    """One header as it was written: whose sheet and column it is, and what a cell is multiplied by."""

    table: str
    column: str
    sheet: str
    header: str
    position: int
    factor: int


class Stray(NamedTuple):
    """What the dictionary has no place for: a sheet, a header, merged cells; and the rule that says so."""

    sheet: str
    header: str
    rule: str
    detail: str = ""
    row: int = 1


@dataclass(frozen=True)
class RawLedger:
    """A ledger as it was sent: text cells (table → columns by ledger name + source_row), heads and strays."""

    file_name: str
    sha256: str
    tables: Mapping[str, pa.Table]
    heads: tuple[Head, ...]
    strays: tuple[Stray, ...]

    def sheet_of(self, table: str) -> str:
        """The sender's name for a table's sheet; the template's where none was sent."""
        return next((head.sheet for head in self.heads if head.table == table), TABLES[table].label.zh)


def read_ledger(path: Path) -> RawLedger:
    """Read .xlsx, .csv (UTF-8 or GB18030) or a folder of CSVs. Raises Refused when it is none of these."""
    sheets, digest = sheets_of(path)
    tables: dict[str, pa.Table] = {}
    heads: list[Head] = []
    strays: list[Stray] = []
    for sheet in sheets:
        table = _table_of(sheet)
        if table is None or table.name in tables:
            if len(sheet.rows):
                strays.append(Stray(sheet.name, sheet.name, "unknown_sheet"))
            continue
        found, odd = _heads(table, sheet)
        columns = {head.column: _in_percent(path, sheet, table, head) for head in found}
        tables[table.name] = pa.table({**columns, "source_row": sheet.rows})
        heads += found
        strays += [*odd, *_missing(table, sheet, found), *_merged(sheet)]
    if "projects" not in tables:
        raise Refused(
            "{path} has no sheet of projects; use the sheets and headers of `python -m data template`.", path=path.name
        )
    return RawLedger(path.name, digest, tables, tuple(heads), tuple(strays))


def fold(text: str) -> str:
    """Width and spaces folded: what two spellings of one name have in common."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).translate(UNSEEN)).strip()


def _same(text: str) -> str:
    """What two spellings of a header have in common: neither width, spaces, case nor the mark of a required one."""
    return fold(text).replace(" ", "").lower().strip("*")


def _table_of(sheet: Sheet) -> Table | None:
    """The table that a sheet is: by its name, else by having the headers of its key."""
    for table in TABLES.values():
        if _same(sheet.name) in (table.name, _same(table.label.zh), _same(table.label.en)):
            return table
    named = {table.name: {c.name for title in sheet.titles if (c := _column_of(table, title)[0])}
             for table in TABLES.values()}  # fmt: skip
    best = max(TABLES.values(), key=lambda table: len(named[table.name]))
    return best if set(best.key) <= named[best.name] else None


def _heads(table: Table, sheet: Sheet) -> tuple[list[Head], list[Stray]]:
    """The headers that name columns, and those that don't."""
    heads: dict[str, Head] = {}
    strays = []
    for position, title in enumerate(sheet.titles):
        column, unit = _column_of(table, title)
        if not title:
            if sheet.columns[position].null_count < len(sheet.rows):
                strays.append(Stray(sheet.name, xl_col_to_name(position), "unnamed_column"))
        elif column is None:
            strays.append(Stray(sheet.name, title, "unknown_header"))
        elif column.name in heads:
            strays.append(Stray(sheet.name, title, "repeated_header", heads[column.name].header))
        elif (factor := _factor(column, unit)) is None:
            strays.append(Stray(sheet.name, title, "unknown_unit", column.unit))
        else:
            heads[column.name] = Head(table.name, column.name, sheet.name, title, position, factor)
    return list(heads.values()), strays


def _missing(table: Table, sheet: Sheet, heads: Sequence[Head]) -> Iterator[Stray]:
    """The required columns that no header names, whatever its unit."""
    named = {column.name for title in sheet.titles if (column := _column_of(table, title)[0])}
    for column in table.entered:
        if column.required and column.name not in named:
            yield Stray(sheet.name, column.label.zh, "missing_header")


def _merged(sheet: Sheet) -> Iterator[Stray]:
    """Merged cells: a value that stands in several rows at once can't be told from blanks."""
    for row, position in sheet.merged:
        title = sheet.titles[position] if position < len(sheet.titles) else ""
        place = xl_rowcol_to_cell(row, position)
        yield Stray(sheet.name, title or xl_col_to_name(position), "merged_cells", place, row + 1)


def _column_of(table: Table, title: str) -> tuple[Column | None, str]:
    """The column that a header names, and the unit that it declares (the column's own where it declares none)."""
    text = fold(title)
    parts = [(text, None), *([(match[1], match[2]) for match in [_UNIT.match(text)] if match])]
    for label, unit in parts:
        for column in table.entered:
            if _same(label) in (column.name, _same(column.label.zh), _same(column.label.en)):
                return column, column.unit if unit is None else unit.strip()
    return None, ""


def _factor(column: Column, unit: str) -> int | None:
    """What a cell is multiplied by to be in the column's unit; None for a unit that can't be converted for certain."""
    accepted = {column.unit: 1, unit_label(column.unit, "en"): 1, "": 1} | FACTORS.get(column.unit, {})
    return {_same(name): factor for name, factor in accepted.items()}.get(_same(unit))


def _in_percent(path: Path, sheet: Sheet, table: Table, head: Head) -> pa.Array | pa.ChunkedArray:
    """The cells of a column; a share that the workbook shows as 12.5% but stores as 0.125 gets its sign."""
    cells = sheet.columns[head.position]
    if table.column(head.column).kind is not Kind.PERCENT:
        return cells
    small = pc.match_substring_regex(cells, r"^-?(0\.\d*[1-9]\d*|1)$")
    if path.is_dir() or not pc.any(small).as_py():
        return cells
    shown = percent_rows(path, sheet.name, head.position)
    sent = zip(sheet.rows.to_pylist(), cells.to_pylist(), strict=True)
    return pa.array([_with_sign(cell) if row in shown else cell for row, cell in sent], pa.string())


def _with_sign(cell: str | None) -> str | None:
    """The share as the workbook shows it: 0.125 is 12.5%."""
    try:
        return cell and f"{(Decimal(cell) * 100).normalize():f}%"
    except InvalidOperation:
        return cell  # typed in as text, sign and all
