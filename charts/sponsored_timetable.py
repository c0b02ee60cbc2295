"""The wall chart: the sponsored projects by leader, each with its planned and its actual time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import plotly.graph_objects as go

from charts import leading, listed
from charts.lights import LIGHTS
from charts.sponsored_leaders import LINE, Row, by_leader, years_of
from charts.sponsored_texts import COLOURS, heads, project_names, ruler
from charts.theme import NEUTRAL, QUIET, themed
from words import Words

QUERY = "sponsored_timetable"
WIDE = True
LOWEST, BETWEEN = 200, 7  # the least height, and how far below a bar the rule between two projects runs


def finding(rows: Sequence[Row], words: Words) -> str:
    """Which leader has most late projects, and how many are late in all."""
    leaders = by_leader(rows)
    if not leaders:
        return words("No project of this selection has a sponsor")
    late, count = sum(leader.late for leader in leaders), words.number(len(rows))
    if not late:
        return words("No sponsored project is late; base {projects}", projects=count)
    if len(leaders) == 1:
        return words("{leader}: {late} of {projects} projects are late", leader=leaders[0].sponsor,
                     late=words.number(late), projects=count)  # fmt: skip
    first = leading(leaders, lambda leader: leader.late)
    said = {"leaders": listed([leader.sponsor for leader in first], words), "most": words.number(first[0].late),
            "late": words.number(late), "projects": count}  # fmt: skip
    if len(first) == 1:
        return words(
            "{leaders} has the most late projects: {most} of {own}; {late} of {projects} sponsored ones are late",
            own=words.number(len(first[0].rows)), **said,
        )  # fmt: skip
    return words(
        "{leaders} have the most late projects: {most} each; {late} of {projects} sponsored ones are late", **said
    )


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """What the lines and colours mean, and the base."""
    lights = " ".join(f"{shape} {words(word)}" for shape, word in LIGHTS.values())
    return words(
        "Thin: planned; thick: actual, up to the date; dotted: not started or not resumed; colour and shape: {lights}; "
        "base {projects} sponsored projects", lights=lights, projects=words.number(len(rows)),
    )  # fmt: skip


def draw(rows: Sequence[Row], words: Words) -> go.Figure:
    """A line a project under the head of its leader, who carries the years; the date runs through all of them."""
    leaders = by_leader(rows)
    placed = [(row, -place) for leader in leaders for row, place in zip(leader.rows, leader.places, strict=True)]
    depth = leaders[-1].places[-1] + LINE if leaders else LOWEST
    figure = themed(_planned(placed), *(_spans(placed, light, run) for light in COLOURS for run in (True, False)))
    figure.update_layout(height=max(depth, LOWEST))
    figure.update_yaxes(
        range=[-depth, 0], fixedrange=True, showticklabels=False, tickvals=[y - BETWEEN for _, y in placed]
    )
    if rows:
        years = years_of(rows)
        figure.add_traces(
            [project_names(placed, years[0], words), heads(leaders, years[0], words), ruler(leaders, years)]
        )
        figure.update_xaxes(
            type="date", range=[dt.date(years[0], 1, 1), dt.date(years[-1] + 1, 1, 1)], showgrid=True,
            showticklabels=False, tickvals=[dt.date(year, 1, 1) for year in years],
        )  # fmt: skip
        _mark_date(figure, rows[0].as_of, years, words)
    return figure


def _planned(placed: Sequence[tuple[Row, int]]) -> go.Scatter:
    spans = [(row.planned_start, row.planned_finish, y) for row, y in placed]
    return _lines(spans, {"color": QUIET, "width": 3})


def _spans(placed: Sequence[tuple[Row, int]], light: str, has_run: bool) -> go.Scatter:
    """The actual time of the projects with this light, or the time for which they have been waited for."""
    own = [(row, y) for row, y in placed if row.light == light and bool(row.is_started or row.actual_finish) == has_run]
    if has_run:
        spans = [(row.actual_start or row.resumed_on, row.actual_finish or row.as_of, y) for row, y in own]
        return _lines(spans, {"color": COLOURS[light], "width": 9})
    waited = [(row.planned_start, row.as_of, y) for row, y in own if (row.planned_start or row.as_of) < row.as_of]
    return _lines(waited, {"color": COLOURS[light], "width": 3, "dash": "dot"})


def _lines(spans: Sequence[tuple[dt.date | None, dt.date | None, int]], line: dict[str, object]) -> go.Scatter:
    """Separate stretches as one trace; one that lacks an end isn't drawn."""
    x: list[dt.date | None] = []
    y: list[int | None] = []
    for first, last, place in spans:
        if first and last:
            x += [first, last, None]
            y += [place, place, None]
    return go.Scatter(x=x, y=y, mode="lines", line=line, hoverinfo="skip")


def _mark_date(figure: go.Figure, day: dt.date, years: Sequence[int], words: Words) -> None:
    """The date as an upright line with its name above, on the side that has more room."""
    before, after = day - dt.date(years[0], 1, 1), dt.date(years[-1] + 1, 1, 1) - day
    figure.add_vline(x=day.isoformat(), line={"color": NEUTRAL, "width": 1, "dash": "dot"}, layer="below")
    figure.add_annotation(
        x=day.isoformat(), y=0, text=words.date(day), showarrow=False, yanchor="top",
        xanchor="right" if before > after else "left", xshift=-4 if before > after else 4,
        font={"color": NEUTRAL, "size": 12},
    )  # fmt: skip
