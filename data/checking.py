"""Checking a ledger before it is published: every rule is one SQL file, every fault one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import duckdb

from data.ledger import TABLES, Kind
from data.raw_engine import open_raw
from data.reading import RawLedger
from data.tables import aligned
from data.typed import typed
from words import Words

__all__ = ["SENTENCES", "Fault", "check", "fault_table", "typed"]

RULES = Path(__file__).parent.parent / "queries" / "checks"
ROWS_PRINTED = 200
WIDEST = 40

# By rule; "rule detail" where the detail decides how to put it.
SENTENCES = {
    "required": "This cell must be filled in.",
    "type": "“{value}” is not a number; write it in digits, such as 1234.5, without its unit.",
    "type integer": "“{value}” is not a whole number; write it in digits, such as 2022.",
    "type date": "“{value}” is not a date; write it as 2022-09-30.",
    "type boolean": "“{value}” is neither yes nor no; choose one of them.",
    "unknown_code": "“{detail}” is not on the list; choose one from the drop-down.",
    "duplicate": "“{value}” stands in row {detail} too; keep one of them.",
    "date_order": "“{value}” lies before {detail}; correct one of the two.",
    "above_total": "“{value}” is more than {detail}; correct one of the two.",
    "unknown_reference": "“{value}” has no row in the sheet “{detail}”; add it there or correct it.",
    "out_of_range": "“{value}” must be {detail}; check number and unit.",
    "lost_digits": "“{value}” has lost its last digits in the spreadsheet; format the cell as text and enter it again.",
    "formula_error": "“{value}” is the error of a formula; enter the value itself.",
    "unknown_header": "“{value}” is no column of this sheet; use the template's header, or remove the column.",
    "unknown_unit": "“{value}” declares a unit that can't be converted; the column is measured in {detail}.",
    "repeated_header": "“{value}” names the same column as “{detail}”; keep one of them.",
    "unnamed_column": "Column {value} has cells but no header; name it as in the template, or remove it.",
    "missing_header": "The column “{value}” is missing; add it as in the template.",
    "merged_cells": "Cells are merged from {value} on; unmerge them and fill in each row.",
    "unknown_sheet": "“{value}” is no sheet of the ledger; rename or remove it.",
}


class Fault(NamedTuple):
    """One fault: where it stands in the sender's own file, the value as sent, the rule that it breaks.

    `detail` is what the value is held against: the other row, date, amount, bound or sheet.
    """

    sheet: str
    row: int
    column: str
    value: str | None
    rule: str
    detail: str = ""

    def sentence(self, words: Words) -> str:
        """What is wrong and what to do."""
        sentence = SENTENCES.get(f"{self.rule} {self.detail}", SENTENCES[self.rule])
        return words(sentence, value=self.value or "", detail=self.detail)


def check(raw: RawLedger) -> list[Fault]:
    """All faults of a ledger, in the order of the file."""
    connection = open_raw(raw)
    prepare(connection)
    faults = [
        Fault(sheet, row, header, value, rule.stem, detail)
        for rule in sorted(RULES.glob("*.sql"))
        for sheet, row, header, value, detail in connection.execute(rule.read_text(encoding="utf-8")).fetchall()
    ]
    sheets = {head.sheet: i for i, head in enumerate(raw.heads)}
    places = {(head.sheet, head.header): head.position for head in raw.heads}
    return sorted(
        faults, key=lambda f: (sheets.get(f.sheet, -1), f.sheet, f.row, places.get((f.sheet, f.column), -1), f.rule)
    )


READINGS = {
    # kinds → the cell as a number, as a day, and whether it can be read
    (Kind.MONEY, Kind.NUMBER): ("as_number(value)", "null", "number is not null"),
    (Kind.PERCENT,): ("as_percent(value)", "null", "number is not null"),
    (Kind.INTEGER,): ("as_integer(value)", "null", "number is not null"),
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
        "number decimal(30, 10), day date, is_readable boolean)"
    )
    for table in TABLES.values():
        for kinds, (number, day, readable) in READINGS.items():
            names = [f'"{column.name}"' for column in table.entered if column.kind in kinds]
            if names:
                # a sheet may have a column called value itself: the cells get names that none has
                sent = (
                    f"select source_row, sent_column as column_name, sent_text as value "
                    f"from text_{table.name} unpivot (sent_text for sent_column in ({', '.join(names)}))"
                )
                read = f"source_row, column_name, value, {number} as number, {day} as day"
                connection.execute(
                    f"insert into cells select '{table.name}', *, {readable} from (select {read} from ({sent}))"
                )
    rows = [f"select '{name}' as table_name, source_row from text_{name}" for name in TABLES]
    connection.execute(f"create table rows_sent as {' union all '.join(rows)}")


def fault_table(faults: Sequence[Fault], words: Words) -> str:
    """The faults as an aligned table, the first two hundred, and how many there are."""
    header = [words("Sheet"), words("Row"), words("Column"), words("Value"), words("What to do")]
    rows = [
        [_short(f.sheet), str(f.row), _short(f.column), _short(f.value or ""), _line(f.sentence(words))]
        for f in faults[:ROWS_PRINTED]
    ]
    more = len(faults) - len(rows)
    rest = words("… and {more} more.", more=more) + "\n" if more else ""
    return aligned(header, rows) + rest + words("{count} faults.", count=len(faults)) + "\n"


def _line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _short(text: str) -> str:
    line = _line(text)
    return line if len(line) <= WIDEST else f"{line[: WIDEST - 1]}…"
