"""Presenting: the views of the agenda one by one on a full screen, by keyboard.

The address holds the agenda, the item and the filters that it is shown with, so that a click on a chart filters within
the item and Back goes back. `own=1` says that the filters of the address are all there are; without it the ones of the
agenda's view apply too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import streamlit as st

from exports.agenda import paths
from exports.asked import known_pages
from report.agenda import View, read_agenda
from report.model import Page
from screen.address import query
from screen.cells import read
from words import Words

STAYS = ("agenda", "generation", "made", "lang")


class Stage(NamedTuple):
    """The view that is presented: its page, the parameters that it is shown with, and its place on the agenda."""

    page: Page
    asked: dict[str, list[str]]
    views: tuple[View, ...]
    item: int


def stage_of(page: Page, asked: Mapping[str, Sequence[str]]) -> Stage | None:
    """What is presented; None where nothing is."""
    if page.name != "meeting" or list(asked.get("present", ())) != ["1"]:
        return None
    views, _ = read_agenda(asked.get("agenda", ()), paths())
    if not views:
        return None
    number = (asked.get("item") or ["1"])[-1]
    item = min(max(int(number), 1), len(views)) if number.isdecimal() and len(number) < 5 else 1
    view, given = views[item - 1], {name: list(values) for name, values in asked.items()}
    shown = given if given.get("own") == ["1"] else {**view.query, **given}
    return Stage(known_pages()[view.page], shown, views, item)


def start(views: Sequence[View], words: Words) -> None:
    """The button that begins the presentation on a full screen."""
    if _mount("stage_start", {"mode": "start", "words": {"start": words("Present")}}, views).go:
        st.rerun()


def frame(stage: Stage, words: Words) -> None:
    """What stands around the view that is presented: place, clock, keys; nothing to operate."""
    st.html(f"<style>{read('wall.css')}{read('meeting/stage.css')}</style>")
    data = {
        "mode": "stage",
        "item": stage.item,
        "count": len(stage.views),
        "titles": [words(known_pages()[view.page].title) for view in stage.views],
        "words": {
            "keys": words("→ next · ← previous · number and Enter: jump · B: blank · F: full screen · Esc: leave"),
            "bar": words("Presentation"),
            "previous": words("Previous"),
            "next": words("Next"),
            "leave": words("Leave"),
        },
    }
    with st.container(key="stage_bar"):
        _mount("stage", data, stage.views)


def _mount(key: str, data: Mapping[str, Any], views: Sequence[View]) -> Any:
    mount = st.components.v2.component(
        f"keyprojects_{key}", css=read("meeting/bar.css"), js=read("meeting/stage.js"), isolate_styles=False
    )

    def acted() -> None:
        item = st.session_state[key].go
        if item is not None:
            show_item(int(item), views)

    return mount(key=key, data=dict(data), on_go_change=acted)


def show_item(item: int, views: Sequence[View]) -> None:
    """Show an item of the agenda; 0 leaves the presentation. Every step adds one to the history."""
    kept = {name: values for name, values in query().items() if name in STAYS}
    if item:
        kept |= {"present": ["1"], "item": [str(item)], "own": ["1"], **views[item - 1].query}
    st.query_params.from_dict(kept)
