"""Tables column by column: what a column is called, and the cell that it makes of a row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from queries.catalog import catalog
from report.assemble import Source, cell_of, column_label, question_parameters
from report.filters import Filters
from report.model import Cell, Table
from words import Words

WHOLE = "whole"  # the tone of a text that isn't broken into lines


class Column(NamedTuple):
    """A column of a table: its head, the cell of a row, and whether it holds numbers."""

    label: str
    cell: Callable[[Any], Cell]
    is_number: bool = False


def rows_of(question: str, filters: Filters, source: Source) -> list[Any]:
    """The answer of a question for these filters."""
    return source.engine.ask(question, **question_parameters(catalog()[question], filters))


def table_of(question: str, rows: Sequence[Any], columns: Sequence[Column], words: Words, note: str = "") -> Table:
    """The rows of a question by these columns."""
    return Table(
        question,
        words(catalog()[question].title),
        tuple(column.label for column in columns),
        tuple(column.is_number for column in columns),
        tuple(tuple(column.cell(row) for column in columns) for row in rows),
        note,
        question,
    )


def plain(name: str, source: Source, words: Words, label: str = "", is_number: bool = False) -> Column:
    """A value as every table shows it: labels for codes, links for names and filters."""

    def cell(row: Any) -> Cell:
        made = cell_of(name, row, source.city, words)
        return replace(made, tone=WHOLE) if isinstance(getattr(row, name), dt.date) else made

    return Column(label or column_label(name, words, in_yi=True), cell, is_number)


def first_of(shown: int, count: int, words: Words) -> str:
    """Which of how many rows stand here; nothing where all do."""
    if shown >= count:
        return ""
    return words("The first {shown} of {count}.", shown=words.number(shown), count=words.number(count))
