"""The charts: one file each, from an answer's rows to a figure whose title says the finding."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import TypeVar

from words import WAN_PER_YI, Words, rounded

AnyRow = TypeVar("AnyRow")
NAMED = 3  # of more names that share a place, the first one and a number say enough


def leading(rows: Iterable[AnyRow], value: Callable[[AnyRow], Decimal | float]) -> list[AnyRow]:
    """All rows with the largest value, in their order and at least one: a finding may not pick one of several."""
    held = [(value(row), row) for row in rows]
    most = max(number for number, _ in held)
    return [row for number, row in held if number == most]


def as_shown(wan: Decimal) -> Decimal:
    """An amount of 万元 as a reader sees it in 亿元: what reads alike isn't called more or less."""
    return rounded(wan / WAN_PER_YI, 2)


def is_month_over(day: dt.date) -> bool:
    """Whether the month of the day has passed, as the elapsed part of the year is counted in whole months."""
    return (day + dt.timedelta(days=1)).month != day.month


def drawn(text: str) -> str:
    """A text of the ledger as it stands in a figure, where < would begin markup."""
    return text.replace("<", "&lt;")


def listed(names: Sequence[str], words: Words) -> str:
    """Names that share a place, as a sentence says them: "A", "A, B and C", "A and 5 others"."""
    *others, last = names
    if not others:
        return last
    if len(names) > NAMED:
        return words("{name} and {others} others", name=names[0], others=words.number(len(others)))
    return words("{names} and {last}", names=words.joined(others), last=last)
