"""The questions behind the charts, on small ledgers."""

import datetime as dt
from decimal import Decimal

SEP = dt.date(2022, 9, 30)


def test_the_county_with_most_money_comes_first_and_every_county_is_listed(given_ledger):
    ledger = given_ledger("""
        county_code | total_wan | actual_start
        211402      | 5,000     | 2022-03-01
        211481      | 130,000   |
        multi       | 70,000    | 2022-03-01
    """)
    rows = ledger.ask("investment_by_county", as_of=SEP)
    assert [row.county_code for row in rows][:3] == ["211481", "multi", "211402"]
    assert len(rows) == 8
    assert sum(row.total_wan for row in rows) == Decimal(205_000)
    assert (rows[0].started_pct, rows[2].started_pct, rows[-1].started_pct) == (0.0, 100.0, None)


def test_an_unknown_county_stays_a_row_of_its_own(given_ledger):
    ledger = given_ledger("county_code | total_wan\n211499 | 700")
    assert ledger.ask("investment_by_county", as_of=SEP)[0].county_code == "211499"


def test_shares_by_count_and_by_money_each_sum_to_one_hundred(given_ledger):
    ledger = given_ledger("sector | total_wan\nenergy | 9,000\nindustry | 700\nindustry | 300")
    rows = ledger.ask("share_by_sector", as_of=SEP)
    assert sum(row.count_pct for row in rows) == 100.0
    assert sum(row.money_pct for row in rows) == 100.0
    assert [(row.sector, row.money_pct) for row in rows][:2] == [("energy", 90.0), ("industry", 10.0)]


def test_shares_of_nothing_are_nothing(given_ledger):
    ledger = given_ledger("sector\nenergy")
    rows = ledger.ask("share_by_sector", as_of=SEP, counties=["211481"])
    assert {row.count_pct for row in rows} == {None}


def test_starts_add_up_over_the_months_and_the_future_has_no_actual_numbers(given_ledger):
    ledger = given_ledger("""
        year_status | planned_start | actual_start | resumed_on
        new_start   | 2022-03-10    | 2022-04-02   |
        new_start   | 2021-11-10    | 2022-09-30   |
        new_start   | 2022-12-01    |              |
        continued   | 2020-03-01    | 2020-03-01   | 2022-03-31
    """)
    rows = {row.month: row[1:] for row in ledger.ask("starts_by_month", as_of=SEP)}
    assert rows[1] == (1, 0, 0)
    assert rows[3] == (2, 0, 1)
    assert rows[4] == (2, 1, 1)
    assert rows[9] == (2, 2, 1)
    assert rows[12] == (3, None, None)
