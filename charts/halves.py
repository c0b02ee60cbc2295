"""Two bar charts beside each other on one axis of names: by count at the left, by money at the right."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from charts.theme import themed
from words import Words

GAP = 0.08
ROOM_IN_HALF = 1.7  # half as wide, the numbers behind the bars take twice the share of the axis


def halves(
    names: Sequence[str], codes: Sequence[str | None], by_count: Sequence[float | None],
    by_money: Sequence[float | None], colours: Sequence[str], words: Words,
) -> go.Figure:  # fmt: skip
    """Shares in %, from bottom to top; a click gives the code."""
    left = _bars(by_count, names, codes, colours, words)
    right = _bars(by_money, names, codes, colours, words).update(xaxis="x2", yaxis="y2")
    figure = themed(left, right, bars_along="y")
    widest = max([*(value or 0 for value in (*by_count, *by_money)), 1])
    axis = {"visible": False, "range": [0, widest * ROOM_IN_HALF]}
    figure.update_layout(
        margin={"t": 28},
        xaxis={**axis, "domain": [0, 0.5 - GAP / 2]},
        xaxis2={**axis, "domain": [0.5 + GAP / 2, 1], "anchor": "y2"},
        yaxis2={"visible": False, "anchor": "x2", "matches": "y"},
        annotations=[_heading(words("By count"), 0), _heading(words("By money"), 0.5 + GAP / 2)],
    )
    return figure


def _heading(text: str, x: float) -> dict[str, object]:
    """The heading of one half, above its bars."""
    return {
        "text": f"<b>{text}</b>", "x": x, "y": 1, "xref": "paper", "yref": "paper", "xanchor": "left",
        "yanchor": "bottom", "showarrow": False,
    }  # fmt: skip


def _bars(
    values: Sequence[float | None], names: Sequence[str], codes: Sequence[str | None], colours: Sequence[str],
    words: Words,
) -> go.Bar:  # fmt: skip
    return go.Bar(
        orientation="h",
        x=list(values),
        y=list(names),
        customdata=list(codes),
        text=[words.percent(value) for value in values],
        textposition="outside",
        cliponaxis=False,
        marker={"color": list(colours)},
        hovertemplate="%{y} %{text}<extra></extra>",
    )
