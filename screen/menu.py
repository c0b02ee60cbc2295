"""The menu: links that keep the filters."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from streamlit.navigation.page import Page as StreamlitPage

from screen.address import AWAY, carried_over
from words import Words


def menu(entries: Mapping[str, StreamlitPage], words: Words) -> None:
    """Show the pages in one row; a link carries the filters over to the next page. Goes where a click asked to."""
    if AWAY in st.session_state:
        path, parameters = st.session_state.pop(AWAY)
        st.switch_page(next(page for page in entries.values() if page.url_path == path), query_params=parameters)
    kept = carried_over()
    with st.container(horizontal=True, key="menu", gap="small"):
        for title, page in entries.items():
            st.page_link(page, label=words(title), query_params=kept)
