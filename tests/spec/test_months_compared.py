"""This month against the last one and the same one of last year."""

import datetime as dt
from decimal import Decimal

import pytest

SEP = dt.date(2022, 9, 30)


def months(engine, day=SEP, **filters):
    """Year, month, starts and investment by period."""
    return {row.period: tuple(row[1:]) for row in engine.ask("months_compared", as_of=day, **filters)}


def snapshots(*rows):
    """One project a row: the date of its snapshot, its actual start and what was done in the year."""
    head = "as_of | project_id | plan_year | actual_start | year_done_wan\n"
    return head + "\n".join(f"{day} | {key} | {day[:4]} | {start} | {done}" for day, key, start, done in rows)


def test_the_periods_are_this_month_the_one_before_and_the_same_of_last_year(given_ledger):
    found = given_ledger("name\nA").ask("months_compared", as_of=SEP)
    assert [row[:3] for row in found] == [("this_month", 2022, 9), ("last_month", 2022, 8), ("year_before", 2021, 9)]


def test_in_january_the_month_before_lies_in_the_year_before(given_ledger):
    day = dt.date(2022, 1, 31)
    found = given_ledger("as_of | name\n2022-01-31 | A").ask("months_compared", as_of=day)
    assert [row[:3] for row in found] == [("this_month", 2022, 1), ("last_month", 2021, 12), ("year_before", 2021, 1)]


def test_the_investment_of_a_month_is_what_was_done_since_the_end_of_the_one_before(given_ledger):
    ledger = given_ledger(snapshots(
        ("2022-07-31", "A", "", 100), ("2022-08-31", "A", "", 130), ("2022-09-30", "A", "", 200),
        ("2021-08-31", "A", "", 10), ("2021-09-30", "A", "", 15),
    ))  # fmt: skip
    assert {period: row[3] for period, row in months(ledger).items()} == {
        "this_month": 70, "last_month": 30, "year_before": 5,
    }  # fmt: skip


def test_the_investment_of_january_is_what_was_done_by_its_end(given_ledger):
    """The year begins at nothing, whatever December's ledger says."""
    ledger = given_ledger(snapshots(
        ("2021-11-30", "A", "", 800), ("2021-12-31", "A", "", 900), ("2022-01-31", "A", "", 25),
    ))  # fmt: skip
    found = months(ledger, dt.date(2022, 1, 31))
    assert (found["this_month"][3], found["last_month"][3], found["year_before"][3]) == (25, 100, None)


def test_without_the_snapshot_of_the_month_before_there_is_no_investment(given_ledger):
    ledger = given_ledger(snapshots(("2022-07-31", "A", "", 100), ("2022-09-30", "A", "2022-09-05", 200)))
    assert months(ledger)["this_month"] == (2022, 9, 1, None)


def test_without_its_own_snapshot_a_month_has_starts_from_a_later_one_and_no_investment(given_ledger):
    ledger = given_ledger(snapshots(("2022-07-31", "A", "", 100), ("2022-09-30", "A", "2022-08-05", 200)))
    assert months(ledger)["last_month"] == (2022, 8, 1, None)


def test_without_any_snapshot_of_its_year_a_month_has_no_numbers(given_ledger):
    ledger = given_ledger(snapshots(("2022-08-31", "A", "2021-09-05", 100), ("2022-09-30", "A", "2021-09-05", 200)))
    assert months(ledger)["year_before"] == (2021, 9, None, None)


def test_snapshots_after_the_date_are_not_known_at_it(given_ledger):
    ledger = given_ledger(snapshots(
        ("2022-08-31", "A", "", 100), ("2022-09-15", "A", "", 150), ("2022-09-30", "A", "2022-09-01", 200),
    ))  # fmt: skip
    assert months(ledger, dt.date(2022, 9, 15))["this_month"] == (2022, 9, 0, 50)


def test_the_last_snapshot_of_a_month_is_its_end(given_ledger):
    ledger = given_ledger(snapshots(
        ("2022-08-10", "A", "", 10), ("2022-08-31", "A", "", 100), ("2022-09-30", "A", "", 200),
    ))  # fmt: skip
    assert months(ledger)["this_month"][3] == 100


def test_starts_are_new_starts_with_an_actual_start_in_the_month(given_ledger):
    ledger = given_ledger("""
        year_status | actual_start | resumed_on
        new_start   | 2022-09-01   |
        new_start   | 2022-09-30   |
        new_start   | 2022-10-01   |
        new_start   | 2022-08-31   |
        new_start   | 2021-09-15   |
        continued   | 2022-09-15   | 2022-09-15
        preparatory | 2022-09-15   |
    """)
    assert [months(ledger)[period][2] for period in ("this_month", "last_month")] == [2, 1]


def test_within_a_month_the_starts_are_counted_up_to_the_date(given_ledger):
    ledger = given_ledger("as_of | actual_start\n2022-09-15 | 2022-09-15\n2022-09-15 | 2022-09-16")
    assert months(ledger, dt.date(2022, 9, 15))["this_month"][2] == 1


def test_a_project_that_reports_nothing_done_has_done_nothing(given_ledger):
    ledger = given_ledger(snapshots(("2022-08-31", "A", "", ""), ("2022-09-30", "A", "", 7)))
    assert months(ledger)["this_month"][3] == 7


def test_the_investment_is_the_difference_of_the_two_ledgers_whoever_came_or_left(given_ledger):
    """So it equals the month's bar on the investment page: 200 + 40 − 100 − 30."""
    ledger = given_ledger(snapshots(
        ("2022-08-31", "A", "", 100), ("2022-08-31", "left", "", 30),
        ("2022-09-30", "A", "", 200), ("2022-09-30", "came", "", 40),
    ))  # fmt: skip
    bars = {row.month: row.month_done_wan for row in ledger.ask("investment_by_month", as_of=SEP)}
    assert months(ledger)["this_month"][3] == bars[9] == 110


def test_a_selection_without_projects_has_done_nothing_and_lacks_no_snapshot(given_ledger):
    ledger = given_ledger(snapshots(("2022-08-31", "A", "", 100), ("2022-09-30", "A", "", 200)))
    assert months(ledger, counties=["211481"])["this_month"] == (2022, 9, 0, 0)


@pytest.mark.parametrize(
    ("column", "given", "filtered"),
    [("county_code", "211402", "counties"), ("sector", "energy", "sectors"), ("nature", "retrofit", "natures"),
     ("batch_id", "B1", "batches"), ("sponsor", "S1", "sponsors")],
)  # fmt: skip
def test_every_filter_keeps_what_it_names(given_ledger, column, given, filtered):
    ledger = given_ledger(f"""
        as_of      | project_id | {column} | actual_start | year_done_wan
        2022-08-31 | A          | {given}  |              | 100
        2022-08-31 | B          | other    |              | 100
        2022-09-30 | A          | {given}  | 2022-09-05   | 150.50
        2022-09-30 | B          | other    | 2022-09-05   | 900
    """)
    assert months(ledger, **{filtered: [given]})["this_month"] == (2022, 9, 1, Decimal("50.50"))
