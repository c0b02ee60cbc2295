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
    planned = _line(months, [row.planned_new for row in rows], words("New starts planned"), NEUTRAL, words, "dash")
    new = _line(months, [row.started_new for row in known], words("New starts"), ACCENT, words)
    resumed = _line(months, [row.resumed for row in known], words("Resumed"), NEUTRAL, words)
    figure = themed(planned, resumed, new)
    figure.update_xaxes(type="category", categoryorder="array", categoryarray=months, range=[-0.3, 13.2])
    figure.update_yaxes(rangemode="tozero")
    return figure


def _line(
    months: list[str], values: Sequence[int | None], name: str, colour: str, words: Words, dash: str = "solid"
) -> go.Scatter:
    last = len(values) - 1
    return go.Scatter(
        x=months[: len(values)],
        y=list(values),
        name=name,
        mode="lines+text",
        line={"color": colour, "width": 2.5, "dash": dash},
        text=["" if index != last else f"{name} {words.number(value)}" for index, value in enumerate(values)],
        textposition="middle right" if last == 11 else "top center",
        textfont={"color": colour},
        hovertemplate="%{x} %{y}<extra>" + name + "</extra>",
        cliponaxis=False,
    )
