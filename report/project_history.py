"""What has changed about a project from snapshot to snapshot, in sentences, and where each value comes from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from data.city import City
from data.ledger import Kind
from queries.catalog import catalog
from report.assemble import Source, column_label, question_parameters
from report.filters import Filters
from report.model import Cell, Table
from report.project_values import FIELDS, is_empty, month_text, value_text
from words import Words

QUESTION = "project_history"
COMPARED = (*(column.name for column in FIELDS), "light", "evidence")
DATES = {column.name for column in FIELDS if column.kind is Kind.DATE}


def history_table(filters: Filters, source: Source, words: Words) -> Table:
    """Every change as a sentence, newest first."""
    rows = _rows(filters, source)
    said = list(sentences(rows, source, words))
    return Table(
        QUESTION,
        words("Every change, newest first"),
        (words("Snapshot"), words("Change")),
        (False, False),
        tuple((Cell(day.isoformat(), value=day), Cell(sentence)) for day, sentence in reversed(said)),
        words("From {count} snapshots.", count=words.number(len(rows))),
        QUESTION,
    )


def sentences(rows: Sequence[Any], source: Source, words: Words) -> Iterator[tuple[dt.date, str]]:
    """The changes of each snapshot, oldest first and the last column first. `rows` are in order of date."""
    if not rows:
        return
    known = {row.as_of: row for row in rows}
    before = rows[0]
    yield before.as_of, words("First listed in the ledger of {month}", month=month_text(before.as_of, words))
    for day in [day for day in source.engine.opened.dates if rows[0].as_of < day <= rows[-1].as_of]:
        now = known.get(day)
        if now is None:
            yield day, words("Missing from the ledger of {month}", month=month_text(day, words))
            continue
        for name in reversed(COMPARED):
            if getattr(before, name) != getattr(now, name):
                yield day, _sentence(name, before, now, source.city, words)
        before = now


def _sentence(name: str, before: Any, now: Any, city: City, words: Words) -> str:
    """How one value changed, and in which month."""
    old, new = (
        None if is_empty(value := getattr(row, name)) else value_text(name, value, city, words, in_sentence=True)
        for row in (before, now)
    )
    named = {"column": _label(name, words), "month": month_text(now.as_of, words)}
    if old is None:
        return words("{column} set to {after} in {month}", after=new, **named)
    if new is None:
        return words("{column} {before} taken away in {month}", before=old, **named)
    if name in DATES:
        return words("{column} moved from {before} to {after} in {month}", before=old, after=new, **named)
    return words("{column} changed from {before} to {after} in {month}", before=old, after=new, **named)


def _label(name: str, words: Words) -> str:
    """The name of a column without its unit, which stands with the value."""
    column = next((column for column in FIELDS if column.name == name), None)
    return column.label.in_language(words.language) if column else column_label(name, words)


def origins_table(filters: Filters, source: Source, words: Words) -> Table:
    """Where each value was read: since which snapshot it stands, and the file, sheet and row of that one."""
    rows = _rows(filters, source)
    now = rows[-1]
    held = [column for column in FIELDS if not is_empty(getattr(now, column.name))]
    return Table(
        "project_origins",
        words("Where each value comes from"),
        (words("Field"), words("Value"), words("Unchanged since"),
         *(column_label(name, words) for name in ("source_file", "source_sheet", "source_row"))),
        (False, False, False, False, False, True),
        (
            (Cell(words("The whole row, as it is now")), Cell(""), *_place(now)),
            *(
                (
                    Cell(column.label.in_language(words.language)),
                    Cell(value_text(column.name, getattr(now, column.name), source.city, words)),
                    *_place(since(rows, column.name)),
                )
                for column in held
            ),
        ),
        "",
        QUESTION,
    )  # fmt: skip


def _place(row: Any) -> tuple[Cell, ...]:
    """The date of a row, and where it stood in the workbook."""
    number = "" if row.source_row is None else str(row.source_row)
    return (
        Cell(row.as_of.isoformat(), value=row.as_of),
        Cell(row.source_file or ""),
        Cell(row.source_sheet or ""),
        Cell(number),
    )


def since(rows: Sequence[Any], name: str) -> Any:
    """The first row of the unbroken run of snapshots that have the newest row's value."""
    first = rows[-1]
    for row in reversed(rows):
        if getattr(row, name) != getattr(first, name):
            break
        first = row
    return first


def _rows(filters: Filters, source: Source) -> list[Any]:
    return source.engine.ask(QUESTION, **question_parameters(catalog()[QUESTION], filters))
