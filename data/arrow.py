"""The ledger's tables as Arrow: the types of the column dictionary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

from data.ledger import TABLES, Kind

TYPES = {
    Kind.TEXT: pa.string(),
    Kind.CODE: pa.string(),
    Kind.CODES: pa.list_(pa.string()),
    Kind.DATE: pa.date32(),
    Kind.MONEY: pa.decimal128(18, 2),
    Kind.NUMBER: pa.decimal128(18, 4),
    Kind.PERCENT: pa.float64(),
    Kind.INTEGER: pa.int64(),
    Kind.BOOLEAN: pa.bool_(),
}


def schema_of(table: str) -> pa.Schema:
    """The Arrow schema of a table, its columns in the dictionary's order."""
    return pa.schema([(column.name, TYPES[column.kind]) for column in TABLES[table].columns])


def table_of(table: str, rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """Rows by column name as an Arrow table; what a row leaves out is null."""
    return pa.Table.from_pylist([dict(row) for row in rows], schema=schema_of(table))


def empty_table(table: str) -> pa.Table:
    """A table without rows."""
    return schema_of(table).empty_table()
