"""The sent text in DuckDB: how a cell is understood, written once for checking and for typing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import duckdb
import pyarrow as pa

from data.city import city
from data.codes import Label
from data.ledger import TABLES, Column, Kind
from data.reading import UNSEEN, Head, RawLedger, fold

WIDE = "".join(chr(code) for code in range(0xFF01, 0xFF5F)) + "\u3000\u00a0"
NARROW = "".join(chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)) + "  "
NOTHING = "".join(map(chr, UNSEEN))  # translate() drops what has no counterpart
TO_FOLD = f"[\\s\u00a0\u3000\uff01-\uff5e{NOTHING}]"  # few cells hold one, and folding each took most of a check's time
DAY = "((?:19|20|21)\\d{2}(?:[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?|\\d{4}))(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?"
DATE_FORMATS = ["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y%m%d"]
THOUSANDS = "[+-]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?"  # 9,5 is no number: it may be a decimal comma
TRUE, FALSE = ("是", "true", "yes", "1", "y"), ("否", "false", "no", "0", "n")
# What the types of a snapshot hold, rounded down.
CAPACITY = {Kind.MONEY: 10**15, Kind.NUMBER: 10**13, Kind.PERCENT: 10**13, Kind.INTEGER: 10**15}

MACROS = f"""
create macro folded(x) as case
    when regexp_matches(x, '{TO_FOLD}')
        then trim(regexp_replace(translate(x, '{WIDE.replace("'", "''")}{NOTHING}', '{NARROW.replace("'", "''")}'),
            '\\s+', ' ', 'g'))
    else x
end;
create macro spelled(x) as lower(replace(folded(x), ' ', ''));
create macro identity(x) as upper(replace(folded(x), ' ', ''));
create macro as_number(x) as coalesce(  -- most cells are plain digits and need no folding
    try_cast(x as decimal(30, 10)),
    try_cast(folded(x) as decimal(30, 10)),
    case when regexp_full_match(folded(x), '{THOUSANDS}')
        then try_cast(replace(folded(x), ',', '') as decimal(30, 10)) end
);
create macro as_percent(x) as coalesce(as_number(x), case when folded(x) like '%\\%' escape '\\'
    then as_number(trim(left(folded(x), -1))) end);
create macro as_integer(x) as case when as_number(x) = trunc(as_number(x)) then as_number(x) end;
create macro as_date(x) as case
    when regexp_full_match(x, '(19|20|21)\\d{{2}}-\\d\\d-\\d\\d') then try_cast(x as date)
    when regexp_full_match(folded(x), '{DAY}')
        then try_cast(try_strptime(regexp_extract(folded(x), '{DAY}', 1), {DATE_FORMATS}) as date)
end;
create macro as_boolean(x) as case
    when list_contains({list(TRUE)}, spelled(x)) then true
    when list_contains({list(FALSE)}, spelled(x)) then false
end;
create macro as_codes(x) as list_filter(string_split_regex(spelled(x), '[,、;]'), lambda part: part <> '');
"""


def open_raw(raw: RawLedger) -> duckdb.DuckDBPyConnection:
    """A connection in which the sent ledger can be asked: text_<table>, dictionary, labels, strays, macros."""
    connection = duckdb.connect(":memory:")
    connection.execute(MACROS)
    for name in TABLES:
        connection.register(f"text_{name}", text_of(raw, name))
    connection.register("dictionary", _dictionary(raw))
    connection.register("labels", _labels())
    text = pa.string()
    kinds = pa.schema([("sheet", text), ("header", text), ("rule", text), ("detail", text), ("row", pa.int64())])
    connection.register("strays", pa.Table.from_pylist([stray._asdict() for stray in raw.strays], schema=kinds))
    return connection


def text_of(raw: RawLedger, name: str) -> pa.Table:
    """A table's text with every column of the dictionary; the ones that weren't sent are empty."""
    sent = raw.tables.get(name)
    rows = sent.num_rows if sent is not None else 0
    columns = {
        column.name: sent.column(column.name)
        if sent is not None and column.name in sent.column_names
        else pa.nulls(rows, pa.string())
        for column in TABLES[name].entered
    }
    return pa.table(
        {**columns, "source_row": sent.column("source_row") if sent is not None else pa.array([], pa.int64())}
    )


def list_of(table: str, column: Column) -> str:
    """The name of the list that a column's cells are chosen from; published fields are columns of their table."""
    return column.codes or (f"columns_of_{table}" if column.kind is Kind.CODES else "")


def _dictionary(raw: RawLedger) -> pa.Table:
    """The dictionary with the sender's own sheet and header names and factors, one row a column."""
    heads = {(head.table, head.column): head for head in raw.heads}
    rows = [
        _entry(name, column, heads) | {"sheet": raw.sheet_of(name)}
        for name, t in TABLES.items()
        for column in t.entered
    ]
    return pa.Table.from_pylist(rows)


def _entry(table: str, column: Column, heads: Mapping[tuple[str, str], Head]) -> dict[str, object]:
    head = heads.get((table, column.name))
    key = TABLES[table].key
    factor = head.factor if head else 1
    capacity = CAPACITY.get(column.kind)
    lowest, highest = (
        capacity and float(sign * capacity if bound is None else bound) / factor
        for sign, bound in ((-1, column.minimum), (1, column.maximum))
    )
    return {
        "table_name": table, "column_name": column.name, "kind": column.kind.value, "is_required": column.required,
        "codes": list_of(table, column), "lowest": lowest, "highest": highest,
        "not_before": list(column.not_before), "at_most": column.at_most, "refers_to": column.references,
        "factor": factor, "key_position": key.index(column.name) + 1 if column.name in key else 0,
        "header": head.header if head else column.label.zh, "is_sent": head is not None,
    }  # fmt: skip


def _labels() -> pa.Table:
    """Every spelling of a code that is understood: the code, its Chinese and its English label."""
    rows = {
        (name, fold(spelling).lower().replace(" ", "")): code
        for name, code, label in _coded()
        for spelling in (code, label.zh, label.en)
    }
    return pa.table({
        "list_name": [name for name, _ in rows], "spelling": [s for _, s in rows], "code": list(rows.values()),
    })  # fmt: skip


def _coded() -> Iterator[tuple[str, str, Label]]:
    for name in sorted({c.codes for t in TABLES.values() for c in t.entered if c.codes}):
        yield from ((name, code, label) for code, label in city().codes(name).items())
    for table in TABLES.values():
        yield from ((f"columns_of_{table.name}", c.name, Label(*c.label)) for c in table.columns)
