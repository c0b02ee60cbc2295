"""The city's real generating units by kind: how much runs, is being built, is planned."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import plotly.graph_objects as go

from charts import leading, listed
from charts.energy import kind_colour, kind_name, kind_said, megawatts, statuses_said
from charts.theme import themed
from words import Words, rounded

QUERY = "energy_unit_kinds"
ROOM = 1.75  # the longest bar leaves the rest of the axis to the numbers behind it
PALE = 0.4
SIGNS = {"operating_mw": "■", "construction_mw": "▨", "planned_mw": "□"}


class Row(NamedTuple):
    """The columns that this chart needs, capacities in MW."""

    energy_kind: str
    units: int
    operating_mw: Decimal
    construction_mw: Decimal
    planned_mw: Decimal
    later_mw: Decimal


def _whole(row: Row) -> Decimal:
    return row.operating_mw + row.construction_mw + row.planned_mw


def finding(rows: Sequence[Row], words: Words) -> str:
    """The kind that has most when all is built."""
    whole = sum(_whole(row) for row in rows)
    if not whole:
        return words("No generating units in this selection")
    most = leading(rows, lambda row: rounded(100 * _whole(row) / whole, 1))
    names = listed([kind_said(row.energy_kind, words) for row in most], words)
    if len(rows) == 1:
        return words("All units are of one kind: {kind}, {mw}", kind=names, mw=megawatts(whole, words))
    pct = {"pct": words.percent(100 * _whole(most[0]) / whole), "mw": megawatts(whole, words)}
    if len(most) > 1:
        return words("With all that is planned, {kinds} have {pct} of {mw} each", kinds=names, **pct)
    return words("With all that is planned, {kind} has {pct} of {mw}", kind=names, **pct)


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """Measure, unit, signs, base and the year of the statuses."""
    said = words(
        "Real units, MW: ■ in operation ▨ under construction □ planned; base {units} units",
        units=words.number(sum(row.units for row in rows)),
    )
    return words("; ").join(filter(None, (said, statuses_said(rows, words))))


def draw(rows: Sequence[Row], words: Words) -> go.Figure:
    """One bar a kind, in MW: solid what runs, pale what is being built, hollow what is planned."""
    shown = list(reversed(rows))
    figure = themed(*(_part(name, shown, words) for name in SIGNS), bars_along="y")
    widest = max([float(_whole(row)) for row in rows], default=1) or 1
    figure.update_xaxes(range=[0, widest * ROOM])
    figure.update_layout(barmode="stack")
    for row in shown:
        figure.add_annotation(
            x=float(_whole(row)), y=kind_name(row.energy_kind, words), text=_text(row, words), showarrow=False,
            xanchor="left", xshift=6, align="left",
        )  # fmt: skip
    return figure


def _part(name: str, rows: Sequence[Row], words: Words) -> go.Bar:
    colours = [kind_colour(row.energy_kind) for row in rows]
    hollow = name == "planned_mw"
    return go.Bar(
        orientation="h",
        x=[float(getattr(row, name)) or None for row in rows],
        y=[kind_name(row.energy_kind, words) for row in rows],
        marker={
            "color": ["rgba(0,0,0,0)" if hollow else colour for colour in colours],
            "opacity": PALE if name == "construction_mw" else 1,
            "line": {"color": colours, "width": 1.5},
        },
        hovertext=[f"{kind_name(row.energy_kind, words)} {_text(row, words)}" for row in rows],
        hoverinfo="text",
    )


def _text(row: Row, words: Words) -> str:
    known = [(sign, getattr(row, name)) for name, sign in SIGNS.items()]
    return "<br>".join(f"{sign} {words.number(value)}" for sign, value in known if value)
