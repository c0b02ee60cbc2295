"""The first run: with no snapshot yet, publish the demonstration ledger or show how to publish one's own."""

from __future__ import annotations

import os

import streamlit as st

from data.snapshots import Store
from words import Words

COMMANDS = """python -m data template ledger.xlsx
python -m data check ledger.xlsx --errors faults.xlsx
python -m data publish ledger.xlsx --as-of 2022-09-30 --reason "…"
"""


def ensure_published(words: Words) -> None:
    """Return when there is a snapshot to show; else publish the demonstration, or explain and stop the run."""
    if Store().current():
        return
    if os.environ.get("KEYPROJECTS_DEMO") == "0":
        st.info(words("Nothing has been published yet. Fill in the template, check it and publish it:"))
        st.code(COMMANDS, language="bash")
        st.stop()
    from data.demo import publish_demo  # only a first run needs it

    said = words("Publishing the demonstration ledger …")
    bar = st.progress(0.0, said)

    def progress(done: int, of: int, what: str) -> None:
        bar.progress(done / of, f"{said} {what}")

    publish_demo(progress=progress)
    st.rerun()
