"""Timetables: stretches, signs and texts over days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from exports.plots.bars import Axes
from exports.plots.model import Mark, Note, NotUnderstood, Plot, Stretch
from exports.plots.points import marks_of, notes_of
from exports.plots.reading import day, plain, runs, solid

Given = Mapping[str, Any]
ROOM_FOR_DAYS = 0.04
SIDES = {"right": "left", "left": "right"}  # of the point, by the end of the text that is held to it


def timetable(axes: Axes, height: float) -> Plot:
    """Stretches, marks and texts over days."""
    stretches = [one for trace in axes.traces if "lines" in trace["mode"] for one in _stretches(trace)]
    marks = [
        one for trace in axes.traces if "markers" in trace["mode"] for one in marks_of(trace, "x", "y", day, float)
    ]
    notes = [one for trace in axes.traces if "text" in trace["mode"] for one in notes_of(trace, "x", "y", day, float)]
    low, high = axes.y["range"]
    for note in axes.notes:
        y = low + note["y"] * (high - low) if note.get("yref") == "paper" else note["y"]
        side = "above" if note.get("yref") == "paper" and note["y"] == 1 else SIDES[note.get("xanchor", "left")]
        notes.append(Note(day(note["x"]), float(y), runs(note["text"], _ink(note)), side))  # type: ignore[arg-type]
    if any(line["x0"] != line["x1"] for line in axes.lines):
        raise NotUnderstood("a level line through a timetable")
    names = zip(axes.y.get("tickvals") or (), axes.y.get("ticktext") or (), strict=False)
    return Plot(
        "timetable", axes.title, axes.place, stretches=tuple(stretches), marks=tuple(marks),
        notes=_without_ruler(notes), height=height, y_range=(float(low), float(high)),
        names=tuple((float(y), plain(name)) for y, name in names), guides=tuple(day(line["x0"]) for line in axes.lines),
        x_range=_days(axes, stretches, marks),
    )  # fmt: skip


def _days(axes: Axes, stretches: Sequence[Stretch], marks: Sequence[Mark]) -> tuple[float, float]:
    if axes.x.get("range"):
        return day(axes.x["range"][0]), day(axes.x["range"][1])
    found = [*(end for one in stretches for end in one[:2]), *(mark.x for mark in marks),
             *(day(line["x0"]) for line in axes.lines)]  # fmt: skip
    room = max(ROOM_FOR_DAYS * (max(found) - min(found)), 1)
    return min(found) - room, max(found) + room


def _stretches(trace: Given) -> Iterator[Stretch]:
    line = trace["line"]
    look = solid(line["color"]), float(line["width"]), line.get("dash", "solid") != "solid"
    for (x0, y0), (x1, y1) in pairwise(zip(trace["x"], trace["y"], strict=True)):
        if None in (x0, y0, x1, y1):
            continue
        if y0 != y1:
            raise NotUnderstood("a slanting line in a timetable")
        yield Stretch(day(x0), day(x1), float(y0), *look)


def _ink(given: Given) -> str:
    return str(given.get("font", {}).get("color") or "")


def _without_ruler(notes: Sequence[Note]) -> tuple[Note, ...]:
    """The years that are written at their days: whoever draws the days writes them."""
    return tuple(note for note in notes if note.text != str(dt.date.fromordinal(int(note.x)).year))
