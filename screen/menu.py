"""The menu: links that keep the filters."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from streamlit.navigation.page import Page as StreamlitPage

from screen.address import query
from words import Words

DROPPED = ("passport",)


def menu(entries: Mapping[str, StreamlitPage], words: Words) -> None:
    """Show the pages in one row; a link carries the filters over to the next page."""
    kept = {name: values for name, values in query().items() if name not in DROPPED}
    with st.container(horizontal=True, key="menu", gap="small"):
        for title, page in entries.items():
            st.page_link(page, label=words(title), query_params=kept)
