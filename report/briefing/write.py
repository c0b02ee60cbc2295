"""The finished briefing: a title and two to five paragraphs, and the passport of each figure in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from data.city import city
from queries.engines.duckdb import Engine
from report.assemble import Source
from report.briefing.attraction import attraction
from report.briefing.counties import counties
from report.briefing.desk import Desk, Figure
from report.briefing.marks import cut
from report.briefing.overall import overall
from report.briefing.problems import problems
from report.briefing.scope import place, scope
from report.briefing.sentences import sentence
from report.briefing.structure import structure
from report.filters import Filters, Search
from report.model import Mark
from words import Words

HELD = 16


@dataclass(frozen=True)
class Briefing:
    """A text about a view: each paragraph as pieces, the figures among them named by their passports."""

    title: str
    paragraphs: tuple[tuple[Mark, ...], ...]
    figures: Mapping[str, Figure]

    @property
    def text(self) -> str:
        """The paragraphs as plain text, a line each, without the title."""
        return "\n".join("".join(mark.text for mark in paragraph) for paragraph in self.paragraphs)


def briefing(filters: Filters, source: Source, words: Words) -> Briefing:
    """The briefing for the filters of a view; a search or one project doesn't narrow it."""
    return _written(replace(filters, search=Search(), text="", seen=None), source.engine, words.language)


@lru_cache(maxsize=HELD)
def _written(filters: Filters, engine: Engine, language: str) -> Briefing:
    source, words = Source(engine, city()), Words(language)
    desk = Desk(filters, source, words)
    if desk.level("projects").numerator:
        parts = [part(desk) for part in (overall, structure, counties, attraction, problems)]
    else:
        said, day = scope(filters, source.city, words), words.date(filters.as_of)
        parts = [sentence([words("as of {day}, {scope} has no project in the plan of the year", day=day, scope=said)],
                          words)]  # fmt: skip
    return Briefing(_title(filters, source, words), tuple(cut(part) for part in parts if part), desk.figures)


def _title(filters: Filters, source: Source, words: Words) -> str:
    name = source.city.name.zh if words.language == "zh" else source.city.name.en
    where = place(filters, source.city, words) if filters.counties else name
    return words("Briefing on the key projects of {place}", place=where)
