"""Publishing: a large CSV, and the demonstration ledger, each as the command that a person would run."""

from __future__ import annotations

import csv
import datetime as dt
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.server import ROOT
from data.city import city
from data.codes import CODES
from data.ledger import TABLES, Column, Kind
from data.template import header_of

ROWS = 100_000
AS_OF = dt.date(2022, 9, 30)
LEFT_EMPTY = ("county_codes", "published_fields", "resumed_on", "actual_finish", "delay_reason", "delay_note")


class Cost(NamedTuple):
    """What one command took: wall seconds and the peak of its resident memory in bytes."""

    seconds: float
    peak_bytes: int


def publish_large(rows: int = ROWS) -> Cost:
    """Write a CSV of that many projects, every column that a normal project fills, and publish it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ledger = folder / "projects.csv"
        with ledger.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows(large_ledger(rows))
        arguments = ["publish", str(ledger), "--as-of", AS_OF.isoformat(), "--reason", "bench"]
        return run(arguments, folder / "snapshots")


def publish_demo() -> Cost:
    """Publish the demonstration ledger."""
    with tempfile.TemporaryDirectory() as name:
        return run(["demo"], Path(name) / "snapshots")


def run(arguments: list[str], snapshots: Path) -> Cost:
    """Run `python -m data …` on its own store. Raises RuntimeError with its output when it fails."""
    environment = os.environ | {"KEYPROJECTS_SNAPSHOTS": str(snapshots)}
    with tempfile.TemporaryFile() as log:
        began = time.monotonic()
        child = subprocess.Popen(
            [sys.executable, "-m", "data", *arguments], cwd=ROOT, env=environment, stdout=log, stderr=log
        )
        _, status, used = os.wait4(child.pid, 0)
        seconds = time.monotonic() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            log.seek(0)
            raise RuntimeError(f"python -m data {' '.join(arguments)} failed:\n{log.read().decode()[-2000:]}")
    return Cost(seconds, used.ru_maxrss * 1024)


def large_ledger(rows: int) -> Iterator[list[str]]:
    """The header and the rows of a large sheet of projects, in the template's form."""
    columns = [column for column in TABLES["projects"].entered if column.name not in LEFT_EMPTY]
    yield [header_of(column, "zh") for column in columns]
    for number in range(rows):
        yield [_cell(column, number) for column in columns]


def _cell(column: Column, number: int) -> str:
    fixed = {
        "project_id": f"2201-{number:06d}-04-01-{number % 1_000_000:06d}",
        "plan_year": "2022",
        "name": f"项目{number:06d}",
        "county_code": _turn([d.code for d in city().divisions if d.kind == "county"], number),
        "year_status": "new_start",
        "total_wan": f"{500 + number % 200_000}.50",
        "total_done_wan": "400.25",
        "batch_id": f"2022-{1 + number % 3}",
        "evidence": "reported",
    }
    if column.name in fixed:
        return fixed[column.name]
    if column.kind is Kind.DATE:
        return f"2022-{1 + number % 9:02d}-{1 + number % 28:02d}"
    if column.codes:
        return _turn(list(city().sectors if column.codes == "sector" else CODES[column.codes]), number)
    return f"{column.label.zh}{number % 97}" if column.kind is Kind.TEXT else str(number % 90)


def _turn(codes: list[str], number: int) -> str:
    return codes[number % len(codes)]
