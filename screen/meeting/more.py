"""More for the agenda: by address, by name or from a file; and the agenda kept by a name or as a file."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from data.errors import Refused
from data.minutes import Minutes
from exports.agenda import paths
from report.agenda import View, read_file, read_view, written
from screen.cells import read
from screen.meeting.changing import say_refused, set_agenda
from screen.plain import plain
from words import Words


def more(views: Sequence[View], words: Words) -> None:
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
        _from_file(words)
    if views:
        with st.popover(words("Keep"), key="agenda_keep", icon=":material/save:"):
            st.text_input(words("Keep this agenda as"), key="agenda_name", max_chars=100, on_change=_keep,
                          args=(views, words), placeholder=words("A name; then Enter"))  # fmt: skip
            st.download_button(words("Agenda as a file"), written(views), file_name="agenda.json",
                               mime="application/json", on_click="ignore")  # fmt: skip


def _from_file(words: Words) -> None:
    mount = st.components.v2.component(
        "keyprojects_agenda_file", css=read("meeting/bar.css"), js=read("meeting/file.js"), isolate_styles=False
    )

    def opened() -> None:
        if content := st.session_state["agenda_file"].content:
            _taken(content, (), words)

    mount(key="agenda_file", data={"label": words("Agenda from a file")}, on_content_change=opened)


def _pasted(views: Sequence[View], words: Words) -> None:
    asked = st.session_state["agenda_pasted"].strip()
    if not asked:
        return
    try:
        view = read_view(asked, paths())
    except Refused as refused:
        say_refused(refused, words)
        return
    st.session_state["agenda_pasted"] = ""
    set_agenda([*views, view], words)


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


def _taken(content: str | bytes, views: Sequence[View], words: Words) -> None:
    try:
        set_agenda([*views, *read_file(content, paths())], words)
    except Refused as refused:
        say_refused(refused, words)


def _keep(views: Sequence[View], words: Words) -> None:
    name = st.session_state["agenda_name"].strip()
    if not name:
        return
    try:
        Minutes().save("agenda", name, written(views))
    except Refused as refused:
        say_refused(refused, words)
        return
    st.session_state["agenda_name"] = ""
    st.toast(plain(words("Kept as “{name}”.", name=name)))
