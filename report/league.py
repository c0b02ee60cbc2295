"""The league table of the counties, with its rule in words."""

from __future__ import annotations

from dataclasses import replace

from data.city import rows
from report.assemble import Source
from report.filters import Filters
from report.listing import Listing
from report.model import Table
from words import Words

QUESTION = "league"


def league_table(filters: Filters, source: Source, words: Words) -> Table:
    """The counties in their order; the note says the weights and what part of the year has passed."""
    table = Listing(QUESTION)(filters, source, words)
    weights = rows("league.csv")
    whole = sum(float(row["weight"]) for row in weights)
    rule = words.joined(
        [f"{row[words.language]} {words.percent(100 * float(row['weight']) / whole, 0)}" for row in weights]
    )
    note = words(
        "Score: {rule}; each scaled from the lowest county (0) to the highest (100). Elapsed year: {pct}.",
        rule=rule, pct=words.percent(_elapsed(filters, source)),
    )  # fmt: skip
    return replace(table, note=" ".join(filter(None, (note, table.note))))


def _elapsed(filters: Filters, source: Source) -> float | None:
    """The part of the year that has passed at the date, as the year plan is judged against it."""
    found = source.engine.ask("plan_completion", as_ofs=[filters.as_of])
    return found[0].expected_pct if found else None
