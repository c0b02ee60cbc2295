"""Taking away: how long the files of pages take to make, once their reports are assembled."""

from __future__ import annotations

import csv
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from benchmarks import publishing
from exports.asked import known_pages, opened, report_of
from exports.formats import FORMAT
from words import Words

ROWS = 10_000
PAGES_OF_A_MEETING = 10
TIMES = 3


class Made(NamedTuple):
    """One file: what it is of, the median of some turns in seconds, its limit, its size."""

    what: str
    seconds: float
    within_s: float
    size: int


def exported() -> list[Made]:
    """A workbook of many rows, a page's deck, the deck of a whole meeting."""
    pages = list(known_pages())
    meeting = (pages * 2)[:PAGES_OF_A_MEETING]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _publish_many(folder)
        with _store(folder / "many"):
            many = _made(f"a workbook of {ROWS:,} rows", "workbook", ["projects"], 3)
        publishing.run(["demo"], folder / "demo")
        with _store(folder / "demo"):
            return [
                many,
                _made("a page's deck", "deck", ["overview"], 1),
                _made(f"a deck of {PAGES_OF_A_MEETING} pages", "deck", meeting, 5),
            ]


def _made(what: str, name: str, pages: Sequence[str], within_s: float) -> Made:
    source, words = opened(None), Words("zh")
    reports = [report_of(page, {}, source, words) for page in pages]
    times = []
    for _ in range(TIMES):
        began = time.monotonic()
        content = FORMAT[name].make(reports, source, words)
        times.append(time.monotonic() - began)
    return Made(what, sorted(times)[TIMES // 2], within_s, len(content))


def _publish_many(folder: Path) -> None:
    ledger = folder / "projects.csv"
    with ledger.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(publishing.large_ledger(ROWS))
    arguments = ["publish", str(ledger), "--as-of", publishing.AS_OF.isoformat(), "--reason", "bench"]
    publishing.run(arguments, folder / "many")


@contextmanager
def _store(folder: Path) -> Iterator[None]:
    """The snapshots that are asked meanwhile."""
    before = os.environ.get("KEYPROJECTS_SNAPSHOTS")
    os.environ["KEYPROJECTS_SNAPSHOTS"] = str(folder)
    try:
        yield
    finally:
        os.environ.pop("KEYPROJECTS_SNAPSHOTS")
        if before is not None:
            os.environ["KEYPROJECTS_SNAPSHOTS"] = before
