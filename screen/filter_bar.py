"""The filter bar: one row of choices that live in the URL."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from data.city import City
from report.filters import CHOICES, NO_COMPARISON, START_BY, Choice, Filters, default_comparison
from screen.address import go_to
from words import Words

FILTERS_OF_THE_URL = (*(choice.url for choice in CHOICES), "q", "light")
WIDTHS = {"county": 150, "sector": 140, "nature": 120, "size": 130, "batch": 125, "sponsor": 125}


def is_narrowed(filters: Filters) -> bool:
    """Whether any filter is set."""
    return filters.search.found is not None or any(filters.chosen(choice) for choice in CHOICES)


def filter_bar(
    filters: Filters,
    dates: Sequence[dt.date],
    city: City,
    known: Mapping[str, Sequence[str]],
    words: Words,
    has_start_rate: bool,
) -> None:
    """Show the filters; every change becomes a step of the browser's history."""
    with st.container(horizontal=True, key="filter_bar", gap="small"):
        _as_of(filters, dates, words)
        _compare(filters, dates, words)
        for choice in CHOICES:
            _several(choice, filters, city, known, words)
        if has_start_rate:
            _start_by(filters, words)


def _as_of(filters: Filters, dates: Sequence[dt.date], words: Words) -> None:
    newest_first = [day.isoformat() for day in reversed(dates)]

    def changed(asked: str) -> None:
        go_to({"as_of": [] if asked == newest_first[0] else [asked], "compare": []})

    _one("as_of", words("As of"), newest_first, filters.as_of.isoformat(), changed, 140)


def _compare(filters: Filters, dates: Sequence[dt.date], words: Words) -> None:
    options = [NO_COMPARISON, *(day.isoformat() for day in reversed(dates) if day != filters.as_of)]
    default = default_comparison(filters.as_of, dates)
    usual = default.isoformat() if default else NO_COMPARISON
    now = filters.compare.isoformat() if filters.compare else NO_COMPARISON

    def shown(day: str) -> str:
        return words("nothing") if day == NO_COMPARISON else day

    _one("compare", words("Compared with"), options, now,
         lambda asked: go_to({"compare": [] if asked == usual else [asked]}), 140, shown)  # fmt: skip


def _start_by(filters: Filters, words: Words) -> None:
    usual = next(iter(START_BY))
    _one("start_by", words("Start rate by"), list(START_BY), filters.start_by,
         lambda asked: go_to({"start_by": [] if asked == usual else [asked]}), 150,
         lambda code: words(START_BY[code]))  # fmt: skip


def _one(
    name: str, label: str, options: Sequence[str], now: str, changed: Callable[[str], None], width: int,
    shown: Callable[[str], str] = str,
) -> None:  # fmt: skip
    key = f"filter_{name}"
    st.session_state[key] = now
    st.selectbox(label, options, key=key, on_change=lambda: changed(st.session_state[key]), width=width,
                 format_func=shown)  # fmt: skip


def _several(
    choice: Choice, filters: Filters, city: City, known: Mapping[str, Sequence[str]], words: Words
) -> None:  # fmt: skip
    key = f"filter_{choice.url}"
    st.session_state[key] = list(filters.chosen(choice))
    st.multiselect(
        words(choice.label),
        known[choice.url],
        key=key,
        format_func=lambda code: city.label(choice.codes, code, words.language) if choice.codes else code,
        on_change=lambda: go_to({choice.url: st.session_state[key]}),
        placeholder=words("All"),
        select_all=False,  # its label has no Chinese, and choosing all is the same as choosing none
        width=WIDTHS[choice.url],
    )
