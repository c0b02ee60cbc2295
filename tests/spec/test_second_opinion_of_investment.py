"""SQL and plain Python agree on every question about investment, and parts sum to wholes, over random ledgers."""

import datetime as dt
import tempfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.arrow import table_of
from data.opening import Opened
from queries.engines.duckdb import Engine
from tests.conftest import ledger_of_rows
from tests.spec import second_opinion_of_investment as opinions
from tests.spec.second_opinion import chosen
from tests.spec.test_second_opinion import AS_OF, COUNTIES, SECTORS, agree, filters, numbered, row, some

BEFORE = dt.date(2022, 8, 31)
SAMPLED = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
amount = st.one_of(st.none(), st.decimals(Decimal(0), Decimal(50_000), places=2))
money = st.fixed_dictionaries({
    **{f"{name}_wan": amount for name in ("funds_in_place", "central", "bond", "bank", "own")},
    "ownership": st.sampled_from([None, "private", "state", "mixed"]),
    "park": st.sampled_from([None, "North", "South"]),
})  # fmt: skip
project = st.builds(lambda plain, more: plain | more, row, money)
ledgers = st.lists(project, max_size=12)


@pytest.fixture(scope="module")
def engine():
    return Engine(Opened(1, {}))


def held(engine, rows):
    """The rows as the engine's ledger, and those of each of the two dates."""
    ledger = numbered("project_id", rows)
    engine.replace("projects", table_of("projects", ledger))
    return ledger, [r for r in ledger if r["as_of"] == AS_OF], [r for r in ledger if r["as_of"] == BEFORE]


@SAMPLED
@given(rows=ledgers, asked=filters)
def test_every_measure_of_money_has_the_same_second_opinion(engine, rows, asked):
    _, now, _ = held(engine, rows)
    for opinion in opinions.OPINIONS:
        agree(engine, opinion, chosen(now, asked), **asked)


@SAMPLED
@given(rows=ledgers, asked=filters)
def test_every_question_about_one_date_has_the_same_second_opinion(engine, rows, asked):
    _, now, _ = held(engine, rows)
    kept = chosen(now, asked)
    assert {r.source: r.funds_wan for r in engine.ask("funds_by_source", as_of=AS_OF, **asked)} == (
        opinions.funds_by_source(kept)
    )
    found = {(r.county_code, r.sector): tuple(r[2:]) for r in engine.ask("county_by_sector", as_of=AS_OF, **asked)}
    assert found == opinions.county_by_sector(kept)
    for name in ("largest_projects", "investment_tree"):
        assert [r.project_id for r in engine.ask(name, as_of=AS_OF, **asked)] == opinions.largest_first(kept)
    wide = {name: values for name, values in asked.items() if name != "sizes"}
    sizes = {r.size: (r.projects, r.total_wan) for r in engine.ask("investment_by_size", as_of=AS_OF, **wide)}
    assert sizes == opinions.investment_by_size(chosen(now, wide))


@SAMPLED
@given(rows=ledgers, asked=filters)
def test_parks_have_the_same_second_opinion(engine, rows, asked):
    _, now, _ = held(engine, rows)
    expected = opinions.parks(chosen(now, asked), AS_OF)
    found = {(r.park, r.county_code): r for r in engine.ask("parks", as_of=AS_OF, **asked)}
    assert {key: (r.projects, r.total_wan, r.started) for key, r in found.items()} == {
        key: values[:3] for key, values in expected.items()
    }
    for key, r in found.items():
        done = expected[key][3]
        assert r.done_pct == (None if done is None else pytest.approx(done))


@SAMPLED
@given(rows=ledgers, asked=filters)
def test_every_question_about_several_dates_has_the_same_second_opinion(engine, rows, asked):
    ledger, now, before = held(engine, rows)
    for by, column, own in (("county", "county_code", "counties"), ("sector", "sector", "sectors")):
        wide = {name: values for name, values in asked.items() if name != own}
        answered = engine.ask(f"investment_change_by_{by}", as_of=AS_OF, compare=BEFORE, **wide)
        expected = opinions.change(chosen(now, wide), chosen(before, wide), column)
        assert {r[0]: (r.before_wan, r.after_wan) for r in answered} == expected
        assert all(r.change_wan == r.after_wan - r.before_wan for r in answered)
    wide = {name: values for name, values in asked.items() if name != "counties"}
    courses = {(r.county_code, r.as_of): (r.projects, r.started) for r in
               engine.ask("county_courses", as_of=AS_OF, **wide)}  # fmt: skip
    assert courses == opinions.county_courses(chosen(ledger, wide), AS_OF)


@FEW
@given(
    rows=st.lists(project, min_size=6, max_size=12),
    days=st.lists(st.dates(dt.date(2021, 12, 1), AS_OF), min_size=12, max_size=12),
    counties=some(COUNTIES),
)
def test_the_course_of_the_year_has_the_same_second_opinion(rows, days, counties):
    ledger = [
        {**r, "as_of": day, "evidence": "reported"} for r, day in zip(numbered("project_id", rows), days, strict=False)
    ]
    published = sorted({r["as_of"] for r in ledger})
    with tempfile.TemporaryDirectory() as folder:
        engine = ledger_of_rows(Path(folder), {"projects": ledger})
        for as_of in published:
            months = engine.ask("investment_by_month", as_of=as_of, counties=counties)
            expected = opinions.investment_by_month(chosen(ledger, {"counties": counties}), published, as_of)
            assert [(r.done_wan, r.month_done_wan) for r in months] == expected


PARTS = [("counties", COUNTIES), ("sectors", SECTORS)]


@FEW
@given(rows=ledgers, sizes=some(("500w_1y", "1y_10y")))
def test_the_counties_and_the_sectors_sum_to_the_city(engine, rows, sizes):
    held(engine, rows)
    for filtered, codes in PARTS:
        for name in ("year_plan", "year_done", "funds_in_place", "total_investment", "private_share"):
            whole = engine.ask(name, as_ofs=[AS_OF], sizes=sizes)
            parts = [r for code in codes for r in engine.ask(name, as_ofs=[AS_OF], sizes=sizes, **{filtered: [code]})]
            assert sum(r.numerator for r in parts) == sum(r.numerator for r in whole)
        funds = [engine.ask("funds_by_source", as_of=AS_OF, sizes=sizes, **{filtered: [code]}) for code in codes]
        whole = engine.ask("funds_by_source", as_of=AS_OF, sizes=sizes)
        assert [sum(r.funds_wan for r in rows) for rows in zip(*funds, strict=True)] == [r.funds_wan for r in whole]
