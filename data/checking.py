"""Checking a ledger before it is published: every rule is one SQL file, every fault one sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import duckdb
import pyarrow as pa

from data.ledger import TABLES, Column, Kind, Table
from data.raw_engine import open_raw, typed_expression
from data.reading import RawLedger
from data.tables import aligned
from words import Words

RULES = Path(__file__).parent.parent / "queries" / "checks"
ROWS_PRINTED = 200
BLANKS = " \t\u3000\u00a0"

SENTENCES = {
    "required": "This cell must be filled in.",
    "type": "“{value}” can't be read in this column; write a date as 2022-09-30, a number in digits.",
    "unknown_code": "“{value}” is not on the list; choose one from the drop-down.",
    "duplicate": "“{value}” stands in more than one row; keep one of them.",
    "date_order": "“{value}” lies before a date that it must follow; correct one of the two.",
    "above_total": "“{value}” is more than the total that bounds it; correct one of the two.",
    "unknown_reference": "“{value}” has no row in its own sheet; add it there or correct it.",
    "out_of_range": "“{value}” lies outside what this column can hold; check number and unit.",
    "unknown_header": "“{value}” is no column of this sheet, or its unit can't be converted; "
    "use the template's header.",
    "missing_header": "The column “{value}” is missing; add it as in the template.",
    "unknown_sheet": "“{value}” is no sheet of the ledger; rename or remove it.",
}


class Fault(NamedTuple):
    """One fault: where it stands in the sender's own file, the value as sent, the rule that it breaks."""

    sheet: str
    row: int
    column: str
    value: str | None
    rule: str

    def sentence(self, words: Words) -> str:
        """What is wrong and what to do."""
        return words(SENTENCES[self.rule], value=self.value or "")


def check(raw: RawLedger) -> list[Fault]:
    """All faults of a ledger, in the order of the file."""
    connection = open_raw(raw)
    prepare(connection)
    faults = [
        Fault(sheet, row, header, value, rule.stem)
        for rule in sorted(RULES.glob("*.sql"))
        for sheet, row, header, value in connection.execute(rule.read_text(encoding="utf-8")).fetchall()
    ]
    order = {head.header: head.position for head in raw.heads}
    return sorted(faults, key=lambda f: (f.sheet, f.row, order.get(f.column, 0), f.rule))


READINGS = {
    # kinds → the cell as a number, as a day, and whether it can be read
    (Kind.MONEY, Kind.NUMBER, Kind.PERCENT): ("as_number(value)", "null", "number is not null"),
    (Kind.INTEGER,): ("as_number(value)", "null", "number is not null and number = trunc(number)"),
    (Kind.DATE,): ("null", "as_date(value)", "day is not null"),
    (Kind.BOOLEAN,): ("null", "null", "as_boolean(value) is not null"),
    (Kind.TEXT, Kind.CODE, Kind.CODES): ("null", "null", "true"),
}


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    """The cells that hold something, one row each, read once; and the rows that were sent.

    The kinds are read apart: in one statement DuckDB would fold every cell for the sake of a few.
    """
    connection.execute(
        "create table cells (table_name varchar, source_row bigint, column_name varchar, value varchar, "
        "number decimal(38, 10), day date, is_readable boolean)"
    )
    for table in TABLES.values():
        for kinds, (number, day, readable) in READINGS.items():
            names = [f'"{column.name}"' for column in table.entered if column.kind in kinds]
            if names:
                read = f"source_row, column_name, value, {number} as number, {day} as day"
                # a sheet may have a column called value itself: the cells get names that none has
                sent = (
                    f"select source_row, sent_column as column_name, sent_text as value "
                    f"from text_{table.name} unpivot (sent_text for sent_column in ({', '.join(names)}))"
                )
                connection.execute(
                    f"insert into cells select '{table.name}', *, {readable} "
                    f"from (select {read} from ({sent}) where trim(value, '{BLANKS}') <> '')"
                )
    rows = [f"select '{name}' as table_name, source_row from text_{name}" for name in TABLES]
    connection.execute(f"create table rows_sent as {' union all '.join(rows)}")


def typed(raw: RawLedger, as_of: dt.date) -> dict[str, pa.Table]:
    """Every table of the ledger with its types, its date and where each row came from."""
    connection = open_raw(raw)
    return {name: _typed(connection, table, raw, as_of) for name, table in TABLES.items()}


def _typed(connection: duckdb.DuckDBPyConnection, table: Table, raw: RawLedger, as_of: dt.date) -> pa.Table:
    joins = " ".join(_join(column) for column in table.entered if column.kind is Kind.CODE)
    factors = {head.column: head.factor for head in raw.heads if head.table == table.name}
    selected = [
        f"{_evidence(column, typed_expression(column, factors.get(column.name, 1)))} as {column.name}"
        for column in table.entered
    ]
    lists = {column.codes for column in table.entered if column.kind is Kind.CODES and column.codes}
    maps = " ".join(
        f"cross join (select map_from_entries(list((spelling, code))) as m_{name} "
        f"from labels where list_name = '{name}')"
        for name in sorted(lists)
    )
    stamped = ["$as_of as as_of", "$file as source_file", "$sheet as source_sheet", "t.source_row as source_row"]
    sql = f"select {', '.join(selected + stamped)} from text_{table.name} as t {joins} {maps} order by t.source_row"
    found = connection.sql(sql, params={"as_of": as_of, "file": raw.file_name, "sheet": raw.sheet_of(table.name)})
    return found.to_arrow_table().select([column.name for column in table.columns])


def _join(column: Column) -> str:
    name = column.name
    return (
        f"left join labels as l_{name} on l_{name}.list_name = '{column.codes}' "
        f'and l_{name}.spelling = lower(folded(t."{name}"))'
    )


def _evidence(column: Column, expression: str) -> str:
    """A ledger that doesn't say otherwise is a reported one."""
    return f"coalesce({expression}, 'reported')" if column.name == "evidence" else expression


def fault_table(faults: Sequence[Fault], words: Words) -> str:
    """The faults as an aligned table, the first two hundred, and how many there are."""
    header = [words("Sheet"), words("Row"), words("Column"), words("Value"), words("What to do")]
    rows = [[f.sheet, str(f.row), f.column, f.value or "", f.sentence(words)] for f in faults[:ROWS_PRINTED]]
    more = len(faults) - len(rows)
    rest = words("… and {more} more.", more=more) + "\n" if more else ""
    return aligned(header, rows) + rest + words("{count} faults.", count=len(faults)) + "\n"
