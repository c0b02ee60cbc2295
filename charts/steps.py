"""Steps from one level to another as floating bars, named and numbered: bridges and waterfalls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from charts.theme import ACCENT, NEUTRAL, QUIET, themed

ROOM = 0.95  # of the levels' range, left free at the right for the numbers


class Step(NamedTuple):
    """One line: its name, where it begins and ends, what is written beside it; a level has `begin` = `end`."""

    label: str
    begin: float
    end: float
    text: str
    code: str = ""


def stepped(steps: Sequence[Step], marked: Sequence[str] = ()) -> go.Figure:
    """The steps from top to bottom: levels as dots, changes as bars from where the last one ended."""
    lines = list(reversed(steps))
    levels = [step for step in lines if step.begin == step.end and not step.code]
    changes = [step for step in lines if step not in levels]
    bars = go.Bar(
        orientation="h",
        y=[step.label for step in changes],
        base=[min(step.begin, step.end) for step in changes],
        x=[abs(step.end - step.begin) for step in changes],
        marker={"color": [_colour(step, marked) for step in changes]},
        customdata=[step.code or None for step in changes],
        hovertext=[f"{step.label} {step.text}" for step in changes],
        hoverinfo="text",
    )
    dots = go.Scatter(
        x=[step.begin for step in levels],
        y=[step.label for step in levels],
        mode="markers",
        marker={"color": NEUTRAL, "size": 12, "symbol": "diamond"},
        hovertext=[f"{step.label} {step.text}" for step in levels],
        hoverinfo="text",
    )
    figure = themed(bars, dots, bars_along="y")
    low = min([min(step.begin, step.end) for step in steps], default=0)
    high = max([max(step.begin, step.end) for step in steps], default=1)
    width = (high - low) or abs(high) or 1
    figure.update_xaxes(range=[low - 0.08 * width, high + ROOM * width], rangemode="normal")
    figure.update_yaxes(categoryorder="array", categoryarray=[step.label for step in lines])
    for step in lines:
        figure.add_annotation(
            x=max(step.begin, step.end), y=step.label, text=step.text, showarrow=False, xanchor="left", xshift=9
        )
    return figure


def _colour(step: Step, marked: Sequence[str]) -> str:
    if marked and step.code not in marked:
        return QUIET
    return ACCENT if step.end >= step.begin else NEUTRAL
