"""Investment by month: the month's own investment beside an even plan."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import plotly.graph_objects as go

from charts.theme import ACCENT, NEUTRAL, themed
from words import WAN_PER_YI, Words

QUERY = "investment_by_month"


class Row(NamedTuple):
    """The columns that this chart needs; a month without a report has no own investment."""

    month: int
    month_plan_wan: Decimal | None
    month_done_wan: Decimal | None


def finding(rows: Sequence[Row], words: Words) -> str:
    """The month with the most investment, and whether the last one reached the even plan."""
    known = [row for row in rows if row.month_done_wan is not None]
    if not known:
        return words("No month of this year has a report")
    most = max(known, key=lambda row: row.month_done_wan or 0)
    last = known[-1]
    values = {
        "most": words.month(most.month), "money": words.money(most.month_done_wan), "last": words.month(last.month),
    }  # fmt: skip
    if (last.month_done_wan or 0) >= (last.month_plan_wan or 0):
        return words("{most} was the strongest month with {money}; {last} kept up with the even plan", **values)
    return words("{most} was the strongest month with {money}; {last} stayed under the even plan", **values)


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """Measure, unit and base."""
    plan = rows[0].month_plan_wan if rows else None
    return words(
        "Investment of each month, 100m yuan; line: the year's plan spread evenly, {plan} a month", plan=words.yi(plan)
    )


def draw(rows: Sequence[Row], words: Words) -> go.Figure:
    """A bar a month and the even plan as a line, in 亿元."""
    months = [words.month(row.month) for row in rows]
    bars = go.Bar(
        x=months,
        y=[None if row.month_done_wan is None else float(row.month_done_wan / WAN_PER_YI) for row in rows],
        text=["" if row.month_done_wan is None else words.yi(row.month_done_wan) for row in rows],
        textposition="outside",
        textangle=0,
        cliponaxis=False,
        marker={"color": ACCENT},
        hovertemplate="%{x} %{text}<extra></extra>",
    )
    plan = float((rows[0].month_plan_wan or 0) / WAN_PER_YI) if rows else 0
    figure = themed(bars, bars_along="x")
    figure.add_hline(y=plan, line={"color": NEUTRAL, "width": 2, "dash": "dash"})
    figure.add_annotation(
        x=1, xref="paper", y=plan, text=f"{words('Even plan')} {words.number(plan, 2)}", showarrow=False,
        xanchor="right", yanchor="bottom", font={"color": NEUTRAL},
    )  # fmt: skip
    figure.update_xaxes(type="category", categoryorder="array", categoryarray=months, range=[-0.5, 11.5])
    highest = max([plan, *(value for value in bars.y if value is not None)])
    figure.update_yaxes(range=[0, 1.15 * highest or 1])
    return figure
