"""Aligned text tables for a terminal, in which a Chinese character is two columns wide."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def width(text: str) -> int:
    """Columns that the text takes in a terminal."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def aligned(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A header, a rule and the rows, each column as wide as its widest text."""
    widths = [max([width(title), *(width(row[i]) for row in rows)]) for i, title in enumerate(header)]
    lines = [header, ["─" * size for size in widths], *rows]
    return "\n".join(_line(line, widths) for line in lines) + "\n"


def _line(texts: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(text + " " * (size - width(text)) for text, size in zip(texts, widths, strict=True)).rstrip()
