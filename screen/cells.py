"""Finished tables on their way to the browser, and where a click in them leads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from report.model import Cell, Link, Table
from screen.address import OF_A_PAGE, follow, open_passport

HERE = Path(__file__).parent


def read(name: str) -> str:
    """A script or style sheet of this folder."""
    return (HERE / name).read_text(encoding="utf-8")


def table_script(name: str) -> str:
    """The script of a component that shows tables or links, behind what it shares with the others."""
    return f"const OF_A_PAGE = {json.dumps(OF_A_PAGE)};\n{read('table.js')}{read(name)}"


def table_data(table: Table) -> dict[str, Any]:
    """The table as plain data."""
    return {
        "title": table.title,
        "columns": table.columns,
        "numeric": table.numeric,
        "heads": [link_data(link) for link in table.heads],
        "sorted": table.sorted_by,
        "passage": [[mark.text, mark.tone, mark.verdict, mark.passport] for mark in table.passage],
        "rows": [[_cell(cell) for cell in row] for row in table.rows],
    }


def clicked(table: Table, opened: str | None, followed: list[int] | None) -> None:
    """Do what a click in the table asks for: open a passport, or follow a cell or a head."""
    if opened:
        open_passport(opened)
    elif followed:
        row, column = followed
        link = table.heads[column] if row < 0 else table.rows[row][column].link
        if link:
            follow(link)


def _cell(cell: Cell) -> list[object]:
    return [cell.text, cell.passport, cell.tone, link_data(cell.link), cell.hint]


def link_data(link: Link | None) -> list[object] | None:
    """A link as plain data: its path and its changes."""
    return None if link is None else [link.path, [[name, *values] for name, values in link.changes]]
