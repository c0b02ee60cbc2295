"""The city's real generating units on the map: a mark a site, its area the capacity, its shape and colour the kind."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import plotly.graph_objects as go

from charts.energy import by_kind, led_by, megawatts, statuses_said
from charts.energy_marks import legend, marks
from charts.map import counties_shape, county_codes, county_names, credit, mapped
from charts.theme import LAND, MARK, NEUTRAL
from data.assets import assets_credit
from data.city import city
from words import Words

QUERY = "energy_sites"
SETS = "county"
NEAR = 0.06  # degrees


class Row(NamedTuple):
    """The columns that this chart needs, capacities in MW and degrees in WGS-84."""

    site: str
    site_en: str
    energy_kind: str
    county_code: str
    lon: float
    lat: float
    units: int
    operating_mw: Decimal
    construction_mw: Decimal
    planned_mw: Decimal
    retired_mw: Decimal
    later_mw: Decimal


def finding(rows: Sequence[Row], words: Words) -> str:
    """How much runs and how much is being built, and of which kind."""
    if not rows:
        return words("There is no file of generating units")
    running, built = by_kind(rows, lambda row: row.operating_mw), by_kind(rows, lambda row: row.construction_mw)
    said = []
    if running:
        whole = megawatts(sum(running.values()), words)
        said.append(words("In operation {mw}, {kinds}", mw=whole, kinds=led_by(running, words)))
    if built:
        whole = megawatts(sum(built.values()), words)
        said.append(words("under construction {mw}, {kinds}", mw=whole, kinds=led_by(built, words)))
    return words("; ").join(said) if said else words("No unit is in operation or under construction")


def subtitle(rows: Sequence[Row], words: Words) -> str:
    """Measure, unit, signs, the year of the statuses, source and licence, and how far the points may be off."""
    said = words(
        "Real units by site, area by MW: filled in operation, pale under construction, outline planned, ✕ retired; "
        "base {units} units", units=words.number(sum(row.units for row in rows)),
    )  # fmt: skip
    about = assets_credit() if rows else None
    remark = (about.remark.zh if words.language == "zh" else about.remark.en) if about else ""
    said = words("; ").join(filter(None, (said, statuses_said(rows, words))))
    return " · ".join(filter(None, (said, about.source if about else "", remark, credit(words))))


def draw(rows: Sequence[Row], words: Words, marked: Sequence[str] = ()) -> go.Figure:
    """Neutral counties, the chosen ones framed; on each site one shape within the other: runs, is built, is planned."""
    figure = mapped(_counties(rows, words, marked), _names(rows, words), *marks(rows, words), *legend(rows, words))
    figure.update_layout(
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "top", "itemclick": False, "itemdoubleclick": False,
                "bgcolor": "rgba(0,0,0,0)"},
    )  # fmt: skip
    if not county_codes():
        figure.update_geos(fitbounds="locations")
    return figure


def _counties(rows: Sequence[Row], words: Words, marked: Sequence[str]) -> go.Choropleth:
    codes = county_codes()
    lines = [(MARK, 4) if code in marked else (NEUTRAL, 0.75) for code in codes]
    return counties_shape(
        [0 for _ in codes],
        colorscale=[[0, LAND], [1, LAND]],
        hovertext=[_county(code, rows, words) for code in codes],
        hoverinfo="text",
        marker={"line": {"color": [colour for colour, _ in lines], "width": [width for _, width in lines]}},
    )


def _county(code: str, rows: Sequence[Row], words: Words) -> str:
    running = sum((row.operating_mw for row in rows if row.county_code == code), Decimal(0))
    return words("{county}: {mw} in operation", county=city().label("county", code, words.language),
                 mw=megawatts(running, words))  # fmt: skip


def _names(rows: Sequence[Row], words: Words) -> go.Scattergeo:
    """The names of the counties, out of the way of a mark that would cover them."""
    codes = county_codes()
    texts = [city().label("county", code, words.language) for code in codes]
    names = county_names(texts, [NEUTRAL for _ in codes])
    away = [_away(lon, lat, rows) for lon, lat in zip(names.lon, names.lat, strict=True)]
    lower = ["<br>" + text if place == "bottom center" else text for text, place in zip(texts, away, strict=True)]
    return names.update(text=lower, textposition=away, showlegend=False)


def _away(lon: float, lat: float, rows: Sequence[Row]) -> str:
    """Where a name goes: under a site that stands on its point, to the left of one at its right."""
    near = [row.lon - lon for row in rows if abs(row.lat - lat) < 1.5 * NEAR and -NEAR < row.lon - lon < 4 * NEAR]
    if not near:
        return "middle center"
    return "bottom center" if min(abs(distance) for distance in near) < NEAR else "middle left"
