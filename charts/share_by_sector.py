"""Share by sector, by count and by money side by side: the two bases never mix."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import plotly.graph_objects as go

from charts.theme import sector_colour, themed
from data.city import city
from words import Words

QUERY = "share_by_sector"
GAP = 0.08
ROOM_IN_HALF = 1.7  # half as wide, the numbers behind the bars take twice the share of the axis


class Row(NamedTuple):
    """The columns that this chart needs."""

    sector: str
    projects: int
    total_wan: Decimal
    count_pct: float | None
    money_pct: float | None


def finding(rows: Sequence[Row], words: Words) -> str:
    """The largest sector by money, with its share by count."""
    known = [row for row in rows if row.money_pct is not None]
    if not known:
        return words("No projects in this selection")
    first = max(known, key=lambda row: row.money_pct or 0)
    return words(
        "{sector} has {money} of the money and {count} of the projects",
        sector=city().label("sector", first.sector, words.language),
        money=words.percent(first.money_pct),
        count=words.percent(first.count_pct),
    )


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """Measure, unit and the two bases."""
    return words(
        "Share in %: left by count (base {projects} projects), right by money (base {money})",
        projects=words.number(sum(row.projects for row in rows)),
        money=words.money(sum(row.total_wan for row in rows)),
    )


def draw(rows: Sequence[Row], words: Words) -> go.Figure:
    """Two bar charts beside each other on one axis of sectors; values in %."""
    shown = [row for row in reversed(rows) if row.projects]
    names = [city().label("sector", row.sector, words.language) for row in shown]
    colours = [sector_colour(row.sector) for row in shown]
    by_count = _bars([row.count_pct for row in shown], names, colours, words)
    by_money = _bars([row.money_pct for row in shown], names, colours, words).update(xaxis="x2", yaxis="y2")
    figure = themed(by_count, by_money, bars_along="y")
    widest = max([*(row.count_pct or 0 for row in shown), *(row.money_pct or 0 for row in shown), 1])
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


def _bars(values: Sequence[float | None], names: list[str], colours: list[str], words: Words) -> go.Bar:
    return go.Bar(
        orientation="h",
        x=list(values),
        y=names,
        text=[words.percent(value) for value in values],
        textposition="outside",
        cliponaxis=False,
        marker={"color": colours},
        hovertemplate="%{y} %{text}<extra></extra>",
    )
