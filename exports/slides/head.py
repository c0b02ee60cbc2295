"""The first slide of a page: its question, its numbers as tiles, and what its charts find."""

from __future__ import annotations

from charts.theme import ACCENT, LATE, NEUTRAL
from exports.slides.canvas import Paragraph, Text
from exports.slides.definitions import definition
from exports.slides.look import BODY, INK, LINE_HEIGHT, PANEL, Frame, fitting, lines, width
from exports.slides.page import Deck
from report.model import Kpi

ACROSS, GAP = 4, 12
TALLEST, LOWEST = 124, 96
VALUES = (30, 26, 22, 18, 15)
FINDING, UNIT = 14, 12
BOLD = 1.1  # of a number's width


def head_slide(deck: Deck, briefing: str) -> None:
    """Puts the page's first slide; `briefing` is what the speaker may say of all of it."""
    report, words = deck.report, deck.words
    slide, canvas = deck.page(report.question, " · ".join(filter(None, (report.title, report.sentence))))
    down = -(-len(report.kpis) // ACROSS)
    height = min(TALLEST, (BODY.h - 60 + GAP) / down - GAP) if down else 0
    wide = (BODY.w - (ACROSS - 1) * GAP) / ACROSS
    size = min((_value_size(kpi, wide - 24) for kpi in report.kpis), default=0)
    for at, kpi in enumerate(report.kpis):
        x, y = BODY.x + (at % ACROSS) * (wide + GAP), BODY.y + (at // ACROSS) * (height + GAP)
        frame = Frame(x, y, wide, height)
        canvas.text(kpi.title, frame, _tile(kpi, wide - 24, size), colour=PANEL, inset=(12, 8), anchor="ctr", before=1)
    top = BODY.y + down * (height + GAP) + (6 if down else 0)
    found, room = [], BODY.bottom - top
    said = [chart.title for chart in report.charts]
    if not said and not report.kpis:
        said = [table.title for table in (*report.lead, *report.tables)]
    for text in (*report.notes, *said):
        room -= lines(text, FINDING, BODY.w - 20) * FINDING * LINE_HEIGHT + 6
        if room < 0:
            break
        found.append([Text("■  ", FINDING - 4, colour=ACCENT), Text(text, FINDING)])
    if found:
        canvas.text("Findings", Frame(BODY.x, top, BODY.w, BODY.bottom - top), found, before=6)
    deck.done(slide, canvas, [briefing, *(definition(kpi.name, words) for kpi in report.kpis)])


def _value_size(kpi: Kpi, wide: float) -> float:
    """The largest size at which a number stands beside its unit on one line."""
    unit = width(f" {kpi.unit}", UNIT)
    return next((size for size in VALUES if width(kpi.value, size) * BOLD + unit <= wide), VALUES[-1])


def _tile(kpi: Kpi, wide: float, value: float) -> list[Paragraph]:
    """The number of a tile with its title, unit, base, change and note."""
    unit = [Text(f" {kpi.unit}", UNIT, colour=NEUTRAL)] if kpi.unit else []
    small = " · ".join(filter(None, (kpi.base, kpi.change)))
    size = fitting(kpi.title, Frame(0, 0, wide, 18), (13, 12, 11, 10))
    found: list[Paragraph] = [
        [Text(kpi.title, size, colour=NEUTRAL)],
        [Text(kpi.value, value, True, LATE if kpi.is_late else ACCENT), *unit],
    ]
    if small:
        found.append([Text(small, fitting(small, Frame(0, 0, wide, 16), (11, 10, 9)), colour=INK)])
    if kpi.note:
        found.append([Text(kpi.note, fitting(kpi.note, Frame(0, 0, wide, 24), (10, 9, 8, 7)), colour=NEUTRAL)])
    return found
