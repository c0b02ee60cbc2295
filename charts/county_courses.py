"""Small multiples: each county's start rate over the year, on one scale."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from charts.theme import ACCENT, QUIET, themed
from data.city import city
from words import Words

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
    first = max(ends.values(), key=lambda row: row.started_pct)
    last = min(ends.values(), key=lambda row: row.started_pct)
    name = _name(last.county_code, words)
    if first.started_pct == last.started_pct:
        return words("All start rates stand at {pct}", pct=words.percent(last.started_pct))
    return words(
        "{county} is last with {pct}, {points} points behind {first}",
        county=name, pct=words.percent(last.started_pct), first=_name(first.county_code, words),
        points=words.number(first.started_pct - last.started_pct, 1),
    )  # fmt: skip


def _ends(rows: Sequence[Row]) -> dict[str | None, Row]:
    """The last row of each county; of the others only when there is no county."""
    ends = {row.county_code: row for row in rows}
    counties = {division.code for division in city().divisions if division.kind == "county"}
    return {code: row for code, row in ends.items() if code in counties} or ends


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """Measure, unit and base."""
    ends = {row.county_code: row for row in rows}
    return words(
        "Started ÷ all projects of the plan, % at each snapshot of the year; base {projects} projects",
        projects=words.number(sum(row.projects for row in ends.values())),
    )


def draw(rows: Sequence[Row], words: Words, marked: Sequence[str] = ()) -> go.Figure:
    """One small line chart a county, four in a row, all from 0 to 100%."""
    codes = list(dict.fromkeys(row.county_code for row in rows))
    lines = [_line([row for row in rows if row.county_code == code], place, marked) for place, code in enumerate(codes)]
    figure = themed(*lines)
    down = max(1, -(-len(codes) // ACROSS))
    for place, code in enumerate(codes):
        _panel(figure, place, down, lines[place], _name(code, words), words)
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
