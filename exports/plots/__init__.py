"""A Plotly figure read as native plots: what slides and workbooks draw, one for each pair of axes.

A chart that draws with something new has to be taught here; until then reading it raises `NotUnderstood`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from exports.plots.bars import Axes, along_categories
from exports.plots.maps import map_of, tree_of
from exports.plots.model import NotUnderstood, Number, Plot, Series
from exports.plots.reading import plain
from exports.plots.timetable import timetable

__all__ = ["NotUnderstood", "Number", "Plot", "Series", "plots"]

Given = Mapping[str, Any]


def plots(figure: go.Figure) -> tuple[Plot, ...]:
    """The plots of a figure in the order of their axes; none where it shows no value. Raises NotUnderstood."""
    drawn = figure.to_dict()
    layout = drawn["layout"]
    traces = [trace for trace in drawn["data"] if _has_values(trace)]
    kinds = {trace["type"] for trace in traces}
    if not kinds:
        return ()
    if kinds == {"treemap"}:
        return (tree_of(traces[0]),)
    if kinds <= {"choropleth", "scattergeo"}:
        return (map_of(traces, layout),)
    if not kinds <= {"bar", "scatter"}:
        raise NotUnderstood(f"traces of {', '.join(sorted(kinds))}")
    return tuple(_plot(axes, layout) for axes in _axes(traces, layout))


def _has_values(trace: Given) -> bool:
    if trace["type"] in ("bar", "scatter"):
        values = trace.get("x") if trace.get("orientation") == "h" else trace.get("y")
        return any(value is not None for value in values or ())
    places = {"treemap": "ids", "choropleth": "locations", "scattergeo": "lon"}.get(trace["type"])
    return places is None or bool(trace.get(places))


def _plot(axes: Axes, layout: Given) -> Plot:
    if axes.x.get("type") == "date":
        return timetable(axes, float(layout.get("height") or 0))
    return along_categories(axes)


def _axes(traces: Sequence[Given], layout: Given) -> list[Axes]:
    """The pairs of axes, each with what refers to it."""
    pairs = list(dict.fromkeys((trace.get("xaxis") or "x", trace.get("yaxis") or "y") for trace in traces))
    notes = layout.get("annotations") or ()
    heads = [note for note in notes if note.get("xref") == note.get("yref") == "paper"]
    places = {pair: _place(pair, layout) for pair in pairs}
    titles = dict.fromkeys(pairs, "")
    for head in heads:
        titles[min(pairs, key=lambda pair: _away(head, places[pair]))] = plain(head["text"])
    return [
        Axes(
            _axis(x, layout), _axis(y, layout),
            [trace for trace in traces if (trace.get("xaxis") or "x", trace.get("yaxis") or "y") == (x, y)],
            [note for note in notes if note not in heads and _is_on(note, x, y)],
            [line for line in layout.get("shapes") or () if _is_on(line, x, y)],
            titles[x, y], places[x, y], layout.get("barmode") or "group",
        )
        for x, y in pairs
    ]  # fmt: skip


def _axis(name: str, layout: Given) -> Given:
    found: Given = layout.get(f"{name[0]}axis{name[1:]}") or {}
    return found


def _place(pair: tuple[str, str], layout: Given) -> tuple[float, float, float, float]:
    (left, right), (bottom, top) = (_axis(name, layout).get("domain") or (0, 1) for name in pair)
    return left, bottom, right - left, top - bottom


def _away(head: Given, place: tuple[float, float, float, float]) -> float:
    """How far a heading is from where a plot has its own: above its left edge."""
    left, bottom, _, height = place
    return abs(float(head["x"]) - left) + abs(float(head["y"]) - bottom - height)


def _is_on(given: Given, x: str, y: str) -> bool:
    """Whether a note or a line belongs to these axes: by the one that it refers to."""
    refs = [str(given.get(name) or usual).removesuffix(" domain") for name, usual in (("xref", "x"), ("yref", "y"))]
    return all(ref in ("paper", own) for ref, own in zip(refs, (x, y), strict=True))
