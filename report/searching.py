"""The search for projects: by name, project id or unit, and by light."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from queries.engines.duckdb import Engine
from report.filters import Filters
from report.model import Page
from report.spelling import Spelled, fits, folded, spelled

DATES_HELD = 16


class Entry(NamedTuple):
    """A project as it is looked for."""

    project_id: str
    light: str
    names: tuple[Spelled, ...]


@lru_cache(maxsize=DATES_HELD)
def entries(engine: Engine, as_of: dt.date) -> tuple[Entry, ...]:
    """Every project of the date, with the names that it can be found by."""
    return tuple(
        Entry(row.project_id, row.light, tuple(spelled(text) for text in row[:4] if text))
        for row in engine.ask("project_names", as_of=as_of)
    )


def looked_up(filters: Filters, engine: Engine) -> Filters:
    """The filters with the projects that fit the search and the lights; all words of the search must fit."""
    search = filters.search
    if not search.q and not search.lights:
        return replace(filters, search=replace(search, found=None))
    words = folded(search.q).split()
    found = tuple(
        entry.project_id
        for entry in entries(engine, filters.as_of)
        if (not search.lights or entry.light in search.lights)
        and all(any(fits(word, name) for name in entry.names) for word in words)
    )
    return replace(filters, search=replace(search, found=found))


def narrowing(page: Page, filters: Filters, engine: Engine) -> Filters:
    """What of the filters narrows this page."""
    if page.narrowed_by == "project":
        return filters.alone()
    return looked_up(filters, engine) if page.narrowed_by == "search" else filters
