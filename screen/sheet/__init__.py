"""A finished table as a real HTML table: readable by everyone, its cells leading to their passports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from report.model import Cell, Link, Table
from screen.address import follow
from words import Words

_HERE = Path(__file__).parent


def sheet(table: Table, words: Words, *, on_open: Callable[[str], None]) -> None:
    """Show the table; a click on a cell that has a passport calls `on_open`, on one with a link goes there."""
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

    def followed() -> None:
        place = st.session_state[key].follow
        if place:
            follow(table.rows[place[0]][place[1]].link or Link(()))

    data = {
        "language": words.language,
        "title": table.title,
        "columns": table.columns,
        "numeric": table.numeric,
        "rows": [[_cell(cell) for cell in row] for row in table.rows],
    }
    mount(key=key, data=data, on_open_change=opened, on_follow_change=followed)


def _cell(cell: Cell) -> list[object]:
    link = cell.link and [cell.link.path, [[name, *values] for name, values in cell.link.changes]]
    return [cell.text, cell.passport, cell.tone, link, cell.hint]
