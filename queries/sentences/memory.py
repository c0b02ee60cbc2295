"""What earlier words of a passage leave for later figures: the date, the part that is spoken of, the last figure."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from data.errors import Refused
from queries.sentences.around import Around, Filters
from queries.sentences.claims import Claim
from queries.sentences.dates import Calendar, Named

TOPIC_STAYS = ("counties",)  # a place named first is what the whole sentence is about


@dataclass
class Memory:
    """The state between one figure and the next.

    `firm` narrows every figure of the sentence; `loose` may or may not narrow the next one, so that both
    readings must agree. `doubt` are words that weren't understood and may narrow what follows in the sentence,
    `lasting` those that may narrow the next sentences too, and `old_doubt` those that earlier sentences left.
    """

    calendar: Calendar
    firm: dict[str, tuple[str, ...]] = field(default_factory=dict)
    loose: dict[str, tuple[str, ...]] = field(default_factory=dict)
    heads: frozenset[str] = frozenset()
    kind: str = ""
    last: Claim | None = None
    last_filters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    compared: Named | None = None
    date: Named | None = None
    year: int | None = None
    days: set[dt.date] = field(default_factory=set)
    carried: tuple[Named | None, int | None] | None = None
    quarter: str = ""
    doubt: str = ""
    lasting: str = ""
    old_doubt: str = ""
    said: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    is_subset: bool = False
    is_superlative: bool = False
    is_campaign: bool = False
    parts: frozenset[str] = frozenset()
    refused: Refused | None = None

    def end_sentence(self) -> None:
        """After a full stop, what was narrowed may go on or not, and so may the date."""
        self.loose, self.firm = {**self.firm, **self.loose}, {}
        self.heads, self.kind, self.last, self.compared, self.quarter = frozenset(), "", None, None, ""
        self.carried = (self.date, self.year) if self.date or self.year is not None else self.carried
        self.date, self.year, self.days = None, None, set()
        self.old_doubt = self.lasting or self.old_doubt
        self.doubt, self.lasting = "", ""
        self.is_superlative, self.is_campaign = False, False
        self.said, self.parts, self.is_subset, self.refused = frozenset(), frozenset(), False, None

    def hear(self, said: Around) -> None:
        """Take up the dates, the quarter and the whole that these words name."""
        if len({self.calendar.year(named.year) for named in said.dates if named.year is not None}) > 1:
            raise Refused("The sentence names several dates.")
        for named in said.dates:
            if named.kind == "year":
                other = self.date and self.calendar.year(named.year) != self.calendar.year(self.year)
                self.year, self.date = named.year, None if other else self.date
            else:
                self.date = named
                self.year = named.year if named.year is not None else self.year
        if said.dates and (named := said.dates[-1]).kind != "month":
            is_this = named.kind == "year" and self.calendar.year(named.year) == self.calendar.as_of.year
            self.days |= set() if is_this else {self.calendar.meant(*self.named())}
        self.quarter = said.quarter or self.quarter
        if said.is_whole:
            self.firm, self.loose, self.heads, self.old_doubt = {}, {}, frozenset(), ""
        if "counties" in said.filters:
            self.old_doubt = ""

    def days_of(self, has_date: bool) -> tuple[dt.date, ...]:
        """The days that a figure may be of: one, or two when it isn't clear whether an earlier date goes on.

        Raises Refused where the sentence names several, or one that isn't published.
        """
        if not has_date and len(self.days) > 1:
            raise Refused("The sentence names several dates.")
        named = self.calendar.day(*self.named())
        if self.date is None and self.year is None and self.carried is not None:
            return tuple(dict.fromkeys((self.calendar.day(*_named(*self.carried)), named)))
        return (named,)

    def named(self) -> tuple[Named, int | None]:
        """The date that is in force, with the year that was named before it."""
        return _named(self.date, self.year)


def _named(date: Named | None, year: int | None) -> tuple[Named, int | None]:
    return date or (Named("now") if year is None else Named("year", year)), year


def parted(memory: Memory, own: Filters, said: Around) -> tuple[list[dict[str, tuple[str, ...]]], bool]:
    """The filters that a figure may have, most likely first, and whether all of them must agree.

    其中 keeps those of the figure before. A part of the same kind as the one before takes its place. Otherwise a
    place that the sentence began with stays, and anything else may have been meant for the earlier figure alone.
    """
    if said.is_subset:
        return [{**memory.last_filters, **own}], False
    replaced = memory.last is not None and any(
        name in memory.last_filters and memory.last_filters[name] != values for name, values in own.items()
    )
    if own and replaced:
        return [{**memory.last_filters, **own}, _stay(memory.firm, own)], False
    if own:
        options = [{**memory.firm, **memory.loose, **own}, {**memory.firm, **own}, _stay(memory.firm, own)]
    else:
        options = [{**memory.firm, **memory.loose}, dict(memory.firm)]
    unique = [option for place, option in enumerate(options) if option not in options[:place]]
    return unique, len(unique) > 1


def _stay(firm: Filters, own: Filters) -> dict[str, tuple[str, ...]]:
    return {**{name: values for name, values in firm.items() if name in TOPIC_STAYS}, **own}
