"""Links to other places of the dashboard: real ones, that open in a new tab and are undone by Back."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from report.model import Link
from screen.address import follow
from screen.cells import link_data, read, table_script


def links(key: str, places: Sequence[tuple[str, Link]], top: str = "") -> None:
    """Show links in a row; when `top` is another one than before, the page is shown from its top."""
    mount = st.components.v2.component(
        "keyprojects_links", css=read("table.css"), js=table_script("links.js"), isolate_styles=False
    )

    def acted() -> None:
        place = st.session_state[key].follow
        if place is not None:
            follow(places[place][1])

    mount(
        key=key, data={"links": [[label, link_data(link)] for label, link in places], "top": top},
        on_follow_change=acted,
    )  # fmt: skip
