"""Lights by county: where projects are late, slipping, without evidence or on time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from charts.lights import LIGHTS
from charts.theme import FAINT, LATE, NEUTRAL, SLIPPING, themed
from data.city import city
from words import Words

QUERY = "lights_by_county"
SETS = "county"
# Each column's light and colour; the strongest colour is what a leader asks about.
PARTS = {
    "late": ("red", LATE),
    "slipping": ("yellow", SLIPPING),
    "no_evidence": ("grey", NEUTRAL),
    "on_time": ("green", FAINT),
}
UNMARKED = 0.35


class Row(NamedTuple):
    """The columns that this chart needs."""

    county_code: str | None
    projects: int
    late: int
    slipping: int
    no_evidence: int
    on_time: int


def finding(rows: Sequence[Row], words: Words) -> str:
    """How many are late, and which county has the most of them."""
    late = sum(row.late for row in rows)
    if not rows:
        return words("No projects in this selection")
    if not late:
        return words("No project is late")
    most = max(row.late for row in rows)
    first = [_name(row, words) for row in rows if row.late == most]
    if len(rows) == 1:
        return words("{late} of {projects} projects are late", late=words.number(late),
                     projects=words.number(rows[0].projects))  # fmt: skip
    return words(
        "{late} projects are late, most of them in: {counties} ({most})", late=words.number(late),
        counties=words.joined(first), most=words.number(most),
    )  # fmt: skip


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """Measure, the four lights with shape and word, and the base."""
    lights = " ".join(f"{shape} {words(word)}" for shape, word in LIGHTS.values())
    return words("Projects by their worst light: {lights}; base {projects} projects", lights=lights,
                 projects=words.number(sum(row.projects for row in rows)))  # fmt: skip


def draw(rows: Sequence[Row], words: Words, marked: Sequence[str] = ()) -> go.Figure:
    """One stacked bar a county, the late ones first; each part carries its shape and number."""
    shown = list(reversed(rows))
    bars = [_part(name, shown, words, marked) for name in PARTS]
    figure = themed(*bars, bars_along="y")
    figure.update_layout(barmode="stack", uniformtext={"minsize": 10, "mode": "hide"})
    return figure


def _part(name: str, rows: Sequence[Row], words: Words, marked: Sequence[str]) -> go.Bar:
    light, colour = PARTS[name]
    shape, word = LIGHTS[light]
    counts = [getattr(row, name) for row in rows]
    return go.Bar(
        orientation="h",
        name=words(word),
        x=counts,
        y=[_name(row, words) for row in rows],
        customdata=[row.county_code for row in rows],
        text=[f"{shape}{words.number(count)}" if count else "" for count in counts],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        marker={"color": colour,
                "opacity": [1 if not marked or row.county_code in marked else UNMARKED for row in rows]},
        hovertemplate="%{y} %{x} " + words(word) + "<extra></extra>",
    )  # fmt: skip


def _name(row: Row, words: Words) -> str:
    return city().label("county", row.county_code, words.language) or words("unknown")
