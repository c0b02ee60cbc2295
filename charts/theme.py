"""One look for screen, slides and offline page: calm, exact, official.

Colours are written for a light page; `DARK` says what each becomes on a dark one, so that a
figure is made once and is the same in both.
"""

from __future__ import annotations

import plotly.graph_objects as go
from plotly.basedatatypes import BaseTraceType

from data.city import city

ACCENT = "#1f4e8c"
NEUTRAL = "#5b6673"
QUIET = "#b9c6d6"
LATE = "#b3261e"
SLIPPING = "#f0b429"
FAINT = "#d5e0ee"
# One sequential scale for maps, from few to many, with the ink that is readable on each half of it.
SCALE = ("#dfe9f5", "#1f4e8d")
ON_SCALE = ("#10253f", "#fffffe")
MARK = "#e08a00"
BORDER = "#fefefe"
LAND = "#eceff3"
# Colours of energy kinds beside those of the sectors: for the kinds of one family, and shapes tell those apart.
WIND, SOLAR, WATER, FIRE = "#2f7fc1", "#cf8a00", "#0f8a80", "#484e57"
# Six colours that stay apart for colour-blind eyes and on a projector, in the order of the city's sectors.
SECTORS = ("#c77700", "#1f4e8c", "#7a4fa3", "#4d7f8f", "#a8476b", "#5f8a3a")
DARK = {
    SCALE[0]: "#22344a",
    SCALE[1]: "#8fbcf2",
    ON_SCALE[0]: "#e8edf3",
    ON_SCALE[1]: "#0d1722",
    BORDER: "#11161d",
    ACCENT: "#7fb2f0",
    NEUTRAL: "#a9b4c2",
    QUIET: "#3f4b5a",
    LATE: "#ff8a80",
    SLIPPING: "#e0b04a",
    FAINT: "#2b3c52",
    "#c77700": "#f0a63c",
    "#7a4fa3": "#b797dc",
    "#4d7f8f": "#86bccb",
    "#a8476b": "#e08aaa",
    "#5f8a3a": "#9cc774",
    LAND: "#1c252f",
    WIND: "#7cbcf1",
    SOLAR: "#f3c552",
    WATER: "#5ccfc3",
    FIRE: "#b6bfcb",
}
FONT = '"Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "Source Han Sans SC", sans-serif'
FONT_SIZE = 13
ROOM_FOR_LABELS = 1.36  # the longest bar leaves this much of its axis to the number behind it


def sector_colour(sector: str) -> str:
    """The colour of a sector, by its place in the city's list."""
    codes = list(city().sectors)
    return SECTORS[codes.index(sector) % len(SECTORS)] if sector in codes else NEUTRAL


def themed(*traces: BaseTraceType, bars_along: str = "") -> go.Figure:
    """The traces in the product's look; `bars_along` names the axis of the categories of a bar chart."""
    layout = go.Layout(
        template={"data": {}, "layout": {}},  # importing Streamlit makes its own template Plotly's default
        font={"family": FONT, "size": FONT_SIZE},
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        showlegend=False,
        hovermode="closest",
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        bargap=0.35,
        dragmode=False,
    )
    figure = go.Figure(list(traces), layout)
    axis = {"automargin": True, "zeroline": False, "showgrid": False, "ticks": ""}
    figure.update_xaxes(**axis)
    figure.update_yaxes(**axis)
    if bars_along:
        along, value = ("yaxis", "xaxis") if bars_along == "y" else ("xaxis", "yaxis")
        figure.update_layout({value: {"visible": False, "rangemode": "tozero"}, along: {"showline": False}})
    else:
        figure.update_yaxes(showgrid=True)
    return figure
