"""Approvals as a matrix: projects that lack one down, the elements across, a shape and a word in each cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from report.assemble import Source
from report.columns import Column, first_of, plain, rows_of, table_of
from report.filters import Filters
from report.model import Cell, Table
from words import Words

MATRIX, ELEMENTS = "approvals_matrix", "approvals_by_element"
SHOWN = 15
OF_PROJECT = ("name", "county_code", "sponsor", "planned_start")


def approvals_matrix_table(filters: Filters, source: Source, words: Words) -> Table:
    """The projects with most blocking approvals first; the last row has each element's share granted of those due."""
    counted = {row.element: row for row in rows_of(ELEMENTS, filters, source)}
    elements = [code for code in source.city.codes("element") if code in counted]
    projects = _by_project(rows_of(MATRIX, filters, source))
    columns = [
        *(_of_project(name, source, words) for name in OF_PROJECT),
        *(_of_element(code, source, words) for code in elements),
    ]
    shown, rates = filters.first(projects, SHOWN), [counted[code] for code in elements]
    table = table_of(MATRIX, shown, columns, words, _note(projects, rates, len(shown), words))
    return replace(table, rows=(*table.rows, _rates(rates, len(OF_PROJECT) - 1, words))) if rates else table


def _by_project(rows: Sequence[Any]) -> list[list[Any]]:
    """The approvals of each project, in the order of the answer."""
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(row.project_id, []).append(row)
    return list(found.values())


def _of_project(name: str, source: Source, words: Words) -> Column:
    """A column about the project, from the first of its approvals."""
    column = plain(name, source, words)
    return column._replace(cell=lambda approvals: column.cell(approvals[0]))


def _of_element(code: str, source: Source, words: Words) -> Column:
    head = source.city.label("element", code, words.language)
    return Column(head, lambda approvals: _state(next((a for a in approvals if a.element == code), None), words))


def _state(approval: Any, words: Words) -> Cell:
    """Granted, in the way of a due start, overdue, or due later; empty where the element isn't asked for."""
    if approval is None:
        return Cell("")
    if approval.approval_state == "granted":
        return Cell(f"● {words('granted')}", tone="light-green", hint=_granted(approval, words))
    if approval.approval_state == "due":
        return Cell(f"◆ {words('due {day}', day=approval.due_on.isoformat())}", tone="light-yellow",
                    hint=_hint(approval, words))  # fmt: skip
    days = words.number(approval.overdue_days or 0)
    said = (
        words("blocks the start, {days} days", days=days)
        if approval.approval_state == "blocking"
        else words("{days} days overdue", days=days)
    )
    return Cell(f"▲ {said}", tone="light-red", hint=_hint(approval, words))


def _granted(approval: Any, words: Words) -> str:
    return words("granted {done}, due {due}", done=words.date(approval.done_on), due=words.date(approval.due_on))


def _hint(approval: Any, words: Words) -> str:
    due = words("due {day}", day=words.date(approval.due_on))
    return " · ".join(filter(None, (due, approval.agency, approval.blocker)))


def _rates(elements: Sequence[Any], blank: int, words: Words) -> tuple[Cell, ...]:
    """The last row: granted ÷ due of each element, over all projects of the selection."""
    cells = (f"{words.number(e.granted)} / {words.number(e.due)} = {words.percent(e.granted_pct)}" for e in elements)
    return Cell(words("Granted of those due")), *[Cell("")] * blank, *(Cell(text) for text in cells)


def _note(projects: Sequence[list[Any]], elements: Sequence[Any], shown: int, words: Words) -> str:
    """How many projects lack an approval and are held up by one, and the share granted of all that are due."""
    if not elements:
        return ""
    granted, due = sum(e.granted for e in elements), sum(e.due for e in elements)
    held_up = sum(1 for own in projects if any(a.approval_state == "blocking" for a in own))
    lacking = words("Projects that lack an approval: {count}, held up by one: {held_up}.",
                    count=words.number(len(projects)), held_up=words.number(held_up))  # fmt: skip
    rate = words(
        "Granted of those due: {granted} / {due} = {pct}.", granted=words.number(granted), due=words.number(due),
        pct=words.percent(100 * granted / due if due else None),
    )  # fmt: skip
    return " ".join(filter(None, (lacking, rate, first_of(shown, len(projects), words))))
