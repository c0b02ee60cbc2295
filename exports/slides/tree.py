"""A tree as nested rectangles, areas by value: what is too small to be read stands together."""

from __future__ import annotations

from collections.abc import Sequence

from charts.theme import BORDER
from exports.plots.model import Node, Plot
from exports.slides.canvas import Canvas, Text
from exports.slides.look import INK, LINE_HEIGHT, PAPER, Frame, is_dark, lines, width
from report.model import Chart
from words import Words

HEAD = 16
SMALL = 34 * 18  # a rectangle of fewer square points has no room for a name
SIZES = (11, 10, 9, 8, 7)


def draw_tree(canvas: Canvas, plot: Plot, frame: Frame, chart: Chart, words: Words) -> None:
    """The rectangles from the outermost inwards."""
    canvas.begin_group("Treemap", frame, chart.alt)
    _level(canvas, plot.nodes, "", frame, words)
    canvas.end_group()


def _level(canvas: Canvas, nodes: Sequence[Node], parent: str, frame: Frame, words: Words) -> None:
    own = sorted((node for node in nodes if node.parent == parent and node.value > 0), key=lambda node: -node.value)
    shown, rest = _readable(own, frame)
    boxes = squares([node.value for node in shown] + ([sum(node.value for node in rest)] if rest else []), frame)
    for node, box in zip(shown, boxes, strict=False):
        inner = [one for one in nodes if one.parent == node.id]
        _box(canvas, node.label, node.text, node.colour, box, bool(inner))
        room = Frame(box.x + 2, box.y + HEAD, box.w - 4, box.h - HEAD - 2)
        if inner and room.w > 20 and room.h > 16:
            _level(canvas, nodes, node.id, room, words)
    if rest:
        said = words("{count} others", count=words.number(len(rest)))
        _box(canvas, said, words.number(sum(node.value for node in rest), 2), rest[0].colour, boxes[-1], False)


def _readable(nodes: Sequence[Node], frame: Frame) -> tuple[list[Node], list[Node]]:
    """Those with room for a name, and the others; one alone stands for itself."""
    point = frame.w * frame.h / (sum(node.value for node in nodes) or 1)
    large = [node for node in nodes if node.value * point >= SMALL]
    rest = list(nodes[len(large) :])
    return (large, rest) if len(rest) != 1 else ([*large, *rest], [])


def _box(canvas: Canvas, label: str, text: str, colour: str, box: Frame, is_head: bool) -> None:
    ink = PAPER if is_dark(colour) else INK
    inset = (3, 1)
    room = Frame(0, 0, box.w - 2 * inset[0], (HEAD if is_head else box.h) - 2 * inset[1])
    said = next((one for one in (f"{label} {text}", label) if _size(one, room)), "")
    size = _size(said, room)
    texts = [[Text(said, size, is_head, ink)]] if said else []
    canvas.text(f"{label} {text}", box, texts, colour=colour, line=BORDER, inset=inset)


def _size(text: str, room: Frame) -> float:
    """The largest size at which a text fits, 0 where none does."""
    for size in SIZES:
        longest = max((width(word, size) for word in text.split()), default=0)
        if lines(text, size, max(room.w, 1)) * size * LINE_HEIGHT <= room.h and min(longest, 4 * size) <= room.w:
            return size
    return 0


def squares(values: Sequence[float], frame: Frame) -> list[Frame]:
    """Rectangles with areas by value, largest first, as square as they come: row by row along the shorter side."""
    whole = sum(values)
    if not whole:
        return []
    point = frame.w * frame.h / whole
    found: list[Frame] = []
    left, row = frame, list[float]()
    for value in (value * point for value in values):
        side = min(left.w, left.h)
        if row and _worst([*row, value], side) > _worst(row, side):
            left = _laid(row, left, found)
            row = []
        row.append(value)
    _laid(row, left, found)
    return found


def _worst(row: Sequence[float], side: float) -> float:
    """How far the worst of a row is from a square."""
    thick = sum(row) / max(side, 0.01)
    return max(max(thick / (area / thick), area / thick / thick) for area in row)


def _laid(row: Sequence[float], frame: Frame, found: list[Frame]) -> Frame:
    """Lays a row along the shorter side and gives what is left."""
    side = min(frame.w, frame.h)
    thick = sum(row) / max(side, 0.01)
    at = 0.0
    for area in row:
        long = area / max(thick, 0.01)
        found.append(Frame(frame.x, frame.y + at, thick, long) if frame.w >= frame.h else
                     Frame(frame.x + at, frame.y, long, thick))  # fmt: skip
        at += long
    if frame.w >= frame.h:
        return Frame(frame.x + thick, frame.y, max(frame.w - thick, 0), frame.h)
    return Frame(frame.x, frame.y + thick, frame.w, max(frame.h - thick, 0))
