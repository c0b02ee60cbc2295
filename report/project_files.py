"""The whole list of projects to take away: every matching row with the chosen columns."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pyarrow as pa

from data.city import City
from queries.output import to_csv, to_parquet
from report.assemble import Source, column_label
from report.filters import Filters
from report.projects import Column, as_rows, columns_of, list_cell, matching
from words import Words

ALWAYS = ("evidence", "published_fields", "as_of")


@dataclass(frozen=True)
class Files:
    """The list in two forms: `read` as a reader reads it, `rows` with the ledger's names, codes and numbers."""

    read: pa.Table
    rows: pa.Table
    as_of: dt.date

    @cached_property
    def csv(self) -> bytes:
        """CSV (UTF-8 with a mark, for spreadsheets) in the reader's language; amounts in full, in 万元."""
        return b"\xef\xbb\xbf" + to_csv(self.read).encode()

    @cached_property
    def parquet(self) -> bytes:
        """Parquet, with codes and raw numbers."""
        return to_parquet(self.rows)

    @property
    def file_stem(self) -> str:
        """A file name that no two contents share."""
        return f"projects-{self.as_of}-{hashlib.sha256(self.csv).hexdigest()[:12]}"


def files_of(filters: Filters, source: Source, words: Words) -> Files:
    """The files of the list in this state of the filters."""
    found, columns = matching(filters, source), columns_of(filters, words)
    rows = as_rows(found)
    first = [Column("project_id", column_label("project_id", words), False)]
    last = [Column("evidence", column_label("evidence", words), False)]
    read: dict[str, list[Any]] = {}
    for column in (*first, *columns, *last):
        head = column_label(column.name, words) if column.name.endswith("_wan") else column.label
        read.setdefault(head, [_value(column, row, filters, source.city, words) for row in rows])
    kept = [column.name for column in (*first, *columns) if column.name in found.column_names]
    return Files(pa.table(read), found.select(list(dict.fromkeys((*kept, *ALWAYS)))), filters.as_of)


def _value(column: Column, row: Any, filters: Filters, city: City, words: Words) -> Any:
    """A number or a date as it is stored, the rest as the list shows it."""
    stored = getattr(row, column.name, None)
    if column.is_number or isinstance(stored, dt.date):
        return stored
    return list_cell(column.name, row, filters, city, words).text
