"""The desk that a briefing is written at: it asks the questions, words the numbers, and keeps each figure's origin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from queries.catalog import catalog
from report.assemble import Source, question_parameters
from report.briefing.answers import Answers, Narrowed
from report.briefing.marks import marked
from report.briefing.sentences import sentence
from report.filters import Filters
from words import Words, rounded

PREFIX = "briefing-"
NOUNS = {
    "project": ("{n} project", "{n} projects"),
    "key": ("{n} key project", "{n} key projects"),
    "new": ("{n} new start", "{n} new starts"),
    "continued": ("{n} continued project", "{n} continued projects"),
    "deal": ("{n} deal", "{n} deals"),
    "company": ("{n} enterprise", "{n} enterprises"),
    "problem": ("{n} problem", "{n} problems"),
    "plain": ("{n}", "{n}"),
}
CHANGES = {
    "share": ("{by} up on {since}", "{by} down on {since}"),
    "number": ("{by} more than at {since}", "{by} fewer than at {since}"),
    "same": ("{measure} is the same as at {since}", "{measure} is about the same as at {since}"),
}
POINTS = ("{n} percentage point", "{n} percentage points")


@dataclass(frozen=True)
class Figure:
    """A figure of the text, and the question that gives it with its parameters."""

    passport: str
    text: str
    question: str
    parameters: Mapping[str, Any]


class Desk(Answers):
    """Asks for the filters of a view; `figures` holds each figure handed out by the name of its passport."""

    def __init__(self, filters: Filters, source: Source, words: Words) -> None:
        super().__init__(filters, source)
        self.words = words
        self.figures: dict[str, Figure] = {}

    def count(self, question: str, noun: str, *, part: str = "", **narrowed: Narrowed) -> str:
        """A number of things, with its noun; `part` takes what a share is of (denominator) or its upper part."""
        level = self.level(question, **narrowed)
        value = level.denominator if part == "denominator" else level.numerator
        return self.number(value or Decimal(0), noun, question, part, **narrowed)

    def number(self, value: Decimal, noun: str, question: str, part: str = "", **narrowed: Narrowed) -> str:
        """A number of things that is known already, as the figure of the question that gives it."""
        one, many = NOUNS[noun]
        text = self.words(one if value == 1 else many, n=self.words.number(value))
        return self._figure(text, question, part, narrowed)

    def money(self, question: str, **narrowed: Narrowed) -> str:
        """An amount in 亿元."""
        return self._figure(self.words.money(self.level(question, **narrowed).numerator), question, "", narrowed)

    def share(self, question: str, **narrowed: Narrowed) -> str:
        """A share in per cent; empty where it has no base."""
        value = self.level(question, **narrowed).exact
        return "" if value is None else self._figure(self.words.percent(value), question, "", narrowed)

    def moved(self, question: str, before: dt.date | None, **narrowed: Narrowed) -> str:
        """By how much a share (in points) or a number has changed since a day, as a clause.

        Empty without that day, without a value at one of the days, and where nothing has changed.
        """
        by = self._difference(question, before, narrowed)
        if before is None or not by or not self._shown(by, question):
            return ""
        is_share, plain = catalog()[question].unit == "pct", self._shown(by, question)
        one, many = POINTS if is_share else NOUNS["plain"]
        text = self.words(one if plain == 1 else many, n=self.words.number(plain, 1 if is_share else 0))
        figure = self._figure(text, question, "change", narrowed, before)
        said = CHANGES["share" if is_share else "number"][by < 0]
        return self.words(said, by=figure, since=self.since(before))

    def same(self, measure: str, question: str, before: dt.date | None, **narrowed: Narrowed) -> str:
        """That nothing, or too little to be printed, has changed since a day, as a sentence; else empty."""
        by = self._difference(question, before, narrowed)
        if before is None or by is None or self._shown(by, question):
            return ""
        said = self.words(CHANGES["same"][by != 0], measure=measure, since=self.since(before))
        return sentence([said], self.words)

    def elapsed(self) -> tuple[Decimal, str] | None:
        """The part of the year that has passed, as the year plan is judged against it, and as a figure."""
        found = self.source.engine.ask("plan_completion", as_ofs=[self.filters.as_of])
        if not found or found[0].expected_pct is None:
            return None
        value = rounded(found[0].expected_pct, 1)
        return value, self._figure(self.words.percent(value), "plan_completion", "elapsed", {})

    def placed(self, place: int, question: str) -> str:
        """A place in an order, as the figure of the question that gives the order."""
        given = question_parameters(catalog()[question], self.filters)
        name = f"{PREFIX}{question}"
        self.figures[name] = Figure(name, str(place), question, given)
        return marked(str(place), name)

    def _difference(self, question: str, before: dt.date | None, narrowed: Mapping[str, Narrowed]) -> Decimal | None:
        if before is None:
            return None
        now, then = (self.level_at(day, question, narrowed).exact for day in (self.filters.as_of, before))
        return None if now is None or then is None else now - then

    def _shown(self, by: Decimal, question: str) -> Decimal:
        return rounded(abs(by), 1 if catalog()[question].unit == "pct" else 0)

    def since(self, day: dt.date) -> str:
        """How a sentence names the day that it compares with."""
        as_of, words, following = self.filters.as_of, self.words, day + dt.timedelta(days=1)
        if day == dt.date(as_of.year - 1, 12, 31):
            return words("the end of last year")
        if following == as_of.replace(day=1):
            return words("the end of last month")
        if following.day == 1 and day.year == as_of.year:
            return words("the end of {month}", month=words.month(day.month))
        return words.date(day)

    def _figure(
        self, text: str, question: str, part: str, narrowed: Mapping[str, Narrowed], before: dt.date | None = None
    ) -> str:  # fmt: skip
        days = [day for day in (before, self.filters.as_of) if day]
        given = {"as_ofs": days, **self.parameters(question, narrowed)}
        codes = [code for values in narrowed.values() for code in (["all"] if values is None else values)]
        name = PREFIX + "-".join(filter(None, (question, part, *codes)))
        self.figures[name] = Figure(name, text, question, given)
        return marked(text, name)
