"""The year's investment added up, against the even plan: the S-curve."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import plotly.graph_objects as go

from charts import as_shown, is_month_over
from charts.theme import ACCENT, NEUTRAL, themed
from words import WAN_PER_YI, Words

QUERY = "investment_by_month"


class Row(NamedTuple):
    """The columns that this chart needs; a month without a report has nothing done."""

    month: int
    as_of: dt.date | None
    plan_wan: Decimal | None
    done_wan: Decimal | None


def finding(rows: Sequence[Row], words: Words) -> str:
    """What is done against what an even plan would have done in the whole months by then."""
    known = [row for row in rows if row.done_wan is not None]
    if not known or not known[-1].plan_wan:
        return words("No investment is planned in this selection")
    now = known[-1]
    months_over = now.month if now.as_of and is_month_over(now.as_of) else now.month - 1
    expected = {row.month: row.plan_wan for row in rows}.get(months_over) or Decimal(0)
    gap = expected - (now.done_wan or Decimal(0))
    if not as_shown(gap):
        return words("Investment keeps up with the elapsed year")
    if gap > 0:
        return words("Investment is {gap} behind the elapsed year", gap=words.money(gap))
    return words("Investment is {gap} ahead of the elapsed year", gap=words.money(-gap))


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """Measure, unit and base."""
    plan = rows[-1].plan_wan if rows else None
    return words(
        "Cumulative investment done this year, 100m yuan; base: {plan} planned for the year", plan=words.yi(plan)
    )


def draw(rows: Sequence[Row], words: Words) -> go.Figure:
    """Two cumulative lines over the months, each named at its end, in 亿元."""
    months = [words.month(row.month) for row in rows]
    known = [row for row in rows if row.done_wan is not None]
    planned = _line(
        months, [float((row.plan_wan or 0) / WAN_PER_YI) for row in rows], words("Even plan"), NEUTRAL, "dash"
    )
    done = _line(
        [words.month(row.month) for row in known], [float((row.done_wan or 0) / WAN_PER_YI) for row in known],
        words("Done"), ACCENT,
    )  # fmt: skip
    figure = themed(planned, done)
    for line, right in ((planned, True), (done, False)):
        if line.y:
            figure.add_annotation(
                x=line.x[-1], y=line.y[-1], text=f"{line.name} {words.number(line.y[-1], 2)}", showarrow=False,
                xanchor="right" if right else "left", yanchor="bottom" if right else "top", xshift=6,
                font={"color": line.line.color},
            )  # fmt: skip
    figure.update_xaxes(
        type="category", categoryorder="array", categoryarray=months, range=[-0.3, 11.6], tickvals=months[::2],
        tickangle=0,
    )  # fmt: skip
    figure.update_yaxes(rangemode="tozero")
    return figure


def _line(months: Sequence[str], values: Sequence[float], name: str, colour: str, dash: str = "solid") -> go.Scatter:
    return go.Scatter(
        x=list(months), y=list(values), name=name, mode="lines", line={"color": colour, "width": 2.5, "dash": dash},
        hovertemplate="%{x} %{y:.2f}<extra>" + name + "</extra>",
    )  # fmt: skip
