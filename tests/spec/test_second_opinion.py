"""SQL and plain Python agree on every measure, over hundreds of random ledgers."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.arrow import table_of
from data.opening import Opened
from queries.catalog import catalog
from queries.engines.duckdb import Engine
from tests.spec.second_opinion import OPINIONS

AS_OF = dt.date(2022, 9, 30)
LEDGERS = 300
COUNTIES, SECTORS = ("211402", "211481", "multi", "211499"), ("energy", "industry", "services")
near = st.one_of(st.none(), st.dates(dt.date(2022, 8, 1), dt.date(2022, 11, 30)))
money = st.decimals(Decimal("500"), Decimal("1200000"), places=2)
part = st.one_of(st.none(), st.decimals(Decimal(0), Decimal("90000"), places=2))

row = st.fixed_dictionaries({
    "as_of": st.sampled_from([AS_OF, AS_OF, AS_OF, dt.date(2022, 8, 31)]),
    "year_status": st.sampled_from(["new_start", "continued", "preparatory"]),
    "county_code": st.sampled_from(COUNTIES),
    "sector": st.sampled_from(SECTORS),
    "total_wan": st.one_of(money, st.sampled_from([Decimal(10_000), Decimal("9999.99"), Decimal(1_000_000)])),
    "actual_start": near,
    "resumed_on": near,
    "year_plan_wan": part,
    "year_done_wan": part,
    "sponsor": st.sampled_from([None, "S1", "S2"]),
})  # fmt: skip


@pytest.fixture(scope="module")
def engine():
    return Engine(Opened(1, {}))


@settings(max_examples=LEDGERS, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    rows=st.lists(row, max_size=12), county=st.sampled_from([None, *COUNTIES]), sector=st.sampled_from([None, *SECTORS])
)
def test_every_measure_has_the_same_second_opinion(engine, rows, county, sector):
    numbered = [{"project_id": f"P{i}", "name": f"P{i}", **row} for i, row in enumerate(rows)]
    engine.replace("projects", table_of("projects", numbered))
    chosen = [
        r
        for r in numbered
        if r["as_of"] == AS_OF and county in (None, r["county_code"]) and sector in (None, r["sector"])
    ]
    filters = {"counties": county and [county], "sectors": sector and [sector]}
    for opinion in OPINIONS:
        answer = engine.ask(opinion.__name__, as_ofs=[AS_OF], **filters)
        expected = opinion(chosen, AS_OF)
        empty = None if catalog()[opinion.__name__].unit == "pct" else 0
        found = answer[0].value if answer else empty
        assert found == (pytest.approx(expected) if expected is not None else None), opinion.__name__
