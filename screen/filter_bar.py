"""The filter bar: one row of choices that live in the URL, and one sentence that says them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from data.city import City
from report.filters import CHOICES, NO_COMPARISON, Choice, Filters, default_comparison
from screen.address import go_to
from words import LANGUAGES, Words

SHOWN = ("county", "sector", "nature", "size")
LANGUAGE_NAMES = {"zh": "中文", "en": "English"}


def filter_bar(filters: Filters, dates: Sequence[dt.date], city: City, words: Words) -> None:
    """Show the filters; every change becomes a step of the browser's history."""
    with st.container(horizontal=True, key="filter_bar", gap="small"):
        _as_of(filters, dates, words)
        _compare(filters, dates, words)
        for choice in CHOICES:
            if choice.url in SHOWN:
                _several(choice, filters, city, words)
        _language(words)


def _as_of(filters: Filters, dates: Sequence[dt.date], words: Words) -> None:
    newest_first = [day.isoformat() for day in reversed(dates)]
    st.session_state["filter_as_of"] = filters.as_of.isoformat()

    def changed() -> None:
        asked = st.session_state["filter_as_of"]
        go_to({"as_of": [] if asked == newest_first[0] else [asked], "compare": []})

    st.selectbox(words("As of"), newest_first, key="filter_as_of", on_change=changed, width=140)


def _compare(filters: Filters, dates: Sequence[dt.date], words: Words) -> None:
    options = [NO_COMPARISON, *(day.isoformat() for day in reversed(dates) if day != filters.as_of)]
    st.session_state["filter_compare"] = filters.compare.isoformat() if filters.compare else NO_COMPARISON
    default = default_comparison(filters.as_of, dates)

    def changed() -> None:
        asked = st.session_state["filter_compare"]
        go_to({"compare": [] if asked == (default.isoformat() if default else NO_COMPARISON) else [asked]})

    st.selectbox(
        words("Compared with"), options, key="filter_compare", on_change=changed, width=140,
        format_func=lambda day: words("nothing") if day == NO_COMPARISON else day,
    )  # fmt: skip


def _several(choice: Choice, filters: Filters, city: City, words: Words) -> None:
    key = f"filter_{choice.url}"
    st.session_state[key] = list(filters.chosen(choice))
    st.multiselect(
        words(choice.label),
        list(city.codes(choice.codes)),
        key=key,
        format_func=lambda code: city.label(choice.codes, code, words.language),
        on_change=lambda: go_to({choice.url: st.session_state[key]}),
        placeholder=words("All"),
        select_all=False,  # its label has no Chinese, and choosing all is the same as choosing none
        width=200,
    )


def _language(words: Words) -> None:
    st.session_state["filter_lang"] = words.language
    st.selectbox(
        words("Language"), LANGUAGES, key="filter_lang", format_func=LANGUAGE_NAMES.__getitem__, width=110,
        on_change=lambda: go_to({"lang": [st.session_state["filter_lang"]]}),
    )  # fmt: skip
