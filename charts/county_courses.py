"""Small multiples: each county's start rate over the year, on one scale."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from charts import leading, listed
from charts.theme import ACCENT, QUIET, themed
from data.city import city
from words import Words, rounded

QUERY = "county_courses"
SETS = "county"
WIDE = True
ACROSS = 4
GAP = 0.03
ROW_HEIGHT = 170


class Row(NamedTuple):
    """The columns that this chart needs."""

    county_code: str | None
    as_of: dt.date
    projects: int
    started_pct: float


def finding(rows: Sequence[Row], words: Words) -> str:
    """The widest gap between two counties at the last date."""
    ends = _ends(rows)
    if not ends:
        return words("No projects in this selection")
    first = leading(ends, lambda row: rounded(row.started_pct, 1))
    last = leading(ends, lambda row: -rounded(row.started_pct, 1))
    name, pct = _names(last, words), words.percent(last[0].started_pct)
    if len(ends) == 1:
        return words("{county}: {pct} of the projects have started", county=name, pct=pct)
    if len(last) == len(ends):
        return words("All start rates stand at {pct}", pct=pct)
    points = words.number(first[0].started_pct - last[0].started_pct, 1)
    if len(last) > 1:
        return words("{counties} are last with {pct}, {points} points behind {first}", counties=name, pct=pct,
                     first=_names(first, words), points=points)  # fmt: skip
    return words("{county} is last with {pct}, {points} points behind {first}", county=name, pct=pct,
                 first=_names(first, words), points=points)  # fmt: skip


def _ends(rows: Sequence[Row]) -> list[Row]:
    """The rows of the last date, of the counties alone where there are some."""
    ends = _of_last_date(rows)
    counties = {division.code for division in city().divisions if division.kind == "county"}
    return [row for row in ends if row.county_code in counties] or ends


def _of_last_date(rows: Sequence[Row]) -> list[Row]:
    """A county that has left the plan since has no row there."""
    return [row for row in rows if row.as_of == max(row.as_of for row in rows)]


def _names(rows: Sequence[Row], words: Words) -> str:
    return listed([_name(row.county_code, words) for row in rows], words)


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """Measure, unit and base."""
    return words(
        "Started ÷ all projects of the plan, % at each snapshot of the year; base {projects} projects",
        projects=words.number(sum(row.projects for row in _of_last_date(rows))),
    )


def draw(rows: Sequence[Row], words: Words, marked: Sequence[str] = ()) -> go.Figure:
    """One small line chart a county, four in a row, all from 0 to 100%."""
    codes = list(dict.fromkeys(row.county_code for row in rows))
    lines = [_line([row for row in rows if row.county_code == code], place, marked) for place, code in enumerate(codes)]
    figure = themed(*lines)
    down = max(1, -(-len(codes) // ACROSS))
    days = sorted({row.as_of for row in rows})
    for place, code in enumerate(codes):
        _panel(figure, place, down, lines[place], _name(code, words), words)
    if len(days) > 1:
        figure.update_xaxes(range=[days[0], days[-1]])
    figure.update_layout(height=down * ROW_HEIGHT + 40, margin={"t": 30})
    return figure


def _name(code: str | None, words: Words) -> str:
    return city().label("county", code, words.language) or words("unknown")


def _line(rows: Sequence[Row], place: int, marked: Sequence[str]) -> go.Scatter:
    axis = "" if place == 0 else str(place + 1)
    code = rows[0].county_code
    return go.Scatter(
        x=[row.as_of for row in rows],
        y=[row.started_pct for row in rows],
        xaxis=f"x{axis}",
        yaxis=f"y{axis}",
        mode="lines",
        fill="tozeroy",
        line={"color": ACCENT if not marked or code in marked else QUIET, "width": 2},
        customdata=[code for _ in rows],
        hovertemplate="%{x|%Y-%m-%d} %{y:.1f}%<extra></extra>",
    )


def _panel(figure: go.Figure, place: int, down: int, line: go.Scatter, name: str, words: Words) -> None:
    axis = "" if place == 0 else str(place + 1)
    left, top = (place % ACROSS) / ACROSS, 1 - (place // ACROSS) / down
    width, height = 1 / ACROSS - GAP, 1 / down * 0.68
    hidden = {"visible": False, "showgrid": False}
    figure.update_layout({
        f"xaxis{axis}": {**hidden, "domain": [left, left + width], "anchor": f"y{axis}"},
        f"yaxis{axis}": {**hidden, "domain": [top - 1 / down * 0.94, top - 1 / down * 0.94 + height],
                         "range": [0, 105], "anchor": f"x{axis}"},
    })  # fmt: skip
    figure.add_annotation(
        x=left, y=top, xref="paper", yref="paper", xanchor="left", yanchor="top", showarrow=False,
        text=f"<b>{name}</b><br>{words.percent(line.y[-1])}", align="left",
    )  # fmt: skip
