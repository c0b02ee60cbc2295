"""What the speaker's notes say of a number: what it means, and the question that gives it."""

from __future__ import annotations

from queries.catalog import catalog
from report.units import UNITS, unit_of
from words import Words


def definition(name: str, words: Words) -> str:
    """The definition of a question in one paragraph, with its SQL file; nothing for a table without a question."""
    query = catalog().get(name)
    if query is None:
        return ""
    unit = words.labelled(words("Unit"), unit_of(query.unit, words)) if query.unit in UNITS else ""
    said = "\n".join(filter(None, (words(query.asks), words(query.means), unit)))
    return f"{words.labelled(words(query.title), said)}\nqueries/{query.path}"
