"""What earlier words of a passage leave for later figures: the date, the part that is spoken of, the last figure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from data.city import city
from data.errors import Refused
from queries.sentences.around import Around
from queries.sentences.claims import Claim
from queries.sentences.dates import Calendar, Named

QUALIFIERS = frozenset({"due", "in_substance"})  # a way of counting that holds until another sentence begins


@dataclass
class Memory:
    """The state between one figure and the next.

    `firm` narrows every figure of the sentence; `loose` may or may not narrow the next one, so that both
    readings must agree. `doubt` are words that weren't understood and may narrow what follows in the sentence,
    `lasting` those that may narrow the next sentences too, and `old_doubt` those that earlier sentences left.
    `heading` and `spell` are what a heading narrows all that follows it to, or makes it doubtful: 明年目标。
    `is_unclear` says that the last figure may be of two parts, so that nothing can be said of it once more;
    `awaits` says that a measure was named whose figure is still to come: 总投资最大，为…
    `renamed` is the part that was named since the last figure: 最低的是…，为…
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
    awaits: bool = False
    is_unclear: bool = False
    is_subset: bool = False
    is_superlative: bool = False
    is_campaign: bool = False
    parts: frozenset[str] = frozenset()
    refused: Refused | None = None
    heading: dict[str, tuple[str, ...]] = field(default_factory=dict)
    spell: str = ""
    topic: dict[str, tuple[str, ...]] = field(default_factory=dict)
    heard: dict[str, tuple[str, ...]] = field(default_factory=dict)
    renamed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    subset_by: frozenset[str] = frozenset()
    places: tuple[str, ...] = ()
    batches: frozenset[str] = frozenset()
    spoken_place: str = ""
    unplaced: str = ""

    def end_sentence(self) -> None:
        """After a full stop, what was narrowed may go on or not, and so may the date."""
        self.loose, self.firm = {**self.firm, **self.loose}, {}
        self.heads, self.kind, self.last, self.compared, self.quarter = frozenset(), "", None, None, ""
        self.carried = (self.date, self.year) if self.date or self.year is not None else self.carried
        self.date, self.year, self.days = None, None, set()
        self.old_doubt = self.lasting or self.old_doubt
        self.doubt, self.lasting = "", ""
        self.is_superlative, self.is_campaign = False, False
        self.topic, self.heard, self.renamed, self.subset_by, self.places = {}, {}, {}, frozenset(), ()
        self.unplaced, self.awaits, self.is_unclear = "", False, False
        self.said, self.parts, self.is_subset, self.refused = frozenset(), frozenset(), False, None

    def hear(self, said: Around) -> None:
        """Take up the dates, the quarter and the whole that these words name."""
        if len({self.calendar.year(named.year) for named in said.dates if named.year is not None}) > 1:
            raise Refused("The sentence names several dates.")
        for named in map(self._of_that_month, said.dates):
            if named.kind == "year":
                other = self.date and self.calendar.year(named.year) != self.calendar.year(self.year)
                self.year, self.date = named.year, None if other else self.date
            else:
                self.date = named
                self.year = named.year if named.year is not None else self.year
        if said.dates and (named := said.dates[-1]).kind not in ("month", "that_month"):
            is_this = named.kind == "year" and self.calendar.year(named.year) == self.calendar.as_of.year
            self.days |= set() if is_this else {self.calendar.meant(*self.named())}
        self.quarter = said.quarter or self.quarter
        if said.is_whole:
            self.topic.pop("counties", None)
            self.heard.pop("counties", None)
            self.firm, self.loose, self.old_doubt = (
                {},
                {**self.heading, **self.heard},
                "",
            )  # 工业领域，全市…: of one or of all
            self.heads = self.heads & (QUALIFIERS | {"planned"})
        if "counties" in said.filters:
            self.old_doubt = ""

    def _of_that_month(self, named: Named) -> Named:
        """当月 is the month of the date that was named before, or else of the one that is asked for."""
        if named.kind != "that_month":
            return named
        of = self.date if self.date and self.date.kind in ("month", "end") and not self.date.day else Named("month")
        return Named("month", of.year, of.month)

    def must_be_clear(self) -> None:
        """Raises Refused where the last figure may be of two parts."""
        if self.is_unclear:
            raise Refused("It isn't clear whether what was said before narrows it.")

    def see(self, counties: Iterable[str]) -> None:
        """Keep the counties that a clause names, for 两区 and 全区."""
        self.places = tuple(dict.fromkeys((*self.places, *counties)))
        if self.places:
            self.spoken_place = self.places[0] if len(self.places) == 1 else ""

    def placed(self, named: str) -> tuple[str, ...]:
        """The counties that 两区 or 全区 stands for: those that were named. Raises Refused where that isn't clear."""
        if not self.can_place(named):
            raise Refused("It doesn't say which places are meant.")
        return self.places if named.isdigit() else (self.spoken_place,)

    def can_place(self, named: str) -> bool:
        """Whether it is clear which counties 两区 or 全区 stands for."""
        if named.isdigit():
            return len(self.places) == int(named)
        return bool(self.spoken_place) and city().label("county", self.spoken_place, "zh").endswith(named)

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
