"""Starts of the month, and what was finished this year and of those due."""

import datetime as dt

import pytest

SEP, AUG = dt.date(2022, 9, 30), dt.date(2022, 8, 31)


def value(engine, name, day=SEP):
    rows = engine.ask(name, as_ofs=[day])
    return rows[0].value if rows else None


def test_the_starts_of_the_month_are_the_new_starts_in_the_month_of_the_date(given_ledger):
    ledger = given_ledger("""
        year_status | actual_start | resumed_on
        new_start   | 2022-09-01   |
        new_start   | 2022-09-30   |
        new_start   | 2022-08-31   |
        new_start   | 2022-10-01   |
        new_start   | 2021-09-15   |
        new_start   |              |
        continued   | 2022-09-15   | 2022-09-15
        preparatory | 2022-09-15   |
    """)
    assert value(ledger, "month_starts") == 2


def test_within_a_month_the_starts_are_counted_up_to_the_date(given_ledger):
    ledger = given_ledger("as_of | actual_start\n2022-09-15 | 2022-09-15\n2022-09-15 | 2022-09-16")
    assert value(ledger, "month_starts", dt.date(2022, 9, 15)) == 1


def test_each_date_has_the_starts_of_its_own_month(given_ledger):
    ledger = given_ledger("""
        as_of      | project_id | actual_start
        2022-08-31 | A          | 2022-08-10
        2022-09-30 | A          | 2022-08-10
        2022-09-30 | B          | 2022-09-10
        2022-09-30 | C          | 2022-09-11
    """)
    found = ledger.ask("month_starts", as_ofs=[SEP, AUG])
    assert [(row.as_of, row.value) for row in found] == [(AUG, 1), (SEP, 2)]


def test_finished_this_year_is_an_actual_finish_in_the_plan_year_up_to_the_date(given_ledger):
    ledger = given_ledger("""
        year_status | actual_finish
        new_start   | 2022-09-30
        continued   | 2022-01-01
        new_start   | 2022-10-01
        continued   | 2021-12-31
        new_start   |
        preparatory | 2022-03-01
    """)
    assert value(ledger, "finished") == 2


def test_at_the_end_of_the_year_before_a_finish_of_that_year_counts(given_ledger):
    ledger = given_ledger("as_of | plan_year | actual_finish\n2021-12-31 | 2021 | 2021-12-31")
    assert value(ledger, "finished", dt.date(2021, 12, 31)) == 1


def test_those_due_to_finish_are_planned_to_in_the_year_up_to_the_date(given_ledger):
    ledger = given_ledger("""
        year_status | planned_finish | actual_finish
        new_start   | 2022-09-30     | 2022-09-30
        new_start   | 2022-09-30     | 2022-10-01
        continued   | 2022-01-01     |
        new_start   | 2022-10-01     | 2022-09-01
        continued   | 2021-12-31     |
        new_start   |                | 2022-09-01
        preparatory | 2022-03-01     | 2022-03-01
    """)
    (row,) = ledger.ask("finish_rate", as_ofs=[SEP])
    assert (row.numerator, row.denominator, row.value) == (1, 3, pytest.approx(100 / 3))


def test_a_project_that_finished_before_the_year_is_finished_when_it_falls_due(given_ledger):
    """It is no finish of this year, and it isn't late either."""
    ledger = given_ledger("year_status | planned_finish | actual_finish\ncontinued | 2022-03-31 | 2021-12-20")
    assert (value(ledger, "finish_rate"), value(ledger, "finished")) == (100.0, None)


def test_where_no_finish_is_due_there_is_no_rate(given_ledger):
    assert value(given_ledger("planned_finish\n2022-12-31"), "finish_rate") is None
