"""Reading a workbook back: its sheets beside what they were made from."""

from __future__ import annotations

import datetime as dt
import io
import re
from decimal import Decimal

import openpyxl
import pytest

from exports.sheet import HEAD, columns_of
from exports.workbook import parts_of, workbook
from report.assemble import in_yi

NUMERALS = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?")


def read(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def sheets_of(report, source, words):
    """Each sheet behind the first one, with its part of the report."""
    book = read(workbook((report,), source, words))
    return list(zip(book.worksheets[1:], parts_of(report, source, words), strict=True))


def cells_of(sheet, part):
    """The values of the rows of the table, without what stands right of it."""
    width = len(columns_of(part.table))
    rows = sheet.iter_rows(min_row=HEAD + 2, max_row=HEAD + 1 + len(part.table.rows), max_col=width, values_only=True)
    return [list(row) for row in rows]


def as_stored(name, row, text):
    """One value of an answer as the workbook holds it: 亿元 for amounts, days as days, labels for codes."""
    value = getattr(row, name)
    if value is not None and name.endswith("_wan"):
        return float(in_yi(value))
    if isinstance(value, dt.date):
        return dt.datetime.combine(value, dt.time())
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        return float(value)
    return text if text not in ("", "—") else None


def same(held, expected):
    """Whether two rows of cells are the same; a workbook holds 16 digits of a number."""
    return len(held) == len(expected) and all(
        one == pytest.approx(other, rel=1e-14) if isinstance(other, float) else one == other
        for one, other in zip(held, expected, strict=True)
    )


def differences(held, expected):
    """The first rows that differ, with what they should be."""
    assert len(held) == len(expected)
    return [(one, other) for one, other in zip(held, expected, strict=True) if not same(one, other)][:2]


def numeral(text):
    """The number that a text shows, where it shows just one."""
    found = NUMERALS.findall(text)
    return Decimal(found[0].replace(",", "")) if len(found) == 1 else None
