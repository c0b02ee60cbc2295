"""What a briefing asks: the questions of a view, each asked once, their answers exact."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from queries.catalog import catalog
from report.assemble import Source, question_parameters
from report.filters import Filters

Narrowed = Sequence[str] | None


class Level(NamedTuple):
    """An answer of one date: exact, with numerator and denominator as they are stored; None without a base."""

    exact: Decimal | None
    numerator: Decimal
    denominator: Decimal | None


def counted(value: int) -> Level:
    """A number of things as an answer."""
    return Level(Decimal(value), Decimal(value), None)


def ratio(part: int, whole: int) -> Level:
    """A share as an answer."""
    return Level(100 * Decimal(part) / Decimal(whole) if whole else None, Decimal(part), Decimal(whole))


class Answers:
    """Asks for the filters of a view; what was answered isn't asked again."""

    def __init__(self, filters: Filters, source: Source) -> None:
        self.filters, self.source = filters, source
        self._held: dict[str, Level] = {}

    @property
    def year_end(self) -> dt.date | None:
        """The end of the year before, where it is published: what the plan's stock is compared with."""
        day = dt.date(self.filters.as_of.year - 1, 12, 31)
        return day if day in self.source.engine.opened.dates else None

    @property
    def compare(self) -> dt.date | None:
        """The date compared with, where it is an earlier one of the same plan year."""
        day = self.filters.compare
        return day if day and day < self.filters.as_of and day.year == self.filters.as_of.year else None

    def level(self, question: str, **narrowed: Narrowed) -> Level:
        """The answer at the view's date; `narrowed` replaces filters, None lifts one."""
        return self.level_at(self.filters.as_of, question, narrowed)

    def level_at(self, day: dt.date, question: str, narrowed: Mapping[str, Narrowed]) -> Level:
        """The answer at a day."""
        given = self.parameters(question, narrowed)
        key = repr((question, day, given))
        if key not in self._held:
            self._held[key] = self._ask(question, day, given)
        return self._held[key]

    def hold(self, question: str, level: Level, **narrowed: Narrowed) -> None:
        """Keep what another question has answered already, for many parts at once."""
        self._held[repr((question, self.filters.as_of, self.parameters(question, narrowed)))] = level

    def rows(self, question: str, filters: Filters) -> list[Any]:
        """The rows of a question for other filters than the view's."""
        return self.source.engine.ask(question, **question_parameters(catalog()[question], filters))

    def _ask(self, question: str, day: dt.date, given: Mapping[str, Any]) -> Level:
        found = self.source.engine.ask(question, as_ofs=[day], **given)
        is_share = catalog()[question].unit == "pct"
        if not found or found[0].numerator is None:
            return Level(None if is_share else Decimal(0), Decimal(0), None)
        row = found[0]
        if not is_share:
            return Level(Decimal(row.numerator), row.numerator, None)
        share = 100 * Decimal(row.numerator) / Decimal(row.denominator) if row.denominator else None
        return Level(share, row.numerator, row.denominator)

    def parameters(self, question: str, narrowed: Mapping[str, Narrowed]) -> dict[str, Any]:
        """The filters that a question takes, some of them replaced or lifted."""
        lists = {name: None if values is None else list(values) for name, values in narrowed.items()}
        given = {**self.filters.parameters(), **lists}
        known = catalog()[question].parameter_names
        return {name: values for name, values in given.items() if values is not None and name in known}
