"""An answer as text: aligned table, CSV that no spreadsheet runs as a formula, JSON, Parquet."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from data.tables import aligned

FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_SPECIAL = re.compile(r'[",\r\n]')


def to_csv(rows: pa.Table) -> str:
    """CSV with a header; a text that a spreadsheet would run gets an apostrophe in front."""
    columns = [[_quoted(_safe(value)) for value in column.to_pylist()] for column in rows.columns]
    lines = [[_quoted(name) for name in rows.column_names], *zip(*columns, strict=True)]
    return "".join((",".join(line) or '""') + "\n" for line in lines)  # an empty line would be no row


def _quoted(value: Any) -> str:
    """A field in quotes where it needs them. Python 3.11's own writer forgets them around a lone carriage return."""
    text = str(value)
    return '"' + text.replace('"', '""') + '"' if _SPECIAL.search(text) else text


def _safe(value: Any) -> Any:
    shown = _shown(value)
    is_text = isinstance(value, (str, list)) and len(shown) > 1
    return f"'{shown}" if is_text and shown.startswith(FORMULA) and not _NUMBER.fullmatch(shown) else shown


def _shown(value: Any) -> Any:
    if isinstance(value, list):
        return ",".join(str(part) for part in value)
    return "" if value is None else _plain(value)


def _plain(value: Any) -> Any:
    """A number without exponent and trailing zeros, the rest as it is."""
    if isinstance(value, Decimal):
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return value


def to_json(rows: pa.Table) -> str:
    """A list of objects; dates as ISO text, amounts as numbers."""
    return json.dumps(rows.to_pylist(), ensure_ascii=False, indent=1, default=_json) + "\n"


def _json(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    return int(value) if value == value.to_integral_value() else float(value)


def to_parquet(rows: pa.Table) -> bytes:
    """The rows as a Parquet file."""
    sink = io.BytesIO()
    pq.write_table(rows, sink)
    return sink.getvalue()


def to_table(rows: pa.Table) -> str:
    """Aligned columns for a terminal."""
    texts: Sequence[Sequence[str]] = [[str(_shown(value)) for value in row.values()] for row in rows.to_pylist()]
    return aligned(rows.column_names, texts)
