"""One project's investment of the year, month by month, against its plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import plotly.graph_objects as go

from charts import is_month_over
from charts.theme import ACCENT, NEUTRAL, themed
from words import Words, rounded

QUERY = "project_money"
LOW = 0.15  # of the highest amount: below it there is no room for a name under the line


class Row(NamedTuple):
    """The columns that this chart needs; a month without a report has no amount."""

    month: int
    as_of: dt.date | None
    plan_wan: Decimal | None
    done_wan: Decimal | None


def finding(rows: Sequence[Row], words: Words) -> str:
    """How much of the year's plan is done, beside the part of the year that has passed."""
    known = [row for row in rows if row.done_wan is not None]
    plan = rows[-1].plan_wan if rows else None
    if not known:
        return words("No investment is reported for this year")
    if not plan:
        return words("No investment is planned for this year")
    now = known[-1]
    months_over = now.month if now.as_of and is_month_over(now.as_of) else now.month - 1
    done = 100 * (now.done_wan or Decimal(0)) / plan
    gap = rounded(done, 1) - rounded(Decimal(100 * months_over) / 12, 1)
    said = {"pct": words.percent(done), "points": words.number(abs(gap), 1)}
    if not gap:
        return words("{pct} of the year's plan is done, as much as of the year", pct=said["pct"])
    if gap < 0:
        return words("{pct} of the year's plan is done, {points} points under the elapsed year", **said)
    return words("{pct} of the year's plan is done, {points} points over the elapsed year", **said)


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """Measure, unit and base."""
    plan = rows[-1].plan_wan if rows else None
    return words(
        "Cumulative investment done this year, 10,000 yuan; base: {plan} planned for the year", plan=words.number(plan)
    )


def draw(rows: Sequence[Row], words: Words) -> go.Figure:
    """What the snapshots report as done, month by month, and the even plan; in 万元."""
    months = [words.month(row.month) for row in rows]
    planned = [row for row in rows if row.plan_wan is not None]
    known = [row for row in rows if row.done_wan is not None]
    plan = _line(
        [words.month(row.month) for row in planned], [row.plan_wan for row in planned], words("Even plan"), NEUTRAL,
        "lines", "dash",
    )  # fmt: skip
    done = _line(
        [words.month(row.month) for row in known], [row.done_wan for row in known], words("Done"), ACCENT,
        "lines+markers",
    )  # fmt: skip
    figure = themed(plan, done)
    for line, right in ((plan, True), (done, False)):
        if line.y:
            figure.add_annotation(
                x=line.x[-1], y=line.y[-1], text=f"{line.name} {words.number(line.y[-1])}", showarrow=False,
                xanchor="right" if right else "left", xshift=6,
                yanchor="bottom" if right or line.y[-1] < LOW * max([*plan.y, *done.y]) else "top",
                font={"color": line.line.color},
            )  # fmt: skip
    figure.update_xaxes(
        type="category", categoryorder="array", categoryarray=months, range=[-0.3, 11.6], tickvals=months[::2],
        tickangle=0,
    )  # fmt: skip
    figure.update_yaxes(rangemode="tozero", tickformat=",")
    return figure


def _line(
    months: Sequence[str], values: Sequence[Decimal | None], name: str, colour: str, mode: str, dash: str = "solid"
) -> go.Scatter:  # fmt: skip
    return go.Scatter(
        x=list(months), y=[float(value or 0) for value in values], name=name, mode=mode,
        line={"color": colour, "width": 2.5, "dash": dash}, marker={"size": 7},
        hovertemplate="%{x} %{y:,.0f}<extra>" + name + "</extra>",
    )  # fmt: skip
