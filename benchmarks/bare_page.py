"""The floor: a bare Streamlit page with as many metrics and charts as the overview, of constant data.

Its one filter switches between two constant sets, so that every chart has something to repaint,
and nothing is read, asked, counted or worded.
"""

import plotly.graph_objects as go
import streamlit as st

from pages.overview import PAGE

BARS = 8
HEIGHT = 360

st.set_page_config(layout="wide")
chosen = st.multiselect("Sector", ["a", "b", "c"], key="filter_sector", select_all=False)
step = 2 if chosen else 1

for row in range(0, len(PAGE.kpis), 4):
    for column, name in zip(st.columns(4), PAGE.kpis[row : row + 4], strict=False):
        column.metric(name, 100 * step, step)

for column, name in zip(st.columns(len(PAGE.charts)), PAGE.charts, strict=True):
    figure = go.Figure(go.Bar(x=[f"{name} {i}" for i in range(BARS)], y=[(i + 1) ** step for i in range(BARS)]))
    column.plotly_chart(figure.update_layout(height=HEIGHT), key=name)
