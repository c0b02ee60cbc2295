"""This month's starts and investment against last month and the same month of last year."""

from __future__ import annotations

from typing import Any

from queries.catalog import catalog
from report.assemble import Source, question_parameters
from report.filters import Filters
from report.model import Cell, Table
from report.units import change_in, scaled
from words import Words

QUESTION = "months_compared"


def months_table(filters: Filters, source: Source, words: Words) -> Table:
    """One row a measure; a month without the snapshots that it needs has no number and says so."""
    this, last, before = source.engine.ask(QUESTION, **question_parameters(catalog()[QUESTION], filters))
    missing = [row for row in (this, last, before) if row.starts is None or row.invested_wan is None]
    return Table(
        QUESTION,
        words(catalog()[QUESTION].title),
        (words("Measure"), _month(this, words), _month(last, words), words("Change"), _month(before, words),
         words("Change")),
        (False, True, True, True, True, True),
        (
            (Cell(words("New starts")), *_cells([row.starts for row in (this, last, before)], "count", words)),
            (
                Cell(words("Investment, 100m yuan")),
                *_cells([row.invested_wan for row in (this, last, before)], "wan", words),
            ),
        ),
        words("Not all numbers of {months}: its snapshots were not published.",
              months=words.joined([_month(row, words) for row in missing])) if missing else "",
        QUESTION,
    )  # fmt: skip


def _month(row: Any, words: Words) -> str:
    return f"{row.year}年{row.month}月" if words.language == "zh" else f"{words.month(row.month)} {row.year}"


def _cells(values: list[Any], unit: str, words: Words) -> tuple[Cell, ...]:
    this, last, before = [None if value is None else float(value) for value in values]
    return (
        _shown(this, unit, words), _shown(last, unit, words), _change(this, last, unit, words),
        _shown(before, unit, words), _change(this, before, unit, words),
    )  # fmt: skip


def _shown(value: float | None, unit: str, words: Words) -> Cell:
    shown = words.yi if unit == "wan" else words.number
    return Cell(shown(value), value=scaled(value, unit))


def _change(now: float | None, before: float | None, unit: str, words: Words) -> Cell:
    change = None if now is None or before is None else now - before
    return Cell(change_in(now, before, unit, words), value=scaled(change, unit))
