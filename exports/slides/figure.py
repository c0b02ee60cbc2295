"""A chart's slides: native charts where office programs have them, else native shapes."""

from __future__ import annotations

from collections.abc import Callable

from exports.plots import plots
from exports.plots.model import Plot
from exports.slides.axes import names_width
from exports.slides.canvas import Canvas, Text
from exports.slides.definitions import definition
from exports.slides.look import BODY, Frame
from exports.slides.maps import draw_map
from exports.slides.native import chart_part, drawn_series
from exports.slides.page import Deck
from exports.slides.timetable import draw_timetable, parts_of
from exports.slides.tree import draw_tree
from report.model import Chart

HEAD = 22  # the height of a small chart's own title
GAP = 24

Draw = Callable[[Canvas, Plot, Frame, str, str], None]


def chart_slides(deck: Deck, chart: Chart) -> None:
    """Puts a chart's slide, or the slides that it needs."""
    words = deck.words
    found = plots(chart.figure)
    notes = [chart.subtitle, *chart.notes, definition(chart.rows.question, words)]
    if found and found[0].kind == "timetable":
        _timetables(deck, chart, found[0], notes)
        return
    slide, canvas = deck.page(chart.title, " · ".join((chart.subtitle, *chart.notes)))
    if found and found[0].is_native:
        for plot, frame in zip(found, _frames(found), strict=True):
            _native(deck, canvas, chart, plot, frame)
    elif found:
        draw = {"map": draw_map, "tree": draw_tree}[found[0].kind]
        draw(canvas, found[0], BODY, chart, words)
    else:
        empty = Frame(BODY.x, BODY.y + 120, BODY.w, 40)
        canvas.text("Nothing", empty, [[Text(words("There is nothing to draw."), 16)]], align="ctr")
    deck.done(slide, canvas, notes)


def _timetables(deck: Deck, chart: Chart, plot: Plot, notes: list[str]) -> None:
    parts = parts_of(plot, BODY.h)
    for at, part in enumerate(parts):
        title = deck.part(chart.title, at, len(parts))
        slide, canvas = deck.page(title, " · ".join((chart.subtitle, *chart.notes)))
        draw_timetable(canvas, part, BODY, chart.alt)
        deck.done(slide, canvas, notes)


def _native(deck: Deck, canvas: Canvas, chart: Chart, plot: Plot, frame: Frame) -> None:
    if plot.title:
        canvas.text("Heading", Frame(frame.x, frame.y, frame.w, HEAD), [[Text(plot.title, 13, bold=True)]])
        frame = Frame(frame.x, frame.y + HEAD, frame.w, frame.h - HEAD)
    deck.charts += 1
    part = chart_part(plot, frame, column_names(plot, chart, deck.words), deck.file.part.package, deck.charts)
    alt = " · ".join(filter(None, (plot.title, chart.alt)))
    canvas.chart(deck.slides[-1], plot.title or chart.title, frame, part, alt)


def column_names(plot: Plot, chart: Chart, words: Callable[..., str]) -> list[str]:
    """A name for every series in the chart's workbook; what isn't seen is named by what it does."""
    names = []
    for one in drawn_series(plot):
        if one.hidden:
            names.append(words("texts at the end") if one.labels else words("invisible base"))
        else:
            names.append(one.name or plot.title or chart.rows.title)
    return names


def _frames(found: tuple[Plot, ...]) -> list[Frame]:
    """Where the plots stand: bars beside each other have the same length of scale, whatever their names need."""
    if len(found) == 2 and all(plot.kind == "bar" for plot in found):
        names = [names_width(plot, BODY) for plot in found]
        if found[0].categories == found[1].categories:
            names[1] = 0
        scale = (BODY.w - GAP - sum(names)) / 2
        first = Frame(BODY.x, BODY.y, names[0] + scale, BODY.h)
        return [first, Frame(first.right + GAP, BODY.y, names[1] + scale, BODY.h)]
    frames = []
    rows = sorted({round(plot.place[1] + plot.place[3], 3) for plot in found}, reverse=True)
    tall = BODY.h / len(rows)
    for plot in found:
        left, bottom, wide, height = plot.place
        row = rows.index(round(bottom + height, 3))
        frames.append(Frame(BODY.x + left * BODY.w, BODY.y + row * tall, wide * BODY.w, tall - 8))
    return frames
