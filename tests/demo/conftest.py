"""The demonstration's rows, as they are before any workbook: date → table → rows."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from data.demo import ledger_of
from data.demo.plan import DATES

Rows = list[dict[str, Any]]
LAST = dt.date(2022, 9, 30)


@pytest.fixture(scope="session")
def ledgers() -> dict[dt.date, dict[str, Rows]]:
    """All ten dates."""
    return {day: ledger_of(day) for day in DATES}


@pytest.fixture(scope="session")
def last(ledgers) -> dict[str, Rows]:
    """The end of September 2022, of which the printed figures speak."""
    return ledgers[LAST]


@pytest.fixture(scope="session")
def projects(last) -> Rows:
    """Its 500 projects."""
    return last["projects"]


@pytest.fixture(scope="session")
def before(ledgers) -> Rows:
    """The projects at the end of 2021."""
    return ledgers[dt.date(2021, 12, 31)]["projects"]
