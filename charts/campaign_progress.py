"""The way to each target: what part of it has been gone, 100% being the target."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import plotly.graph_objects as go

from charts import leading, listed
from charts.theme import ACCENT, NEUTRAL, QUIET, themed
from words import Words, rounded

QUERY = "campaign_progress"
WIDE = True
FULL, WIDEST, ROOM = 100, 130, 60  # a bar is drawn up to WIDEST; ROOM of the axis is left to the text behind it
PARTS = {"floor": "floor", "ensured": "ensured", "striven": "striven for"}
ROW_HEIGHT, FRAME = 40, 40


class Row(NamedTuple):
    """The columns that this chart needs."""

    campaign: str
    row_zh: str
    row_en: str
    part: str
    target: Decimal
    value: Decimal | None
    way_pct: float | None
    target_state: str
    is_illustrative: bool


def row_name(row: Row, words: Words) -> str:
    """The indicator and which of its targets this is."""
    name = row.row_zh if words.language == "zh" else row.row_en
    return name + (words.wrapped(words(PARTS[row.part])) if row.part in PARTS else "")


def finding(rows: Sequence[Row], words: Words) -> str:
    """How many targets are met, and which one is furthest away."""
    if not rows:
        return words("No campaign has a target to reach at this date")
    if len(rows) == 1 and rows[0].way_pct is not None:
        return words("{name}: {pct} of the way to the target", name=row_name(rows[0], words),
                     pct=words.percent(rows[0].way_pct))  # fmt: skip
    count, met = words.number(len(rows)), sum(row.target_state == "met" for row in rows)
    known = [row for row in rows if row.way_pct is not None and row.target_state != "met"]
    if met == len(rows):
        return words("All {count} targets to reach are met", count=count)
    said = words("{met} of {count} targets to reach are met", met=words.number(met), count=count)
    if not known:
        return said
    last = leading(known, lambda row: -rounded(row.way_pct or 0, 1))
    far = words("furthest away: {names}, {pct} of the way", names=listed([row_name(row, words) for row in last], words),
                pct=words.percent(last[0].way_pct))  # fmt: skip
    return words("; ").join([said, far])


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """Measure, base, and what isn't drawn."""
    said = words("Value ÷ target, %; the line is the target; upper limits are kept or broken and have no way to go")
    none = sum(row.way_pct is None for row in rows)
    if none:
        said += words("; {count} without a value", count=words.number(none))
    if any((row.way_pct or 0) > WIDEST for row in rows):
        said += words("; bars end at {pct}", pct=words.percent(WIDEST, 0))
    if any(row.is_illustrative for row in rows):
        said += words("; pale: illustrative value")
    return said


def draw(rows: Sequence[Row], words: Words) -> go.Figure:
    """A bar a target under its name, the numbers behind it; one upright line is every target."""
    places = [-place for place, _ in enumerate(rows)]
    lengths = [max(0.0, min(row.way_pct or 0.0, WIDEST)) for row in rows]
    bars = go.Bar(
        x=lengths, y=places, orientation="h", width=0.34,
        marker={"color": [QUIET if row.is_illustrative else ACCENT for row in rows]},
        hovertext=[f"{row_name(row, words)}<br>{_text(row, words)}" for row in rows], hoverinfo="text",
    )  # fmt: skip
    names = _texts([0.0] * len(rows), [place + 0.4 for place in places], [row_name(row, words) for row in rows])
    ends = _texts([length + 1 for length in lengths], places, [_text(row, words) for row in rows])
    figure = themed(bars, names, ends, bars_along="y")
    figure.update_layout(height=max(240, ROW_HEIGHT * len(rows) + FRAME))
    figure.update_xaxes(range=[0, WIDEST + ROOM])
    figure.update_yaxes(visible=False, range=[-max(len(rows), 1) + 0.4, 0.8])
    figure.add_vline(x=FULL, line={"color": NEUTRAL, "width": 1, "dash": "dot"})
    return figure


def _texts(x: Sequence[float], y: Sequence[float], texts: Sequence[str]) -> go.Scatter:
    return go.Scatter(x=list(x), y=list(y), mode="text", text=list(texts), textposition="middle right",
                      textfont={"size": 12}, hoverinfo="skip", cliponaxis=False)  # fmt: skip


def _text(row: Row, words: Words) -> str:
    """The share of the way with value and target; plainly that there is no value."""
    if row.way_pct is None or row.value is None:
        return words("no value")
    parts = [_plain(number, words) for number in (row.value, row.target)]
    return f"{words.percent(row.way_pct, 0)}{words.wrapped(f'{parts[0]} / {parts[1]}')}"


def _plain(value: Decimal, words: Words) -> str:
    return words.number(value, max(0, -int(value.normalize().as_tuple().exponent)))
