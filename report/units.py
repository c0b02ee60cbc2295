"""The units that a question's number is shown in: one formatter for tiles, passports and exports."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from words import Words

N = TypeVar("N", float, Decimal)


@dataclass(frozen=True)
class Unit:
    """How a stored number is shown: divided by `scale`, with `decimals`, before `label`."""

    label: str
    scale: int = 1
    decimals: int = 0


UNITS = {
    "count": Unit(""),
    "wan": Unit("× 100m yuan", 10_000, 2),
    "pct": Unit("%", 1, 1),
    "pp": Unit("pp", 1, 1),
    "mw": Unit("× 10 MW", 10, 2),
    "mwh": Unit("× 100m kWh", 100_000, 2),
    "t": Unit("× 10,000 t", 10_000, 2),
}


def number_in(value: float | None, unit: str, words: Words) -> str:
    """The number alone, as a reader sees it."""
    shown = UNITS[unit]
    return words.number(None if value is None else value / shown.scale, shown.decimals)


def scaled(value: N | None, unit: str) -> N | None:
    """The number in the unit that it is shown in, unrounded."""
    return None if value is None else value / UNITS[unit].scale


def unit_of(unit: str, words: Words) -> str:
    """The word for the unit, empty for plain counts."""
    return words(UNITS[unit].label) if UNITS[unit].label else ""


def base_in(numerator: Decimal, denominator: Decimal | None, base: str, words: Words) -> str:
    """Numerator and denominator of a share, in the unit of its base; empty without a denominator."""
    if denominator is None:
        return ""
    shown = UNITS[base]
    parts = [words.number(value / shown.scale, shown.decimals) for value in (numerator, denominator)]
    unit = f"{words.unit_gap}{words(shown.label)}" if shown.label else ""
    return f"{parts[0]} / {parts[1]}{unit}"


def change_in(now: float | None, before: float | None, unit: str, words: Words) -> str:
    """The change: percentage points for a share, an amount with per cent for the rest."""
    if now is None or before is None:
        return ""
    if now == before:
        return words("no change")
    if unit == "pct":
        return words.points(now - before)
    shown = UNITS[unit]
    change = words.number((now - before) / shown.scale, shown.decimals, sign=True)
    if unit == "count" or not before:
        return change
    return f"{change}{words.wrapped(words.number(100 * (now - before) / before, 1, sign=True) + '%')}"
