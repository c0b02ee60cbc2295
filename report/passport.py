"""The passport of a number: everything that is needed to check it, from the same question that gave it."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from queries.catalog import catalog
from queries.output import to_csv
from report.assemble import Source, cell_text, column_label
from words import Words


@dataclass(frozen=True)
class Passport:
    """Definition, base, SQL, parameters, rows, snapshot and checksums of one number."""

    name: str
    title: str
    definition: str
    value: str
    arithmetic: str
    sql_file: str
    sql: str
    parameters: str
    rows: pa.Table
    dates: tuple[dt.date, ...]
    generation: int
    digests: tuple[tuple[str, str], ...]
    source: Source

    def shown(self, words: Words, limit: int) -> dict[str, list[str]]:
        """The first rows in the reader's language: label of the column → texts."""
        names = self.rows.column_names
        columns = self.rows.slice(0, limit).to_pydict()
        return {
            column_label(name, words): [cell_text(name, value, self.source.city, words) for value in columns[name]]
            for name in names
        }

    def numeric(self, words: Words) -> list[str]:
        """The labels of the columns that hold numbers."""
        return [
            column_label(f.name, words)
            for f in self.rows.schema
            if pa.types.is_decimal(f.type) or pa.types.is_floating(f.type) or pa.types.is_integer(f.type)
        ]

    @cached_property
    def csv(self) -> bytes:
        """All rows as CSV (UTF-8 with a mark, for spreadsheets), codes and raw numbers."""
        return b"\xef\xbb\xbf" + to_csv(self.rows).encode()

    @cached_property
    def parquet(self) -> bytes:
        """All rows as Parquet."""
        sink = io.BytesIO()
        pq.write_table(self.rows, sink)
        return sink.getvalue()

    @property
    def file_stem(self) -> str:
        """A file name that no two contents share."""
        return f"{self.name}-{self.dates[-1] if self.dates else ''}-{hashlib.sha256(self.csv).hexdigest()[:12]}"


def passport_of(
    name: str, question: str, parameters: Mapping[str, Any], source: Source, words: Words, *,
    title: str = "", value: str = "", arithmetic: str = "",
) -> Passport:  # fmt: skip
    """The passport of the number that `question` gives with these parameters."""
    query = catalog()[question]
    given = {key: val for key, val in parameters.items() if val is not None and key in query.parameter_names}
    opened = source.engine.opened
    dates = tuple(day for day in given.get("as_ofs", [given.get("as_of")]) if day in opened.folders)
    return Passport(
        name=name,
        title=title or words(query.title),
        definition="  \n".join(words(part) for part in (query.asks, query.means) if part),
        value=value,
        arithmetic=arithmetic,
        sql_file=f"queries/{query.path}",
        sql=query.sql,
        parameters="\n".join(f"{key}: {_text(val)}" for key, val in given.items()),
        rows=source.engine.behind(question, **given),
        dates=dates,
        generation=opened.generation,
        digests=tuple((f"{day} {file}", sha) for day in dates for file, sha in _digests(opened, day, query.tables)),
        source=source,
    )  # fmt: skip


def _text(value: Any) -> str:
    return ", ".join(str(part) for part in value) if isinstance(value, list) else str(value)


def _digests(opened: Any, day: dt.date, tables: tuple[str, ...]) -> list[tuple[str, str]]:
    files = opened.folders[day].manifest.files
    return [(f"{table}.parquet", files[f"{table}.parquet"].sha256) for table in tables if f"{table}.parquet" in files]
