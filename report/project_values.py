"""One project's row, and its values as they stand alone: with their unit, and whether they were printed."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import lru_cache
from typing import Any

from data.city import City
from data.ledger import PROJECTS, Column, Kind
from data.units import unit_label
from queries.catalog import catalog
from queries.engines.duckdb import Engine
from report.assemble import Source, cell_text, question_parameters
from report.filters import Filters
from report.lights import light_text
from report.model import Value
from words import WAN_PER_YI, Words

ROW = "project_list"
SHEETS_HELD = 32
ORIGIN = ("evidence", "published_fields", "as_of", "source_file", "source_sheet", "source_row")
FIELDS = tuple(column for column in PROJECTS.columns if column.name not in ORIGIN)


def project_row(filters: Filters, source: Source) -> Any:
    """The project that the filters name, at their date; None where the ledger hasn't got it."""
    return _row(filters.alone(), source.engine)


@lru_cache(maxsize=SHEETS_HELD)
def _row(alone: Filters, engine: Engine) -> Any:
    """Several parts of a sheet ask for the same row."""
    found = engine.ask(ROW, **question_parameters(catalog()[ROW], alone))
    return found[0] if found else None


def is_empty(value: Any) -> bool:
    """Whether a cell of the ledger holds nothing."""
    return value is None or value == "" or value == []


def amount(wan: Decimal, words: Words) -> str:
    """An amount that stands alone: in 亿元 from one upwards, below that in 万元, so that nothing is rounded away."""
    if abs(wan) >= WAN_PER_YI:
        return words.money(wan)
    decimals = 0 if wan == wan.to_integral_value() else 2
    return f"{words.number(wan, decimals)}{words.unit_gap}{words('× 10,000 yuan')}"


def value_text(name: str, value: Any, city: City, words: Words, *, in_sentence: bool = False) -> str:
    """One value with its unit; a date in the order of columns, or as sentences write it."""
    if name == "light":
        return light_text(value, words)
    column = PROJECTS.column(name)
    if column.kind is Kind.MONEY:
        return amount(value, words)
    if column.kind is Kind.DATE and in_sentence:
        return words.date(value)
    if column.kind in (Kind.NUMBER, Kind.PERCENT):
        return _quantity(column, value, words)
    if column.kind is Kind.CODES and column.codes:
        return words.joined([city.label(column.codes, code, words.language) for code in value])
    return cell_text(name, value, city, words)


def value_said(column: Column, value: Any) -> Value:
    """The number or the day that `value_text` shows; None for a text."""
    if column.kind is Kind.MONEY:
        return Decimal(value) / WAN_PER_YI if abs(value) >= WAN_PER_YI else Decimal(value)
    numbers = (Kind.NUMBER, Kind.PERCENT, Kind.INTEGER, Kind.DATE)
    said: Value = value if column.kind in numbers else None
    return said


def _quantity(column: Column, value: Decimal | float, words: Words) -> str:
    """A number without needless zeros, with its unit."""
    exact = Decimal(str(value))
    decimals = 4 if column.unit == "°" else next(n for n in (0, 1, 2) if n == 2 or exact == round(exact, n))
    gap = "" if column.unit in ("%", "°", "") else words.unit_gap
    return f"{words.number(exact, decimals)}{gap}{unit_label(column.unit, words.language)}"


def evidence_text(name: str, row: Any, city: City, words: Words) -> str:
    """Whether the city printed the value, an office reported it, or it was generated for the demonstration."""
    if name in (row.published_fields or ()):
        return words("Printed")
    return city.label("evidence", row.evidence, words.language)


def month_text(day: dt.date, words: Words) -> str:
    """The month of a day as a sentence writes it: 2022年7月, or July 2022."""
    return f"{day.year}年{day.month}月" if words.language == "zh" else f"{day:%B} {day.year}"
