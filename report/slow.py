"""Projects that have not started or have fallen behind, and those whose report the evidence contradicts."""

from __future__ import annotations

from collections import Counter
from typing import Any

from data.city import City
from report.assemble import Source
from report.columns import Column, first_of, plain, rows_of, table_of
from report.filters import Filters
from report.model import Cell, Table
from report.watermelons import EVIDENCE
from words import Words

SLOW, WATERMELONS = "slow_projects", "watermelon_list"
SHOWN = 15


def slow_projects_table(filters: Filters, source: Source, words: Words) -> Table:
    """The worst first; the note counts both kinds and says from when their days are counted."""
    rows = rows_of(SLOW, filters, source)
    columns = [
        plain("light", source, words),
        plain("name", source, words),
        plain("county_code", source, words),
        Column(words("What is late"), lambda row: Cell(what_is_late(row, words), tone="long")),
        plain("slow_since", source, words),
        plain("slow_days", source, words, is_number=True),
        plain("delay_reason", source, words),
        plain("lead_unit", source, words),
        plain("sponsor", source, words),
    ]
    shown = filters.first(rows, SHOWN)
    return table_of(SLOW, shown, columns, words, _slow_note(rows, len(shown), source.city, words))


def what_is_late(row: Any, words: Words) -> str:
    """Months that the start is late, or points that progress is under the plan."""
    if row.slow_kind == "not_started":
        if not row.start_months_late:
            return words("not started, and the planned month is over")
        return words("not started {months} months after the planned one", months=words.number(row.start_months_late))
    return words(
        "progress {points} points under the plan of {planned}",
        points=words.number(row.progress_points_under, 1), planned=words.percent(row.planned_pct),
    )  # fmt: skip


def _slow_note(rows: list[Any], shown: int, city: City, words: Words) -> str:
    if not rows:
        return ""
    kinds = Counter(row.slow_kind for row in rows)
    counted = words.joined(
        [f"{city.label('slow_kind', kind, words.language)} {words.number(kinds[kind])}" for kind in sorted(kinds)]
    )
    rule = words("Days since the planned start, or since the first snapshot of the unbroken run that shows it slow.")
    return " ".join(filter(None, (words("{kinds}.", kinds=counted), rule, first_of(shown, len(rows), words))))


def watermelons_table(filters: Filters, source: Source, words: Words) -> Table:
    """Those with most evidence against them first, each piece of it in words."""
    rows = rows_of(WATERMELONS, filters, source)
    columns = [
        plain("name", source, words),
        plain("county_code", source, words),
        plain("self_status", source, words),
        Column(words("Evidence against it"), lambda row: Cell(words("; ").join(_evidence(row, words)), tone="long")),
        plain("lead_unit", source, words),
        plain("sponsor", source, words),
    ]
    shown = filters.first(rows, SHOWN)
    return table_of(WATERMELONS, shown, columns, words, _watermelons_note(rows, len(shown), words))


def _watermelons_note(rows: list[Any], shown: int, words: Words) -> str:
    """How many projects each piece of evidence speaks against."""
    if not rows:
        return ""
    pieces = [
        words.labelled(words(said), words.number(sum(getattr(row, piece) for row in rows)))
        for piece, said in EVIDENCE.items()
    ]
    return " ".join(filter(None, (words("{kinds}.", kinds=words.joined(pieces)), first_of(shown, len(rows), words))))


def _evidence(row: Any, words: Words) -> list[str]:
    """Each piece of evidence with the numbers that it rests on."""
    numbers = {
        "no_progress": words.percent(row.progress_pct),
        "no_stats_entry": words("{months} months after the start", months=words.number(row.stats_months_late)),
        "overdue_problem": words("{days} days", days=words.number(row.problem_days_overdue)),
        "spending_apart": words("spent {spent}, progress {progress}", spent=words.percent(row.spent_pct),
                                progress=words.percent(row.progress_pct)),
    }  # fmt: skip
    return [words(said) + words.wrapped(numbers[piece]) for piece, said in EVIDENCE.items() if getattr(row, piece)]
