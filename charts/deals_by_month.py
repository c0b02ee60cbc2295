"""Signed and landed by month: the money signed beside the money of it that landed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import plotly.graph_objects as go

from charts import as_shown, leading, listed
from charts.theme import ACCENT, MARK, themed
from words import WAN_PER_YI, Words

QUERY = "deals_by_month"
LABEL = 10  # two numbers a month on a phone


class Row(NamedTuple):
    """The columns that this chart needs; a month after the date has no amounts."""

    month: int
    signed_wan: Decimal | None
    landed_wan: Decimal | None


def finding(rows: Sequence[Row], words: Words) -> str:
    """The month in which the most was signed, and what has landed in all."""
    known = [row for row in rows if row.signed_wan]
    if not known:
        return words("Nothing was signed this year in this selection")
    most = leading(known, lambda row: as_shown(row.signed_wan or Decimal(0)))
    months, money = listed([words.month(row.month) for row in most], words), words.money(most[0].signed_wan)
    landed = words.money(sum((row.landed_wan or Decimal(0) for row in rows), Decimal(0)))
    if len(known) == 1:
        return words("{month} signed {money}; {landed} has landed this year", month=months, money=money, landed=landed)
    if len(most) > 1:
        return words("{months} signed the most, {money} each; {landed} has landed this year", months=months,
                     money=money, landed=landed)  # fmt: skip
    return words("{month} signed the most, {money}; {landed} has landed this year", month=months, money=money,
                 landed=landed)  # fmt: skip


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """Measure, unit, base and which bar is which."""
    signed = words.money(sum((row.signed_wan or Decimal(0) for row in rows), Decimal(0)))
    return words(
        "100m yuan by the month of signing (left bar) and of landing (right bar); base: {signed} signed", signed=signed
    )


def draw(rows: Sequence[Row], words: Words) -> go.Figure:
    """Two bars a month, in 亿元, each with its amount where there is one."""
    months = [words.month(row.month) for row in rows]
    signed = _bars(months, [row.signed_wan for row in rows], words("Signed"), ACCENT, words)
    landed = _bars(months, [row.landed_wan for row in rows], words("Landed"), MARK, words)
    figure = themed(signed, landed, bars_along="x")
    figure.update_layout(
        showlegend=True, legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom"}, bargap=0.25, bargroupgap=0.05
    )
    figure.update_xaxes(
        type="category", categoryorder="array", categoryarray=months, range=[-0.5, 11.5], tickvals=months[::2],
        tickangle=0,
    )  # fmt: skip
    values = [value for bars in (signed, landed) for value in bars.y if value is not None]
    figure.update_yaxes(range=[0, 1.15 * max([*values, 0]) or 1])
    return figure


def _bars(
    months: Sequence[str], amounts: Sequence[Decimal | None], name: str, colour: str, words: Words
) -> go.Bar:  # fmt: skip
    return go.Bar(
        name=name,
        x=list(months),
        y=[None if amount is None else float(amount / WAN_PER_YI) for amount in amounts],
        text=[words.number(amount / WAN_PER_YI, 1) if amount else "" for amount in amounts],
        textposition="outside",
        textangle=0,
        textfont={"size": LABEL},
        constraintext="none",
        cliponaxis=False,
        marker={"color": colour},
        hovertemplate="%{x} %{y:.2f}<extra>" + name + "</extra>",
    )
