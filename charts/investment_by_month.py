"""Investment by month: the month's own investment beside an even plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import plotly.graph_objects as go

from charts import as_shown, is_month_over, leading, listed
from charts.theme import ACCENT, NEUTRAL, themed
from words import WAN_PER_YI, Words

QUERY = "investment_by_month"


class Row(NamedTuple):
    """The columns that this chart needs; `as_of` is the day of the month's snapshot."""

    month: int
    as_of: dt.date | None
    month_plan_wan: Decimal | None
    month_done_wan: Decimal | None


def finding(rows: Sequence[Row], words: Words) -> str:
    """The month with the most investment, and whether the last whole one reached the even plan."""
    known = [row for row in rows if row.month_done_wan is not None]
    if not known:
        return words("No month of this year has a report")
    most = leading(known, lambda row: as_shown(row.month_done_wan or Decimal(0)))
    money = words.money(most[0].month_done_wan)
    if (most[0].month_done_wan or 0) <= 0:
        return words("No investment was done this year in this selection")
    months = listed([words.month(row.month) for row in most], words)
    if len(known) == 1:
        strongest = words("{month} brought {money}", month=months, money=money)
    elif len(most) == 1:
        strongest = words("{month} was the strongest month with {money}", month=months, money=money)
    elif len(most) == len(known):
        strongest = words("Each month brought {money}", money=money)
    else:
        strongest = words("{months} were the strongest months with {money} each", months=months, money=money)
    return words("; ").join(filter(None, (strongest, _pace(known, words))))


def _pace(known: Sequence[Row], words: Words) -> str:
    """Whether the last month that is over reached the even plan; nothing without a plan."""
    over = [row for row in known if row.as_of and is_month_over(row.as_of) and row.month_plan_wan]
    if not over:
        return ""
    last = over[-1]
    if (last.month_done_wan or 0) >= (last.month_plan_wan or 0):
        return words("{month} kept up with the even plan", month=words.month(last.month))
    return words("{month} stayed under the even plan", month=words.month(last.month))


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
    values = [0, plan, *(value for value in bars.y if value is not None)]
    figure.update_yaxes(range=[1.15 * min(values), 1.15 * max(values) or 1])
    return figure
