"""Investment by county: where the money goes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import plotly.graph_objects as go

from charts import as_shown, leading, listed
from charts.theme import ACCENT, QUIET, ROOM_FOR_LABELS, themed
from data.city import city
from words import WAN_PER_YI, Words

QUERY = "investment_by_county"
SETS = "county"


class Row(NamedTuple):
    """The columns that this chart needs."""

    county_code: str
    projects: int
    total_wan: Decimal


def finding(rows: Sequence[Row], words: Words) -> str:
    """The county with the most money, and its share of all."""
    whole = sum(row.total_wan for row in rows)
    if not whole:
        return words("No investment in this selection")
    having = [row for row in rows if row.total_wan]
    first = leading(having, lambda row: as_shown(row.total_wan))
    name, pct = listed([_name(row, words) for row in first], words), words.percent(100 * first[0].total_wan / whole)
    if len(having) == 1:
        return words("{county} has all of the investment", county=name)
    if len(first) > 1:
        return words("{counties} have {pct} of the investment each", counties=name, pct=pct)
    return words("{county} has {pct} of the investment", county=name, pct=pct)


def _name(row: Row, words: Words) -> str:
    return city().label("county", row.county_code, words.language) or words("unknown")


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """Measure, unit and base."""
    return words(
        "Total investment by site, 100m yuan; base {projects} projects, {money}",
        projects=words.number(sum(row.projects for row in rows)),
        money=words.money(sum(row.total_wan for row in rows)),
    )


def draw(rows: Sequence[Row], words: Words, marked: Sequence[str] = ()) -> go.Figure:
    """Horizontal bars, largest on top, values in 亿元; the chosen counties stand out."""
    shown = [row for row in reversed(rows) if row.projects]
    bars = go.Bar(
        orientation="h",
        x=[float(row.total_wan / WAN_PER_YI) for row in shown],
        y=[_name(row, words) for row in shown],
        text=[words.yi(row.total_wan) for row in shown],
        customdata=[row.county_code for row in shown],
        marker={"color": [ACCENT if not marked or row.county_code in marked else QUIET for row in shown]},
        hovertemplate="%{y} %{text}<extra></extra>",
        textposition="outside",
        cliponaxis=False,
    )
    figure = themed(bars, bars_along="y")
    figure.update_xaxes(range=[0, ROOM_FOR_LABELS * max([float(row.total_wan / WAN_PER_YI) for row in shown] or [1])])
    return figure
