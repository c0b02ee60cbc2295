"""The open problems of a selection, most overdue first, and the meetings with what came of each."""

from __future__ import annotations

from typing import Any

from report.assemble import Source, cell_text, column_label
from report.columns import Column, first_of, plain, rows_of, table_of
from report.filters import CHOICES, Filters
from report.model import Cell, Table
from words import Words

PROBLEMS, MEETINGS = "problem_list", "meeting_outcomes"
SHOWN = 15


def problem_list_table(filters: Filters, source: Source, words: Words) -> Table:
    """The first open problems; the note counts them all and those overdue."""
    rows = rows_of(PROBLEMS, filters, source)
    columns = [
        plain("name", source, words),
        plain("county_code", source, words),
        plain("description", source, words),
        plain("problem_kind", source, words),
        Column(column_label("overdue_days", words), lambda row: _overdue(row, words), True),
        plain("due_on", source, words, words("To be cleared by")),
        plain("days_open", source, words, is_number=True),
        plain("raised_on", source, words),
        plain("owner_unit", source, words),
        plain("sponsor", source, words),
        Column(words("Dispatch meeting"), lambda row: Cell(_meeting(row, source, words))),
    ]
    shown = filters.first(rows, SHOWN)
    overdue = sum(1 for row in rows if row.overdue_days is not None)
    counted = words(
        "Open: {count}, of them overdue: {overdue}.", count=words.number(len(rows)), overdue=words.number(overdue)
    )
    note = " ".join(filter(None, (counted, first_of(len(shown), len(rows), words)))) if rows else ""
    return table_of(PROBLEMS, shown, columns, words, note)


def _overdue(row: Any, words: Words) -> Cell:
    """Days overdue with the shape of what is late; nothing for a problem that is not."""
    days = row.overdue_days
    return Cell("") if days is None else Cell(f"▲ {words.number(days)}", tone="light-red", value=days)


def _meeting(row: Any, source: Source, words: Words) -> str:
    if row.held_on is None:
        return ""
    return f"{row.held_on.isoformat()} {cell_text('meeting_kind', row.meeting_kind, source.city, words)}".strip()


def meetings_table(filters: Filters, source: Source, words: Words) -> Table:
    """The year's meetings; the note sums what came of them, and says what the filters narrow."""
    rows = rows_of(MEETINGS, filters, source)
    counts = ("projects_discussed", "raised", "cleared", "cleared_on_time", "still_open")
    columns = [
        plain("held_on", source, words),
        plain("meeting_kind", source, words),
        plain("chair_post", source, words),
        plain("parties", source, words, is_number=True),
        *(plain(name, source, words, is_number=True) for name in counts),
        Column(column_label("overdue", words), lambda row: _late(row, words), True),
    ]
    return table_of(MEETINGS, rows, columns, words, _meetings_note(rows, filters, words))


def _late(row: Any, words: Words) -> Cell:
    if not row.overdue:
        return Cell(words.number(0), value=0)
    return Cell(f"▲ {words.number(row.overdue)}", tone="light-red", value=row.overdue)


def _meetings_note(rows: list[Any], filters: Filters, words: Words) -> str:
    if not rows:
        return ""
    summed = words(
        "{meetings} meetings; problems raised: {raised}, cleared: {cleared}, of them on time: {on_time}, open: {open}.",
        meetings=words.number(len(rows)),
        raised=words.number(sum(row.raised for row in rows)),
        cleared=words.number(sum(row.cleared for row in rows)),
        on_time=words.number(sum(row.cleared_on_time for row in rows)),
        open=words.number(sum(row.still_open for row in rows)),
    )
    if not any(filters.chosen(choice) for choice in CHOICES):
        return summed
    return f"{summed} {words('The filters narrow the problems, not the meetings.')}"
