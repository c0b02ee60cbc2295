"""Energy once more in plain Python: shares, kinds, CO₂ and commitments over random ledgers."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.arrow import table_of
from data.opening import Opened
from queries.engines.duckdb import Engine, create_snapshots

AS_OF, COMPARE, LAST_YEAR = dt.date(2022, 9, 30), dt.date(2022, 8, 31), dt.date(2021, 12, 31)
DATES = (LAST_YEAR, COMPARE, AS_OF)
FACTOR = 2.4567
LEDGERS = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
day = st.dates(dt.date(2022, 8, 1), dt.date(2022, 11, 30)) | st.sampled_from([AS_OF])
megawatts = st.none() | st.decimals(Decimal(0), Decimal(2_000), places=1)

row = st.fixed_dictionaries({
    "as_of": st.sampled_from([AS_OF, AS_OF, COMPARE, LAST_YEAR]),
    "sector": st.sampled_from(["energy", "energy", "industry", "services"]),
    "energy_kind": st.sampled_from(["wind", "nuclear", None]),
    "year_status": st.sampled_from(["new_start", "continued", "preparatory"]),
    "county_code": st.sampled_from(["211402", "multi"]),
    "batch_id": st.sampled_from([None, "B1", "B2"]),
    "total_wan": st.sampled_from([Decimal("9999.99"), Decimal("10000"), Decimal("500"), Decimal("0")]),
    "capacity_mw": megawatts,
    "coal_saved_t": megawatts,
})  # fmt: skip
milestone = st.fixed_dictionaries({
    "place": st.integers(0, 5), "due_on": day, "done_on": st.none() | day,
    "is_commitment": st.sampled_from([True, True, False, None]),
})  # fmt: skip
counties = st.sampled_from([None, ["211402"]])


@pytest.fixture(scope="module")
def engine():
    opened = Engine(Opened(1, {}))
    opened._connection.execute("drop table snapshots")
    create_snapshots(opened._connection, DATES)
    return opened


def filled(engine, rows, milestones=()):
    """The rows as projects, each with an id of its own, and the milestones of some of them."""
    ledger = [{"project_id": f"P{i}", "name": f"N{i}", **one} for i, one in enumerate(rows)]
    engine.replace("projects", table_of("projects", ledger))
    sheet = [
        {"as_of": ledger[m["place"]]["as_of"], "project_id": f"P{m['place']}", "seq": seq, "name": f"M{seq}", **m}
        for seq, m in enumerate(milestones) if m["place"] < len(ledger)
    ]  # fmt: skip
    for one in sheet:
        del one["place"]
    engine.replace("milestones", table_of("milestones", sheet))
    return ledger, sheet


def of(ledger, date, asked):
    return [r for r in ledger if r["as_of"] == date and r["year_status"] != "preparatory"
            and (asked is None or r["county_code"] in asked)]  # fmt: skip


def share(rows, worth):
    whole = sum(worth(r) for r in rows)
    return float(100 * sum(worth(r) for r in rows if r["sector"] == "energy") / whole) if whole else None


def near(value):
    return None if value is None else pytest.approx(value)


@LEDGERS
@given(rows=st.lists(row, max_size=12), asked=counties)
def test_every_share_has_the_same_second_opinion(engine, rows, asked):
    ledger, _ = filled(engine, rows)
    parts = {"all": lambda r: True, "over_1y": lambda r: r["total_wan"] >= 10_000}
    parts |= {batch: lambda r, b=batch: r["batch_id"] == b for batch in ("B1", "B2")}
    found = {r.batch_id or r.part: r for r in
             engine.ask("energy_share", as_of=AS_OF, compare=COMPARE, counties=asked)}  # fmt: skip
    for name, belongs in parts.items():
        now, then, year = [[r for r in of(ledger, date, asked) if belongs(r)] for date in (AS_OF, COMPARE, LAST_YEAR)]
        assert (name in found) == bool(now)
        if now:
            r = found[name]
            assert (r.count_pct, r.count_pct_before, r.count_pct_year_before) == tuple(
                near(share(part, lambda _: 1)) for part in (now, then, year)
            )
            assert (r.money_pct, r.money_pct_before, r.money_pct_year_before) == tuple(
                near(share(part, lambda one: one["total_wan"])) for part in (now, then, year)
            )


@LEDGERS
@given(rows=st.lists(row, max_size=12), asked=counties)
def test_kinds_and_co2_have_the_same_second_opinion(engine, rows, asked):
    ledger, _ = filled(engine, rows)
    now = of(ledger, AS_OF, asked)
    energy = [r for r in now if r["sector"] == "energy"]
    found = {r.energy_kind: r for r in engine.ask("energy_kinds", as_of=AS_OF, counties=asked)}
    assert set(found) == {r["energy_kind"] for r in energy}
    for kind, r in found.items():
        own = [one for one in energy if one["energy_kind"] == kind]
        stated = [one["capacity_mw"] for one in own if one["capacity_mw"] is not None]
        assert (r.projects, r.total_wan) == (len(own), sum(one["total_wan"] for one in own))
        assert (r.stating, r.capacity_mw) == (len(stated), sum(stated) if stated else None)
    saved = [r["coal_saved_t"] for r in now if r["coal_saved_t"] is not None]
    tonnes = engine.ask("co2_avoided_t", as_ofs=[AS_OF], counties=asked)
    expected = pytest.approx(float(sum(saved)) * FACTOR, abs=0.001)  # each row is kept to four decimals
    assert (tonnes[0].value if tonnes else None) == (expected if saved else None)


@LEDGERS
@given(rows=st.lists(row, min_size=1, max_size=6), milestones=st.lists(milestone, max_size=8))
def test_commitments_have_the_same_second_opinion(engine, rows, milestones):
    ledger, sheet = filled(engine, rows, milestones)
    energy = {r["project_id"] for r in of(ledger, AS_OF, None) if r["sector"] == "energy"}
    expected = {}
    for m in sheet:
        if m["project_id"] in energy and m["is_commitment"]:
            done = m["done_on"] if m["done_on"] and m["done_on"] <= AS_OF else None
            late = ((done or AS_OF) - m["due_on"]).days
            state = "kept" if done and late <= 0 else "done_late" if done else "missed" if late > 0 else "not_due"
            expected[m["name"]] = (state, late if state in ("done_late", "missed") else None)
    found = {r.milestone: (r.commitment, r.days_late) for r in engine.ask("energy_commitments", as_of=AS_OF)}
    assert found == expected
    states = [state for state, _ in expected.values() if state != "not_due"]
    rate = engine.ask("commitments_kept", as_ofs=[AS_OF])
    assert (rate[0].value if rate else None) == (near(100 * states.count("kept") / len(states)) if states else None)
