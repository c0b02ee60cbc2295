"""Small ledgers of several sheets: a text table for each."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from data.ledger import TABLES, Kind
from queries.engines.duckdb import Engine
from tests.conftest import ledger_of_rows, rows_of


@pytest.fixture
def given_tables() -> Iterator[Callable[..., Engine]]:
    """A ledger from text tables by sheet, as `given_tables(projects="…", problems="…")`; projects are P1, P2 …"""
    folders: list[tempfile.TemporaryDirectory[str]] = []

    def given(**texts: str) -> Engine:
        folder = tempfile.TemporaryDirectory()
        folders.append(folder)
        return ledger_of_rows(Path(folder.name), {table: sheet(table, text) for table, text in texts.items()})

    yield given
    for folder in folders:
        folder.cleanup()


def sheet(table: str, text: str) -> list[dict[str, Any]]:
    """The rows of one sheet, shares as numbers."""
    shares = [column.name for column in TABLES[table].columns if column.kind is Kind.PERCENT]
    rows = rows_of(text, table)
    return [row | {name: float(row[name]) for name in shares if row.get(name) is not None} for row in rows]
