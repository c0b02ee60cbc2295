"""From any page: this view onto the agenda, or kept by a name. The agenda is a part of every address."""

from __future__ import annotations

import streamlit as st

from data.errors import Refused
from data.minutes import Minutes
from report.agenda import View, checked, view_of, written
from report.model import Report
from screen.address import go_to, query
from screen.meeting.changing import AGENDA, say_refused
from screen.plain import plain
from words import Words

NAMED = "save_view_as"


def add_to_agenda(report: Report, words: Words) -> None:
    """In the menu of what can be taken away: adds what is shown, or saves it by a name."""
    if report.page.name == "meeting":
        return
    view = view_of(_name(report), query())
    count = len(query().get(AGENDA, ()))
    label = words("Add this view to the agenda")
    asked = st.button(
        label + (words.wrapped(str(count)) if count else ""), key="add_to_agenda", icon=":material/playlist_add:",
        width="stretch", on_click=_add, args=(view, words),
    )  # fmt: skip
    st.text_input(
        words("Keep this view as"), key=NAMED, max_chars=100, placeholder=words("A name; then Enter"),
        on_change=_save, args=(view, words),
    )  # fmt: skip
    if asked:  # the menu is a part of its own: the links of the page have to follow
        st.rerun()


def _name(report: Report) -> str:
    return "projects" if report.page.name == "project" else report.page.name


def _add(view: View, words: Words) -> None:
    texts = [*query().get(AGENDA, ()), view.text]
    try:
        checked([View(text) for text in texts])
    except Refused as refused:
        say_refused(refused, words)
        return
    go_to({AGENDA: texts})
    st.toast(words("On the agenda as number {number}.", number=len(texts)))


def _save(view: View, words: Words) -> None:
    name = st.session_state[NAMED].strip()
    if not name:
        return
    try:
        Minutes().save("view", name, written([view]))
    except Refused as refused:
        say_refused(refused, words)
        return
    st.session_state[NAMED] = ""
    st.toast(plain(words("Kept as “{name}”.", name=name)))
