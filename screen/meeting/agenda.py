"""The agenda on the page of the meeting: its views to order and remove, more of them to add, and files of it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import partial

import streamlit as st

from exports.agenda import agenda_reports, paths
from exports.asked import known_pages
from exports.fingerprint import DIGITS
from exports.formats import FORMAT, Format
from report.agenda import View, moved, read_agenda
from report.assemble import Source
from report.choosing import known_choices
from report.filters import Filters, read_filters
from report.searching import narrowing
from screen.address import query
from screen.meeting.changing import AGENDA, BEFORE, set_agenda, undo
from screen.meeting.more import more
from screen.meeting.stage import start
from screen.plain import plain
from screen.source import open_source
from words import Words

WHOLE = ("deck", "workbook", "page", "minutes")  # what a whole meeting is taken away as


def agenda(filters: Filters, words: Words) -> None:
    """The agenda that the address holds, and what is done with it."""
    views, faults = read_agenda(query().get(AGENDA, ()), paths())
    source = open_source(filters.generation)
    with st.container(key="agenda", border=True):
        st.markdown(f"#### {words('Agenda')}")
        for fault in faults:
            st.warning(plain(fault.sentence(words)))
        if not views:
            st.markdown(words("Nothing is on the agenda yet. Add a page by its “Take away”, or paste its address."))
        for place, view in enumerate(views):
            _item(place, view, views, source, words)
        with st.container(horizontal=True, vertical_alignment="bottom", key="agenda_tools"):
            if views:
                start(views, words)
            more(views, words)
            _files(views, filters, source, words)
            if st.session_state.get(BEFORE) is not None:
                st.button(words("Undo"), key="agendaundo", icon=":material/undo:", on_click=undo)


def _item(place: int, view: View, views: Sequence[View], source: Source, words: Words) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"agenda_item_{place}"):
        st.markdown(f"**{place + 1}.** {plain(_said(view, source, words))}", width="stretch")
        for label, icon, changed, is_off in (
            (words("Up"), "arrow_upward", moved(views, place, -1), place == 0),
            (words("Down"), "arrow_downward", moved(views, place, 1), place == len(views) - 1),
            (words("Remove"), "close", [*views[:place], *views[place + 1 :]], False),
        ):
            st.button(
                label, key=f"agenda_{icon}_{place}", icon=f":material/{icon}:", type="tertiary", disabled=is_off,
                on_click=set_agenda, args=(changed, words),
            )  # fmt: skip


def _said(view: View, source: Source, words: Words) -> str:
    page, engine = known_pages()[view.page], source.engine
    filters, _ = read_filters(view.query, engine.opened.dates, source.city, known_choices(engine))
    return words.labelled(words(page.title), narrowing(page, filters, engine).sentence(words, source.city))


def _files(views: Sequence[View], filters: Filters, source: Source, words: Words) -> None:
    if not views:
        return
    told = repr((views, filters, source.engine.opened.generation, words.language))
    digest = hashlib.sha256(told.encode()).hexdigest()[:DIGITS]  # no two contents share a name
    with st.popover(words("The whole meeting as files"), key="agenda_files", icon=":material/download:"):
        for of in (FORMAT[name] for name in WHOLE if name in FORMAT):
            st.download_button(
                words(of.label), partial(_made, of, views, filters, source, words), mime=of.mime,
                file_name=f"meeting-{of.name}-{filters.as_of}-{words.language}-{digest}.{of.extension}",
                key=f"meeting_{of.name}", on_click="ignore", width="stretch",
            )  # fmt: skip


def _made(of: Format, views: Sequence[View], filters: Filters, source: Source, words: Words) -> bytes:
    return of.make(agenda_reports(views, {"as_of": [str(filters.as_of)]}, source, words), source, words)
