"""Report → Streamlit: heading, badge, tiles, charts, tables."""

from __future__ import annotations

from functools import partial

import streamlit as st

from report.model import Chart, Report, Table
from screen.address import open_passport, toggle
from screen.plot import plot
from screen.sheet import sheet
from screen.tiles import tiles
from words import Words

CHART_HEIGHT = 360


def render(report: Report, words: Words) -> None:
    """Show a report: the same numbers, figures and tables that the exports carry."""
    _heading(report, words)
    if report.kpis:
        compared = words("since {day}", day=words.date(report.filters.compare)) if report.filters.compare else ""
        tiles(report.kpis, words, compared=compared, on_open=open_passport)
    for table in report.lead:
        _listing(table, words)
    if report.charts:
        with st.container(key="charts"):
            for chart in report.charts:
                _card(chart, words)
    for table in report.tables:
        _listing(table, words)


def _heading(report: Report, words: Words) -> None:
    with st.container(key="heading"):
        st.title(report.question, anchor=False)
        badge = f":orange-badge[{words('Illustrative data')}] " if report.illustrative else ""
        st.markdown(f"{badge}{report.sentence}")
    for note in report.notes:
        st.warning(note)


def _card(chart: Chart, words: Words) -> None:
    with st.container(border=True, key=f"{'wide' if chart.wide else 'card'}_{chart.name}"):
        st.markdown(f"#### {chart.title}\n\n{chart.subtitle}")
        for note in chart.notes:
            st.caption(f":material/filter_alt_off: {note}")
        plot(
            chart.figure, key=f"plot_{chart.name}", height=chart.figure.layout.height or CHART_HEIGHT, alt=chart.alt,
            locale=words.language, on_click=partial(toggle, chart.sets) if chart.sets else None,
        )  # fmt: skip
        _passport_button(chart.name, words)


def _listing(table: Table, words: Words) -> None:
    st.subheader(table.title, anchor=False)
    if table.note:
        st.caption(table.note)
    if table.rows:
        sheet(table, words, on_open=open_passport)
    else:
        st.caption(words("Nothing to show in this selection."))
    if table.question:
        _passport_button(table.name, words)


def _passport_button(name: str, words: Words) -> None:
    st.button(
        words("Definition, SQL and rows"), key=f"open_{name}", type="tertiary", on_click=open_passport, args=(name,)
    )
