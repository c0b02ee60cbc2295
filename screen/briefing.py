"""The briefing over the page: its text with each number leading to its passport, and a button that copies it."""

from __future__ import annotations

import streamlit as st

from report.assemble import Source
from report.briefing.write import Briefing, briefing
from report.model import Report
from screen.address import go_to, open_passport
from screen.cells import read, table_script
from words import Words

PARAMETER = "briefing"
ASKED = "briefing_asked"


def briefing_button(menu: str, words: Words) -> None:
    """Opens the briefing and closes the menu of that key; it stands in the address, so Back closes it."""

    def opened() -> None:
        st.session_state[menu] = False
        st.session_state[ASKED] = True
        go_to({PARAMETER: ["1"]})

    st.button(
        words("Read the briefing"), key="read_briefing", icon=":material/article:", width="stretch", on_click=opened
    )  # fmt: skip


def follow_briefing() -> None:
    """The menu runs by itself; once the briefing is asked for there, the page has to follow."""
    if st.session_state.pop(ASKED, False):
        st.rerun()


def show_briefing(report: Report, source: Source, words: Words) -> None:
    """Open the briefing for the filters of the page."""
    written = briefing(report.filters, source, words)

    @st.dialog(written.title, width="large", on_dismiss=lambda: go_to({PARAMETER: []}))
    def dialog() -> None:
        badge = f":orange-badge[{words('Illustrative data')}] " if report.illustrative else ""
        st.markdown(f"{badge}{report.filters.sentence(words, source.city)}")
        if _text(written, words):
            st.rerun()

    dialog()


def _text(written: Briefing, words: Words) -> bool:
    """The paragraphs with their numbers; whether one of these was asked for."""
    mount = st.components.v2.component(
        "keyprojects_briefing", css=read("table.css") + read("briefing.css"), js=table_script("briefing.js"),
        isolate_styles=False,
    )  # fmt: skip

    def acted() -> None:
        name = st.session_state["briefing"].open
        if name:
            open_passport(name)

    data = {
        "title": written.title,
        "paragraphs": [[[mark.text, mark.passport] for mark in paragraph] for paragraph in written.paragraphs],
        "words": {
            "copy": words("Copy text"),
            "copied": words("Copied."),
            "select": words("The text is selected; copy it with Ctrl+C."),
        },
    }
    return bool(mount(key="briefing", data=data, on_open_change=acted).open)
