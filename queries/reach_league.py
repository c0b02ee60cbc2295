"""The score of the league table in Python, to be asked "what if" without a ledger for each try."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

EQUAL_TO = 9  # decimals to which two scores are compared
Rates = tuple[float | None, float | None, float | None, float | None]


class Tally(NamedTuple):
    """What the four rates of a county are made of."""

    projects: int
    started: int
    plan: Decimal
    done: Decimal
    entered: int
    raised: int
    cleared: int

    def with_more(self, starts: int, money: Decimal, entries: int, cleared: int) -> Tally:
        """The same county after so many more starts, money done, statistics entries and problems cleared."""
        return self._replace(
            started=self.started + starts, done=self.done + money, entered=self.entered + entries,
            cleared=self.cleared + cleared,
        )  # fmt: skip

    @property
    def rates(self) -> Rates:
        """Started, year plan done, entered of the started, problems cleared, in percent; None without a base."""
        return (
            _share(self.started, self.projects), _share(float(self.done), float(self.plan)),
            _share(self.entered, self.started), _share(self.cleared, self.raised),
        )  # fmt: skip


def tally(rows: Sequence[Any]) -> Tally:
    """The projects of a county, counted as `league.sql` does."""
    return Tally(
        projects=len(rows),
        started=sum(row.is_started for row in rows),
        plan=sum((row.year_plan_wan or Decimal(0) for row in rows), Decimal(0)),
        done=sum((row.year_done_wan or Decimal(0) for row in rows), Decimal(0)),
        entered=sum(row.is_started and row.is_entered for row in rows),
        raised=sum(row.raised for row in rows),
        cleared=sum(row.cleared for row in rows),
    )


def standing(mine: Rates, others: Sequence[Rates], weights: Sequence[float]) -> tuple[int, float]:
    """Place and score of the first county among the others: rates scaled from lowest to highest, weighted."""
    scaled = list(zip(*(_scaled(rates) for rates in zip(mine, *others, strict=True)), strict=True))
    mine_score, *scores = (_score(one, weights) for one in scaled)
    score = 0.0 if mine_score is None else round(mine_score, EQUAL_TO)
    ahead = sum(1 for other in scores if other is not None and round(other, EQUAL_TO) > score)
    return 1 + ahead, score


def _share(part: float, whole: float) -> float | None:
    return 100 * part / whole if whole else None


def _scaled(rates: Sequence[float | None]) -> list[float | None]:
    known = [rate for rate in rates if rate is not None]
    if not known:
        return [None] * len(rates)
    low, high = min(known), max(known)
    return [None if rate is None else (rate - low) / (high - low) if high > low else 1.0 for rate in rates]


def _score(scaled: Sequence[float | None], weights: Sequence[float]) -> float | None:
    judged = [(part, weight) for part, weight in zip(scaled, weights, strict=True) if part is not None]
    weighed = sum(weight for _, weight in judged)
    return 100 * sum(part * weight for part, weight in judged) / weighed if weighed else None
