"""Another agenda in the place of this one: a step of the history, and undone by a button too."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from data.errors import Refused
from report.agenda import View, checked
from screen.address import go_to, query
from screen.plain import plain
from words import Words

AGENDA, BEFORE = "agenda", "agenda_before"


def set_agenda(views: Sequence[View], words: Words) -> None:
    """Another agenda takes the place of this one, which can be had back; every change is a step of the history."""
    try:
        checked(views)
    except Refused as refused:
        say_refused(refused, words)
        return
    st.session_state[BEFORE] = query().get(AGENDA, [])
    go_to({AGENDA: [view.text for view in views]})


def undo() -> None:
    """The agenda as it was before the last change."""
    go_to({AGENDA: st.session_state.pop(BEFORE)})


def say_refused(refused: Refused, words: Words) -> None:
    """Say for a moment why something wasn't done."""
    st.toast(plain(refused.sentence(words)), icon=":material/error:")
