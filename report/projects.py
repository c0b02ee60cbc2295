"""The list of projects: what the filters, the search and the lights leave, page by page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import pyarrow as pa

from data.city import City
from queries.binding import question, row_type
from report.assemble import Source, cell_of, column_label, question_parameters
from report.filters import Filters
from report.lights import light_text, reasons, rules
from report.model import Cell, Link, Table
from report.sorting import USUAL, in_order, is_number
from report.watermelons import watermelon_text
from words import Words

QUESTION = "project_list"
ROWS_A_PAGE = 25
FIXED = ("light", "name")
USUAL_COLUMNS = ("county_code", "sector", "total_wan", "year_done_wan", "progress_pct", "lead_unit")


class Column(NamedTuple):
    """A column of the list: its name, its head, whether it holds numbers, and whether the list can be sorted by it."""

    name: str
    label: str
    is_number: bool
    is_sortable: bool = True


def matching(filters: Filters, source: Source) -> pa.Table:
    """All projects of the list, in the order that is asked for."""
    rows = source.engine.answer(QUESTION, **question_parameters(question(QUESTION), filters))
    return in_order(rows, filters.search.sort, source.city)


def as_rows(rows: pa.Table) -> list[Any]:
    """Rows of the list as named tuples."""
    return [row_type(question(QUESTION))(*row.values()) for row in rows.to_pylist()]


def pages(count: int) -> int:
    """How many pages so many projects fill; an empty list is one page."""
    return max(1, -(-count // ROWS_A_PAGE))


def page_of(filters: Filters, count: int) -> int:
    """The page that is shown: the asked one, or the last one there is."""
    return min(max(filters.search.page, 1), pages(count))


def chosen_columns(filters: Filters) -> tuple[str, ...]:
    """The columns besides the fixed ones."""
    return tuple(name for name in filters.search.columns or USUAL_COLUMNS if name not in FIXED)


def columns_of(filters: Filters, words: Words) -> list[Column]:
    """Every column of the list, in order: the fixed ones, the reason of the light, the chosen ones, the change."""
    known = [
        Column(name, column_label(name, words, in_yi=True), is_number(name))
        for name in (*FIXED, *chosen_columns(filters))
    ]
    why = Column("reason", words("Reason"), False, False)
    change = [
        Column("light_before", column_label("light_before", words), False, False),
        Column("progress_change", column_label("progress_change", words), True, False),
    ]
    return [*known[: len(FIXED)], why, *known[len(FIXED) :], *(change if filters.compare else [])]


def projects_table(filters: Filters, source: Source, words: Words) -> Table:
    """One page of the list."""
    rows = matching(filters, source)
    count, page, columns = rows.num_rows, page_of(filters, rows.num_rows), columns_of(filters, words)
    first = 0 if filters.whole else (page - 1) * ROWS_A_PAGE
    shown = as_rows(rows if filters.whole else rows.slice(first, ROWS_A_PAGE))
    told = rules(words)
    return Table(
        QUESTION,
        words(question(QUESTION).title),
        tuple(column.label for column in columns),
        tuple(column.is_number for column in columns),
        tuple(
            tuple(list_cell(column.name, row, filters, source.city, words, told) for column in columns) for row in shown
        ),
        _note(rows, first, len(shown), words),
        QUESTION,
        heads=tuple(_head(column, filters) for column in columns),
        sorted_by=_sorted_by(columns, filters),
        total=count,
    )


def _note(rows: pa.Table, first: int, shown: int, words: Words) -> str:
    """Which of how many projects stand here, and how many of them the plan's base leaves out."""
    if not shown:
        return ""
    said = words(
        "{first}–{last} of {count} projects.",
        first=words.number(first + 1), last=words.number(first + shown), count=words.number(rows.num_rows),
    )  # fmt: skip
    preparatory = rows["year_status"].to_pylist().count("preparatory")
    if not preparatory:
        return said
    outside = words("Preparatory ones, outside the plan's base: {count}.", count=words.number(preparatory))
    return said + words.unit_gap + outside


def _head(column: Column, filters: Filters) -> Link | None:
    """Where a click on the head leads: to the list sorted by it, turned when it is already."""
    if not column.is_sortable:
        return None
    once, again = column.name, f"-{column.name}"
    if column.is_number:
        once, again = again, once
    sort = again if (filters.search.sort or USUAL) == once else once
    return Link((("sort", (sort,)), ("page", ())))


def _sorted_by(columns: list[Column], filters: Filters) -> tuple[int, bool] | None:
    sort = filters.search.sort or USUAL
    names = [column.name for column in columns]
    name = sort.removeprefix("-")
    return (names.index(name), sort.startswith("-")) if name in names else None


def list_cell(name: str, row: Any, filters: Filters, city: City, words: Words, told: Sequence[str] = ()) -> Cell:
    """One cell of the list; a name leads to its project, within its own address; `told` are the rules of the lights."""
    if name == "name":
        return Cell(row.name, link=Link((("project", (row.project_id,)),)), tone="long")
    if name == "light":
        return Cell(light_text(row.light, words), tone=f"light-{row.light}", hint=_hint(row, city, words, told))
    if name == "light_before":
        return Cell(light_text(row.light_before, words) if row.light_before else words("not listed"),
                    tone=f"light-{row.light_before}" if row.light_before else "")  # fmt: skip
    if name == "progress_change":
        change = row.progress_change
        return Cell("") if change is None else Cell(words.number(change, 1, sign=True), value=change)
    if name == "reason":
        return Cell(reason(row, city, words), tone="long")
    return cell_of(name, row, city, words)


def reason(row: Any, city: City, words: Words) -> str:
    """Why a project has its light, and the evidence against its own report."""
    return words("; ").join(filter(None, (*reasons(row, words), watermelon_text(row, city, words))))


def _hint(row: Any, city: City, words: Words, told: Sequence[str]) -> str:
    return "\n".join(filter(None, (reason(row, city, words), *told)))
