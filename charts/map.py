"""The city's map: counties as shapes of its own boundary file, with nothing from outside the machine.

The page and the offline file must be given an empty topology as `topojsonURL`, or Plotly asks
an outside address for a world map and draws nothing without a network. Outer rings run clockwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from charts.theme import BORDER, FONT_SIZE, themed
from data.city import city
from words import Words

HEIGHT = 420


def county_codes() -> list[str]:
    """The counties that the boundary file has a shape for; none without a file."""
    return [feature["id"] for feature in _features()]


def counties_shape(values: Sequence[Any], **options: Any) -> go.Choropleth:
    """One shape a county, in the order of `county_codes`, coloured by `values`; a click gives its code."""
    boundaries = city().boundaries
    return go.Choropleth(
        geojson=boundaries.shapes if boundaries else None,
        locations=county_codes(),
        customdata=county_codes(),
        featureidkey="id",
        z=list(values),
        showscale=False,
        **{"marker": {"line": {"color": BORDER, "width": 1.5}}, **options},
    )


def county_names(texts: Sequence[str], colours: Sequence[str]) -> go.Scattergeo:
    """A text on each county, in the order of `county_codes`, at the label point of the boundary file."""
    centres = [feature["properties"]["centre"] for feature in _features()]
    return go.Scattergeo(
        lon=[centre[0] for centre in centres],
        lat=[centre[1] for centre in centres],
        text=list(texts),
        customdata=county_codes(),
        mode="text",
        textfont={"color": list(colours), "size": FONT_SIZE},
        hoverinfo="skip",
    )


def mapped(*traces: Any, height: int = HEIGHT) -> go.Figure:
    """The traces on the city's map, fitted to its boundaries."""
    figure = themed(*traces)
    figure.update_layout(
        height=height,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        geo={"visible": False, "fitbounds": "geojson", "projection": {"type": "mercator"}, "bgcolor": "rgba(0,0,0,0)"},
    )
    return figure


def credit(words: Words) -> str:
    """What has to be said beside the map: remark, source and review number."""
    boundaries = city().boundaries
    return boundaries.credit(words.language) if boundaries else ""


def _features() -> list[Any]:
    boundaries = city().boundaries
    return list(boundaries.shapes["features"]) if boundaries else []
