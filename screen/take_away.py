"""Take away: what a page shows as a file, made when it is asked for."""

from __future__ import annotations

from functools import partial

import streamlit as st

from exports.formats import FORMATS, Format, file_name
from report.assemble import Source
from report.model import Report
from screen.briefing import briefing_button, follow_briefing
from screen.frozen import copy_link
from screen.meeting.adding import add_to_agenda
from words import Words

MENU = "take_away"


def take_away(report: Report, source: Source, words: Words) -> None:
    """The menu of files in the heading of a page; what stands in it is made once it is opened."""

    @st.fragment
    def menu() -> None:
        follow_briefing()
        opened = st.popover(words("Take away"), key=MENU, icon=":material/download:", on_change="rerun")
        if opened.open:
            with opened:
                for of in FORMATS:
                    if of.is_offered(report):
                        _button(of, report, source, words)
                briefing_button(MENU, words)
                copy_link(report, words)
                add_to_agenda(report, words)

    menu()


def _button(of: Format, report: Report, source: Source, words: Words) -> None:
    missing = of.lacking(report)
    if missing:
        st.caption(words.labelled(words(of.label), missing.sentence(words)))
        return
    st.download_button(
        words(of.label), partial(of.make, (report,), source, words), file_name=file_name(of, report), mime=of.mime,
        key=f"take_{of.name}", on_click="ignore", width="stretch",
    )  # fmt: skip
