"""The demonstration goes in through the same workbook, check and publish as a real ledger."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from data.checking import check, typed
from data.demo import WHO, ledger_of, publish_demo, write_workbooks
from data.demo.plan import DATES
from data.errors import Refused
from data.ledger import TABLES, Kind
from data.reading import read_ledger
from data.snapshots import Store
from data.template import write_workbook

ROOT = Path(__file__).parents[2]
DIGEST = "from data.demo import ledger_of; from data.demo.plan import DATES; import hashlib; " \
    "print(hashlib.sha256(repr([ledger_of(day) for day in DATES]).encode()).hexdigest())"  # fmt: skip


def test_the_same_ledger_comes_out_in_every_process():
    here = hashlib.sha256(repr([ledger_of(day) for day in DATES]).encode()).hexdigest()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        run = subprocess.run([sys.executable, "-c", DIGEST], cwd=ROOT, env=environment, capture_output=True, text=True)
        assert run.stdout.strip() == here, run.stderr


@pytest.mark.parametrize("day", [DATES[0], DATES[1], DATES[-1]], ids=str)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_workbook_of_it_has_no_fault_and_is_read_back_row_by_row(tmp_path, day, language):
    path = tmp_path / "ledger.xlsx"
    rows = ledger_of(day)
    write_workbook(path, rows, language)
    raw = read_ledger(path)
    assert check(raw) == []
    for name, table in typed(raw, day).items():
        columns = [column for column in TABLES[name].entered if column.kind is not Kind.PERCENT]
        wanted = [{c.name: plain(row.get(c.name)) for c in columns} for row in rows[name]]
        found = [{c.name: plain(row[c.name]) for c in columns} for row in table.to_pylist()]
        assert found == wanted, name


def plain(value):
    """Numbers of all types alike; nothing and an empty list alike."""
    if isinstance(value, bool) or value is None or value == []:
        return value or None
    if isinstance(value, int | float | Decimal):
        return round(Decimal(str(value)), 4).normalize()
    return sorted(value) if isinstance(value, list) else value


def test_publishing_it_says_what_it_is(demo_store):
    history = demo_store.history()
    assert [manifest.as_of for manifest in history] == list(DATES)
    assert {manifest.who for manifest in history} == {WHO}
    assert all("illustrative" in manifest.reason for manifest in history)
    assert all(manifest.source_name.endswith(".xlsx") and manifest.source_sha256 for manifest in history)


def test_publishing_it_again_changes_nothing_and_still_shows_progress(demo_store, tmp_path):
    shutil.copytree(demo_store.folder, tmp_path / "copy")
    copy, seen = Store(tmp_path / "copy"), []
    before = copy.current()
    publish_demo(copy, lambda done, of, what: seen.append((done, of, what)))
    assert copy.current() == before
    assert seen[-1] == (10, 10, "2022-09-30")


def test_it_is_not_mixed_with_another_ledger(tmp_path):
    path = tmp_path / "ledger.xlsx"
    write_workbook(path, {"projects": ledger_of(DATES[0])["projects"][:3]})
    store = Store(tmp_path / "store")
    raw = read_ledger(path)
    store.publish(
        typed(raw, DATES[0]), as_of=DATES[0], reason="own", source_name="x", source_sha256="x", who="an office"
    )  # fmt: skip
    with pytest.raises(Refused, match="another ledger"):
        publish_demo(store)
    assert store.current() == 1


def test_a_date_that_it_does_not_have_is_refused():
    with pytest.raises(Refused, match="no 2022-10-31"):
        ledger_of(dt.date(2022, 10, 31))


def test_its_workbooks_can_be_written(tmp_path):
    seen = []
    written = write_workbooks(tmp_path / "books", lambda done, of, what: seen.append(done))
    assert [path.name for path in written] == [f"ledger-{day}.xlsx" for day in DATES]
    assert all(path.stat().st_size > 10_000 for path in written)
    assert seen == list(range(1, 11))


def test_any_parquet_reader_finds_the_printed_figures_in_the_files(demo_store):
    """Without a line of the product: one file, its rows, plain sums."""
    path = next((demo_store.folder / "as_of=2022-09-30").glob("g*/projects.parquet"))
    rows = pq.read_table(path).to_pylist()
    assert (len(rows), sum(row["total_wan"] for row in rows)) == (500, Decimal("25978200.00"))
    resumed = [row for row in rows if row["year_status"] == "continued" and row["resumed_on"]]
    begun = [row for row in rows if row["year_status"] == "new_start" and row["actual_start"]]
    assert (len(resumed), len(resumed) + len(begun)) == (228, 423)
    large = [row["sector"] for row in rows if row["total_wan"] >= 10_000]
    assert (len(large), large.count("energy"), large.count("industry")) == (249, 35, 56)
    assert {row["evidence"] for row in rows} == {"illustrative"}
