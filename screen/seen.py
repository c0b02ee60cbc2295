"""What this browser last saw of the published generations: a cookie of two numbers, and nothing about its reader."""

from __future__ import annotations

import streamlit as st

from data.opening import Opened
from report.filters import Filters
from report.seen import is_live, to_keep
from screen.cells import read

COOKIE = "kp_seen"


def kept() -> str:
    """What the browser keeps; within a session, what it was last told to keep."""
    return str(st.session_state.get(COOKIE) or st.context.cookies.get(COOKIE, ""))


def keep(filters: Filters, opened: Opened) -> None:
    """Let the browser keep what it sees now; a frozen link or an older date leaves no trace."""
    if not is_live(filters, opened):
        return
    st.session_state[COOKIE] = to_keep(kept(), opened.generation)
    mount = st.components.v2.component("keyprojects_seen", js=read("seen.js"), isolate_styles=False)
    with st.container(key="seen"):
        mount(key="seen_cookie", data={"cookie": f"{COOKIE}={st.session_state[COOKIE]}"})
