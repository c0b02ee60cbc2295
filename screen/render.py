"""Report → Streamlit: heading, badge, tiles, charts, tables."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from queries.reach import QUESTION as REACH
from report.assemble import Source
from report.filters import Filters
from report.model import Report
from screen import reach
from screen.address import follow, go_to, open_passport
from screen.card import card
from screen.filter_bar import FILTERS_OF_THE_URL, is_narrowed
from screen.plain import plain
from screen.sheet import sheet
from screen.take_away import take_away
from screen.tiles import tiles
from words import Words

# What stands above a table to choose what it shows, by the table's name.
CONTROLS: dict[str, Callable[[Filters, Source, Words], None]] = {REACH: reach.controls}


def render(report: Report, source: Source, words: Words) -> None:
    """Show a report: the same numbers, figures and tables that the exports carry."""
    _heading(report, source, words)
    if report.reliefs:
        _nothing_left(report, words)
    if report.kpis:
        compared = words("since {day}", day=words.date(report.filters.compare)) if report.filters.compare else ""
        tiles(report.kpis, words, compared=compared, on_open=open_passport)
    beside = 1 if report.lead else 0
    if report.lead:
        with st.container(key="lead"):
            sheet(report.lead[0], words)
            for chart in report.charts[:beside]:
                card(chart, words)
            for table in report.lead[1:]:
                sheet(table, words)
    if report.charts[beside:]:
        with st.container(key="charts"):
            for chart in report.charts[beside:]:
                card(chart, words)
    for table in report.tables:
        if table.name in CONTROLS:
            CONTROLS[table.name](report.filters, source, words)
        sheet(table, words)


def _heading(report: Report, source: Source, words: Words) -> None:
    with st.container(key="heading"):
        st.title(plain(report.question), anchor=False)
        badge = f":orange-badge[{words('Illustrative data')}] " if report.illustrative else ""
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"{badge}{plain(report.sentence)}", width="content")
            if is_narrowed(report.filters) and not report.page.unfiltered_because:
                st.button(
                    words("Clear filters"), key="clear", icon=":material/filter_alt_off:", type="tertiary",
                    on_click=lambda: go_to({name: [] for name in FILTERS_OF_THE_URL}),
                )  # fmt: skip
            take_away(report, source, words)
    for note in report.notes:
        st.warning(note)


def _nothing_left(report: Report, words: Words) -> None:
    """An empty selection says which filter excludes everything and offers to leave it out."""
    st.info(words("No project fits these filters together."))
    with st.container(horizontal=True, key="reliefs"):
        for place, relief in enumerate(report.reliefs):
            st.button(plain(relief.sentence), key=f"relief_{place}", on_click=follow, args=(relief.link,))
