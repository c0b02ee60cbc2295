"""The floor: a bare Streamlit page with as many metrics and charts as one of ours, of constant data.

`?page=NAME` names ours. Its one filter switches between two constant sets, so that every chart has
something to repaint, and nothing is read, asked, counted or worded.
"""

from __future__ import annotations

import importlib
from pathlib import Path

import plotly.graph_objects as go
import streamlit as st

from report.model import Page

BARS = 8
HEIGHT = 360
FEWEST_CHARTS = 3
ACROSS = 2


def measured_pages() -> list[Page]:
    """Our pages of at least three charts."""
    names = sorted(path.stem for path in (Path(__file__).parents[1] / "pages").glob("*.py"))
    pages = [importlib.import_module(f"pages.{name}").PAGE for name in names if name != "__init__"]
    return [page for page in pages if len(page.charts) >= FEWEST_CHARTS]


def show(page: Page) -> None:
    """As many metrics in rows of four and charts in rows of two."""
    st.set_page_config(layout="wide")
    chosen = st.multiselect("Sector", ["a", "b", "c"], key="filter_sector", select_all=False)
    step = 2 if chosen else 1
    for row in range(0, len(page.kpis), 4):
        for column, name in zip(st.columns(4), page.kpis[row : row + 4], strict=False):
            column.metric(name, 100 * step, step)
    for row in range(0, len(page.charts), ACROSS):
        for column, name in zip(st.columns(ACROSS), page.charts[row : row + ACROSS], strict=False):
            figure = go.Figure(go.Bar(x=[f"{name} {i}" for i in range(BARS)], y=[(i + 1) ** step for i in range(BARS)]))
            column.plotly_chart(figure.update_layout(height=HEIGHT), key=name)


if __name__ == "__main__":
    show(next(page for page in measured_pages() if page.name == st.query_params["page"]))
