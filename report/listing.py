"""A table that shows the answer of one question, as a page declares it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from queries.catalog import catalog
from report.assemble import Source, not_applying, question_parameters, rows_table
from report.filters import Filters
from report.model import Table
from words import Words


@dataclass(frozen=True)
class Listing:
    """The answer of `query` without its `hidden` columns; at most `limit` rows, 0 for all."""

    query: str
    hidden: tuple[str, ...] = ()
    limit: int = 0

    def __call__(self, filters: Filters, source: Source, words: Words) -> Table:
        """The table for these filters; its note says what it leaves out."""
        query = catalog()[self.query]
        rows = source.engine.ask(self.query, **question_parameters(query, filters))
        shown = filters.first(rows, self.limit or len(rows))
        notes = list(not_applying(query, filters, words))
        if len(shown) < len(rows):
            notes.append(
                words("The first {shown} of {count}.", shown=words.number(len(shown)), count=words.number(len(rows)))
            )
        return replace(rows_table(self.query, shown, source.city, words, self.hidden), note=" ".join(notes))
