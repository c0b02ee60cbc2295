"""Signs and texts at points, of timetables and of maps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

from exports.plots.model import Mark, Note
from exports.plots.reading import each, runs, solid

Given = Mapping[str, Any]
Place = Callable[[Any], float]
SIDES: dict[str, Literal["left", "right", "above", "below", "middle"]] = {
    "middle right": "right", "middle left": "left", "bottom center": "below", "top center": "above",
    "middle center": "middle",
}  # fmt: skip


def marks_of(trace: Given, x: str, y: str, across: Place, up: Place) -> Iterator[Mark]:
    marker = trace["marker"]
    count = len(trace[x])
    look = [each(marker.get(key), count, usual) for key, usual in (("size", 6), ("symbol", "circle"), ("color", None))]
    edge, opacity = each(marker.get("line", {}).get("color"), count), each(marker.get("opacity"), count, 1)
    for at, (size, symbol, colour) in enumerate(zip(*look, strict=True)):
        if trace[x][at] is None:
            continue
        is_open = "-open" in symbol or symbol.startswith("line-")
        fill = "" if is_open else solid(colour, opacity[at])
        yield Mark(across(trace[x][at]), up(trace[y][at]), float(size), symbol.replace("-open", ""), fill,
                   solid(edge[at] or colour))  # fmt: skip


def notes_of(trace: Given, x: str, y: str, across: Place, up: Place) -> Iterator[Note]:
    count = len(trace[x])
    inks = each(trace.get("textfont", {}).get("color"), count, "")
    sides = each(trace.get("textposition"), count, "middle center")
    for at, text in enumerate(each(trace["text"], count)):
        if text:
            yield Note(across(trace[x][at]), up(trace[y][at]), runs(text, inks[at]), SIDES[sides[at]])
