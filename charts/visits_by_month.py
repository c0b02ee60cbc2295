"""On-site promotion by month: four activities, each a small bar chart of its own scale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from charts import leading, listed
from charts.theme import ACCENT, NEUTRAL, themed
from words import Words

QUERY = "visits_by_month"
WIDE = True
# The activities, from the effort to what it touched.
ACTIVITIES = {
    "person_times": "Trips",
    "day_times": "Person-days",
    "enterprises_visited": "Enterprises visited",
    "projects_matched": "Projects matched",
}
ACROSS, GAP = 2, 0.06
CHART_SHARE = 0.62  # of a panel's height; the rest holds its name and its sum
HEIGHT = 420


class Row(NamedTuple):
    """The columns that this chart needs; a month without a report has no numbers."""

    month: int
    person_times: int | None
    day_times: int | None
    enterprises_visited: int | None
    projects_matched: int | None


def finding(rows: Sequence[Row], words: Words) -> str:
    """The enterprises visited so far, and the month that saw the most of them."""
    known = [row for row in rows if row.enterprises_visited]
    if not known:
        return words("No visits are reported in this selection")
    total = sum(row.enterprises_visited or 0 for row in known)
    said = words("{count} enterprises visited this year", count=words.number(total))
    if len(known) == 1:
        return words("{said}, all in {month}", said=said, month=words.month(known[0].month))
    most = leading(known, lambda row: row.enterprises_visited or 0)
    if len(most) == len(known):
        return words("{said}, as many in each month", said=said)
    months = listed([words.month(row.month) for row in most], words)
    return words("{said}, most of them in {months} ({most})", said=said, months=months,
                 most=words.number(most[0].enterprises_visited))  # fmt: skip


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """Measure, unit and that it is no stage of a deal."""
    return words("Activity of each month, in numbers; each panel has its own scale; activity is no stage of a deal")


def draw(rows: Sequence[Row], words: Words) -> go.Figure:
    """Two by two panels over the twelve months, each with its name and its sum of the year."""
    months = [words.month(row.month) for row in rows]
    bars = [_bars(months, [getattr(row, name) for row in rows], place) for place, name in enumerate(ACTIVITIES)]
    figure = themed(*bars)
    for place, (name, label) in enumerate(ACTIVITIES.items()):
        total = sum(getattr(row, name) or 0 for row in rows)
        _panel(figure, place, f"<b>{words(label)}</b> {words.number(total)}", months)
    figure.update_layout(height=HEIGHT)
    return figure


def _bars(months: Sequence[str], values: Sequence[int | None], place: int) -> go.Bar:
    axis = str(place + 1) if place else ""
    return go.Bar(
        x=list(months),
        y=list(values),
        xaxis=f"x{axis}",
        yaxis=f"y{axis}",
        marker={"color": ACCENT},
        hovertemplate="%{x} %{y:,}<extra></extra>",
    )


def _panel(figure: go.Figure, place: int, name: str, months: list[str]) -> None:
    """Places a panel's axes and its name; the months are named where their bars stand."""
    axis = str(place + 1) if place else ""
    down = -(-len(ACTIVITIES) // ACROSS)
    left, top = (place % ACROSS) * (0.5 + GAP / 2), 1 - (place // ACROSS) / down
    bottom = top - 1 / down + 0.08
    figure.update_layout({
        f"xaxis{axis}": {"domain": [left, left + 0.5 - GAP / 2], "anchor": f"y{axis}", "type": "category",
                         "categoryorder": "array", "categoryarray": months, "tickvals": months[::3], "tickangle": 0,
                         "tickfont": {"color": NEUTRAL}, "automargin": False, "showgrid": False},
        f"yaxis{axis}": {"domain": [bottom, bottom + CHART_SHARE / down], "anchor": f"x{axis}", "visible": False,
                         "rangemode": "tozero"},
    })  # fmt: skip
    figure.add_annotation(
        x=left, y=top, xref="paper", yref="paper", xanchor="left", yanchor="top", showarrow=False, text=name,
    )  # fmt: skip
