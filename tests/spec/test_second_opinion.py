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
from tests.spec import second_opinion as opinions

AS_OF = dt.date(2022, 9, 30)
LEDGERS = settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
COUNTIES, SECTORS = ("211402", "211481", "multi", "211499"), ("energy", "industry", "services")
NATURES, SIZES = ("new_build", "retrofit"), ("500w_1y", "1y_10y", "10y_100y", "100y_up")
near = st.one_of(st.none(), st.dates(dt.date(2022, 8, 1), dt.date(2022, 11, 30)))
planned = st.one_of(st.none(), st.dates(dt.date(2021, 11, 1), dt.date(2023, 1, 31)))
bounds = [Decimal(text) for text in ("500", "9999.99", "10000", "99999.99", "100000", "999999.99", "1000000")]
money = st.one_of(st.decimals(Decimal("500"), Decimal("1200000"), places=2), st.sampled_from(bounds))
part = st.one_of(st.none(), st.decimals(Decimal(0), Decimal("90000"), places=2))
amount = st.decimals(Decimal(0), Decimal("90000"), places=2)

row = st.fixed_dictionaries({
    "as_of": st.sampled_from([AS_OF, AS_OF, AS_OF, dt.date(2022, 8, 31)]),
    "year_status": st.sampled_from(["new_start", "new_start", "continued", "preparatory"]),
    "county_code": st.sampled_from(COUNTIES),
    "sector": st.sampled_from(SECTORS),
    "nature": st.sampled_from(NATURES),
    "batch_id": st.sampled_from([None, "B1", "B2"]),
    "total_wan": money,
    "planned_start": planned,
    "actual_start": near,
    "resumed_on": near,
    "year_plan_wan": part,
    "year_done_wan": part,
    "sponsor": st.sampled_from([None, "S1", "S2"]),
})  # fmt: skip


def some(values):
    """No filter, or a few of the values."""
    return st.one_of(st.none(), st.lists(st.sampled_from(values), min_size=1, max_size=2, unique=True))


filters = st.fixed_dictionaries({
    "counties": some(COUNTIES), "sectors": some(SECTORS), "natures": some(NATURES), "sizes": some(SIZES),
    "batches": some(("B1", "B2")), "sponsors": some(("S1", "S2")),
})  # fmt: skip
deal = st.fixed_dictionaries(
    {
        "county_code": st.sampled_from(COUNTIES),
        "sector": st.sampled_from(SECTORS),
        "signed_on": st.one_of(near, planned),
        "signed_wan": amount,
        "landed_on": st.one_of(near, planned),
        "landed_wan": amount,
    }
)


@pytest.fixture(scope="module")
def engine():
    return Engine(Opened(1, {}))


def numbered(key, rows):
    return [{"as_of": AS_OF, "name": f"N{i}", key: f"N{i}", **row} for i, row in enumerate(rows)]


def agree(engine, opinion, rows, **asked):
    """The question of the opinion's name gives what the opinion gives."""
    answer = engine.ask(opinion.__name__, as_ofs=[AS_OF], **asked)
    empty = None if catalog()[opinion.__name__].unit == "pct" else 0
    found, expected = answer[0].value if answer else empty, opinion(rows, AS_OF)
    assert found == (None if expected is None else pytest.approx(expected)), opinion.__name__


@LEDGERS
@given(rows=st.lists(row, max_size=12), asked=filters)
def test_every_measure_has_the_same_second_opinion(engine, rows, asked):
    ledger = numbered("project_id", rows)
    engine.replace("projects", table_of("projects", ledger))
    chosen = opinions.chosen([r for r in ledger if r["as_of"] == AS_OF], asked)
    for opinion in opinions.OPINIONS:
        agree(engine, opinion, chosen, **asked)


@LEDGERS
@given(rows=st.lists(row, max_size=12), asked=filters)
def test_every_chart_has_the_same_second_opinion(engine, rows, asked):
    ledger = numbered("project_id", rows)
    engine.replace("projects", table_of("projects", ledger))
    of_date = [r for r in ledger if r["as_of"] == AS_OF]
    wide = {name: values for name, values in asked.items() if name != "counties"}
    by_county = opinions.investment_by_county(opinions.chosen(of_date, wide), AS_OF)
    answered = {r.county_code: (r.projects, r.total_wan, r.started) for r in
                engine.ask("investment_by_county", as_of=AS_OF, **wide)}  # fmt: skip
    assert {code: found for code, found in answered.items() if found[0]} == by_county
    every_sector = {name: values for name, values in asked.items() if name != "sectors"}
    shares = {r.sector: (r.count_pct, r.money_pct) for r in engine.ask("share_by_sector", as_of=AS_OF, **every_sector)}
    for sector, expected in opinions.share_by_sector(opinions.chosen(of_date, every_sector), AS_OF).items():
        assert shares[sector] == pytest.approx(expected)
    chosen = opinions.chosen(of_date, asked)
    months = [tuple(r[1:]) for r in engine.ask("starts_by_month", as_of=AS_OF, **asked)]
    assert months == opinions.starts_by_month([r for r in chosen if r["year_status"] != "preparatory"], AS_OF)


@LEDGERS
@given(rows=st.lists(deal, max_size=12), counties=some(COUNTIES), sectors=some(SECTORS))
def test_every_measure_of_deals_has_the_same_second_opinion(engine, rows, counties, sectors):
    deals = numbered("deal_id", rows)
    engine.replace("deals", table_of("deals", deals))
    chosen = opinions.chosen(deals, {"counties": counties, "sectors": sectors})
    for opinion in opinions.DEAL_OPINIONS:
        agree(engine, opinion, chosen, counties=counties, sectors=sectors)
