"""A Plotly chart that updates in place: no flicker, no remount, nothing from outside the machine.

`plot(figure, key=…, height=…, alt=…, locale=…, on_click=…)` shows a figure; a click calls
`on_click` with the `customdata` of the clicked mark.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import plotly
import plotly.graph_objects as go
import plotly.io as pio
import streamlit as st

from charts.theme import DARK

_HERE = Path(__file__).parent
_STATIC = _HERE.parent.parent / "static"


def plot(
    figure: go.Figure, *, key: str, height: int, alt: str, locale: str, on_click: Callable[[Any], None] | None = None
) -> None:
    """Show a figure in a box of `height` pixels that is reserved before it is drawn."""
    mount = st.components.v2.component(
        "keyprojects_plot",
        css=(_HERE / "plot.css").read_text(encoding="utf-8"),
        js=(_HERE / "plot.js").read_text(encoding="utf-8"),
        isolate_styles=False,
    )

    def clicked() -> None:
        value = st.session_state[key].clicked
        if value is not None and on_click:
            on_click(value)

    data = {
        "figure": pio.to_json(figure, validate=False, engine="orjson"),
        "script": script_address(),
        "height": height,
        "alt": alt,
        "dark": DARK,
        "locale": json.loads((_HERE / "zh-CN.json").read_text(encoding="utf-8")) if locale == "zh" else None,
        "clickable": on_click is not None,
    }
    mount(key=key, data=data, height=height, on_clicked_change=clicked)


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
