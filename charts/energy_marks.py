"""The marks of generating units on the map: a site's shapes one within the other, and the legend of the kinds.

A row is one of `charts.energy_map`, capacities in MW and degrees in WGS-84.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import sqrt
from typing import Any

import plotly.graph_objects as go

from charts.energy import kind_colour, kind_name, kind_shape, megawatts
from charts.theme import BORDER
from data.city import city
from words import Words

LARGEST, SMALLEST = 54, 9  # pixels across
PALE = 0.4


def marks(rows: Sequence[Any], words: Words) -> list[go.Scattergeo]:
    """From the outside inwards, each as large as all that has come so far: planned, built, running; the retired."""
    most = max((row.operating_mw + row.construction_mw + row.planned_mw for row in rows), default=Decimal(1))
    built = [(row, row.operating_mw + row.construction_mw) for row in rows if row.construction_mw]
    planned = [(row, row.operating_mw + row.construction_mw + row.planned_mw) for row in rows if row.planned_mw]
    running = [(row, row.operating_mw) for row in rows if row.operating_mw]
    gone = [(row, row.retired_mw) for row in rows if row.retired_mw]
    return [
        _layer(planned, most, words, "-open", 1),
        _layer(built, most, words, "", PALE),
        _layer(built, most, words, "-open", 1),
        _layer(running, most, words, "", 1),
        _layer(gone, most, words, "x-thin-open", 1),
    ]


def _layer(
    marks: Sequence[tuple[Any, Decimal]], most: Decimal, words: Words, form: str, opacity: float
) -> go.Scattergeo:
    colours = [kind_colour(row.energy_kind) for row, _ in marks]
    is_open = form.endswith("-open")
    return go.Scattergeo(
        lon=[row.lon for row, _ in marks],
        lat=[row.lat for row, _ in marks],
        mode="markers",
        marker={
            "size": [_across(mw, most) for _, mw in marks],
            "symbol": [form if form.startswith("x") else kind_shape(row.energy_kind) + form for row, _ in marks],
            "color": colours,
            "opacity": opacity,
            "line": {"color": colours if is_open else BORDER, "width": 1.75 if is_open else 1},
        },
        hovertext=[_hover(row, words) for row, _ in marks],
        hoverinfo="text",
        showlegend=False,
    )


def _across(mw: Decimal, most: Decimal) -> float:
    """The width of a mark in pixels, so that its area goes with the capacity."""
    return max(SMALLEST, LARGEST * sqrt(mw / most)) if most else SMALLEST


def _hover(row: Any, words: Words) -> str:
    """Name, kind and capacity by status of all units of a site."""
    parts = [
        (city().label("unit_status", status, words.language), getattr(row, f"{status}_mw"))
        for status in ("operating", "construction", "retired")
    ]
    parts.insert(-1, (words("Planned"), row.planned_mw))
    name = row.site if words.language == "zh" else row.site_en
    lines = [f"{label} {megawatts(mw, words)}" for label, mw in parts if mw]
    return "<br>".join([f"<b>{name}</b>", kind_name(row.energy_kind, words), *lines])


def legend(rows: Sequence[Any], words: Words) -> list[go.Scattergeo]:
    """Shape, colour and name of each kind that the map shows."""
    return [
        go.Scattergeo(
            lon=[None], lat=[None], mode="markers", name=kind_name(kind, words), hoverinfo="skip",
            marker={"size": 12, "symbol": kind_shape(kind), "color": kind_colour(kind)},
        )
        for kind in dict.fromkeys(row.energy_kind for row in rows)
    ]  # fmt: skip
