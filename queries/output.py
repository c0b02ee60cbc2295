"""An answer as text: aligned table, CSV that no spreadsheet runs as a formula, JSON, Parquet."""

from __future__ import annotations

import csv
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


def to_csv(rows: pa.Table) -> str:
    """CSV with a header; a text that a spreadsheet would run gets an apostrophe in front."""
    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\n")
    writer.writerow(rows.column_names)
    writer.writerows(zip(*([_safe(value) for value in column.to_pylist()] for column in rows.columns), strict=True))
    return sink.getvalue()


def _safe(value: Any) -> Any:
    if isinstance(value, str) and len(value) > 1 and value.startswith(FORMULA) and not _NUMBER.fullmatch(value):
        return f"'{value}"
    return _shown(value)


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
    return value.isoformat() if isinstance(value, dt.date) else float(value)


def to_parquet(rows: pa.Table) -> bytes:
    """The rows as a Parquet file."""
    sink = io.BytesIO()
    pq.write_table(rows, sink)
    return sink.getvalue()


def to_table(rows: pa.Table) -> str:
    """Aligned columns for a terminal."""
    texts: Sequence[Sequence[str]] = [[str(_shown(value)) for value in row.values()] for row in rows.to_pylist()]
    return aligned(rows.column_names, texts)
