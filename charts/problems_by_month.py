"""Problems by month: whether they are cleared as fast as they are raised."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from charts import is_month_over
from charts.theme import ACCENT, NEUTRAL, QUIET, themed
from words import Words

QUERY = "problems_by_month"


class Row(NamedTuple):
    """The columns that this chart needs; a month after the as-of date has no numbers, its own month has the date."""

    month: int
    as_of: dt.date | None
    raised: int | None
    cleared: int | None
    still_open: int | None


def finding(rows: Sequence[Row], words: Words) -> str:
    """The last month's raised against its cleared ones, and how many are open after it."""
    known = _known(rows)
    if not any(row.raised or row.cleared or row.still_open for row in known):
        return words("No problems this year in this selection")
    last = known[-1]
    raised, cleared = last.raised or 0, last.cleared or 0
    numbers = {"month": words.month(last.month), "raised": words.number(raised), "cleared": words.number(cleared),
               "still_open": words.number(last.still_open)}  # fmt: skip
    if last.as_of and not is_month_over(last.as_of):
        return words("{month} so far: {raised} problems raised, {cleared} cleared; {still_open} are open", **numbers)
    if raised > cleared:
        return words("{month}: more problems raised ({raised}) than cleared ({cleared}); {still_open} are open",
                     **numbers)  # fmt: skip
    if raised < cleared:
        return words("{month}: more problems cleared ({cleared}) than raised ({raised}); {still_open} are open",
                     **numbers)  # fmt: skip
    return words("{month}: as many problems cleared as raised ({raised}); {still_open} are open", **numbers)


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """Measure, unit and the year's sums."""
    known = _known(rows)
    return words(
        "Number of problems by month; base {raised} raised and {cleared} cleared this year; open at the month's end",
        raised=words.number(sum(row.raised or 0 for row in known)),
        cleared=words.number(sum(row.cleared or 0 for row in known)),
    )


def draw(rows: Sequence[Row], words: Words) -> go.Figure:
    """Two columns a month, and the line of those that are open at its end, each named."""
    known = _known(rows)
    months = [words.month(row.month) for row in known]
    still_open = go.Scatter(
        x=months,
        y=[row.still_open for row in known],
        name=words("Open"),
        mode="lines+markers",
        line={"color": NEUTRAL, "width": 2.5},
        hovertemplate="%{x} %{y}<extra>" + words("Open") + "</extra>",
    )
    figure = themed(
        _columns(months, [row.raised for row in known], words("Raised"), QUIET),
        _columns(months, [row.cleared for row in known], words("Cleared"), ACCENT),
        still_open,
    )
    figure.update_layout(barmode="group", showlegend=True, margin={"t": 32}, bargap=0.3,
                         legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom",
                                 "itemclick": False, "itemdoubleclick": False})  # fmt: skip
    figure.update_xaxes(type="category")
    figure.update_yaxes(rangemode="tozero")
    return figure


def _known(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if row.raised is not None]


def _columns(months: list[str], counts: Sequence[int | None], name: str, colour: str) -> go.Bar:
    return go.Bar(
        x=months,
        y=list(counts),
        name=name,
        marker={"color": colour},
        hovertemplate="%{x} %{y}<extra>" + name + "</extra>",
    )
