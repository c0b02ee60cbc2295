"""Bars, columns and lines along categories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from exports.plots.model import NotUnderstood, Number, Plot, Series
from exports.plots.reading import INK, colours_of, each, number, number_format, plain, solid

Given = Mapping[str, Any]


class Axes(NamedTuple):
    """One pair of axes with what stands on it: traces, notes at its points, straight lines."""

    x: Given
    y: Given
    traces: Sequence[Given]
    notes: Sequence[Given]
    lines: Sequence[Given]
    title: str
    place: tuple[float, float, float, float]
    barmode: str


def along_categories(axes: Axes) -> Plot:
    """The plot of bars, columns or lines; levels that are marked beside floating bars are bars from nothing."""
    bars = [trace for trace in axes.traces if trace["type"] == "bar"]
    is_flat = any(trace.get("orientation") == "h" for trace in bars)
    named, valued = ("y", "x") if is_flat else ("x", "y")
    traces, names = _named(axes.traces, bars, named)
    categories = list(_categories(traces, getattr(axes, named), named))
    series = [one for trace in traces for one in _series(trace, categories, named, valued)]
    axis = getattr(axes, valued)
    floats = any(one.hidden for one in series)
    low, high = _range(axis, floats)
    plot = Plot(
        kind="bar" if is_flat else "column" if bars else "line", title=axes.title, place=axes.place,
        categories=tuple(names.get(one, one) for one in categories), is_stacked=floats or axes.barmode == "stack",
        has_scale=axis.get("visible", True), axis_format=_tick_format(axis), low=low, high=high,
    )  # fmt: skip
    return _with_notes(_with_lines(replace(plot, series=tuple(series)), axes), axes, named, valued)


def _named(traces: Sequence[Given], bars: Sequence[Given], named: str) -> tuple[Sequence[Given], dict[str, str]]:
    """Bars at numbered places take their names and their numbers from the texts near them; from bottom to top."""
    if not any(isinstance(value, (int, float)) for bar in bars for value in bar[named]):
        return traces, {}
    texts = [trace for trace in traces if trace["type"] == "scatter" and trace.get("mode") == "text"]
    if len(bars) != 1 or len(texts) != 2 or len(traces) != 3:
        raise NotUnderstood("bars at numbered places need one text with names and one with numbers")
    bar, (names, ends) = bars[0], texts
    order = sorted(range(len(bar[named])), key=lambda at: bar[named][at])
    marker = {**bar["marker"], "color": [each(bar["marker"]["color"], len(order))[at] for at in order]}
    sorted_bar = {**bar, "marker": marker, **{key: [value[at] for at in order] for key, value in
                  (("x", bar["x"]), ("y", bar["y"]), ("text", ends["text"]))}}  # fmt: skip
    return [sorted_bar], {str(bar[named][at]): plain(names["text"][at]) for at in order}


def _categories(traces: Sequence[Given], axis: Given, named: str) -> dict[str, None]:
    order = dict.fromkeys(str(value) for value in axis.get("categoryarray") or ())
    return order | dict.fromkeys(str(value) for trace in traces for value in trace[named])


def _series(trace: Given, categories: Sequence[str], named: str, valued: str) -> list[Series]:
    place = {str(name): at for at, name in enumerate(trace[named])}
    where = [place.get(name) for name in categories]
    values = tuple(None if at is None else number(trace[valued][at]) for at in where)
    name = plain(trace.get("name"))
    if trace["type"] == "scatter" and "lines" in trace["mode"]:
        line = trace["line"]
        return [Series(name, values, (solid(line["color"]),) * len(values), "line", dashed=line.get("dash", "solid")
                       != "solid", marked="markers" in trace["mode"])]  # fmt: skip
    if trace["type"] == "scatter" and trace["mode"] != "markers":
        raise NotUnderstood(f"texts along categories: {trace['mode']}")
    count = len(trace[named])
    marker = trace.get("marker", {})
    own = colours_of({"color": INK, **marker}, count)
    colours = tuple(own[at] if at is not None else INK for at in where)
    edges = each(marker.get("line", {}).get("color"), count)
    labels = _labels(trace, where, count)
    shown = Series(name, values, colours, labels=labels, number_format=number_format(values, labels) if labels else "",
                   edges=tuple("" if at is None else solid(edges[at]) for at in where))  # fmt: skip
    return _on_base(shown, [0 if at is None else trace["base"][at] for at in where]) if trace.get("base") else [shown]


def _labels(trace: Given, where: Sequence[int | None], count: int) -> tuple[str, ...]:
    if not trace.get("text"):
        return ()
    texts = each(trace["text"], count)
    return tuple("" if at is None else plain(texts[at]) for at in where)


def _on_base(shown: Series, base: Sequence[float]) -> list[Series]:
    """An invisible bar up to the nearer end, and what is seen from there on; below nothing both go down."""
    near: list[Number] = []
    far: list[Number] = []
    for start, size in zip(base, shown.values, strict=True):
        end = start + (size or 0)
        is_below = end <= 0 and start < 0
        near.append(None if size is None else max(0, start) if end > 0 else end)
        far.append(None if size is None else -size if is_below else size)
    return [Series("", tuple(near), ("",) * len(near), hidden=True), replace(shown, values=tuple(far))]


def _range(axis: Given, floats: bool) -> tuple[float | None, float | None]:
    """The range that the figure asks for; floating bars begin at nothing, so that lengths can be compared."""
    if floats or not axis.get("range"):
        return None, None
    return float(axis["range"][0]), float(axis["range"][1])


def _tick_format(axis: Given) -> str:
    return "#,##0" if axis.get("tickformat") == "," else ""


def _with_lines(plot: Plot, axes: Axes) -> Plot:
    """A level line through columns is a series of its own; an upright one through bars is a guide."""
    for line in axes.lines:
        if plot.kind == "bar" and line["x0"] == line["x1"]:
            plot = replace(plot, guide=float(line["x0"]))
        elif plot.kind != "bar" and line["y0"] == line["y1"]:
            count = len(plot.categories)
            level = Series(
                "", (float(line["y0"]),) * count, (solid(line["line"]["color"]),) * count, "line", dashed=True
            )
            plot = replace(plot, series=(*plot.series, level))
        else:
            raise NotUnderstood(f"a line across {plot.kind}s")
    return plot


def _with_notes(plot: Plot, axes: Axes, named: str, valued: str) -> Plot:
    """Texts at points: at the end of a line its name, else behind a bar its number."""
    ends = dict.fromkeys(plot.categories, "")
    series = list(plot.series)
    for note in axes.notes:
        lines = [at for at, one in enumerate(series) if one.kind == "line" and _last(one) == note[valued]
                 and plain(note["text"]).startswith(one.name)]  # fmt: skip
        if lines:
            series[lines[0]] = _ended(series[lines[0]], note)
        elif plot.kind == "bar" and note[named] in ends:
            ends[note[named]] = plain(note["text"])
        else:
            raise NotUnderstood(f"text {note['text']}")
    return replace(plot, series=tuple(series), ends=tuple(ends.values()) if any(ends.values()) else ())


def _ended(line: Series, note: Given) -> Series:
    text = plain(note["text"])
    return replace(line, name=line.name or text, last=text, last_above=note.get("yanchor") == "bottom")


def _last(series: Series) -> Number:
    return next((value for value in reversed(series.values) if value is not None), None)
