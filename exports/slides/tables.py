"""Tables as native tables: as many rows a slide as have room, on two slides at most."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from charts.theme import ACCENT, LATE, NEUTRAL
from exports.slides.canvas import Canvas, Text, edge, fill, paragraphs
from exports.slides.definitions import definition
from exports.slides.look import BODY, INK, LINE_HEIGHT, PANEL, RULE, Frame, emu, lines, width
from exports.slides.page import Deck
from report.model import Cell, Table

URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
SIZES = (14, 13, 12, 11, 10, 9, 8)
ROWS, SLIDES = 16, 2
PAD, ABOVE = 5, 3
BOLD, SLACK = 1.1, 1.05  # of a text's counted width
LONG = 11  # the size of tables that need several slides
BROKEN = 10  # at this size lines are rather broken than made smaller
WIDEST = 260  # a column of long texts breaks them
TONES = {"light-red": LATE, "light-yellow": "#9a6a00", "light-grey": NEUTRAL, "light-green": ACCENT}


class Laid(NamedTuple):
    """How a table is laid out: the size of its texts and the width of its columns."""

    size: float
    widths: list[float]
    is_roomy: bool


def table_slides(deck: Deck, table: Table) -> None:
    """Puts the slides of a table; says how many rows they leave out."""
    if table.passage:
        _passage(deck, table)
    words = deck.words
    laid, pages = _fitted(table)
    shown = pages[:SLIDES] or [[]]
    left = (table.total or len(table.rows)) - sum(len(page) for page in shown)
    more = words("{count} more rows are in the workbook.", count=words.number(left)) if left > 0 else ""
    for at, rows in enumerate(shown):
        title = deck.part(table.title, at, len(shown))
        slide, canvas = deck.page(title, " ".join(filter(None, (table.note, more))))
        draw_table(deck, canvas, table, rows, laid, BODY.y)
        deck.done(slide, canvas, [definition(table.question, deck.words), table.note])


def draw_table(
    deck: Deck, canvas: Canvas, table: Table, rows: Sequence[tuple[Cell, ...]], laid: Laid, top: float
) -> float:  # fmt: skip
    """Draws rows of a table under its heads; gives where it ends."""
    frame = Frame(BODY.x, top, sum(laid.widths), sum(_heights(table, rows, laid)))
    canvas.frame(table.title, frame, URI, _xml(deck, table, rows, laid), table.title)
    return frame.bottom


def whole_height(table: Table, laid: Laid) -> float:
    """How high a table is with all its rows."""
    return sum(_heights(table, table.rows, laid))


def _passage(deck: Deck, table: Table) -> None:
    """The text that the table is about, on a slide of its own; its figures in the colours of their verdicts."""
    slide, canvas = deck.page(table.title, "")
    texts = [Text(mark.text, 16, bool(mark.verdict), LATE if mark.tone == "red" else ACCENT if mark.verdict else INK)
             for mark in table.passage]  # fmt: skip
    canvas.text("Passage", BODY, [texts])
    deck.done(slide, canvas, [table.note])


def _fitted(table: Table) -> tuple[Laid, list[list[tuple[Cell, ...]]]]:
    """The layout at the largest size at which the columns and, of a short table, all rows stand on one slide."""
    for size in (size for size in SIZES if size <= LONG or len(table.rows) <= ROWS):
        laid = laid_out(table, size)
        pages = _pages(table, laid)
        is_whole = len(pages) <= 1 or len(table.rows) > ROWS
        if is_whole and (laid.is_roomy or size <= BROKEN):
            break
    return laid, pages


def laid_out(table: Table, size: float) -> Laid:
    """The columns as wide as they need to be, and the whole as wide as the slide."""
    needed = [_needed(table, at, size) for at in range(len(table.columns))]
    extra = BODY.w - sum(needed)
    if extra >= 0:
        return Laid(size, [one + extra * one / sum(needed) for one in needed], True)
    return Laid(size, _shared(needed), False)


def _shared(needed: Sequence[float]) -> list[float]:
    """What doesn't fit is taken from the widest columns."""
    low, high = 0.0, max(needed)
    for _ in range(30):
        cap = (low + high) / 2
        low, high = (cap, high) if sum(min(one, cap) for one in needed) <= BODY.w else (low, cap)
    return [min(one, low) for one in needed]


def _needed(table: Table, at: int, size: float) -> float:
    """The width of a column: its longest text, or the widest word of its head; long texts are broken."""
    head = table.columns[at]
    longest = max((BOLD * width(word, size) for word in head.split()), default=0)
    half = longest if head.isascii() else min(longest, max(width(head, size) / 2 + size, 3 * size))
    texts = max((min(SLACK * width(row[at].text, size), WIDEST) for row in table.rows), default=0)
    return max(half, texts, 2 * size) + 2 * PAD + 2


def _height(texts: Sequence[str], laid: Laid, bold: float = SLACK) -> float:
    rooms = ((wide - 2 * PAD) / bold for wide in laid.widths)
    count = max((lines(text, laid.size, room) for text, room in zip(texts, rooms, strict=True)), default=1)
    return count * laid.size * LINE_HEIGHT + 2 * ABOVE


def _heights(table: Table, rows: Sequence[Sequence[Cell]], laid: Laid) -> list[float]:
    return [_height(table.columns, laid, BOLD), *(_height([cell.text for cell in row], laid) for row in rows)]


def _pages(table: Table, laid: Laid) -> list[list[tuple[Cell, ...]]]:
    pages: list[list[tuple[Cell, ...]]] = []
    left = 0.0
    for row in table.rows:
        needs = _height([cell.text for cell in row], laid)
        if not pages or needs > left or len(pages[-1]) == ROWS:
            pages.append([])
            left = BODY.h - _height(table.columns, laid, BOLD)
        pages[-1].append(row)
        left -= needs
    even = -(-len(table.rows) // max(len(pages), 1))
    return (
        [list(table.rows[at : at + even]) for at in range(0, len(table.rows), even)]
        if 1 < len(pages) <= SLIDES
        else pages
    )


def _xml(deck: Deck, table: Table, rows: Sequence[Sequence[Cell]], laid: Laid) -> str:
    columns = "".join(f'<a:gridCol w="{emu(wide)}"/>' for wide in laid.widths)
    heights = _heights(table, rows, laid)
    head = _row(deck, [Cell(name) for name in table.columns], table.numeric, laid.size, heights[0], True)
    body = [_row(deck, row, table.numeric, laid.size, high, False) for row, high in zip(rows, heights[1:], strict=True)]
    return f'<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>{columns}</a:tblGrid>{head}{"".join(body)}</a:tbl>'


def _row(deck: Deck, cells: Sequence[Cell], numeric: Sequence[bool], size: float, high: float, is_head: bool) -> str:
    ground = fill(PANEL if is_head else "")
    found = []
    for cell, is_number in zip(cells, numeric, strict=True):
        ink = NEUTRAL if is_head else TONES.get(cell.tone, INK)
        text = paragraphs([[Text(cell.text, size, is_head, ink)]], deck.lang, "r" if is_number else "l")
        border = edge(ACCENT if is_head else RULE, 1 if is_head else 0.5).replace("a:ln", "a:lnB")
        found.append(
            f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody><a:tcPr marL="{emu(PAD)}" marR="{emu(PAD)}" '
            f'marT="{emu(ABOVE)}" marB="{emu(ABOVE)}" anchor="ctr">{border}{ground}</a:tcPr></a:tc>'
        )
    return f'<a:tr h="{emu(high)}">{"".join(found)}</a:tr>'
