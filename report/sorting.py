"""The order of a list: numbers, dates, codes in their city's order, Chinese by pinyin; what is empty comes last."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pyarrow as pa

from data.city import City
from data.ledger import TABLES, Kind
from report.lights import LIGHTS
from report.spelling import spelled

NUMBERS = (Kind.MONEY, Kind.NUMBER, Kind.PERCENT, Kind.INTEGER)
USUAL = "-total_wan"


def is_number(name: str) -> bool:
    """Whether a column of the projects holds numbers: the largest is looked for first."""
    return name in TABLES["projects"].by_name and TABLES["projects"].column(name).kind in NUMBERS


def in_order(rows: pa.Table, sort: str, city: City) -> pa.Table:
    """The rows by the column that `sort` names, descending after a minus; equal ones keep their order."""
    name = (sort or USUAL).removeprefix("-")
    values = rows[name].to_pylist()
    key = _key(name, city)
    held = [place for place, value in enumerate(values) if not _is_empty(value)]
    held.sort(key=lambda place: key(values[place]), reverse=(sort or USUAL).startswith("-"))
    order = held + [place for place, value in enumerate(values) if _is_empty(value)]
    return rows.take(pa.array(order, pa.int64()))


def _is_empty(value: Any) -> bool:
    return value is None or value == "" or value == []


def _key(name: str, city: City) -> Callable[[Any], Any]:
    if name == "light":
        return _place(LIGHTS)
    column = TABLES["projects"].column(name)
    if column.kind is Kind.CODE:
        return _place(city.codes(column.codes))
    if column.kind is Kind.CODES:
        return ",".join
    return _spelling if column.kind is Kind.TEXT else lambda value: value


def _place(codes: Mapping[str, Any]) -> Callable[[str], tuple[int, str]]:
    """By the place in the list; what it doesn't know comes after it."""
    places = {code: place for place, code in enumerate(codes)}
    return lambda code: (places.get(code, len(places)), code)


def _spelling(text: str) -> tuple[str, str]:
    return spelled(text).pinyin, text
