"""What is written on the wall chart: the leaders, the years below each of them, and the names of the projects."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import plotly.graph_objects as go

from charts import drawn
from charts.lights import LIGHTS
from charts.sponsored_leaders import NAME_ABOVE, Leader, Row
from charts.theme import ACCENT, LATE, NEUTRAL, SLIPPING
from words import Words

COLOURS = {"red": LATE, "yellow": SLIPPING, "grey": NEUTRAL, "green": ACCENT}
HEAD_ABOVE = 17  # how far a leader stands above the years
RULED = 10  # of more years the heads name every second, third …


def project_names(placed: Sequence[tuple[Row, int]], year: int, words: Words) -> go.Scatter:
    """The name of each project above its bar, from the left edge, so that a narrow screen cuts nothing off."""
    texts = [
        f'<span style="color:{COLOURS[row.light]}">{LIGHTS[row.light][0]}</span> {drawn(row.name)}' for row, _ in placed
    ]
    return _texts([year] * len(placed), [y + NAME_ABOVE for _, y in placed], texts, {"size": 12},
                  [_hover(row, words) for row, _ in placed])  # fmt: skip


def heads(leaders: Sequence[Leader], year: int, words: Words) -> go.Scatter:
    """Each leader with the post, the number of projects and those late."""
    texts = []
    for leader in leaders:
        post = next((row.sponsor_post for row in leader.rows if row.sponsor_post), None)
        parts = [f"<b>{drawn(leader.sponsor)}</b>", *([drawn(post)] if post else [])]
        parts.append(words("{count} projects", count=words.number(len(leader.rows))))
        if leader.late:
            parts.append(f'<span style="color:{LATE}">{LIGHTS["red"][0]} {words.number(leader.late)}</span>')
        texts.append(" · ".join(parts))
    return _texts([year] * len(texts), [HEAD_ABOVE // 2 - leader.head for leader in leaders], texts, {"size": 14})


def ruler(leaders: Sequence[Leader], years: Sequence[int]) -> go.Scatter:
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


def _hover(row: Row, words: Words) -> str:
    shape, word = LIGHTS[row.light]
    begun = row.actual_start if row.is_started else None
    parts = [drawn(row.name), f"{shape} {words(word)}"]
    parts.append(words("planned {start} to {finish}", start=words.date(row.planned_start),
                       finish=words.date(row.planned_finish)))  # fmt: skip
    parts += [words("started {day}", day=words.date(begun))] if begun else []
    parts.append(words("milestones: {done} of {count} done, {overdue} overdue", done=row.milestones_done,
                       count=row.milestones, overdue=row.milestones_overdue))  # fmt: skip
    return "<br>".join(parts)
