"""Choosing the target whose way there the dispatch page shows; it stands above that table."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from queries.catalog import catalog
from queries.reach import HIGHEST, KINDS, RANK, Target, ranked_in
from report.assemble import Source
from report.filters import Filters
from report.reach import target_of, usual_share
from screen.address import go_to
from words import Words


def controls(filters: Filters, source: Source, words: Words) -> None:
    """The measure and where it shall be; every change is a step of the history."""
    target, counties = target_of(filters, source), ranked_in(source.city)
    with st.container(horizontal=True, key="reach_controls", gap="small", vertical_alignment="bottom"):
        _measure(target, filters, counties, words)
        if target.kind == RANK:
            _county(target, counties, source, words)
            _place(target, len(counties), words)
        else:
            _share(target, words)


def _go(target: Target) -> None:
    go_to({"reach": [target.text], "passport": []})


def _measure(target: Target, filters: Filters, counties: tuple[str, ...], words: Words) -> None:
    def changed() -> None:
        kind = st.session_state["reach_kind"]
        first = (filters.counties or counties)[0]
        place = Target(RANK, Decimal(1), first if first in counties else counties[0])
        _go(place if kind == RANK else Target(kind, usual_share(kind)))

    st.session_state["reach_kind"] = target.kind
    st.selectbox(
        words("What must happen to reach …"), KINDS, key="reach_kind", on_change=changed, width=260,
        format_func=lambda kind: words("Place of a county") if kind == RANK else words(catalog()[kind].title),
    )  # fmt: skip


def _share(target: Target, words: Words) -> None:
    def changed() -> None:
        _go(target._replace(to=Decimal(str(round(st.session_state["reach_share"], 2)))))

    st.session_state["reach_share"] = float(target.to)
    st.number_input(words("Target (%)"), 0.01, float(HIGHEST), key="reach_share", step=1.0, format="%0.4g",
                    on_change=changed, width=150)  # fmt: skip


def _county(target: Target, counties: tuple[str, ...], source: Source, words: Words) -> None:
    st.session_state["reach_county"] = target.county
    st.selectbox(
        words("County"), counties, key="reach_county", width=180,
        format_func=lambda code: source.city.label("county", code, words.language),
        on_change=lambda: _go(target._replace(county=st.session_state["reach_county"])),
    )  # fmt: skip


def _place(target: Target, count: int, words: Words) -> None:
    st.session_state["reach_place"] = int(target.to)
    st.number_input(
        words("Target place"), 1, count, key="reach_place", step=1, width=150,
        on_change=lambda: _go(target._replace(to=Decimal(st.session_state["reach_place"]))),
    )  # fmt: skip
