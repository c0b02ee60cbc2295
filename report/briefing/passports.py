"""The passport of a figure of the briefing."""

from __future__ import annotations

from queries.catalog import catalog
from report.assemble import Source
from report.briefing.desk import PREFIX
from report.briefing.write import briefing
from report.filters import Filters
from report.passport import Passport, passport_of
from words import Words

__all__ = ["PREFIX", "briefing_passport"]


def briefing_passport(name: str, filters: Filters, source: Source, words: Words) -> Passport | None:
    """The passport of that figure of the briefing for these filters; None where the text has no such figure."""
    figure = briefing(filters, source, words).figures.get(name)
    if figure is None:
        return None
    return passport_of(
        name, figure.question, figure.parameters, source, words,
        title=words(catalog()[figure.question].title), value=figure.text, arithmetic=figure.arithmetic,
    )  # fmt: skip
