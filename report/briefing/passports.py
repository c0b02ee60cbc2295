"""The passport of a figure of the briefing."""

from __future__ import annotations

from queries.catalog import catalog
from report.assemble import Source
from report.briefing.desk import PREFIX, Figure
from report.briefing.write import briefing
from report.filters import Filters
from report.passport import Passport, passport_of
from report.units import base_in
from words import Words

__all__ = ["PREFIX", "briefing_passport"]


def briefing_passport(name: str, filters: Filters, source: Source, words: Words) -> Passport | None:
    """The passport of that figure of the briefing for these filters; None where the text has no such figure."""
    figure = briefing(filters, source, words).figures.get(name)
    if figure is None:
        return None
    return passport_of(
        name, figure.question, figure.parameters, source, words,
        title=words(catalog()[figure.question].title), value=figure.text, arithmetic=_base(figure, source, words),
    )  # fmt: skip


def _base(figure: Figure, source: Source, words: Words) -> str:
    """Numerator and denominator of a share at each of its dates, the earlier one first."""
    if "as_ofs" not in figure.parameters:
        return ""
    found = source.engine.ask(figure.question, **figure.parameters)
    base = catalog()[figure.question].base
    said = [base_in(row.numerator, row.denominator, base, words) for row in found if row.numerator is not None]
    return " → ".join(filter(None, said))
