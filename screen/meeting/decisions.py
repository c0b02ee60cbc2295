"""Recording decisions: against a project, who does what by when; corrected and withdrawn by a further row."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import streamlit as st

from data.errors import Refused
from data.minutes import Decision, Minutes
from data.minutes_database import LONGEST
from report.assemble import Source
from report.filters import Filters, Search
from report.model import Report
from report.searching import looked_up
from screen.meeting.changing import say_refused
from words import Words

SHOWN = 30  # projects to choose from
FIELDS = ("what", "who", "due_on", "meeting_on")


def decisions(report: Report, source: Source, words: Words) -> None:
    """Below the decisions: one more, or another word on one of them."""
    with st.container(horizontal=True, key="decide"):
        with st.popover(words("Record a decision"), key="decide_new", icon=":material/gavel:", width="content"):
            _new(report, source, words)
        written = _written()
        if written:
            with st.popover(words("Correct or withdraw one"), key="decide_again", icon=":material/edit:"):
                _again(written, words)


def _new(report: Report, source: Source, words: Words) -> None:
    filters = report.filters
    asked = st.text_input(words("Find the project"), key="decide_q", placeholder=words(
        "Name, unit, project ID, pinyin or initials; then Enter"))  # fmt: skip
    found = _found(asked.strip(), filters, source)
    if len(found) > SHOWN:
        st.caption(words("The first {shown} of {count}.", shown=SHOWN, count=words.number(len(found))))
    names = dict(list(found.items())[:SHOWN])
    with st.form("decide_form", border=False, clear_on_submit=True):
        st.selectbox(words("Project"), list(names), format_func=names.__getitem__, key="decide_project")
        _fields("decide", Decision("", "", "", "", None, dt.date.today(), filters.as_of, 0), words)
        st.form_submit_button(words("Record"), on_click=_record, args=(names, report, words))


def _found(asked: str, filters: Filters, source: Source) -> dict[str, str]:
    """The projects that fit what was typed, by their ids."""
    found = looked_up(replace(filters, search=Search(q=asked)), source.engine).search.found
    listed = source.engine.ask("project_names", as_of=filters.as_of)
    return {one.project_id: one.name for one in listed if found is None or one.project_id in found}


def _fields(key: str, one: Decision, words: Words) -> None:
    st.text_area(words("What"), one.what, key=f"{key}_what", max_chars=LONGEST["what"], height=80)
    st.text_input(words("Who (unit or post)"), one.who, key=f"{key}_who", max_chars=LONGEST["who"])
    st.date_input(words("By when"), one.due_on, key=f"{key}_due_on")
    st.date_input(words("Date of the meeting"), one.meeting_on, key=f"{key}_meeting_on")


def _filled(key: str) -> dict[str, Any]:
    return {field: st.session_state[f"{key}_{field}"] for field in FIELDS}


def _record(names: dict[str, str], report: Report, words: Words) -> None:
    project = st.session_state["decide_project"] or ""
    blank = Decision(project, names.get(project, ""), "", "", None, report.filters.as_of, report.filters.as_of,
                     report.generation)  # fmt: skip
    _write(blank._replace(**_filled("decide")), words("Recorded."), words)


def _written() -> list[Decision]:
    try:
        return Minutes().decisions()[::-1]
    except Refused:
        return []  # the table above says it


def _again(written: list[Decision], words: Words) -> None:
    by_id = {one.decision_id: one for one in written}
    chosen = st.selectbox(
        words("Decision"), list(by_id), key="again_id",
        format_func=lambda key: f"{by_id[key].meeting_on} · {by_id[key].project_name} · {by_id[key].what}",
    )  # fmt: skip
    one = by_id[chosen]
    with st.form(f"again_{chosen}", border=False):
        _fields(f"again_{chosen}", one, words)
        with st.container(horizontal=True):
            st.form_submit_button(
                words("Correct"),
                on_click=lambda: _write(
                    one._replace(**_filled(f"again_{chosen}")), words("Corrected; the earlier word is kept."), words
                ),
            )
            st.form_submit_button(words("Withdraw"), on_click=lambda: _write(
                one, words("Withdrawn; what was written is kept."), words, withdrawn=True))  # fmt: skip


def _write(one: Decision, done: str, words: Words, withdrawn: bool = False) -> None:
    missing = [words(label) for label, value in (("Project", one.project_id), ("What", one.what.strip()),
                                                 ("Who (unit or post)", one.who.strip())) if not value]  # fmt: skip
    if missing and not withdrawn:
        st.toast(
            words("Nothing was written: {fields} is empty.", fields=words.joined(missing)), icon=":material/error:"
        )
        return
    try:
        Minutes().decide(one, withdrawn)
    except Refused as refused:
        say_refused(refused, words)
        return
    st.toast(done)
