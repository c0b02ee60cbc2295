"""The agenda on the page of the meeting: its views to order and remove, more of them to add, and files of it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import partial

import streamlit as st

from data.errors import Refused
from data.minutes import Minutes
from exports.agenda import agenda_reports, paths
from exports.asked import known_pages
from exports.fingerprint import DIGITS
from exports.formats import FORMAT, Format
from report.agenda import View, checked, moved, read_agenda, read_file, read_view, written
from report.assemble import Source
from report.choosing import known_choices
from report.filters import Filters, read_filters
from report.searching import narrowing
from screen.address import go_to, query
from screen.meeting.adding import AGENDA
from screen.meeting.stage import start
from screen.plain import plain
from screen.source import open_source
from words import Words

BEFORE = "agenda_before"
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
            st.caption(words("Nothing is on the agenda yet. Add a page by its “Take away”, or paste its address."))
        for place, view in enumerate(views):
            _item(place, view, views, source, words)
        with st.container(horizontal=True, vertical_alignment="bottom", key="agenda_tools"):
            if views:
                start(views, words)
            _more(views, words)
            _files(views, filters, source, words)
            if st.session_state.get(BEFORE) is not None:
                st.button(words("Undo"), key="agenda_undo", icon=":material/undo:", on_click=_undo)


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
                on_click=_set, args=(changed, words),
            )  # fmt: skip


def _said(view: View, source: Source, words: Words) -> str:
    page, engine = known_pages()[view.page], source.engine
    filters, _ = read_filters(view.query, engine.opened.dates, source.city, known_choices(engine))
    return words.labelled(words(page.title), narrowing(page, filters, engine).sentence(words, source.city))


def _more(views: Sequence[View], words: Words) -> None:
    """Add a view by its address or by the name it was kept under, or take a whole agenda."""
    with st.popover(words("Add"), key="agenda_more", icon=":material/add:"):
        st.text_input(
            words("Address of a page"), key="agenda_pasted", placeholder=words("Paste it; then Enter"),
            on_change=_pasted, args=(views, words),
        )  # fmt: skip
        for kind, label in (("view", words("Kept views")), ("agenda", words("Kept agendas"))):
            kept = _kept(kind)
            if kept:
                st.selectbox(
                    label, list(kept), index=None, key=f"agenda_{kind}", placeholder=words("Choose one"),
                    on_change=_chosen, args=(kind, kept, views, words),
                )  # fmt: skip
        st.file_uploader(words("Agenda from a file"), type="json", key="agenda_file", on_change=_opened, args=(words,))
    if views:
        with st.popover(words("Keep"), key="agenda_keep", icon=":material/save:"):
            st.text_input(words("Keep this agenda as"), key="agenda_name", max_chars=100, on_change=_keep,
                          args=(views, words), placeholder=words("A name; then Enter"))  # fmt: skip
            st.download_button(words("Agenda as a file"), written(views), file_name="agenda.json",
                               mime="application/json", on_click="ignore")  # fmt: skip


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


def _set(views: Sequence[View], words: Words) -> None:
    """Another agenda takes the place of this one, which can be had back; every change is a step of the history."""
    try:
        checked(views)
    except Refused as refused:
        _refused(refused, words)
        return
    st.session_state[BEFORE] = query().get(AGENDA, [])
    go_to({AGENDA: [view.text for view in views]})


def _undo() -> None:
    go_to({AGENDA: st.session_state.pop(BEFORE)})


def _pasted(views: Sequence[View], words: Words) -> None:
    asked = st.session_state["agenda_pasted"].strip()
    if not asked:
        return
    try:
        view = read_view(asked, paths())
    except Refused as refused:
        _refused(refused, words)
        return
    st.session_state["agenda_pasted"] = ""
    _set([*views, view], words)


def _kept(kind: str) -> dict[str, str]:
    try:
        return Minutes().saved(kind)
    except Refused:
        return {}  # the decisions below say it


def _chosen(kind: str, kept: dict[str, str], views: Sequence[View], words: Words) -> None:
    name = st.session_state[f"agenda_{kind}"]
    if name:
        st.session_state[f"agenda_{kind}"] = None
        _taken(kept[name], views if kind == "view" else (), words)


def _opened(words: Words) -> None:
    if file := st.session_state["agenda_file"]:
        _taken(file.getvalue(), (), words)


def _taken(content: str | bytes, views: Sequence[View], words: Words) -> None:
    try:
        _set([*views, *read_file(content, paths())], words)
    except Refused as refused:
        _refused(refused, words)


def _keep(views: Sequence[View], words: Words) -> None:
    name = st.session_state["agenda_name"].strip()
    if not name:
        return
    try:
        Minutes().save("agenda", name, written(views))
    except Refused as refused:
        _refused(refused, words)
        return
    st.session_state["agenda_name"] = ""
    st.toast(plain(words("Kept as “{name}”.", name=name)))


def _refused(refused: Refused, words: Words) -> None:
    st.toast(plain(refused.sentence(words)), icon=":material/error:")
