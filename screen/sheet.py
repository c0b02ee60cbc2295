"""A table of a report: its heading, its note, its rows as a real HTML table, and the way to its passport."""

from __future__ import annotations

import streamlit as st

from report.model import Table
from screen.cells import clicked, read, table_data, table_script
from words import Words

# On a phone a list is folded behind its first rows; these tables are what their page is for, and stay whole.
WHOLE = ("project_", "recomputed", "restated", "said")
FOLDED_BEHIND, FOLDED_FROM = 5, 11


def sheet(table: Table, words: Words) -> None:
    """Show the table; a click on a cell opens its passport or goes to its place."""
    mount = st.components.v2.component(
        "keyprojects_sheet", css=read("table.css"), js=table_script("sheet.js"), isolate_styles=False
    )
    key = f"sheet_{table.name}"

    def acted() -> None:
        state = st.session_state[key]
        clicked(table, state.open, state.follow)

    data = {
        "language": words.language,
        "table": table_data(table),
        "note": table.note,
        "passport": table.name if table.question else "",
        "foldedBehind": FOLDED_BEHIND if _folds(table) else 0,
        "words": {
            "passport": words("Definition, SQL and rows"),
            "all": words("Show all {count} rows", count=words.number(len(table.rows))),
            "nothing": words("Nothing to show in this selection."),
        },
    }
    mount(key=key, data=data, on_open_change=acted, on_follow_change=acted)


def _folds(table: Table) -> bool:
    return len(table.rows) >= FOLDED_FROM and not table.name.startswith(WHOLE)
