"""Maps and trees: areas of land, and of money."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from exports.plots.model import Area, Mark, Node, Note, Plot
from exports.plots.points import marks_of, notes_of
from exports.plots.reading import each, north, number, plain, solid

Given = Mapping[str, Any]


def map_of(traces: Sequence[Given], layout: Given) -> Plot:
    """Areas, marks and names on Mercator's map."""
    areas = [one for trace in traces if trace["type"] == "choropleth" for one in _areas(trace)]
    points = [trace for trace in traces if trace["type"] == "scattergeo"]
    marks = [
        one for trace in points if "markers" in trace["mode"] for one in marks_of(trace, "lon", "lat", float, north)
    ]
    notes = [one for trace in points if "text" in trace["mode"] for one in notes_of(trace, "lon", "lat", float, north)]
    signs = [trace for trace in points if trace.get("name") and list(trace["lon"]) == [None]]
    legend = [(plain(trace["name"]), next(marks_of({**trace, "lon": [0], "lat": [0]}, "lon", "lat", float, north)))
              for trace in signs]  # fmt: skip
    east, up = _extent(layout.get("geo", {}), marks)
    return Plot("map", areas=tuple(areas), marks=tuple(marks), notes=tuple(map(_one_line_up, notes)), x_range=east,
                y_range=up, legend=tuple(legend))  # fmt: skip


def _one_line_up(note: Note) -> Note:
    """A break at the beginning only moves a text down."""
    return note._replace(runs=note.runs[1:]) if note.runs[:1] and note.runs[0].text == "\n" else note


def _extent(geo: Given, marks: Sequence[Mark]) -> tuple[tuple[float, float], tuple[float, float]]:
    if geo.get("lonaxis") and geo.get("lataxis"):
        low, high = geo["lataxis"]["range"]
        return tuple(geo["lonaxis"]["range"]), (north(low), north(high))
    x, y = [mark.x for mark in marks] or [0.0], [mark.y for mark in marks] or [0.0]
    return (min(x) - 0.1, max(x) + 0.1), (min(y) - 0.1, max(y) + 0.1)


def _areas(trace: Given) -> Iterator[Area]:
    shapes = {feature["id"]: feature["geometry"] for feature in (trace["geojson"] or {"features": ()})["features"]}
    count = len(trace["locations"])
    values = [number(value) for value in trace["z"]]
    known = [value for value in values if value is not None]
    low = trace.get("zmin", min(known, default=0))
    high = trace.get("zmax", max(known, default=1))
    line = trace["marker"]["line"]
    edges, widths = each(line["color"], count), each(line["width"], count)
    for at, code in enumerate(trace["locations"]):
        value = values[at]
        fill = "" if value is None else _between(trace["colorscale"], (value - low) / ((high - low) or 1))
        yield Area(code, value, tuple(_rings(shapes[code])), fill, solid(edges[at]), float(widths[at]))


def _rings(geometry: Given) -> Iterator[tuple[tuple[float, float], ...]]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:
        for ring in polygon:
            yield tuple((point[0], north(point[1])) for point in ring)


def _between(scale: Sequence[Sequence[Any]], part: float) -> str:
    """The colour at a part of a scale of two colours."""
    (_, first), (_, last) = scale
    part = max(0.0, min(1.0, part))
    mixed = [round(int(first[at : at + 2], 16) * (1 - part) + int(last[at : at + 2], 16) * part) for at in (1, 3, 5)]
    return "#" + "".join(f"{value:02x}" for value in mixed)


def tree_of(trace: Given) -> Plot:
    """The rectangles of a tree with their parents."""
    given = zip(*(trace[key] for key in ("ids", "parents", "labels", "text", "values")), trace["marker"]["colors"],
                strict=True)  # fmt: skip
    nodes = [Node(own, parent, plain(label), plain(text), float(value), solid(colour))
             for own, parent, label, text, value, colour in given]  # fmt: skip
    return Plot("tree", nodes=tuple(nodes))
