"""The wall chart: the sponsored projects by leader, each with its planned and its actual time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from charts import leading, listed
from charts.lights import LIGHTS
from charts.theme import ACCENT, LATE, NEUTRAL, QUIET, SLIPPING, themed
from words import Words

QUERY = "sponsored_timetable"
WIDE = True
COLOURS = {"red": LATE, "yellow": SLIPPING, "grey": NEUTRAL, "green": ACCENT}
LINE, HEAD, TOP, LOWEST = 29, 52, 26, 200  # heights: a project, the head of a leader, the date above all, the least
NAME_ABOVE, HEAD_ABOVE, BETWEEN = 12, 17, 7  # a name above its bar, a leader above the years, a bar above the rule
RULED = 10  # of more years the heads name every second, third …


class Row(NamedTuple):
    """The columns that this chart needs."""

    as_of: dt.date
    sponsor: str
    sponsor_post: str | None
    name: str
    light: str
    planned_start: dt.date | None
    planned_finish: dt.date | None
    actual_start: dt.date | None
    resumed_on: dt.date | None
    actual_finish: dt.date | None
    is_started: bool
    milestones: int
    milestones_done: int
    milestones_overdue: int


class Leader(NamedTuple):
    """A leader with the projects, and how far down the head and each project stand."""

    sponsor: str
    rows: list[Row]
    head: int
    places: list[int]

    @property
    def late(self) -> int:
        """How many of the projects show the red light."""
        return sum(row.light == "red" for row in self.rows)


def finding(rows: Sequence[Row], words: Words) -> str:
    """Which leader has most late projects, and how many are late in all."""
    leaders = _leaders(rows)
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
    leaders = _leaders(rows)
    placed = [(row, -place) for leader in leaders for row, place in zip(leader.rows, leader.places, strict=True)]
    depth = leaders[-1].places[-1] + LINE if leaders else LOWEST
    figure = themed(_planned(placed), *(_spans(placed, light, run) for light in COLOURS for run in (True, False)))
    figure.update_layout(height=max(depth, LOWEST))
    figure.update_yaxes(
        range=[-depth, 0], fixedrange=True, showticklabels=False, tickvals=[y - BETWEEN for _, y in placed]
    )
    if rows:
        years = _years(rows)
        figure.add_traces([_names(placed, years[0], words), _heads(leaders, years[0], words), _ruler(leaders, years)])
        figure.update_xaxes(
            type="date", range=[dt.date(years[0], 1, 1), dt.date(years[-1] + 1, 1, 1)], showgrid=True,
            showticklabels=False, tickvals=[dt.date(year, 1, 1) for year in years],
        )  # fmt: skip
        _mark_date(figure, rows[0].as_of, words)
    return figure


def _leaders(rows: Sequence[Row]) -> list[Leader]:
    """The rows by sponsor, in their order, each set below the one before."""
    found: list[Leader] = []
    depth = TOP
    for sponsor in dict.fromkeys(row.sponsor for row in rows):
        own = [row for row in rows if row.sponsor == sponsor]
        first = depth + HEAD + NAME_ABOVE
        found.append(Leader(sponsor, own, depth + HEAD // 2, [first + LINE * place for place, _ in enumerate(own)]))
        depth = first + LINE * len(own) - NAME_ABOVE
    return found


def _years(rows: Sequence[Row]) -> list[int]:
    """From the first year that a row touches to the last one."""
    spans = [(row.as_of, row.planned_start, row.planned_finish, row.actual_start, row.actual_finish) for row in rows]
    days = [day for span in spans for day in span if day]
    return list(range(min(days).year, max(days).year + 1))


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


def _names(placed: Sequence[tuple[Row, int]], year: int, words: Words) -> go.Scatter:
    """The name of each project above its bar, from the left edge, so that a narrow screen cuts nothing off."""
    texts = [f'<span style="color:{COLOURS[row.light]}">{LIGHTS[row.light][0]}</span> {row.name}' for row, _ in placed]
    return _texts([year] * len(placed), [y + NAME_ABOVE for _, y in placed], texts, {"size": 12},
                  [_hover(row, words) for row, _ in placed])  # fmt: skip


def _heads(leaders: Sequence[Leader], year: int, words: Words) -> go.Scatter:
    """Each leader with the post, the number of projects and those late."""
    texts = []
    for leader in leaders:
        post = next((row.sponsor_post for row in leader.rows if row.sponsor_post), None)
        parts = [f"<b>{leader.sponsor}</b>", *([post] if post else [])]
        parts.append(words("{count} projects", count=words.number(len(leader.rows))))
        if leader.late:
            parts.append(f'<span style="color:{LATE}">{LIGHTS["red"][0]} {words.number(leader.late)}</span>')
        texts.append(" · ".join(parts))
    return _texts([year] * len(texts), [HEAD_ABOVE // 2 - leader.head for leader in leaders], texts, {"size": 14})


def _ruler(leaders: Sequence[Leader], years: Sequence[int]) -> go.Scatter:
    """The years under the head of every leader: wherever one has scrolled to, the axis is in sight."""
    named = years[:: -(-len(years) // RULED)]
    places = [(year, HEAD_ABOVE // 2 - HEAD_ABOVE - leader.head) for leader in leaders for year in named]
    return _texts([year for year, _ in places], [y for _, y in places], [str(year) for year, _ in places],
                  {"size": 11, "color": NEUTRAL})  # fmt: skip


def _texts(
    years: Sequence[int], y: Sequence[int], texts: Sequence[str], font: dict[str, object], hover: Sequence[str] = ()
) -> go.Scatter:
    """Texts to the right of the first day of a year."""
    return go.Scatter(
        x=[dt.date(year, 1, 1) for year in years], y=list(y), mode="text", text=list(texts), textfont=font,
        textposition="middle right", cliponaxis=False, hovertext=list(hover), hoverinfo="text" if hover else "skip",
    )  # fmt: skip


def _mark_date(figure: go.Figure, day: dt.date, words: Words) -> None:
    """The date as an upright line with its name above."""
    figure.add_vline(x=day.isoformat(), line={"color": NEUTRAL, "width": 1, "dash": "dot"}, layer="below")
    figure.add_annotation(
        x=day.isoformat(), y=0, text=words.date(day), showarrow=False, yanchor="top",
        font={"color": NEUTRAL, "size": 12},
    )  # fmt: skip


def _hover(row: Row, words: Words) -> str:
    shape, word = LIGHTS[row.light]
    begun = row.actual_start if row.is_started else None
    parts = [row.name, f"{shape} {words(word)}"]
    parts.append(words("planned {start} to {finish}", start=words.date(row.planned_start),
                       finish=words.date(row.planned_finish)))  # fmt: skip
    parts += [words("started {day}", day=words.date(begun))] if begun else []
    parts.append(words("milestones: {done} of {count} done, {overdue} overdue", done=row.milestones_done,
                       count=row.milestones, overdue=row.milestones_overdue))  # fmt: skip
    return "<br>".join(parts)
