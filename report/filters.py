"""Filters: the state of a view, read from and written to the URL.

The URL's names are the product's names everywhere: query parameters, command options, links.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, TypeVar

from charts.county_measures import MEASURES
from data.city import City, city
from data.errors import Refused
from data.ledger import TABLES
from report.lights import LIGHTS
from report.targets import target_text
from words import Words

T = TypeVar("T")
NO_COMPARISON = "none"
LONGEST_TEXT = 1_000
START_BY = {"plan": "Of the plan", "due": "Of those due", "substance": "In substance"}


@dataclass(frozen=True)
class Choice:
    """One filter of several values: its URL name, its field in Filters, its code list, its label."""

    url: str
    field: str
    codes: str
    label: str


CHOICES = (
    Choice("county", "counties", "county", "County"),
    Choice("sector", "sectors", "sector", "Sector"),
    Choice("nature", "natures", "nature", "Nature"),
    Choice("size", "sizes", "size", "Size"),
    Choice("batch", "batches", "", "Batch"),
    Choice("sponsor", "sponsors", "", "Sponsor"),
)


CHOICE = {choice.url: choice for choice in CHOICES}
SORTABLE = (*(column.name for column in TABLES["projects"].columns), "light")


@dataclass(frozen=True)
class Search:
    """What the list of projects is narrowed to and how it is laid out; `project` names the one that is shown alone.

    `sort` is a column, with a minus before it for descending; `columns` are shown besides the fixed ones,
    none for the usual ones; `page` counts from 1; `found` are the projects that `q` and `lights` leave, once
    they are looked up.
    """

    project: str = ""
    q: str = ""
    lights: tuple[str, ...] = ()
    sort: str = ""
    columns: tuple[str, ...] = ()
    page: int = 1
    found: tuple[str, ...] | None = None

    @property
    def named(self) -> tuple[str, ...] | None:
        """The projects that it narrows to, None for all: the one that is shown alone, else those that are found."""
        return (self.project,) if self.project else self.found

    def said(self, words: Words) -> list[str]:
        """What it narrows to, as parts of the sentence above the page."""
        if self.project:
            return [words("project {project}", project=self.project)]
        if self.found is None:
            return []
        lights = words.joined([words(LIGHTS[light][1]) for light in self.lights])
        return [words("search “{q}”", q=self.q)] * bool(self.q) + [words("light: {lights}", lights=lights)] * bool(
            lights
        )


@dataclass(frozen=True)
class Filters:
    """What a view is narrowed to. Empty choices mean all; `compare` None means no comparison.

    `since` is the generation that alerts count from, `seen` the one that this browser last saw, where the
    address doesn't name one; with neither they count from the date compared with. `text` is the passage to check;
    `reach` is the target whose way there is asked for, none for the usual one.
    Where `whole` is set, tables show all their rows: so they are taken away.
    """

    as_of: dt.date
    compare: dt.date | None = None
    counties: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    natures: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    batches: tuple[str, ...] = ()
    sponsors: tuple[str, ...] = ()
    generation: int | None = None
    start_by: str = "plan"
    measure: str = ""
    search: Search = Search()
    since: int | None = None
    seen: int | None = None
    text: str = ""
    reach: str = ""
    whole: bool = False

    def first(self, rows: Sequence[T], limit: int) -> Sequence[T]:
        """The first rows of a table, as a page shows it; all of them of one that is taken away whole."""
        return rows if self.whole else rows[:limit]

    def chosen(self, choice: Choice) -> tuple[str, ...]:
        """The values of one choice."""
        values: tuple[str, ...] = getattr(self, choice.field)
        return values

    def parameters(self) -> dict[str, list[str] | None]:
        """The choices as query parameters: a list, or None for all."""
        chosen = {choice.field: list(self.chosen(choice)) or None for choice in CHOICES}
        return chosen | ({} if self.search.named is None else {"projects": list(self.search.named)})

    def alone(self) -> Filters:
        """What is left of them on a page about one project, which nothing else narrows."""
        emptied: dict[str, Any] = {choice.field: () for choice in CHOICES}
        return replace(self, search=Search(project=self.search.project), **emptied)

    def sentence(self, words: Words, city: City) -> str:
        """The filters as one sentence, as it stands above every page."""
        parts = [words("As of {day}", day=words.date(self.as_of))]
        parts.append(
            words("compared with {day}", day=words.date(self.compare)) if self.compare else words("not compared")
        )
        narrowed = [
            words.joined([city.label(c.codes, v, words.language) if c.codes else v for v in self.chosen(c)])
            for c in CHOICES
            if self.chosen(c)
        ]
        narrowed += self.search.said(words)
        parts += narrowed or [words("all projects")]
        if self.generation is not None:
            parts.append(words("as known at generation {generation}", generation=self.generation))
        return " · ".join(parts)


def chosen_label(choice: Choice, filters: Filters, words: Words) -> str:
    """A filter with its values in parentheses."""
    values = [city().label(choice.codes, v, words.language) if choice.codes else v for v in filters.chosen(choice)]
    return words(choice.label) + words.wrapped(words.joined(values))


def default_comparison(as_of: dt.date, dates: Iterable[dt.date]) -> dt.date | None:
    """The previous as_of of the same plan year, if there is one."""
    return max((day for day in dates if day < as_of and day.year == as_of.year), default=None)


def read_filters(
    query: Mapping[str, Sequence[str]],
    dates: Sequence[dt.date],
    city: City,
    known: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> tuple[Filters, tuple[Refused, ...]]:
    """Filters from URL parameters; what can't be used is left out and said in a sentence.

    `dates` are the published as_of dates, ascending and not empty; `known` are the values that each
    filter can have; a filter that isn't in it is held against its code list.
    """
    faults: list[Refused] = []
    as_of = _day(query, "as_of", dates, faults) or dates[-1]
    compare = default_comparison(as_of, dates)
    if query.get("compare"):
        asked = query["compare"][-1]
        compare = None if asked == NO_COMPARISON else _day(query, "compare", dates, faults) or compare
    chosen: dict[str, Any] = {choice.field: _codes(query, choice, city, known, faults) for choice in CHOICES}
    filters = Filters(
        as_of, None if compare == as_of else compare, generation=_number(query, "generation", faults),
        start_by=_one_of(query, "start_by", START_BY, faults) or "plan",
        measure=_one_of(query, "measure", MEASURES, faults),
        search=_search(query, faults), since=_number(query, "since", faults),
        text=_text(query, faults), reach=target_text(_last(query, "reach").strip(), city, faults),
    )  # fmt: skip
    return replace(filters, **chosen), tuple(faults)


def _search(query: Mapping[str, Sequence[str]], faults: list[Refused]) -> Search:
    sort = _last(query, "sort")
    by = _one_of({"sort": [sort.removeprefix("-")]}, "sort", SORTABLE, faults)
    return Search(
        project=_last(query, "project"),
        q=_last(query, "q").strip(),
        lights=_each_of(query, "light", LIGHTS, faults),
        sort=f"-{by}" if by and sort.startswith("-") else by,
        columns=_each_of(query, "columns", SORTABLE, faults),
        page=_number(query, "page", faults) or 1,
    )


def _text(query: Mapping[str, Sequence[str]], faults: list[Refused]) -> str:
    """The passage to check; one that is too long isn't cut, for a cut could halve a figure."""
    asked = _last(query, "text").strip()
    if len(asked) <= LONGEST_TEXT:
        return asked
    faults.append(Refused("The passage has {count} characters and at most {longest} are checked at once; check it in "
                          "parts.", count=len(asked), longest=LONGEST_TEXT))  # fmt: skip
    return ""


def _last(query: Mapping[str, Sequence[str]], name: str) -> str:
    return (query.get(name) or [""])[-1]


def _number(query: Mapping[str, Sequence[str]], name: str, faults: list[Refused]) -> int | None:
    asked = _last(query, name)
    if asked and not asked.isdecimal():
        faults.append(Refused("“{value}” is no number for {name}; write a whole number.", value=asked, name=name))
    return int(asked) if asked.isdecimal() else None


def _each_of(
    query: Mapping[str, Sequence[str]], name: str, known: Collection[str], faults: list[Refused]
) -> tuple[str, ...]:
    asked = tuple(dict.fromkeys(query.get(name, ())))
    faults.extend(_unknown(name, value, known) for value in asked if value not in known)
    return tuple(value for value in asked if value in known)


def write_filters(filters: Filters, dates: Sequence[dt.date]) -> dict[str, list[str]]:
    """URL parameters of the filters; what is the default leaves the URL."""
    query = {choice.url: list(filters.chosen(choice)) for choice in CHOICES if filters.chosen(choice)}
    if filters.as_of != dates[-1]:
        query["as_of"] = [filters.as_of.isoformat()]
    if filters.compare != default_comparison(filters.as_of, dates):
        query["compare"] = [filters.compare.isoformat() if filters.compare else NO_COMPARISON]
    if filters.start_by != "plan":
        query["start_by"] = [filters.start_by]
    if filters.measure:
        query["measure"] = [filters.measure]
    search = filters.search
    named = {"project": search.project, "q": search.q, "sort": search.sort}
    query |= {name: [value] for name, value in named.items() if value}
    query |= {name: list(values) for name, values in (("light", search.lights), ("columns", search.columns)) if values}
    if search.page != 1:
        query["page"] = [str(search.page)]
    if filters.generation is not None:
        query["generation"] = [str(filters.generation)]
    if filters.text:
        query["text"] = [filters.text]
    if filters.reach:
        query["reach"] = [filters.reach]
    if filters.since is not None:
        query["since"] = [str(filters.since)]
    return query


def _day(
    query: Mapping[str, Sequence[str]], name: str, dates: Sequence[dt.date], faults: list[Refused]
) -> dt.date | None:
    asked = _last(query, name)
    known = {day.isoformat(): day for day in dates}
    if asked and asked not in known:
        faults.append(
            Refused("There is no snapshot of “{day}”; choose one of: {known}.", day=asked, known=", ".join(known))
        )
    return known.get(asked)


def _one_of(query: Mapping[str, Sequence[str]], name: str, known: Collection[str], faults: list[Refused]) -> str:
    asked = _last(query, name)
    if asked and asked not in known:
        faults.append(_unknown(name, asked, known))
        return ""
    return asked


def _unknown(name: str, asked: str, known: Iterable[str]) -> Refused:
    return Refused(
        "There is no {name} “{code}”; choose one of: {known}.", name=name, code=asked, known=", ".join(known)
    )


def _codes(
    query: Mapping[str, Sequence[str]],
    choice: Choice,
    city: City,
    known: Mapping[str, Collection[str]],
    faults: list[Refused],
) -> tuple[str, ...]:
    if choice.url not in known and not choice.codes:
        return tuple(dict.fromkeys(query.get(choice.url, ())))
    return _each_of(query, choice.url, known[choice.url] if choice.url in known else city.codes(choice.codes), faults)
