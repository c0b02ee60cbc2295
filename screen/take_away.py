"""Take away: what a page shows as a file, made when it is asked for."""

from __future__ import annotations

from functools import partial

import streamlit as st

from exports.formats import FORMATS, Format, file_name
from report.assemble import Source
from report.model import Report
from screen.frozen import copy_link
from words import Words


def take_away(report: Report, source: Source, words: Words) -> None:
    """The menu of files in the heading of a page; what stands in it is made once it is opened."""

    @st.fragment
    def menu() -> None:
        opened = st.popover(words("Take away"), key="take_away", icon=":material/download:", on_change="rerun")
        if opened.open:
            with opened:
                for of in FORMATS:
                    _button(of, report, source, words)
                copy_link(report, words)

    menu()


def _button(of: Format, report: Report, source: Source, words: Words) -> None:
    st.download_button(
        words(of.label), partial(of.make, (report,), source, words), file_name=file_name(of, report), mime=of.mime,
        key=f"take_{of.name}", on_click="ignore", width="stretch",
    )  # fmt: skip
