"""Two bar charts beside each other on one axis of names: by count at the left, by money at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from charts.theme import FAINT, themed
from words import Words

GAP = 0.08
ROOM_IN_HALF = 1.7  # half as wide, the numbers behind the bars take twice the share of the axis


class Half(NamedTuple):
    """One side: its heading, its values with their texts, and the values before with theirs, drawn pale behind."""

    heading: str
    values: Sequence[float | None]
    texts: Sequence[str]
    before: Sequence[float | None] = ()
    texts_before: Sequence[str] = ()

    @property
    def widest(self) -> float:
        """The longest bar, 1 at least."""
        return max([*(value or 0 for value in (*self.values, *self.before)), 1])


def halves(
    names: Sequence[str], codes: Sequence[str | None], by_count: Sequence[float | None],
    by_money: Sequence[float | None], colours: Sequence[str], words: Words,
) -> go.Figure:  # fmt: skip
    """Shares in %, from bottom to top, both sides on one scale; a click gives the code."""
    left, right = [
        Half(heading, values, [words.percent(value) for value in values])
        for heading, values in ((words("By count"), by_count), (words("By money"), by_money))
    ]
    return beside(names, codes, left, right, colours, max(left.widest, right.widest))


def beside(
    names: Sequence[str], codes: Sequence[str | None], left: Half, right: Half, colours: Sequence[str],
    widest: float | None = None,
) -> go.Figure:  # fmt: skip
    """Two sides from bottom to top, each on its own scale or both on that of `widest`; a click gives the code."""
    traces = [*_bars(left, names, codes, colours), *(
        bars.update(xaxis="x2", yaxis="y2") for bars in _bars(right, names, codes, colours)
    )]  # fmt: skip
    figure = themed(*traces, bars_along="y")
    ranges = [{"visible": False, "range": [0, (widest or half.widest) * ROOM_IN_HALF]} for half in (left, right)]
    figure.update_layout(
        margin={"t": 28},
        barmode="overlay",
        xaxis={**ranges[0], "domain": [0, 0.5 - GAP / 2]},
        xaxis2={**ranges[1], "domain": [0.5 + GAP / 2, 1], "anchor": "y2"},
        yaxis2={"visible": False, "anchor": "x2", "matches": "y"},
        annotations=[_heading(left.heading, 0), _heading(right.heading, 0.5 + GAP / 2)],
    )
    return figure


def _heading(text: str, x: float) -> dict[str, object]:
    """The heading of one half, above its bars."""
    return {
        "text": f"<b>{text}</b>", "x": x, "y": 1, "xref": "paper", "yref": "paper", "xanchor": "left",
        "yanchor": "bottom", "showarrow": False,
    }  # fmt: skip


def _bars(half: Half, names: Sequence[str], codes: Sequence[str | None], colours: Sequence[str]) -> list[go.Bar]:
    now = go.Bar(
        orientation="h",
        x=list(half.values),
        y=list(names),
        customdata=list(codes),
        text=list(half.texts),
        textposition="outside",
        cliponaxis=False,
        marker={"color": list(colours)},
        hovertemplate="%{y} %{text}<extra></extra>",
    )
    if not half.before:
        return [now]
    before = go.Bar(
        orientation="h",
        x=list(half.before),
        y=list(names),
        width=0.8,
        marker={"color": FAINT},
        hovertext=[f"{name} {text}" for name, text in zip(names, half.texts_before, strict=True)],
        hoverinfo="text",
    )
    return [before, now.update(width=0.44)]
