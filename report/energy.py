"""Energy's shares as tables, both bases named, and how its commitments stand."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from charts.energy_share import part_name
from queries.catalog import catalog
from report.assemble import Source, cell_of, in_yi, not_applying, question_parameters
from report.filters import Filters
from report.listing import Listing
from report.model import Cell, Table
from words import Words

COMMITMENTS = "energy_commitments"
SHOWN = 15
Dated = Sequence[tuple[dt.date, str]]


def parts_table(filters: Filters, source: Source, words: Words) -> Table:
    """Energy's share of each part of the plan, by count and by money, with both bases and the changes."""
    return _shares("energy_share", words("Part"), lambda row: Cell(part_name(row, words)), filters, source, words)


def sectors_table(filters: Filters, source: Source, words: Words) -> Table:
    """The large projects by sector, with the same columns."""
    return _shares(
        "large_by_sector",
        words("Sector"),
        lambda row: cell_of("sector", row, source.city, words),
        filters,
        source,
        words,
    )


def _shares(
    name: str, head: str, first: Callable[[Any], Cell], filters: Filters, source: Source, words: Words
) -> Table:
    query = catalog()[name]
    rows = source.engine.ask(name, **question_parameters(query, filters))
    dates = _compared(filters, source)
    by_count = [words("count since {day}", day=day.isoformat()) for day, _ in dates]
    by_money = [words("money since {day}", day=day.isoformat()) for day, _ in dates]
    note = words("Number / base = share; changes in percentage points.")
    return Table(
        name,
        words(query.title),
        (head, words("By count"), *by_count, words("By money (100m yuan)"), *by_money),
        (False, *(True for _ in range(2 + 2 * len(dates)))),
        tuple((first(row), *_cells(row, dates, words)) for row in rows),
        " ".join([note, *not_applying(query, filters, words)]),
        name,
        parts=dict.fromkeys((1, 2 + len(dates)), (words("number"), words("base"), "%")),
    )  # fmt: skip


def _compared(filters: Filters, source: Source) -> Dated:
    """The compared date and the last snapshot of the year before, each with the ending of its columns."""
    before = [day for day in source.engine.opened.dates if day.year == filters.as_of.year - 1]
    found = [(filters.compare, "_before")] if filters.compare else []
    return [*found, *((day, "_year_before") for day in before[-1:] if day != filters.compare)]


def _cells(row: Any, dates: Dated, words: Words) -> list[Cell]:
    return [
        Cell(f"{words.number(row.projects)} / {words.number(row.base)} = {words.percent(row.count_pct)}",
             value=(row.projects, row.base, row.count_pct)),
        *(_change(row, "count_pct", ending, words) for _, ending in dates),
        Cell(f"{words.yi(row.total_wan)} / {words.yi(row.base_wan)} = {words.percent(row.money_pct)}",
             value=(in_yi(row.total_wan), in_yi(row.base_wan), row.money_pct)),
        *(_change(row, "money_pct", ending, words) for _, ending in dates),
    ]  # fmt: skip


def _change(row: Any, name: str, ending: str, words: Words) -> Cell:
    now, before = getattr(row, name), getattr(row, name + ending)
    return Cell("") if now is None or before is None else Cell(words.points(now - before), value=now - before)


def commitments_table(filters: Filters, source: Source, words: Words) -> Table:
    """The committed milestones, missed ones first; the note counts them by state."""
    rows = source.engine.ask(COMMITMENTS, **question_parameters(catalog()[COMMITMENTS], filters))
    table = Listing(COMMITMENTS, hidden=("project_id",), limit=SHOWN)(filters, source, words)
    states = Counter(row.commitment for row in rows)
    counted = [
        f"{source.city.label('commitment', state, words.language)} {words.number(states[state])}"
        for state in source.city.codes("commitment")
    ]
    note = words("{count} commitments: {states}.", count=words.number(len(rows)), states=words.joined(counted))
    return replace(table, note=" ".join(filter(None, (note if rows else "", table.note))))
