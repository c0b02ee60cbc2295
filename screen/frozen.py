"""Frozen links: giving one away, and saying what has changed when one is opened later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from data.errors import Misused
from queries.fingerprint import fingerprint
from report.assemble import Source
from report.frozen import newer_data, rules_changed
from report.model import Report
from screen.address import go_to
from screen.cells import read
from screen.plain import plain
from screen.source import open_source
from words import Words


def changes_said(report: Report, asked: Mapping[str, Sequence[str]], source: Source, words: Words) -> None:
    """Above a page whose address is frozen: newer data with what it changes, and rules that have changed."""
    try:
        rules = rules_changed(asked["made"][-1], fingerprint(), words) if asked.get("made") else ""
    except Misused as fault:
        rules = fault.sentence(words)
    if rules:
        st.warning(plain(rules))
    newest = open_source() if report.filters.generation is not None else source
    newer = newer_data(report, source, newest, words)
    if newer is None:
        return
    is_newest = newer.day == newest.engine.opened.dates[-1]
    shown = {
        "generation": [], "made": [], "compare": [], "as_of": [] if is_newest else [str(newer.day)],
        "since": [str(report.generation)],  # what turned since the link is listed on the overview
    }  # fmt: skip
    with st.container(key="newer"):
        st.info(plain(newer.sentence))
        st.button(words("Show the newest data"), key="show_newest", on_click=lambda: go_to(shown))


def copy_link(report: Report, words: Words) -> None:
    """The address of this view, frozen: it shows these numbers whenever it is opened."""
    mount = st.components.v2.component(
        "keyprojects_share", css=read("share.css"), js=read("share.js"), isolate_styles=False
    )
    filters = report.filters
    since = filters.since or filters.seen
    frozen = {"as_of": str(filters.as_of), "generation": str(report.generation), "made": fingerprint()}
    data = {
        "parameters": frozen | ({"since": str(since)} if since else {}),
        "words": {
            "label": words("Link that shows these numbers later too"),
            "copy": words("Copy link"),
            "copied": words("Copied."),
            "select": words("The link is selected; copy it with Ctrl+C."),
        },
    }
    mount(key="share", data=data)
