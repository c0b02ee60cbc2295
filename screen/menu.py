"""The menu: links that keep the filters, and the language."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from streamlit.navigation.page import Page as StreamlitPage

from screen.address import AWAY, carried_over, go_to
from words import LANGUAGES, Words

LANGUAGE_NAMES = {"zh": "中文", "en": "English"}


def menu(entries: Mapping[str, StreamlitPage], words: Words) -> None:
    """Show the pages in one row; a link carries the filters over to the next page. Goes where a click asked to."""
    if AWAY in st.session_state:
        path, parameters = st.session_state.pop(AWAY)
        st.switch_page(next(page for page in entries.values() if page.url_path == path), query_params=parameters)
    kept = carried_over()
    with st.container(horizontal=True, key="menu", gap="small", vertical_alignment="center"):
        for title, page in entries.items():
            st.page_link(page, label=words(title), query_params=kept)
        _language(words)


def _language(words: Words) -> None:
    st.session_state["filter_lang"] = words.language
    st.segmented_control(
        words("Language"), LANGUAGES, key="filter_lang", format_func=LANGUAGE_NAMES.__getitem__, required=True,
        on_change=lambda: go_to({"lang": [st.session_state["filter_lang"]]}), label_visibility="collapsed",
    )  # fmt: skip
