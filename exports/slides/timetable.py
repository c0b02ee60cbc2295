"""A timetable as native shapes: stretches as bars over the years, cut into as many slides as it needs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from charts.theme import NEUTRAL
from exports.plots.model import Note, Plot
from exports.slides.canvas import Canvas, Text
from exports.slides.look import INK, RULE, Frame, width
from exports.slides.maps import draw_mark

RULER = 20  # above the plot: the years
TEXT = 11
POINTS = 0.95  # of a slide for a pixel of the figure, at most
TALLEST = 40  # points a line, where there are few
LARGER = 1.2  # a short timetable, against its figure


def parts_of(plot: Plot, height: float) -> list[Plot]:
    """The timetable from top to bottom, a part a slide; a head whose lines go on is said again."""
    low, high = plot.y_range
    if not plot.height or (high - low) < 50:  # its own units aren't pixels: lines at 0, -1, -2 …
        return [plot]
    room = (height - RULER) / POINTS
    tops = sorted({note.y for note in plot.notes} | {high}, reverse=True)
    heads = [note for note in plot.notes if note.runs and note.runs[0].bold]
    parts, top = [], high
    while top > low:
        bottom = low if top - room <= low else _cut(top, top - room, tops, heads)
        parts.append(_part(plot, top, bottom, heads, room))
        top = bottom
    return parts


def _cut(top: float, lowest: float, tops: list[float], heads: list[Note]) -> float:
    """Above the last line that still has room; a head isn't left alone at the end."""
    above = [y for y in tops if lowest <= y < top]
    heights = {note.y for note in heads}
    fitting = [y for y in above if not _is_first_below(y, tops, heights)]
    return (min(fitting) if fitting else lowest) + 8


def _is_first_below(y: float, tops: list[float], heads: set[float]) -> bool:
    """Whether the line is the first one under a head."""
    at = tops.index(y)
    return at > 0 and tops[at - 1] in heads


def _part(plot: Plot, top: float, bottom: float, heads: list[Note], room: float) -> Plot:
    notes = tuple(note for note in plot.notes if bottom <= note.y < top)
    above = [head for head in heads if head.y >= top]
    again = top - 12
    if notes and above and notes[0] and max(note.y for note in notes) not in {head.y for head in heads}:
        again = max(note.y for note in notes) + 24
        notes = (min(above, key=lambda head: head.y)._replace(y=again), *notes)
    upper = max(top, again + 12)
    return replace(
        plot, notes=notes, y_range=(min(bottom, upper - room), upper),
        stretches=tuple(one for one in plot.stretches if bottom <= one.y < top),
        marks=tuple(mark for mark in plot.marks if bottom <= mark.y < top),
    )  # fmt: skip


def draw_timetable(canvas: Canvas, plot: Plot, frame: Frame, alt: str) -> None:
    """The years as upright rules, the stretches, signs and names."""
    names = max((width(name, TEXT) for _, name in plot.names), default=-8) + 8
    low, high = plot.y_range
    dated = 16 if any(note.side == "above" for note in plot.notes) else 0
    room = frame.h - RULER - dated
    field = Frame(frame.x + names, frame.y + RULER + dated, frame.w - names, _tall(plot, room))
    across = field.w / (plot.x_range[1] - plot.x_range[0])
    up = field.h / (high - low)

    def at(x: float, y: float) -> tuple[float, float]:
        return field.x + (x - plot.x_range[0]) * across, field.y + (high - y) * up

    canvas.begin_group("Timetable", frame, alt)
    for day, name in _days(*plot.x_range):
        x = at(day, high)[0]
        canvas.line("Rule", Frame(x, field.y, 0, field.h), RULE, 0.75)
        canvas.text(
            "Day", Frame(x + 2, frame.y, 60, RULER), [[Text(name, 10, colour=NEUTRAL)]], anchor="ctr", wrap=False
        )
    for day in plot.guides:
        canvas.line("Date", Frame(at(day, high)[0], field.y, 0, field.h), NEUTRAL, 1, "sysDash")
    for one in plot.stretches:
        (x0, y), (x1, _) = at(max(one.first, plot.x_range[0]), one.y), at(min(one.last, plot.x_range[1]), one.y)
        canvas.line(
            "Stretch", Frame(x0, y, max(x1 - x0, 0.5), 0), one.colour, one.width * 0.9, "sysDot" if one.dashed else ""
        )
    for mark in plot.marks:
        draw_mark(canvas, "Mark", mark, *at(mark.x, mark.y))
    for y, name in plot.names:
        canvas.text(name, Frame(frame.x, at(0, y)[1] - 9, names - 6, 18), [[Text(name, TEXT)]], anchor="ctr")
    for note in plot.notes:
        _note(canvas, note, *at(note.x, note.y))
    canvas.end_group()


def _tall(plot: Plot, room: float) -> float:
    """How much of the room a timetable takes: a few lines don't fill a slide."""
    is_long = plot.y_range[1] - plot.y_range[0] > 50
    return room if is_long else min(room, max(LARGER * plot.height, TALLEST * len(plot.names)))


def _note(canvas: Canvas, note: Note, x: float, y: float) -> None:
    wide = width(note.text, TEXT) + 6
    left = x - wide if note.side == "left" else x - wide / 2 if note.side in ("middle", "above", "below") else x
    texts = [Text(run.text, TEXT, run.bold, run.colour or INK) for run in note.runs]
    top = {"above": y - 17, "below": y + 2}.get(note.side, y - 9)
    canvas.text(note.text, Frame(left, top, wide, 16), [texts], anchor="ctr", wrap=False)


def _days(first: float, last: float) -> Iterator[tuple[float, str]]:
    """The firsts of years, or of months where there are few of them."""
    begin, end = dt.date.fromordinal(int(first)), dt.date.fromordinal(int(last))
    years = end.year - begin.year
    step = 12 if years > 2 else 3 if years else 1
    for number in range(begin.year * 12, end.year * 12 + 12, step):
        day = dt.date(number // 12, number % 12 + 1, 1)
        if begin <= day <= end:
            yield float(day.toordinal()), str(day.year) if step == 12 else f"{day.year}-{day.month:02d}"
