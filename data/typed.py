"""From the sent text to the tables of a snapshot: the types of the dictionary, the date, and where each row stood."""

from __future__ import annotations

import datetime as dt

import duckdb
import pyarrow as pa

from data.ledger import TABLES, Column, Kind, Table
from data.raw_engine import list_of, open_raw
from data.reading import RawLedger

MACROS = {
    Kind.MONEY: "as_number", Kind.NUMBER: "as_number", Kind.PERCENT: "as_percent", Kind.INTEGER: "as_integer",
    Kind.DATE: "as_date", Kind.BOOLEAN: "as_boolean",
}  # fmt: skip


def typed(raw: RawLedger, as_of: dt.date) -> dict[str, pa.Table]:
    """Every table of a ledger that passed its check; one that wasn't sent is empty."""
    connection = open_raw(raw)
    return {name: _typed(connection, table, raw, as_of) for name, table in TABLES.items()}


def _typed(connection: duckdb.DuckDBPyConnection, table: Table, raw: RawLedger, as_of: dt.date) -> pa.Table:
    factors = {head.column: head.factor for head in raw.heads if head.table == table.name}
    selected = [
        f'{_expression(table, column, factors.get(column.name, 1))} as "{column.name}"' for column in table.entered
    ]
    stamped = ["$as_of as as_of", "$file as source_file", "$sheet as source_sheet", "t.source_row as source_row"]
    joins = [join for column in table.entered if (join := _join(table, column))]
    sql = f"select {', '.join(selected + stamped)} from text_{table.name} as t {' '.join(joins)} order by t.source_row"
    found = connection.sql(sql, params={"as_of": as_of, "file": raw.file_name, "sheet": raw.sheet_of(table.name)})
    return found.to_arrow_table().select([column.name for column in table.columns])


def _expression(table: Table, column: Column, factor: int) -> str:
    """The SQL of a column's value from its text; made of dictionary names alone."""
    cell = f't."{column.name}"'
    if column.kind in MACROS:
        times = "" if factor == 1 else f" * {factor}"
        return f"cast({MACROS[column.kind]}({cell}){times} as {column.kind.sql})"
    if column.kind is Kind.CODE:  # a ledger that doesn't say otherwise is a reported one
        return "coalesce(j_evidence.code, 'reported')" if column.name == "evidence" else f"j_{column.name}.code"
    if column.kind is Kind.CODES:
        return f"list_transform(as_codes({cell}), lambda part: j_{column.name}.codes[part])"
    if column.references:
        return f"coalesce(j_{column.name}.sent, folded({cell}))"
    return f"folded({cell})" if table.key == (column.name,) else cell  # an identifier; other words stay as sent


def _join(table: Table, column: Column) -> str:
    """What a column's value is looked up in: its list, or the rows that it refers to, which give the spelling."""
    cell, name = f't."{column.name}"', f"j_{column.name}"
    if column.kind is Kind.CODE:
        return (
            f"left join labels as {name} on {name}.list_name = '{column.codes}' and {name}.spelling = spelled({cell})"
        )
    if column.kind is Kind.CODES:
        known = f"from labels where list_name = '{list_of(table.name, column)}'"
        return f"cross join (select map_from_entries(list((spelling, code))) as codes {known}) as {name}"
    if column.references:
        key = TABLES[column.references].key[0]
        sent = f'select identity("{key}") as key, any_value(folded("{key}")) as sent'
        return f"left join ({sent} from text_{column.references} group by 1) as {name} on {name}.key = identity({cell})"
    return ""
