"""The figures that the city printed, read from the reference file: the targets of the calibration."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from data.city import rows

WAN_PER_YI = 10_000
LARGE_WAN = WAN_PER_YI  # the line of 1亿元 that the printed structure counts from


@lru_cache(maxsize=1)
def figures() -> dict[str, dict[str, str]]:
    """The rows of the reference file by figure number."""
    return {row["id"]: row for row in rows("published_figures.csv")}


def printed(number: str) -> Decimal:
    """A printed value, in its printed unit."""
    return Decimal(figures()[number]["value"])


def count(number: str) -> int:
    """A printed count."""
    return int(printed(number))


def wan(number: str) -> Decimal:
    """A printed amount of 亿元, in 万元."""
    return (printed(number) * WAN_PER_YI).quantize(Decimal("0.01"))
