"""Starts by month: how the year's starts have added up against the plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from charts.theme import ACCENT, NEUTRAL, themed
from words import Words

QUERY = "starts_by_month"


class Row(NamedTuple):
    """The columns that this chart needs; a month after the as-of date has no actual values."""

    month: int
    planned_new: int
    started_new: int | None
    resumed: int | None


def finding(rows: Sequence[Row], words: Words) -> str:
    """New starts so far against those planned by now."""
    known = [row for row in rows if row.started_new is not None]
    if not known or not rows[-1].planned_new:
        return words("No new starts planned in this selection")
    now = known[-1]
    gap = now.planned_new - (now.started_new or 0)
    if gap > 0:
        return words("New starts are {gap} behind the plan", gap=words.number(gap))
    return words("New starts keep up with the plan") if gap == 0 else words(
        "New starts are {gap} ahead of the plan", gap=words.number(-gap)
    )  # fmt: skip


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """Measure, unit and base."""
    planned = rows[-1].planned_new if rows else 0
    return words("Cumulative number of projects; base {planned} new starts of the year", planned=words.number(planned))


def draw(rows: Sequence[Row], words: Words) -> go.Figure:
    """Cumulative lines over the months of the year, each named at its end."""
    months = [words.month(row.month) for row in rows]
    known = [row for row in rows if row.started_new is not None]
    planned = _line(months, [row.planned_new for row in rows], words("New starts planned"), NEUTRAL, "dash")
    new = _line(months, [row.started_new for row in known], words("New starts"), ACCENT)
    resumed = _line(months, [row.resumed for row in known], words("Resumed"), NEUTRAL)
    figure = themed(planned, resumed, new)
    for line, above in ((planned, True), (resumed, True), (new, False)):
        if line.y:
            figure.add_annotation(**_named(line, above, words))
    figure.update_xaxes(
        type="category", categoryorder="array", categoryarray=months, range=[-0.3, 11.6],
        tickvals=months[::2], tickangle=0,
    )  # fmt: skip
    figure.update_yaxes(rangemode="tozero")
    return figure


def _line(months: list[str], values: Sequence[int | None], name: str, colour: str, dash: str = "solid") -> go.Scatter:
    return go.Scatter(
        x=months[: len(values)],
        y=list(values),
        name=name,
        mode="lines",
        line={"color": colour, "width": 2.5, "dash": dash},
        hovertemplate="%{x} %{y}<extra>" + name + "</extra>",
    )


def _named(line: go.Scatter, above: bool, words: Words) -> dict[str, object]:
    """The name of a line and its last value, at its end, clear of the line."""
    return {
        "x": line.x[-1], "y": line.y[-1], "text": f"{line.name} {words.number(line.y[-1])}", "showarrow": False,
        "xanchor": "right" if above else "left", "yanchor": "bottom" if above else "top",
        "yshift": 4 if above else -2, "xshift": 6 if above else 4, "font": {"color": line.line.color},
    }  # fmt: skip
