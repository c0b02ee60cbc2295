"""What the tests share: the demonstration published once, and small ledgers written as text tables."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from data.arrow import empty_table, table_of
from data.city import city
from data.demo import publish_demo
from data.ledger import TABLES, Column, Kind
from data.snapshots import Store
from queries.engines.duckdb import Engine
from report.assemble import Source


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--soak", action="store_true", help="the large counts instead of the fixed sample")


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Store:
    """The demonstration ledger, published once for all workers. Tests read it and never publish into it."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "demonstration"
    with FileLock(f"{folder}.lock"):
        store = Store(folder)
        if not (folder / "done").exists():
            publish_demo(store)
            (folder / "done").touch()
    return store


@pytest.fixture(scope="session")
def demo(demo_store: Store) -> Source:
    """The demonstration, opened."""
    return Source(Engine(demo_store.open()), city())


@pytest.fixture
def given_ledger() -> Iterator[Callable[..., Engine]]:
    """A ledger from a text table of projects: a header, then a row a project; empty cells hold nothing."""
    folders: list[tempfile.TemporaryDirectory[str]] = []

    def given(text: str, table: str = "projects") -> Engine:
        folder = tempfile.TemporaryDirectory()
        folders.append(folder)
        return ledger_of_rows(Path(folder.name), {table: rows_of(text, table)})

    yield given
    for folder in folders:
        folder.cleanup()


def ledger_of_rows(folder: Path, rows: dict[str, list[dict[str, Any]]]) -> Engine:
    """Rows by table, published date by date as real Parquet, and opened."""
    store = Store(folder)
    days = sorted({row["as_of"] for table in rows.values() for row in table})
    for day in days:
        tables = {
            name: table_of(name, [row for row in rows[name] if row["as_of"] == day])
            if name in rows
            else empty_table(name)
            for name in TABLES
        }
        store.publish(tables, as_of=day, reason="test", source_name="test", source_sha256="", who="test")
    return Engine(store.open())


DEFAULTS = {
    "plan_year": 2022,
    "year_status": "new_start",
    "sector": "industry",
    "county_code": "211402",
    "total_wan": Decimal(1000),
}


def rows_of(text: str, table: str = "projects") -> list[dict[str, Any]]:
    """A text table as rows; what a project needs and the text leaves out gets a plain default."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    rows = []
    for number, cells in enumerate(lines[1:], 1):
        row = {name: _value(TABLES[table].column(name), cell) for name, cell in zip(lines[0], cells, strict=True)}
        if table == "projects":
            row = {"project_id": f"P{number}", "name": f"Project {number}", **DEFAULTS} | row
        rows.append({"as_of": dt.date(2022, 9, 30), "evidence": "reported", **row})
    return rows


def _value(column: Column, cell: str) -> Any:
    if not cell:
        return None
    if column.kind is Kind.DATE:
        return dt.date.fromisoformat(cell)
    if column.kind in (Kind.MONEY, Kind.NUMBER):
        return Decimal(cell.replace(",", ""))
    if column.kind is Kind.PERCENT:
        return float(cell)
    if column.kind is Kind.INTEGER:
        return int(cell)
    if column.kind is Kind.BOOLEAN:
        return cell == "true"
    return cell
