"""The dashboard: page configuration, language, menu and filter bar. Everything else is in the packages."""

from __future__ import annotations

from functools import partial

import streamlit as st

from data.city import city
from pages import attraction, campaigns, counties, dispatch, energy, investment, meeting, overview, projects, reconcile
from screen.address import language
from screen.first_run import ensure_published
from screen.menu import menu
from screen.page import show_page
from screen.style import apply_style
from words import Words

PAGES = (
    overview.PAGE,
    investment.PAGE,
    energy.PAGE,
    counties.PAGE,
    projects.PAGE,
    dispatch.PAGE,
    attraction.PAGE,
    campaigns.PAGE,
    meeting.PAGE,
    reconcile.PAGE,
)


def main() -> None:
    """One run of the script: choose the page, show it."""
    words = Words(language())
    name = city().name.zh if words.language == "zh" else city().name.en
    st.set_page_config(page_title=f"{name} · {words('Key projects')}", layout="wide")
    apply_style()
    ensure_published(words)
    entries = {
        page.title: st.Page(
            partial(show_page, page, words), title=words(page.title), url_path=page.path, default=not page.path
        )
        for page in PAGES
    }
    chosen = st.navigation(list(entries.values()), position="hidden")
    menu(entries, words)
    chosen.run()


main()
