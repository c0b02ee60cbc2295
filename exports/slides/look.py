"""The look of the slides: sizes in points on a page of 960 × 540, colours, and how wide a text is."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from math import ceil
from typing import NamedTuple

WIDTH, HEIGHT = 960, 540
EMU = 12_700
INK, PAPER = "#1d2733", "#ffffff"
PANEL, RULE = "#f3f6fa", "#d5dde7"
LINE_HEIGHT = 1.28
BETWEEN = 0.22  # of a letter, which office programs leave between Chinese and other letters
FONTS = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'


class Frame(NamedTuple):
    """A rectangle on a slide, in points."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Where it ends across."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Where it ends down."""
        return self.y + self.h


TITLE = Frame(36, 20, 888, 50)
SUBTITLE = Frame(36, 72, 888, 32)
BODY = Frame(36, 110, 888, 384)
FOOTER = Frame(36, 507, 800, 22)
NUMBER = Frame(864, 507, 60, 22)


def emu(points: float) -> int:
    """Points in the unit of the files."""
    return round(points * EMU)


def width(text: str, size: float) -> float:
    """About how wide a line of text is, in points; rather too wide than too narrow."""
    between = sum(_is_wide(one) != _is_wide(other) and one.isalnum() and other.isalnum()
                  for one, other in pairwise(text))  # fmt: skip
    return (sum(_share(letter) for letter in text) + BETWEEN * between) * size


@lru_cache(maxsize=10_000)
def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"


@lru_cache(maxsize=10_000)
def _share(letter: str) -> float:
    if _is_wide(letter) or ord(letter) > 0x2000:
        return 1.0
    if letter in " .,:;|'!il/()":
        return 0.31
    return 0.7 if letter.isupper() or letter in "%mw×+" else 0.56 if letter.isdigit() else 0.53


def lines(text: str, size: float, whole: float) -> int:
    """About how many lines a text takes in a column; words aren't broken."""
    count = 0
    for part in text.split("\n"):
        room = whole * sum(_share(letter) for letter in part) * size / (width(part, size) or 1) or whole
        ends, used = 1, 0.0
        for word in _words(part):
            long = width(word, size)
            if used and used + width(word.rstrip(), size) > room:
                ends, used = ends + 1, 0.0
            ends += ceil(long / room) - 1 if long > room else 0
            used += long % room if long > room else long
        count += ends
    return count


def _words(text: str) -> list[str]:
    """Where a line may be broken: behind spaces and around every wide letter."""
    found = [""]
    for letter in text:
        if _is_wide(letter):
            found += [letter, ""]
        else:
            found[-1] += letter
            if letter in " -":
                found.append("")
    return [word for word in found if word]


def fitting(text: str, frame: Frame, sizes: Sequence[float]) -> float:
    """The largest of the sizes at which the text stays within the frame, else the smallest."""
    for size in sizes:
        if lines(text, size, frame.w) * size * LINE_HEIGHT <= frame.h:
            return size
    return sizes[-1]


def is_dark(colour: str) -> bool:
    """Whether light text is readable on the colour, and dark text isn't."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue < 150
