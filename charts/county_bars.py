"""The rows beside the map: every county, the city's own level and cross-county projects by the same measure."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from charts import county_measures
from charts.county_measures import Row, base_said, change_said, chosen_measure, name_of, said, value_of
from charts.theme import ACCENT, QUIET, ROOM_FOR_LABELS, themed
from words import Words

__all__ = ["MEASURES", "QUERY", "SETS", "Row", "draw", "finding", "subtitle"]

QUERY = "county_measures"
SETS = "county"
MEASURES = county_measures.MEASURES


def finding(rows: Sequence[Row], words: Words, measure: str = "") -> str:
    """How many lie above the middle of the city's rows, and how far apart first and last are."""
    shown = chosen_measure(measure)
    values = sorted((value for row in rows if (value := value_of(row, shown)) is not None), reverse=True)
    if not values or not values[0]:
        return words("No projects in this selection")
    if len(values) == 1:
        only = next(row for row in rows if value_of(row, shown) is not None)
        return words("{measure}: {county} {value}", measure=words(shown.label), county=name_of(only, words),
                     value=said(only, shown, words))  # fmt: skip
    if shown.unit == "pct":
        gap = words.number(values[0] - values[-1], 1)
        return words("{measure}: {points} points between the first and the last row", measure=words(shown.label),
                     points=gap)  # fmt: skip
    share = words.percent(100 * sum(values[:2]) / sum(values))
    return words("{measure}: the two largest rows hold {pct}", measure=words(shown.label), pct=share)


def subtitle(rows: Sequence[Row], words: Words, measure: str = "") -> str:
    """Measure, unit and base."""
    return base_said(rows, chosen_measure(measure), words)


def draw(rows: Sequence[Row], words: Words, marked: Sequence[str] = (), measure: str = "") -> go.Figure:
    """Horizontal bars, largest on top, with the change since the compared date; the chosen rows stand out."""
    shown = chosen_measure(measure)
    lines = sorted((row for row in rows if row.projects), key=lambda row: value_of(row, shown) or 0)
    values = [value_of(row, shown) or 0 for row in lines]
    bars = go.Bar(
        orientation="h",
        x=values,
        y=[name_of(row, words) for row in lines],
        text=[_text(row, shown, words) for row in lines],
        customdata=[row.county_code for row in lines],
        marker={"color": [ACCENT if not marked or row.county_code in marked else QUIET for row in lines]},
        hovertemplate="%{y} %{text}<extra></extra>",
        textposition="outside",
        cliponaxis=False,
    )
    figure = themed(bars, bars_along="y")
    figure.update_layout(height=420)
    figure.update_xaxes(range=[0, ROOM_FOR_LABELS * 1.3 * max([*values, 0.001])])
    return figure


def _text(row: Row, shown: county_measures.Measure, words: Words) -> str:
    change = change_said(row, shown, words)
    return said(row, shown, words) + (words.wrapped(change) if change else "")
