"""The map as native shapes: a county a shape, coloured by its value."""

from __future__ import annotations

from collections.abc import Sequence

from charts.theme import ON_SCALE
from exports.plots.model import Mark, Note, Plot
from exports.slides.canvas import Canvas, Text
from exports.slides.look import INK, Frame, emu, is_dark, lines, width
from report.model import Chart
from words import Words

PRESETS = {
    "circle": "ellipse", "diamond": "diamond", "triangle-up": "triangle", "triangle-down": "triangle", "square": "rect",
    "cross": "mathPlus", "x": "mathMultiply", "x-thin": "mathMultiply", "star": "star5", "pentagon": "pentagon",
    "hexagon": "hexagon", "line-ns": "rect",
}  # fmt: skip
NAME = 13
KEY = 230  # the width that the key takes beside the map


def draw_map(canvas: Canvas, plot: Plot, frame: Frame, chart: Chart, words: Words) -> None:
    """Areas, marks and names, and beside them the key: the scale of the areas or the kinds of marks."""
    field = _field(plot, Frame(frame.x, frame.y, frame.w - KEY, frame.h))
    scale = field.w / (plot.x_range[1] - plot.x_range[0])

    def at(x: float, y: float) -> tuple[float, float]:
        return field.x + (x - plot.x_range[0]) * scale, field.bottom - (y - plot.y_range[0]) * scale

    canvas.begin_group("Map", field, chart.alt)
    for area in plot.areas:
        rings = [[at(*point) for point in ring] for ring in area.rings]
        _area(canvas, area.code, rings, area.fill or "#ffffff", area.edge, area.edge_width)
    for mark in plot.marks:
        draw_mark(canvas, "Mark", mark, *at(mark.x, mark.y))
    canvas.end_group()
    for note in plot.notes:
        _name(canvas, note, *at(note.x, note.y))
    key = Frame(frame.right - KEY + 20, frame.y, KEY - 20, frame.h)
    if plot.legend:
        _kinds(canvas, plot, key)
    else:
        _values(canvas, plot, key)


def _field(plot: Plot, frame: Frame) -> Frame:
    """The largest rectangle of the map's own shape within the frame."""
    across, up = plot.x_range[1] - plot.x_range[0], plot.y_range[1] - plot.y_range[0]
    scale = min(frame.w / across, frame.h / up)
    return Frame(frame.x + (frame.w - across * scale) / 2, frame.y, across * scale, up * scale)


def _area(
    canvas: Canvas, code: str, rings: Sequence[Sequence[tuple[float, float]]], colour: str, edge: str, edge_width: float
) -> None:  # fmt: skip
    points = [point for ring in rings for point in ring]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    frame = Frame(left, top, max(x for x, _ in points) - left, max(y for _, y in points) - top)
    path = "".join(_ring([(emu(x - left), emu(y - top)) for x, y in ring]) for ring in rings)
    inner = (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{emu(frame.w)}" h="{emu(frame.h)}">{path}</a:path></a:pathLst></a:custGeom>'
    )
    canvas.shape(code, frame, colour, edge, edge_width, inner=inner)


def _ring(points: Sequence[tuple[int, int]]) -> str:
    first, *others = (f'<a:pt x="{x}" y="{y}"/>' for x, y in points)
    return f"<a:moveTo>{first}</a:moveTo>" + "".join(f"<a:lnTo>{one}</a:lnTo>" for one in others) + "<a:close/>"


def draw_mark(canvas: Canvas, name: str, mark: Mark, x: float, y: float) -> None:
    """A sign at a point of the slide; its size in pixels is that in points."""
    wide = 3 if mark.symbol == "line-ns" else mark.size
    frame = Frame(x - wide / 2, y - mark.size / 2, wide, mark.size)
    turned = ' flipV="1"' if mark.symbol == "triangle-down" else ""
    fill, edge = (mark.edge, "") if mark.symbol in ("x", "x-thin", "line-ns") else (mark.fill, mark.edge)
    canvas.shape(name, frame, fill, edge, 0.75 if mark.fill else 1.5, PRESETS[mark.symbol], turned)


def _name(canvas: Canvas, note: Note, x: float, y: float) -> None:
    """A name at its point, on the side where the map has it."""
    rows = note.text.split("\n")
    wide, high = max(width(row, NAME) for row in rows) * 1.1 + 8, NAME * 1.3 * len(rows)
    left = {"left": x - wide - 4, "right": x + 4}.get(note.side, x - wide / 2)
    top = y + 8 if note.side == "below" else y - high / 2
    texts = [Text(run.text, NAME, run.bold, run.colour or INK) for run in note.runs]
    canvas.text(rows[0], Frame(left, top, wide, high), [texts], align="ctr", anchor="ctr", wrap=False)


def _kinds(canvas: Canvas, plot: Plot, frame: Frame) -> None:
    """Shape, colour and name of each kind of marks."""
    for at, (name, mark) in enumerate(plot.legend):
        y = frame.y + 20 + at * 26
        draw_mark(canvas, "Key", mark._replace(size=14), frame.x + 10, y)
        canvas.text("Key", Frame(frame.x + 28, y - 10, frame.w - 28, 20), [[Text(name, 13)]], anchor="ctr")


def _values(canvas: Canvas, plot: Plot, frame: Frame) -> None:
    """The counties from the largest value to the least, in the colours of the map."""
    texts = {area.code: note.text.split("\n") for area, note in zip(plot.areas, plot.notes, strict=False)}
    shown = sorted((area for area in plot.areas if area.value is not None), key=lambda area: -(area.value or 0))
    for at, area in enumerate(shown):
        name, *said = texts.get(area.code, [area.code])
        ink = ON_SCALE[1] if area.fill and is_dark(area.fill) else ON_SCALE[0]
        box = Frame(frame.x, frame.y + 16 + at * 40, frame.w, 36)
        text = " ".join(said)
        size = 13 if lines(f"{name}  {text}", 13, frame.w - 24) == 1 else 11
        canvas.text(name, box, [[Text(f"{name}  ", size, True, ink), Text(text, size, colour=ink)]], colour=area.fill,
                    inset=(10, 4), anchor="ctr")  # fmt: skip
