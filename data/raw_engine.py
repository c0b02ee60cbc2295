"""The sent text in DuckDB: how a cell is understood, written once for checking and for typing."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb
import pyarrow as pa

from data.city import city
from data.ledger import TABLES, Column, Kind
from data.reading import Head, RawLedger, fold

WIDE = "".join(chr(code) for code in range(0xFF01, 0xFF5F)) + "\u3000\u00a0"
NARROW = "".join(chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)) + "  "
HAS_WIDE = "[\u00a0\u3000\uff01-\uff5e]"  # few cells hold one, and translating every cell took most of a check's time
DATE_FORMATS = ["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y%m%d"]
TRUE, FALSE = ("是", "true", "yes", "1", "y"), ("否", "false", "no", "0", "n")

MACROS = f"""
create macro narrow(x) as translate(x, '{WIDE.replace("'", "''")}', '{NARROW.replace("'", "''")}');
create macro folded(x) as trim(
    regexp_replace(case when regexp_matches(x, '{HAS_WIDE}') then narrow(x) else x end, '\\s+', ' ', 'g')
);
create macro plain_number(x) as replace(replace(replace(folded(x), ',', ''), '，', ''), '%', '');
create macro as_number(x) as coalesce(  -- most cells are plain digits and need no folding
    try_cast(x as decimal(38, 10)), try_cast(plain_number(x) as decimal(38, 10))
);
create macro as_integer(x) as case
    when regexp_full_match(plain_number(x), '[+-]?\\d+(\\.0+)?')
        then try_cast(try_cast(plain_number(x) as double) as bigint)
end;
create macro as_date(x) as case
    when regexp_full_match(x, '\\d{{4}}-\\d\\d-\\d\\d') then try_cast(x as date)
    when regexp_full_match(folded(x), '\\d{{4}}([-/.年]\\d{{1,2}}[-/.月]\\d{{1,2}}日?|\\d{{4}})')
        then try_cast(try_strptime(folded(x), {DATE_FORMATS}) as date)
end;
create macro as_boolean(x) as case
    when list_contains({list(TRUE)}, lower(folded(x))) then true
    when list_contains({list(FALSE)}, lower(folded(x))) then false
end;
create macro as_codes(x) as list_filter(
    list_transform(string_split_regex(folded(x), '[,、;]'), lambda part: trim(part)), lambda part: part <> ''
);
create macro identity(x) as upper(replace(folded(x), ' ', ''));
"""


def open_raw(raw: RawLedger) -> duckdb.DuckDBPyConnection:
    """A connection in which the sent ledger can be asked: text_<table>, dictionary, labels, macros."""
    connection = duckdb.connect(":memory:")
    connection.execute(MACROS)
    for name in TABLES:
        connection.register(f"text_{name}", text_of(raw, name))
    connection.register("dictionary", _dictionary(raw))
    connection.register("labels", _labels())
    connection.register("strays", pa.table({
        "sheet": pa.array([s.sheet for s in raw.strays], pa.string()),
        "header": pa.array([s.header for s in raw.strays], pa.string()),
        "rule": pa.array([s.rule for s in raw.strays], pa.string()),
    }))  # fmt: skip
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
    return {
        "table_name": table, "column_name": column.name, "kind": column.kind.value, "is_required": column.required,
        "codes": column.codes, "lowest": column.minimum, "highest": column.maximum,
        "not_before": list(column.not_before),
        "at_most": column.at_most, "refers_to": column.references, "factor": head.factor if head else 1,
        "key_position": key.index(column.name) + 1 if column.name in key else 0,
        "header": head.header if head else column.label.zh, "is_sent": head is not None,
    }  # fmt: skip


def _labels() -> pa.Table:
    """Every spelling of a code that is understood: the code, its Chinese and its English label."""
    names = {c.codes for t in TABLES.values() for c in t.entered if c.codes}
    rows = {
        (name, fold(spelling).lower()): code
        for name in sorted(names)
        for code, label in city().codes(name).items()
        for spelling in (code, label.zh, label.en)
    }
    return pa.table({
        "list_name": [name for name, _ in rows], "spelling": [s for _, s in rows], "code": list(rows.values()),
    })  # fmt: skip


def typed_expression(column: Column, factor: int) -> str:
    """The SQL of a column's typed value, from its text; made of dictionary names alone."""
    x = f't."{column.name}"'
    if column.kind is Kind.MONEY:
        return f"cast(as_number({x}) * {factor} as {column.kind.sql})"
    if column.kind in (Kind.NUMBER, Kind.PERCENT):
        return f"cast(as_number({x}) as {column.kind.sql})"
    simple = {Kind.DATE: "as_date", Kind.INTEGER: "as_integer", Kind.BOOLEAN: "as_boolean"}.get(column.kind)
    if simple:
        return f"{simple}({x})"
    if column.kind is Kind.CODE:
        return f"l_{column.name}.code"
    if column.kind is Kind.CODES and column.codes:
        return f"list_transform(as_codes({x}), lambda part: coalesce(m_{column.codes}[lower(part)], part))"
    if column.kind is Kind.CODES:
        return f"as_codes({x})"
    if column.references or column.name.endswith("_id"):
        return f"nullif(folded({x}), '')"
    return f"nullif(trim({x}), '')"
