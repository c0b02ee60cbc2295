"""Number formats for spreadsheets, read off the text that a page shows: a cell holds the number and looks the same."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from report.model import Value

DAY = "yyyy-mm-dd"
LONGEST_FORMAT = 200
_BRACKET = re.compile("[（(]")
_NUMERAL = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?")


def number_format(text: str, value: Value) -> str:
    """How a spreadsheet shows the value as the text does: its decimals, its sign, and what stands around it."""
    if isinstance(value, dt.date):
        return DAY
    return _format(text, value is not None and value < 0, isinstance(value, int))


@lru_cache(maxsize=4_096)
def _format(text: str, is_negative: bool, is_count: bool) -> str:
    found = _NUMERAL.findall(text)
    if not found:
        return "#,##0" if is_count else "#,##0.00"
    before, after = text.split(found[0], 1)
    plain = _digits(found[0])
    if len(found) > 1:  # what stands behind is the unit only up to a bracket, and never with another number in it
        after = _BRACKET.split(after)[0].rstrip()
        after = "" if any(letter.isdigit() for letter in after) else after
    plain = f"{_quoted(before)}{plain}{_quoted(after)}"
    if len(plain) > LONGEST_FORMAT:
        plain = _digits(found[0])
    if found[0].startswith("+"):
        return f"+{plain};-{plain};{plain}"
    return f"{plain};{plain}" if is_negative and not found[0].startswith("-") else plain


def _digits(numeral: str) -> str:
    """Thousands as the numeral has them; a year has none."""
    whole, _, part = numeral.lstrip("+-").partition(".")
    return ("0" if len(whole) > 3 and "," not in whole else "#,##0") + (f".{'0' * len(part)}" if part else "")


def _quoted(text: str) -> str:
    """The text as a format shows it literally."""
    return f'"{text}"' if (text := text.replace('"', "")) else ""
