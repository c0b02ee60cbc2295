"""One chart of a report as a card: finding, figure that updates in place, its table, its passport.

Nothing comes from outside the machine: plotly.js is served out of the installed package.
"""

from __future__ import annotations

import shutil
from functools import lru_cache
from pathlib import Path

import plotly
import plotly.io as pio
import streamlit as st

from charts.locale import locale
from charts.theme import DARK
from report.model import Chart
from screen.address import go_to, open_passport, toggle
from screen.cells import clicked, read, table_data, table_script
from words import Words

_STATIC = Path(__file__).parents[2] / "static"
HEIGHT = 360


def card(chart: Chart, words: Words) -> None:
    """Show a chart; a click on a mark toggles the filter that the chart sets."""
    mount = st.components.v2.component(
        "keyprojects_card",
        css=read("table.css") + read("card/card.css"),
        js=table_script("card/card.js"),
        isolate_styles=False,
    )
    key = f"{'wide' if chart.wide else 'card'}_{chart.name}"

    def acted() -> None:
        state = st.session_state[key]
        if state.marked is not None and chart.sets:
            toggle(chart.sets, state.marked)
        elif state.measure:
            go_to({"measure": [] if state.measure == chart.measures[0][0] else [state.measure]})
        elif state.open == chart.name:
            open_passport(chart.name)
        else:
            clicked(chart.rows, state.open, state.follow)

    data = {
        "name": chart.name,
        "title": chart.title,
        "subtitle": chart.subtitle,
        "notes": chart.notes,
        "alt": chart.alt,
        "figure": pio.to_json(chart.figure, validate=False, engine="orjson"),
        "height": chart.figure.layout.height or HEIGHT,
        "isMap": "geo" in chart.figure.layout and bool(chart.figure.layout.geo.projection.type),
        "table": table_data(chart.rows),
        "measures": chart.measures,
        "measure": chart.measure,
        "clickable": bool(chart.sets),
        "script": script_address(),
        "dark": DARK,
        "locale": locale(words.language),
        "words": {
            "passport": words("Definition, SQL and rows"),
            "table": words("Table"),
            "chart": words("Chart"),
            "picture": words("Picture"),
            "nothing": words("Nothing to show in this selection."),
        },
    }
    mount(
        key=key, data=data, on_marked_change=acted, on_measure_change=acted, on_open_change=acted,
        on_follow_change=acted,
    )  # fmt: skip


@lru_cache(maxsize=1)
def script_address() -> str:
    """The path of plotly.js, served from this machine; copied once out of the installed package."""
    name = f"plotly-{plotly.__version__}.min.js"
    target = _STATIC / name
    if not target.exists():
        _STATIC.mkdir(exist_ok=True)
        shutil.copyfile(Path(plotly.__file__).parent / "package_data" / "plotly.min.js", target)
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}/app/static/{name}" if base else f"/app/static/{name}"
