"""The phases of the campaigns on a time axis, with the due dates of their targets and the date."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from charts import listed
from charts.theme import ACCENT, BORDER, FAINT, LATE, NEUTRAL, QUIET, themed
from data.city import city
from words import Words

QUERY = "campaign_phases"
WIDE = True
COLOURS = {"past": QUIET, "running": ACCENT, "ahead": FAINT, "overdue": LATE}
ROW_HEIGHT, FRAME, LOWEST = 70, 60, 220
BELOW = 0.3  # how far under the phases the due targets stand


class Row(NamedTuple):
    """The columns that this chart needs."""

    as_of: dt.date
    campaign: str
    is_phase: bool
    label_zh: str
    label_en: str
    after_on: dt.date | None
    due_on: dt.date | None
    phase_state: str
    is_illustrative: bool


def finding(rows: Sequence[Row], words: Words) -> str:
    """Which phase runs or is overdue, and until when."""
    phases = [row for row in rows if row.is_phase and row.due_on]
    late = [row for row in phases if row.phase_state == "overdue"]
    if late:
        names = listed([_campaign(row, words) for row in late], words)
        return words("{names}: past the due date of the last phase", names=names)
    running = [row for row in phases if row.phase_state == "running"]
    if not running:
        return words("No campaign has phases with due dates") if _dated(rows) else words("Nothing is due at this date")
    if len({row.campaign for row in rows}) == 1:
        return words("{campaign}: {phase} runs until {day}", campaign=_campaign(running[0], words),
                     phase=_label(running[0], words), day=words.date(running[0].due_on))  # fmt: skip
    first = [row for row in running if row.due_on == min(one.due_on for one in running if one.due_on)]
    names = listed([f"{_campaign(row, words)} – {_label(row, words)}" for row in first], words)
    return words("Next phase to end: {names}, due {day}", names=names, day=words.date(first[0].due_on))


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """What bars and marks are, and what is illustrative about them."""
    said = words("Bars: phases up to their due dates, the one now in strong colour; ◆: targets due, with their number")
    if any(row.is_phase and row.due_on and not row.after_on for row in rows):
        said += words("; no start of the first phase is stated")
    if any(row.is_illustrative for row in rows):
        said += words("; the boundaries of the phases are illustrative")
    return said


def draw(rows: Sequence[Row], words: Words) -> go.Figure:
    """A line a campaign: bars of its phases, marks where its targets are due, the date through all."""
    dated = _dated(rows)
    campaigns = list(dict.fromkeys(row.campaign for row in dated))
    places = {campaign: -place for place, campaign in enumerate(campaigns)}
    first = dt.date(min((row.due_on.year for row in dated if row.due_on), default=2000), 1, 1)
    if dated:
        first = min(first, dt.date(dated[0].as_of.year, 1, 1))
    figure = themed(
        *(_bar(row, places[row.campaign], first, words) for row in dated if row.is_phase),
        _ends(dated, places),
        _targets(dated, places, words),
        _names(campaigns, places, dated, first, words),
    )
    figure.update_layout(height=max(LOWEST, ROW_HEIGHT * len(campaigns) + FRAME), barmode="overlay", margin={"t": 36})
    figure.update_yaxes(visible=False, range=[-max(len(campaigns), 1) + 0.4, 0.7])
    figure.update_xaxes(type="date", showgrid=True, tickformat="%Y", dtick="M12", tickangle=0)
    if dated:
        last = max(row.due_on for row in dated if row.due_on)
        figure.update_xaxes(range=[first, max(dt.date(last.year + 1, 2, 1), dated[0].as_of)])
        _mark_date(figure, dated[0].as_of, words)
    return figure


def _dated(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if row.due_on]


def _bar(row: Row, place: int, first: dt.date, words: Words) -> go.Scatter:
    """One phase as a thick line."""
    begin = row.after_on or first
    return go.Scatter(
        x=[begin, row.due_on], y=[place, place], mode="lines", line={"color": COLOURS[row.phase_state], "width": 16},
        hovertext=_hover(row, words), hoverinfo="text",
    )  # fmt: skip


def _ends(rows: Sequence[Row], places: dict[str, int]) -> go.Scatter:
    """A gap where one phase ends and the next begins."""
    ends = [row for row in rows if row.is_phase]
    return go.Scatter(
        x=[row.due_on for row in ends], y=[places[row.campaign] for row in ends], mode="markers", hoverinfo="skip",
        marker={"symbol": "line-ns", "size": 16, "line": {"width": 3, "color": BORDER}},
    )  # fmt: skip


def _targets(rows: Sequence[Row], places: dict[str, int], words: Words) -> go.Scatter:
    """A mark where targets of a campaign are due, with how many."""
    due = Counter((row.campaign, row.due_on) for row in rows if not row.is_phase)
    texts = [words("{count} targets due {day}", count=words.number(count), day=words.date(day))
             for (_, day), count in due.items()]  # fmt: skip
    return go.Scatter(
        x=[day for _, day in due], y=[places[campaign] - BELOW for campaign, _ in due], mode="markers+text",
        marker={"symbol": "diamond", "size": 11, "color": NEUTRAL, "line": {"width": 1, "color": FAINT}},
        text=[f" {words.number(count)}" for count in due.values()], textposition="middle right", textfont={"size": 12},
        hovertext=texts, hoverinfo="text", cliponaxis=False,
    )  # fmt: skip


def _names(
    campaigns: Sequence[str], places: dict[str, int], rows: Sequence[Row], first: dt.date, words: Words
) -> go.Scatter:
    """The name of each campaign above its line, with its phases in order."""
    texts = []
    for campaign in campaigns:
        phases = [_label(row, words) for row in rows if row.campaign == campaign and row.is_phase]
        name = f"<b>{city().label('campaign', campaign, words.language)}</b>"
        texts.append(words.labelled(name, " → ".join(phases)) if phases else name)
    return go.Scatter(
        x=[first] * len(texts), y=[places[campaign] + 0.36 for campaign in campaigns], mode="text", text=texts,
        textposition="middle right", hoverinfo="skip", cliponaxis=False,
    )  # fmt: skip


def _mark_date(figure: go.Figure, day: dt.date, words: Words) -> None:
    figure.add_vline(x=day.isoformat(), line={"color": NEUTRAL, "width": 1, "dash": "dot"})
    figure.add_annotation(
        x=day.isoformat(), y=1, yref="paper", text=words.date(day), showarrow=False, yanchor="bottom",
        font={"color": NEUTRAL, "size": 12},
    )  # fmt: skip


def _campaign(row: Row, words: Words) -> str:
    return city().label("campaign", row.campaign, words.language)


def _label(row: Row, words: Words) -> str:
    return row.label_zh if words.language == "zh" else row.label_en


def _hover(row: Row, words: Words) -> str:
    due = words("due {day}", day=words.date(row.due_on))
    mark = words.wrapped(words("illustrative")) if row.is_illustrative else ""
    return f"{_campaign(row, words)} – {_label(row, words)}<br>{due}{mark}"
