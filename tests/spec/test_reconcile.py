"""Every printed figure is recomputed, agrees, and turns when one row behind it changes."""

import datetime as dt
from decimal import Decimal

import pyarrow.parquet as pq
import pytest

from data.city import rows
from data.ledger import TABLES
from queries.catalog import catalog
from queries.engines.duckdb import Engine
from queries.reconcile import reconcile

RECOMPUTED = [f"F{number:02d}" for number in range(1, 48)]
ALL = [row["id"] for row in rows("published_figures.csv")]


@pytest.fixture(scope="module")
def figures(demo):
    return {figure.id: figure for figure in reconcile(demo.engine)}


@pytest.fixture(scope="module")
def changing(demo_store):
    """An engine whose tables a test may replace."""
    return Engine(demo_store.open())


def test_all_printed_figures_are_judged_and_the_two_kinds_are_told_apart(figures):
    assert list(figures) == ALL == [f"F{number:02d}" for number in range(1, 92)]
    assert [figure.id for figure in figures.values() if figure.is_recomputed] == RECOMPUTED


@pytest.mark.parametrize("figure", ALL)
def test_the_demonstration_agrees_with_the_printed_figure(figures, figure):
    found = figures[figure]
    assert found.verdict == "agrees", f"printed {found.printed}, computed {found.computed}"


def test_the_two_printed_statements_that_do_not_fit_are_flagged_with_their_arithmetic(figures):
    flagged = {figure.id: figure for figure in figures.values() if figure.flag}
    assert list(flagged) == ["F12", "F38"]
    assert flagged["F12"].flag_values == {"energy": "13.00", "capacity": "20.00", "value": "74.2%", "limit": "45%"}
    assert flagged["F38"].flag_values == {"meetings": 5, "weeks": "39", "value": "7.8"}


@pytest.mark.parametrize("name", RECOMPUTED)
def test_one_changed_row_turns_the_verdict(changing, figures, name):
    figure = figures[name]
    table = catalog()[figure.query].tables[0]
    behind = changing.behind(figure.query, **figure.parameters).to_pylist()
    turned = (change for change in changes(behind) if verdict_with(changing, table, name, *change) == "differs")
    assert next(turned, None), f"no change of one row turns {name}"


def changes(behind):
    """Changes of one counted row: it is gone, or its amount, county, sector or date is another."""
    counted = [row for row in behind if row["numerator"]] or behind
    rare = min(counted, key=lambda row: sum(row.get("sector") == other.get("sector") for other in behind))
    for row in (counted[0], counted[-1], rare):
        yield row, "", None
        for column in AMOUNTS:
            if row.get(column) is not None:
                yield row, column, row[column] * 2
        yield from ((row, column, value) for column, value in OTHERS if column in row)


AMOUNTS = (
    "total_wan", "capacity_mw", "annual_energy_mwh", "coal_saved_t", "output_capacity", "annual_output_wan", "signed_wan",
    "landed_wan",
)  # fmt: skip
OTHERS = (("county_code", "211499"), ("sector", "agriculture"), ("sector", "energy"), ("resumed_on", None))


def verdict_with(engine, table, name, row, column, value):
    """The figure's verdict while one row is changed; the row is put back afterwards."""
    keys = [*TABLES[table].key, "as_of"]
    where = " and ".join(f"{key} = ?" for key in keys)
    values = [row[key] for key in keys]
    cursor = engine.cursor()
    cursor.execute(f"create or replace temp table kept as select * from {table} where {where}", values)
    if column:
        cursor.execute(f"update {table} set {column} = ? where {where}", [value, *values])
    else:
        cursor.execute(f"delete from {table} where {where}", values)
    reconcile.cache_clear()
    verdict = reconcile(engine, only=(name,))[0].verdict
    cursor.execute(f"delete from {table} where {where}", values)
    cursor.execute(f"insert into {table} select * from kept")
    return verdict


STRAIGHT = {
    "projects": lambda t: t.num_rows == 500,
    "total": lambda t: sum(t["total_wan"].to_pylist()) == Decimal("25978200.00"),
    "started": lambda t: sum(started(row) for row in t.to_pylist()) == 423,
    "resumed": lambda t: (
        sum(row["year_status"] == "continued" and row["resumed_on"] is not None for row in t.to_pylist()) == 228
    ),
    "over 1": lambda t: sum(value >= 10_000 for value in t["total_wan"].to_pylist()) == 249,
    "over 100": lambda t: [started(row) for row in t.to_pylist() if row["total_wan"] >= 1_000_000] == [True] * 5,
    "sponsored": lambda t: sum(value is not None for value in t["sponsor"].to_pylist()) == 73,
}


def started(row):
    day = row["actual_start"] if row["year_status"] == "new_start" else row["resumed_on"]
    return day is not None and day <= dt.date(2022, 9, 30)


@pytest.mark.parametrize("what", STRAIGHT)
def test_another_tool_finds_the_same_straight_in_the_parquet_files(demo_store, what):
    path = demo_store.open().folders[dt.date(2022, 9, 30)].file("projects")
    assert STRAIGHT[what](pq.read_table(path, partitioning=None))


def test_another_tool_finds_the_concentrated_start_and_the_deals(demo_store):
    folder = demo_store.open().folders[dt.date(2022, 9, 30)]
    batch = [
        r for r in pq.read_table(folder.file("projects"), partitioning=None).to_pylist() if r["batch_id"] == "2022-Q4"
    ]
    energy = [row["total_wan"] for row in batch if row["sector"] == "energy"]
    assert (len(batch), sum(row["total_wan"] for row in batch)) == (23, Decimal(786_000))
    assert (len(energy), sum(energy)) == (5, Decimal(398_500))
    assert len({row["county_code"] for row in batch}) == 6
    deals = pq.read_table(folder.file("deals"), partitioning=None).to_pylist()
    signed = [row["signed_wan"] for row in deals if row["signed_on"]]
    landed = [row["landed_wan"] for row in deals if row["landed_on"]]
    assert (len(signed), sum(signed), len(landed), sum(landed)) == (93, Decimal(6_917_000), 37, Decimal(198_000))
