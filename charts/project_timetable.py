"""The timetable of one project: when each milestone was planned and when it was done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from charts import drawn, leading, listed
from charts.theme import ACCENT, LATE, NEUTRAL, themed
from words import Words

QUERY = "project_timetable"
WIDE = True
ROW_HEIGHT, FRAME_HEIGHT, LOWEST = 34, 96, 320
COMMITTED = "★"


class Row(NamedTuple):
    """The columns that this chart needs."""

    as_of: dt.date
    milestone: str
    is_commitment: bool
    due_on: dt.date
    done_on: dt.date | None
    late_days: int | None
    planned_finish: dt.date | None


def finding(rows: Sequence[Row], words: Words) -> str:
    """Which milestone is late most, or that none is."""
    if not rows:
        return words("No milestones are planned")
    late = [row for row in rows if row.late_days]
    if not late:
        done = sum(row.done_on is not None for row in rows)
        return words("{done} of {count} milestones are done, none is late", done=done, count=len(rows))
    worst = leading(late, lambda row: row.late_days or 0)
    names, days = listed([row.milestone for row in worst], words), words.number(worst[0].late_days)
    if len(late) == len(worst):
        return words("{names}: {days} days late", names=names, days=days)
    return words(
        "{count} milestones are late, most of all {names}: {days} days", count=len(late), names=names, days=days
    )


def subtitle(_rows: Sequence[Row], words: Words) -> str:
    """What the marks mean."""
    return words("◇ planned, ● done, {mark} in the letter of commitment; red is late", mark=COMMITTED)


def draw(rows: Sequence[Row], words: Words) -> go.Figure:
    """A line a milestone, from the day it was planned to the day it was done, or to the date while it is late."""
    planned = go.Scatter(
        x=[row.due_on for row in rows], y=[-place for place, _ in enumerate(rows)], mode="markers",
        marker={"symbol": "diamond-open", "size": 11, "color": NEUTRAL, "line": {"width": 2}},
        hovertext=[_hover(row, words) for row in rows], hoverinfo="text",
    )  # fmt: skip
    done = [(place, row) for place, row in enumerate(rows) if row.done_on]
    actual = go.Scatter(
        x=[row.done_on for _, row in done], y=[-place for place, _ in done], mode="markers",
        marker={"size": 10, "color": [LATE if row.late_days else ACCENT for _, row in done]},
        hovertext=[_hover(row, words) for _, row in done], hoverinfo="text",
    )  # fmt: skip
    figure = themed(_stretches(rows, LATE, True), _stretches(rows, ACCENT, False), planned, actual,
                    _how_late(rows, words))  # fmt: skip
    figure.update_layout(height=max(LOWEST, ROW_HEIGHT * len(rows) + FRAME_HEIGHT), margin={"t": 26})
    figure.update_yaxes(
        tickvals=[-place for place, _ in enumerate(rows)], ticktext=[_named(row) for row in rows], showgrid=False,
        range=[-max(len(rows), 1) + 0.4, 0.6],
    )  # fmt: skip
    figure.update_xaxes(type="date", showgrid=True, tickformat="%Y-%m", nticks=5, tickangle=0)
    if rows:
        _marked(figure, rows, words)
    return figure


def _stretches(rows: Sequence[Row], colour: str, late: bool) -> go.Scatter:
    """From the planned day to the day it was done: those that are late, or those that aren't."""
    x: list[dt.date | None] = []
    y: list[int | None] = []
    for place, row in enumerate(rows):
        end = row.done_on or (row.as_of if row.late_days else None)
        if end and bool(row.late_days) == late and end != row.due_on:
            x += [row.due_on, end, None]
            y += [-place, -place, None]
    return go.Scatter(x=x, y=y, mode="lines", line={"color": colour, "width": 3}, hoverinfo="skip")


def _how_late(rows: Sequence[Row], words: Words) -> go.Scatter:
    """By how many days, at the right end of each late stretch."""
    late = [(place, row) for place, row in enumerate(rows) if row.late_days]
    return go.Scatter(
        x=[row.done_on or row.as_of for _, row in late], y=[-place for place, _ in late], mode="text",
        text=[f"  {words('{days} days', days=words.number(row.late_days))}" for _, row in late],
        textposition="middle right", textfont={"color": LATE}, hoverinfo="skip", cliponaxis=False,
    )  # fmt: skip


def _marked(figure: go.Figure, rows: Sequence[Row], words: Words) -> None:
    """The date and the planned finish as upright lines, each named at an end of its own."""
    finish = next((row.planned_finish for row in rows if row.planned_finish), None)
    for day, name, at_top, dash in ((rows[0].as_of, words("the date"), False, "dot"),
                                    (finish, words("planned finish"), True, "dash")):  # fmt: skip
        if day:
            figure.add_vline(x=day.isoformat(), line={"color": NEUTRAL, "width": 1, "dash": dash})
            figure.add_annotation(
                x=day.isoformat(), y=1 if at_top else 0, yref="paper", text=name, showarrow=False,
                xanchor="right", yanchor="bottom", xshift=-4,
                font={"color": NEUTRAL, "size": 11},
            )  # fmt: skip


def _named(row: Row) -> str:
    return f"{COMMITTED} {drawn(row.milestone)}" if row.is_commitment else drawn(row.milestone)


def _hover(row: Row, words: Words) -> str:
    parts = [_named(row), words("planned {day}", day=words.date(row.due_on))]
    parts += [words("done {day}", day=words.date(row.done_on))] if row.done_on else []
    parts += [words("{days} days late", days=words.number(row.late_days))] if row.late_days else []
    return "<br>".join(parts)
