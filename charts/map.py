"""The city's map: counties as shapes of its own boundary file, with nothing from outside the machine.

The page and the offline file must be given an empty topology as `topojsonURL`, or Plotly asks
an outside address for a world map and draws nothing without a network. Outer rings run clockwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import plotly.graph_objects as go

from charts.theme import BORDER, FONT_SIZE, ON_SCALE, themed
from data.city import city
from words import Words

HEIGHT = 420
ROOM = (0.1, 0.03)  # of the map, left free beside and above the counties, for names that reach over the edge


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
        textfont={"color": list(colours), "size": FONT_SIZE, "shadow": [_halo(colour) for colour in colours]},
        hoverinfo="skip",
    )


def _halo(ink: str) -> str:
    """A thin edge in the other ink around a name, which may reach over the shore."""
    edge = ON_SCALE[0] if ink == ON_SCALE[1] else ON_SCALE[1]
    return ", ".join([f"0 0 2px {edge}"] * 3)


def mapped(*traces: Any, height: int = HEIGHT) -> go.Figure:
    """The traces on the city's map, fitted to its boundaries."""
    figure = themed(*traces)
    figure.update_layout(
        height=height,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        geo={"visible": False, "projection": {"type": "mercator"}, "bgcolor": "rgba(0,0,0,0)", **_extent()},
    )
    return figure


def _extent() -> dict[str, Any]:
    """The ranges of longitude and latitude that hold every county, with a little room for their names."""
    points = [point for feature in _features() for point in _points(feature["geometry"]["coordinates"])]
    if not points:
        return {}
    ranges = {}
    for place, axis in enumerate(("lonaxis", "lataxis")):
        low, high = min(point[place] for point in points), max(point[place] for point in points)
        room = ROOM[place] * (high - low)
        ranges[axis] = {"range": [low - room, high + room]}
    return ranges


def _points(coordinates: list[Any]) -> Iterator[list[float]]:
    """The points of rings within rings."""
    if coordinates and isinstance(coordinates[0], (int, float)):
        yield coordinates
    else:
        for part in coordinates:
            yield from _points(part)


def credit(words: Words) -> str:
    """What has to be said beside the map: remark, source and review number."""
    boundaries = city().boundaries
    return boundaries.credit(words.language) if boundaries else ""


def _features() -> list[Any]:
    boundaries = city().boundaries
    return list(boundaries.shapes["features"]) if boundaries else []
