"""Dates as sentences name them, and the day that each stands for, seen from the date that is asked for."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from data.errors import Refused
from queries.sentences.numbers import number

_SIGN = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = (
    r"(?:(?P<year>(?:19|20)\d\d|[〇零一二三四五六七八九]{4})年(?:度)?"
    r"|(?P<this>今年|本年|本年度)|(?P<last>去年|上年|上一年)|(?P<older>前年))?的?"
)
_MONTH = rf"(?P<month>{_SIGN})月"
_END = r"(?:年?底|年?末)"
THIS, LAST, OLDER = 0, -1, -2


class Named(NamedTuple):
    """A date as it is named.

    `kind` is `end` (a day, or the end of a month), `month` (what happened within it), `that_month` (within that of
    the date named before), `span` (from one month to another), `year`, `now`, `month_end_before`, `month_before` or
    `year_before` (the same day of last year). `year` is a year, or `THIS`, `LAST`, `OLDER`, or None where none is
    named. A `month` of 0 is the date's own.
    """

    kind: str
    year: int | None = None
    month: int = 0
    day: int = 0


def _year(found: re.Match[str]) -> int | None:
    if found["year"]:
        value = number(found["year"])
        return int(value) if value else None
    return THIS if found["this"] else LAST if found["last"] else OLDER if found["older"] else None


def _int(text: str) -> int:
    return int(number(text) or 0)


def _end(found: re.Match[str], month: int, day: int = 0) -> Named | None:
    return Named("end", _year(found), month, day) if 1 <= month <= 12 and day <= 31 else None


def _with_year(pattern: str) -> re.Pattern[str]:
    return re.compile(_YEAR + pattern)


Make = Callable[[re.Match[str]], Named | None]
DATES: Sequence[tuple[re.Pattern[str], Make]] = (
    (_with_year(r"(?:去年|上年)?(?:同期|同月)"), lambda f: Named("year_before", _year(f))),
    (_with_year(rf"{_MONTH}(?P<day>{_SIGN})[日号]"), lambda f: _end(f, _int(f["month"]), _int(f["day"]))),
    (_with_year(rf"(?:1|一)(?:月份?)?[-至到]{_MONTH}份?(?:底|末)?"), lambda f: _end(f, _int(f["month"]))),
    (_with_year(rf"{_SIGN}月?份?[-至到]{_MONTH}份?"), lambda _: Named("span")),
    (_with_year(rf"前(?P<month>{_SIGN})个?月"), lambda f: _end(f, _int(f["month"]))),
    (_with_year(rf"{_MONTH}份?(?:底|末)"), lambda f: _end(f, _int(f["month"]))),
    (_with_year(r"前(?P<quarters>[两二三四234])个?季度(?:末|底)?"), lambda f: _end(f, 3 * _int(f["quarters"]))),
    (_with_year(r"第?(?P<quarters>[一二三四1234])季度(?:末|底)"), lambda f: _end(f, 3 * _int(f["quarters"]))),
    (_with_year(r"上半年(?:末|底)?"), lambda f: _end(f, 6)),
    (re.compile(r"(?P<year>(?:19|20)\d\d)年" + _END), lambda f: Named("end", int(f["year"]), 12)),
    (re.compile(r"(?P<last>去年|上年|上一年)" + _END), lambda f: Named("end", LAST, 12)),
    (re.compile(r"全年|年底|年末"), lambda f: Named("end", None, 12)),
    (re.compile(r"前年" + _END), lambda f: Named("end", OLDER, 12)),
    (re.compile(r"上(?:个)?月(?:底|末)"), lambda f: Named("month_end_before")),
    (re.compile(r"上(?:个)?月"), lambda f: Named("month_before")),
    (re.compile(r"(?:本|当)月(?:底|末)"), lambda f: Named("end", None, 0)),
    (re.compile(r"本月(?:份)?"), lambda f: Named("month", None, 0)),
    (re.compile(r"当月(?:份)?"), lambda f: Named("that_month")),
    (_with_year(rf"{_MONTH}(?:上旬|中旬|下旬)"), lambda f: Named("end", _year(f), _int(f["month"]), 10)),
    (_with_year(rf"{_MONTH}份?"), lambda f: Named("month", _year(f), _int(f["month"]))),
    (re.compile(r"(?P<year>(?:19|20)\d\d|二[〇零][〇零一二三四五六七八九]{2})年(?:度)?(?:以来)?"),
     lambda f: Named("year", _int(f["year"]))),
    (re.compile(r"(?:今年|本年)(?:以来|来)?"), lambda f: Named("year", THIS)),
    (re.compile(r"(?:去年|上年|上一年)(?:全年)?"), lambda f: Named("year", LAST)),
    (re.compile(r"前年"), lambda f: Named("year", OLDER)),
    (re.compile(r"目前|当前|眼下|现阶段|迄今|时下|日前"), lambda f: Named("now")),
)  # fmt: skip


class Calendar(NamedTuple):
    """The date that is asked for and all that are published."""

    as_of: dt.date
    published: Sequence[dt.date]

    def day(self, named: Named, year: int | None = None) -> dt.date:
        """The published day that is meant; `year` is the one that the sentence named before.

        Raises Refused for what is no single day, or isn't published.
        """
        return self.published_day(self.meant(named, year))

    def meant(self, named: Named, year: int | None) -> dt.date:
        """The day that is meant, published or not. Raises Refused for what is no single day."""
        if named.kind == "now":
            return self.as_of
        if named.kind == "year_before":
            return month_end(self.as_of.year - 1, self.as_of.month)
        if named.kind == "month_end_before":
            return self.as_of.replace(day=1) - dt.timedelta(days=1)
        if named.kind == "span":
            raise Refused("It speaks of a span of months, and the ledger holds what was reached by the end of one.")
        of = self.year(named.year if named.year is not None else year)
        if named.kind == "year":
            return self.as_of if of == self.as_of.year else dt.date(of, 12, 31)
        if named.kind == "end":
            return month_end(of, named.month or self.as_of.month, named.day)
        raise Refused("It speaks of one month, and the ledger holds what was reached by the end of it.")

    def month(self, named: Named, year: int | None = None) -> dt.date:
        """The published end of the month that is meant."""
        of = self.year(named.year if named.year is not None else year)
        return self.published_day(month_end(of, named.month or self.as_of.month))

    def year(self, named: int | None) -> int:
        """A year as a number."""
        return self.as_of.year + (named or 0) if named is None or named <= 0 else named

    def baseline(self, named: Named) -> dt.date:
        """The published day that something is compared with."""
        if named.kind == "month_before":
            return self.day(Named("month_end_before"))
        if named.kind == "month":
            return self.month(named)
        return self.day(named)

    def published_day(self, day: dt.date) -> dt.date:
        """The day itself. Raises Refused for one that isn't published."""
        if day not in self.published:
            raise Refused("Nothing is published for {day}.", day=day)
        return day


def month_end(year: int, month: int, day: int = 0) -> dt.date:
    """A day of a month, its last without one. Raises Refused for a day that there isn't."""
    last = calendar.monthrange(year, month)[1] if dt.MINYEAR <= year <= dt.MAXYEAR and 1 <= month <= 12 else 0
    if not last or day > last:
        raise Refused("There is no such day.")
    return dt.date(year, month, day or last)
