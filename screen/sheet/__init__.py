"""A finished table as a real HTML table: readable by everyone, its cells leading to their passports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from report.model import Table
from words import Words

_HERE = Path(__file__).parent


def sheet(table: Table, words: Words, *, on_open: Callable[[str], None]) -> None:
    """Show the table; a click on a cell that has a passport calls `on_open` with its name."""
    mount = st.components.v2.component(
        "keyprojects_sheet",
        css=(_HERE / "sheet.css").read_text(encoding="utf-8"),
        js=(_HERE / "sheet.js").read_text(encoding="utf-8"),
        isolate_styles=False,
    )
    key = f"sheet_{table.name}"

    def opened() -> None:
        name = st.session_state[key].open
        if name:
            on_open(name)

    data = {
        "language": words.language,
        "title": table.title,
        "columns": table.columns,
        "numeric": table.numeric,
        "rows": [[[cell.text, cell.passport, cell.tone] for cell in row] for row in table.rows],
    }
    mount(key=key, data=data, on_open_change=opened)
