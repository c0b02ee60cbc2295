"""Funds in place by source: four named ones, and what no source accounts for."""

import datetime as dt
from decimal import Decimal

import pytest

SEP = dt.date(2022, 9, 30)
SOURCES = ["central", "bond", "bank", "own", "other"]

LEDGER = """
    county_code | funds_in_place_wan | central_wan | bond_wan | bank_wan | own_wan
    211402      | 1,000              | 100         | 200      | 300      | 50
    211481      | 500                |             |          | 500      |
    multi       | 400                |             |          |          |
    211499      | 100                | 60          |          |          | 40
"""


def funds(ledger, **filters):
    rows = ledger.ask("funds_by_source", as_of=SEP, **filters)
    assert [row.source for row in rows] == SOURCES
    return [row.funds_wan for row in rows]


def test_other_is_what_is_in_place_less_the_named_sources(given_ledger):
    assert funds(given_ledger(LEDGER)) == [160, 200, 800, 90, 750]


def test_the_sources_sum_to_the_funds_in_place(given_ledger):
    ledger = given_ledger(LEDGER)
    assert sum(funds(ledger)) == ledger.ask("funds_in_place", as_ofs=[SEP])[0].numerator == 2_000


def test_shares_are_of_the_funds_in_place_and_sum_to_one_hundred(given_ledger):
    rows = given_ledger(LEDGER).ask("funds_by_source", as_of=SEP)
    assert [row.money_pct for row in rows] == [8.0, 10.0, 40.0, 4.5, 37.5]


@pytest.mark.parametrize("codes", [["211402", "211481", "multi", "211499"]])
def test_the_counties_sum_to_the_city_source_by_source(given_ledger, codes):
    ledger = given_ledger(LEDGER)
    parts = [funds(ledger, counties=[code]) for code in codes]
    assert [sum(part) for part in zip(*parts, strict=True)] == funds(ledger)


def test_sources_that_exceed_what_is_in_place_make_other_negative_and_the_sum_still_holds(given_ledger):
    ledger = given_ledger("funds_in_place_wan | central_wan | own_wan\n100 | 90 | 60")
    assert funds(ledger) == [90, 0, 0, 60, -50]
    assert [row.money_pct for row in ledger.ask("funds_by_source", as_of=SEP)] == [90.0, 0.0, 0.0, 60.0, -50.0]


def test_named_sources_without_funds_in_place_have_amounts_and_no_shares(given_ledger):
    ledger = given_ledger("funds_in_place_wan | bank_wan\n | 30")
    assert funds(ledger) == [0, 0, 30, 0, -30]
    assert {row.money_pct for row in ledger.ask("funds_by_source", as_of=SEP)} == {None}


def test_fen_are_added_exactly(given_ledger):
    ledger = given_ledger("funds_in_place_wan | bank_wan\n" + "0.10 | 0.03\n" * 3)
    assert funds(ledger)[2:] == [Decimal("0.09"), 0, Decimal("0.21")]


def test_every_source_of_every_project_stands_behind_the_answer(given_ledger):
    rows = given_ledger(LEDGER).behind("funds_by_source", as_of=SEP).to_pylist()
    assert len(rows) == 4 * len(SOURCES)
    assert {row["funds_wan"] for row in rows if row["county_code"] == "multi"} == {0, 400}
