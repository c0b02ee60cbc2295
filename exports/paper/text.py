"""Texts on their way to paper: without characters that no file may hold, and cut to a line where they must be."""

from __future__ import annotations

import re
import unicodedata

# What XML can't hold: control characters, halves of surrogate pairs, and the two that are no characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
MM_PER_POINT = 25.4 / 72
NARROW = 0.5  # the width of a Latin letter or a digit, in the height of the line's letters


def printable(text: str) -> str:
    """The text as a file can hold it."""
    return _FORBIDDEN.sub("", text)


def width_mm(text: str, points: float) -> float:
    """About how wide a line of text is at this size."""
    wide = sum(1.0 if unicodedata.east_asian_width(one) in "WFA" else NARROW for one in text)
    return wide * points * MM_PER_POINT


def fitted(text: str, points: float, mm: float) -> str:
    """The text on one line of that width, cut with an ellipsis where it is too long."""
    line = " ".join(printable(text).split())
    if width_mm(line, points) <= mm:
        return line
    while line and width_mm(f"{line}…", points) > mm:
        line = line[:-1]
    return f"{line.rstrip()}…"
