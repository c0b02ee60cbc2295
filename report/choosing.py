"""What the filters can choose from, and the way out when they leave nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from data.city import city
from queries.engines.duckdb import Engine
from report.filters import CHOICES, Choice, Filters, chosen_label
from report.lights import LIGHTS
from report.model import Link, Relief
from report.searching import looked_up
from words import Words

ENGINES_HELD = 4


class Narrowing(NamedTuple):
    """One thing that narrows a view: how it is called, its URL name, and the filters without it."""

    label: str
    url: str
    without: Callable[[Filters], Filters]


@lru_cache(maxsize=ENGINES_HELD)
def known_choices(engine: Engine) -> Mapping[str, tuple[str, ...]]:
    """What each filter can be set to: the codes of its list, then what else the ledger names."""
    found = engine.ask("choices", as_ofs=list(engine.opened.dates))
    known: dict[str, tuple[str, ...]] = {}
    for choice in CHOICES:
        listed = tuple(city().codes(choice.codes)) if choice.codes else ()
        named = tuple(row.code for row in found if row.kind == choice.url)
        known[choice.url] = (*listed, *(code for code in named if code not in listed))
    return known


def reliefs(filters: Filters, engine: Engine, words: Words) -> tuple[Relief, ...]:
    """Nothing while a project is left; else each whose removal alone gives projects, or all of them together."""
    chosen = [*_choices(filters, words), *_searched(filters, words)]
    if not chosen or _projects(filters, engine):
        return ()
    alone = tuple(found for one in chosen if (found := _without([one], filters, engine, words)))
    together = _without(chosen, filters, engine, words)
    return alone or ((together,) if together else ())


def _choices(filters: Filters, words: Words) -> list[Narrowing]:
    """The filters of the bar that are set."""

    def emptied(choice: Choice) -> Callable[[Filters], Filters]:
        nothing: dict[str, Any] = {choice.field: ()}
        return lambda of: replace(of, **nothing)

    return [
        Narrowing(chosen_label(choice, filters, words), choice.url, emptied(choice))
        for choice in CHOICES
        if filters.chosen(choice)
    ]


def _searched(filters: Filters, words: Words) -> list[Narrowing]:
    """The search and the lights, where they were looked up."""
    search = filters.search
    if search.found is None:
        return []
    lights = words.joined([words(LIGHTS[light][1]) for light in search.lights])
    named = (
        (words("Search"), search.q, "q", lambda of: replace(of, search=replace(of.search, q=""))),
        (words("Light"), lights, "light", lambda of: replace(of, search=replace(of.search, lights=()))),
    )
    return [Narrowing(label + words.wrapped(value), url, without) for label, value, url, without in named if value]


def _without(left_out: Sequence[Narrowing], filters: Filters, engine: Engine, words: Words) -> Relief | None:
    fewer = filters
    for one in left_out:
        fewer = one.without(fewer)
    count = _projects(fewer if fewer.search == filters.search else looked_up(fewer, engine), engine)
    if not count:
        return None
    sentence = words(
        "Leave out {filters}: {count} projects",
        filters=words.joined([one.label for one in left_out]), count=words.number(count),
    )  # fmt: skip
    return Relief(sentence, Link(tuple((one.url, ()) for one in left_out)))


def _projects(filters: Filters, engine: Engine) -> int:
    """How many projects of the plan the filters leave."""
    found = engine.ask("projects", as_ofs=[filters.as_of], **filters.parameters())
    return int(found[0].value) if found else 0
