"""What is asked for on the command line, as finished reports: pages in order, filters by the URL's names."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping, Sequence

import pages
from data.city import city
from data.errors import Misused
from data.snapshots import Store
from queries.engines.duckdb import Engine
from report.assemble import Source, assemble
from report.choosing import known_choices
from report.filters import CHOICES, read_filters
from report.model import Page, Report
from report.seen import settled
from words import Words

ONCE = ("as_of", "generation", "compare", "start_by", "measure", "project", "q", "sort", "since", "text", "reach")
REPEATED = (*(choice.url for choice in CHOICES), "light", "columns")


def known_pages() -> dict[str, Page]:
    """Every page by its name."""
    names = [found.name for found in pkgutil.iter_modules(pages.__path__)]
    found: list[Page] = [importlib.import_module(f"pages.{name}").PAGE for name in names]
    return {page.name: page for page in found}


def opened(generation: int | None) -> Source:
    """The ledger at a generation, else at the current one. Raises Refused or Damaged."""
    return Source(Engine(Store().open(generation)), city())


def report_of(name: str, query: Mapping[str, Sequence[str]], source: Source, words: Words) -> Report:
    """One page's report for URL parameters. Raises Misused for a page or a filter that isn't there."""
    known = known_pages()
    if name not in known:
        raise Misused("There is no page “{name}”; choose one of: {known}.", name=name, known=", ".join(known))
    engine = source.engine
    filters, faults = read_filters(query, engine.opened.dates, source.city, known_choices(engine))
    filters, unknown = settled(filters, engine.opened, "")
    for fault in (*faults, *unknown):
        raise Misused(fault.message, **fault.values)
    page = known[name]
    return assemble(page.detail if filters.search.project and page.detail else page, filters, source, words)


def reports_of(
    names: Sequence[str], query: Mapping[str, Sequence[str]], source: Source, words: Words,
    say: Callable[[str], None],
) -> list[Report]:  # fmt: skip
    """The reports of several pages in order; each is said before it is made."""
    found = []
    for place, name in enumerate(names, 1):
        say(words("Asking {page} ({place} of {count}) …", page=name, place=place, count=len(names)))
        found.append(report_of(name, query, source, words))
    return found
