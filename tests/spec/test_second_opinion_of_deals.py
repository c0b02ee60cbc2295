"""SQL and plain Python agree on the stages, the months and the waiting deals, over random deals."""

import datetime as dt
from collections import defaultdict
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.arrow import table_of
from tests.spec.random_ledgers import COUNTIES, empty_engine

AS_OFS = (dt.date(2022, 9, 30), dt.date(2022, 9, 15), dt.date(2022, 12, 31), dt.date(2022, 1, 31))
DEALS = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
PARTS = {"county": "county_code", "sector": "sector", "origin": "origin"}
edges = st.sampled_from(
    [
        dt.date(2021, 12, 31),
        dt.date(2022, 1, 1),
        dt.date(2022, 4, 2),
        dt.date(2022, 4, 3),
        *AS_OFS,
        dt.date(2022, 10, 1),
    ]
)
maybe = st.one_of(st.none(), edges, st.dates(dt.date(2021, 6, 1), dt.date(2023, 1, 31)))
amount = st.one_of(st.none(), st.decimals(Decimal(0), Decimal(9_000), places=2))
deal = st.fixed_dictionaries({
    "county_code": st.sampled_from(COUNTIES), "sector": st.sampled_from(["energy", "industry"]),
    "origin": st.sampled_from(["abroad", "northeast", None]), "matched_on": maybe, "signed_on": maybe,
    "signed_wan": amount, "landed_on": maybe, "landed_wan": amount,
})  # fmt: skip
chosen = st.one_of(st.none(), st.lists(st.sampled_from(COUNTIES), min_size=1, max_size=2, unique=True))


@pytest.fixture(scope="module")
def engine():
    return empty_engine()


def known(engine, rows, as_of, counties):
    """Loads the deals as those of the date; gives the ones that the filter leaves."""
    full = [{"as_of": as_of, "deal_id": str(i), "name": str(i), **row} for i, row in enumerate(rows)]
    engine.replace("deals", table_of("deals", full))
    return [row for row in full if counties is None or row["county_code"] in counties]


def in_year(day, as_of):
    return day is not None and day <= as_of and day.year == as_of.year


def money(rows, name):
    return sum((row[name] or Decimal(0) for row in rows), Decimal(0))


def staged(rows, as_of):
    """The deals matched, signed, and landed of the signed."""
    signed = [row for row in rows if in_year(row["signed_on"], as_of)]
    return (
        [row for row in rows if in_year(row["matched_on"], as_of)],
        signed,
        [row for row in signed if in_year(row["landed_on"], as_of)],
    )


def rate(part, whole):
    return None if not whole else pytest.approx(100 * float(part) / float(whole))


@DEALS
@given(rows=st.lists(deal, max_size=10), as_of=st.sampled_from(AS_OFS), counties=chosen)
def test_the_stages(engine, rows, as_of, counties):
    matched, signed, landed = staged(known(engine, rows, as_of, counties), as_of)
    found = engine.ask("deal_funnel", as_of=as_of, counties=counties)
    assert [tuple(row) for row in found] == [
        ("matched", len(matched), None, None, None),
        ("signed", len(signed), money(signed, "signed_wan"), rate(len(signed), len(matched)), None),
        ("landed", len(landed), money(landed, "landed_wan"), rate(len(landed), len(signed)),
         rate(money(landed, "landed_wan"), money(signed, "signed_wan"))),
    ]  # fmt: skip


@DEALS
@given(rows=st.lists(deal, max_size=10), as_of=st.sampled_from(AS_OFS), counties=chosen)
def test_the_parts(engine, rows, as_of, counties):
    own = known(engine, rows, as_of, counties)
    expected = {}
    for part, column in PARTS.items():
        groups = defaultdict(list)
        for row in own:
            groups[row[column]].append(row)
        for code, group in groups.items():
            matched, signed, landed = staged(group, as_of)
            if matched or signed:
                expected[part, code] = (
                    len(matched), len(signed), money(signed, "signed_wan"), len(landed), money(landed, "landed_wan"),
                    rate(len(landed), len(signed)), rate(money(landed, "landed_wan"), money(signed, "signed_wan")),
                )  # fmt: skip
    found = engine.ask("deal_funnel_parts", as_of=as_of, counties=counties)
    assert {(row.counted_by, row.code): tuple(row)[2:] for row in found} == expected


@DEALS
@given(rows=st.lists(deal, max_size=10), as_of=st.sampled_from(AS_OFS), counties=chosen)
def test_the_months(engine, rows, as_of, counties):
    _, signed, landed = staged(known(engine, rows, as_of, counties), as_of)
    for row in engine.ask("deals_by_month", as_of=as_of, counties=counties):
        if row.month > as_of.month:
            assert tuple(row)[1:] == (None,) * 4
            continue
        now = [deal for deal in signed if deal["signed_on"].month == row.month]
        then = [deal for deal in landed if deal["landed_on"].month == row.month]
        assert tuple(row)[1:] == (len(now), money(now, "signed_wan"), len(then), money(then, "landed_wan"))


@DEALS
@given(rows=st.lists(deal, max_size=10), as_of=st.sampled_from(AS_OFS), counties=chosen)
def test_the_waiting(engine, rows, as_of, counties):
    own = known(engine, rows, as_of, counties)
    expected = {
        row["deal_id"]: (as_of - row["signed_on"]).days
        for row in own
        if row["signed_on"]
        and (as_of - row["signed_on"]).days > 180
        and not (row["landed_on"] and row["landed_on"] <= as_of)
    }
    found = engine.ask("deals_waiting", as_of=as_of, counties=counties)
    assert {row.deal_id: row.days_waiting for row in found} == expected
    assert [row.days_waiting for row in found] == sorted(expected.values(), reverse=True)
