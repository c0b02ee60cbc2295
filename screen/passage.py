"""What the reconcile page offers besides the filter bar: a passage to paste, whose figures are then checked."""

from __future__ import annotations

import streamlit as st

from report.filters import LONGEST_TEXT, Filters
from screen.address import go_to
from words import Words

# An example of what can be pasted; passages are Chinese in both languages of the dashboard.
EXAMPLE = "截至8月底，全市重点项目开工率77.6%，比上月末提高2.6个百分点；亿元以上项目比去年增加46个。"
HEIGHT = 110


def controls(filters: Filters, words: Words) -> None:
    """The passage and the buttons; checking another one is a step of the history."""

    def asked() -> None:
        text = st.session_state["passage"].strip()
        go_to({"text": [text] if text else [], "passport": []})

    st.session_state["passage"] = filters.text
    with st.container(key="passage_controls"), st.form("passage_form", border=False):
        st.text_area(
            words("Check what is said: paste a passage"), key="passage", max_chars=LONGEST_TEXT, height=HEIGHT,
            placeholder=words("For example: {example}", example=EXAMPLE),
        )  # fmt: skip
        with st.container(horizontal=True):
            st.form_submit_button(words("Check"), on_click=asked)
            if filters.text:
                st.form_submit_button(words("Clear"), on_click=lambda: go_to({"text": [], "passport": []}))
