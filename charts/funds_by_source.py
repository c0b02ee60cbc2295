"""Funds in place by source: where the money that has arrived comes from."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import plotly.graph_objects as go

from charts import as_shown, leading, listed
from charts.theme import ACCENT, ROOM_FOR_LABELS, themed
from words import WAN_PER_YI, Words

QUERY = "funds_by_source"
SOURCES = {
    "central": "Central budget",
    "bond": "Special bonds",
    "bank": "Bank loans",
    "own": "Own funds",
    "other": "Other sources",
}


class Row(NamedTuple):
    """The columns that this chart needs."""

    source: str
    funds_wan: Decimal
    money_pct: float | None


def finding(rows: Sequence[Row], words: Words) -> str:
    """The largest source and its share; sources that exceed what has arrived are said first."""
    if not any(row.funds_wan for row in rows):
        return words("No funds are in place in this selection")
    lacking = [row.funds_wan for row in rows if row.funds_wan < 0]
    if lacking:
        return words("The sources add up to {money} more than the funds in place", money=words.money(-sum(lacking)))
    having = [row for row in rows if row.funds_wan]
    most = leading(having, lambda row: as_shown(row.funds_wan))
    name, pct = listed([words(SOURCES[row.source]) for row in most], words), words.percent(most[0].money_pct)
    if len(having) == 1:
        return words("All funds in place come from one source: {source}", source=name)
    if len(most) > 1:
        return words("{sources}: {pct} of the funds in place each", sources=name, pct=pct)
    return words("{source}: {pct} of the funds in place", source=name, pct=pct)


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """Measure, unit and base."""
    return words("Funds in place, 100m yuan; base {money}", money=words.money(sum(row.funds_wan for row in rows)))


def draw(rows: Sequence[Row], words: Words) -> go.Figure:
    """Horizontal bars in the ledger's order, values in 亿元."""
    shown = list(reversed(rows))
    values = [float(row.funds_wan / WAN_PER_YI) for row in shown]
    bars = go.Bar(
        orientation="h",
        x=values,
        y=[words(SOURCES[row.source]) for row in shown],
        text=[f"{words.yi(row.funds_wan)} · {words.percent(row.money_pct)}" for row in shown],
        marker={"color": ACCENT},
        hovertemplate="%{y} %{text}<extra></extra>",
        textposition="outside",
        cliponaxis=False,
    )
    figure = themed(bars, bars_along="y")
    figure.update_xaxes(range=[min([0, *values]), ROOM_FOR_LABELS * 1.45 * max([*values, 1])])
    return figure
