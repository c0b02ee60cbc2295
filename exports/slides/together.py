"""Small tables that follow each other share a slide."""

from __future__ import annotations

from collections.abc import Sequence

from charts.theme import NEUTRAL
from exports.slides.canvas import Text
from exports.slides.definitions import definition
from exports.slides.look import BODY, LINE_HEIGHT, TITLE, Frame, lines
from exports.slides.page import Deck
from exports.slides.tables import draw_table, laid_out, table_slides, whole_height
from report.model import Table

SIZE = 12
HEAD, NOTE, GAP = 15, 10, 14
FEW = 9  # rows of a table that shares
SMALLEST_TITLE = 20


def tables_slides(deck: Deck, tables: Sequence[Table]) -> None:
    """Puts the slides of all tables of a report, in their order."""
    for group in _groups(deck, tables):
        if len(group) == 1:
            table_slides(deck, group[0])
        else:
            _together(deck, group)


def _groups(deck: Deck, tables: Sequence[Table]) -> list[list[Table]]:
    groups: list[list[Table]] = []
    for table in tables:
        if groups and _fit(deck, [*groups[-1], table]):
            groups[-1].append(table)
        else:
            groups.append([table])
    return groups


def _fit(deck: Deck, tables: Sequence[Table]) -> bool:
    """Whether the tables stand on one slide, whole and under a title of one line."""
    if any(table.passage or table.total or len(table.rows) > FEW for table in tables):
        return False
    if lines(deck.words.joined([table.title for table in tables]), SMALLEST_TITLE, TITLE.w) > 1:
        return False
    return sum(_height(table) for table in tables) - GAP <= BODY.h


def _height(table: Table) -> float:
    return _head(table) + whole_height(table, laid_out(table, SIZE)) + GAP


def _head(table: Table) -> float:
    """The height of a table's title with its note."""
    note = lines(table.note, NOTE, BODY.w) * NOTE * LINE_HEIGHT if table.note else 0
    return HEAD * LINE_HEIGHT + note + 3


def _together(deck: Deck, tables: Sequence[Table]) -> None:
    slide, canvas = deck.page(deck.words.joined([table.title for table in tables]), deck.report.title)
    top = BODY.y
    for table in tables:
        texts = [[Text(table.title, HEAD, True)], *([[Text(table.note, NOTE, colour=NEUTRAL)]] if table.note else [])]
        canvas.text("Heading", Frame(BODY.x, top, BODY.w, _head(table)), texts)
        top = draw_table(deck, canvas, table, table.rows, laid_out(table, SIZE), top + _head(table)) + GAP
    deck.done(
        slide, canvas, [text for table in tables for text in (definition(table.question, deck.words), table.note)]
    )
