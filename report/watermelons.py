"""A watermelon in words: what it reports, and the evidence that says otherwise."""

from __future__ import annotations

from typing import Any

from data.city import City
from words import Words

EVIDENCE = {
    "no_progress": "no progress over two snapshots",
    "no_stats_entry": "not entered in the statistics",
    "overdue_problem": "a problem is overdue",
    "spending_apart": "spending and progress are far apart",
}


def watermelon_text(row: Any, city: City, words: Words) -> str:
    """Empty for a project that is none. `row` has the columns of the list of projects."""
    against = [words(said) for piece, said in EVIDENCE.items() if getattr(row, piece)]
    if not against:
        return ""
    return words(
        "watermelon: reports itself {status}, but {evidence}",
        status=city.label("self_status", row.self_status, words.language).lower(), evidence=words.joined(against),
    )  # fmt: skip
