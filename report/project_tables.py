"""What stands under a project: its timetable, its approvals and its problems."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from data.ledger import TABLES
from queries.catalog import catalog
from report.assemble import Source, cell_text, column_label, question_parameters
from report.filters import Filters
from report.model import Cell, Table
from words import Words

Column = tuple[str, bool, Callable[[Any], Cell]]


def timetable_table(filters: Filters, source: Source, words: Words) -> Table:
    """The milestones counted back from the planned finish; late ones by how many days."""
    rows = _ask("project_timetable", filters, source)
    finish = next((row.planned_finish for row in rows if row.planned_finish), None)
    note = words("Counted back from the planned finish on {day}.", day=words.date(finish)) if finish else ""
    columns = [
        _text("milestone", words),
        _plain(words("Committed"), lambda row: f"★ {words('yes')}" if row.is_commitment else ""),
        _day("milestones", "due_on", words),
        _counted(words("Before the finish"), "days_to_finish", lambda days: _before(days, words)),
        _day("milestones", "done_on", words),
        _counted(column_label("late_days", words), "late_days", words.number),
        _plain(words("Status"), lambda row: _state(row, words)),
        _text("owner_unit", words),
    ]
    return _table(
        "project_timetable", words("Timetable, counted back from the finish"), rows, columns, source, words, note
    )


def approvals_table(filters: Filters, source: Source, words: Words) -> Table:
    """The approvals with their agency; overdue ones with what holds them up."""
    rows = _ask("project_approvals", filters, source)
    columns = [
        _coded("element", source, words),
        _text("agency", words),
        _day("approvals", "due_on", words),
        _day("approvals", "done_on", words),
        _counted(column_label("overdue_days", words), "overdue_days", words.number),
        _text("blocker", words),
    ]
    return _table(
        "project_approvals", TABLES["approvals"].label.in_language(words.language), rows, columns, source, words
    )


def problems_table(filters: Filters, source: Source, words: Words) -> Table:
    """The problems with the meeting that follows them; open ones first."""
    rows = _ask("project_problems", filters, source)
    columns = [
        _text("description", words),
        _coded("problem_kind", source, words),
        _day("problems", "raised_on", words),
        _day("problems", "due_on", words),
        _day("problems", "resolved_on", words),
        _counted(column_label("overdue_days", words), "overdue_days", words.number),
        _plain(words("Dispatch meeting"), lambda row: _meeting(row, source, words)),
        _text("owner_unit", words),
        _text("resolution", words),
    ]
    return _table(
        "project_problems", TABLES["problems"].label.in_language(words.language), rows, columns, source, words
    )


def _ask(name: str, filters: Filters, source: Source) -> list[Any]:
    return source.engine.ask(name, **question_parameters(catalog()[name], filters))


def _table(
    name: str, title: str, rows: Sequence[Any], columns: Sequence[Column], source: Source, words: Words, note: str = ""
) -> Table:  # fmt: skip
    """The rows by these columns, each with whether it was reported or generated."""
    columns = [*columns, _coded("evidence", source, words)]
    return Table(
        name,
        title,
        tuple(label for label, _, _ in columns),
        tuple(is_number for _, is_number, _ in columns),
        tuple(tuple(cell(row) for _, _, cell in columns) for row in rows),
        note,
        name,
    )


def _plain(label: str, text: Callable[[Any], str]) -> Column:
    return label, False, lambda row: Cell(text(row))


def _counted(label: str, name: str, text: Callable[[int], str]) -> Column:
    """A number of days, empty where there is none."""

    def cell(row: Any) -> Cell:
        days = getattr(row, name)
        return Cell("") if days is None else Cell(text(days), value=days)

    return label, True, cell


def _text(name: str, words: Words) -> Column:
    return _plain(column_label(name, words), lambda row: getattr(row, name) or "")


def _day(table: str, name: str, words: Words) -> Column:
    label = TABLES[table].column(name).label.in_language(words.language)
    return label, False, lambda row: _iso(getattr(row, name))


def _coded(name: str, source: Source, words: Words) -> Column:
    return _plain(column_label(name, words), lambda row: cell_text(name, getattr(row, name), source.city, words))


def _iso(day: dt.date | None) -> Cell:
    return Cell(day.isoformat(), value=day) if day else Cell("")


def _before(days: int, words: Words) -> str:
    """Days before the finish; whole months as well where they are at least two."""
    counted = words("{days} days", days=words.number(days))
    months = round(days / 30.44)
    return counted + words.wrapped(words("about {months} months", months=months)) if months > 1 else counted


def _state(row: Any, words: Words) -> str:
    if row.done_on:
        return words("done late") if row.late_days else words("done")
    return words("overdue") if row.late_days else words("open")


def _meeting(row: Any, source: Source, words: Words) -> str:
    if row.held_on is None:
        return ""
    return f"{row.held_on.isoformat()} {cell_text('meeting_kind', row.meeting_kind, source.city, words)}".strip()
