"""The few rules of layout that Streamlit's theme has no setting for."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_RULES = (Path(__file__).parent / "style.css").read_text(encoding="utf-8")


def apply_style() -> None:
    """Add the rules to the page."""
    st.html(f"<style>{_RULES}</style>")
