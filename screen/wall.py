"""The wall: large type, nothing to operate, and the newest snapshot as soon as it is published."""

from __future__ import annotations

import streamlit as st

from data.snapshots import Store
from screen.cells import read

LOOKS_EVERY = "15s"


def is_wall() -> bool:
    """Whether the URL asks for the wall."""
    return st.query_params.get("wall") == "1"


def hang_on_wall() -> None:
    """Enlarge the page, and show it again as soon as something is published."""
    st.html(f"<style>{read('wall.css')}</style>")
    seen = Store().current()

    @st.fragment(run_every=LOOKS_EVERY)
    def look() -> None:
        if Store().current() != seen:
            st.rerun()

    look()
