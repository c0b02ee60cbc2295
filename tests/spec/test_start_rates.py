"""The other definitions of the start rate, and the projects on which they differ."""

import datetime as dt

import pytest

SEP, AUG = dt.date(2022, 9, 30), dt.date(2022, 8, 31)


def rate(engine, name, day=SEP, **filters):
    """Numerator, denominator and value of a rate, None without any base."""
    rows = engine.ask(name, as_ofs=[day], **filters)
    return (int(rows[0].numerator), int(rows[0].denominator), rows[0].value) if rows else None


def test_those_due_are_the_new_starts_planned_to_start_by_the_date(given_ledger):
    ledger = given_ledger("""
        year_status | planned_start | actual_start | resumed_on
        new_start   | 2022-09-30    | 2022-09-30   |
        new_start   | 2022-09-30    | 2022-10-01   |
        new_start   | 2022-03-01    |              |
        new_start   | 2021-11-01    | 2022-01-05   |
        new_start   | 2022-10-01    | 2022-09-01   |
        new_start   |               | 2022-09-01   |
        continued   | 2020-03-01    | 2020-03-01   | 2022-03-01
        preparatory | 2022-03-01    | 2022-03-01   |
    """)
    assert rate(ledger, "start_rate_of_due") == (2, 4, 50.0)


def test_where_nothing_is_due_there_is_no_rate(given_ledger):
    assert rate(given_ledger("planned_start\n2022-10-01"), "start_rate_of_due") is None


def test_started_in_substance_is_money_spent_or_entry_in_the_statistics_this_year(given_ledger):
    ledger = given_ledger("""
        year_status | actual_start | year_done_wan | stats_entry_on
        new_start   |              | 0.01          |
        new_start   |              | 0             |
        new_start   | 2022-03-01   |               |
        new_start   |              |               | 2022-09-30
        new_start   |              |               | 2022-10-01
        continued   | 2020-03-01   |               | 2021-12-31
        continued   | 2020-03-01   |               | 2022-01-01
        preparatory |              | 500           | 2022-03-01
    """)
    assert rate(ledger, "start_rate_in_substance") == (3, 7, pytest.approx(300 / 7))


def test_the_three_definitions_give_three_rates_of_one_plan(given_ledger):
    ledger = given_ledger("""
        planned_start | actual_start | year_done_wan
        2022-03-01    | 2022-03-01   | 100
        2022-03-01    |              | 100
        2022-12-01    | 2022-09-01   |
        2022-12-01    |              | 100
    """)
    rates = [rate(ledger, name) for name in ("start_rate", "start_rate_of_due", "start_rate_in_substance")]
    assert rates == [(2, 4, 50.0), (1, 2, 50.0), (3, 4, 75.0)]


def test_the_definitions_differ_on_reported_starts_without_substance_and_the_reverse(given_ledger):
    ledger = given_ledger("""
        total_wan | year_status | actual_start | resumed_on | year_done_wan | stats_entry_on
        100       | new_start   | 2022-03-01   |            | 5             |
        200       | new_start   | 2022-03-01   |            |               |
        300       | new_start   |              |            | 5             |
        400       | new_start   |              |            |               | 2022-09-30
        500       | continued   | 2020-03-01   |            | 5             |
        600       | continued   | 2020-03-01   | 2022-03-01 | 0             | 2021-03-01
        700       | new_start   |              |            |               |
        800       | preparatory |              |            | 5             |
    """)
    found = ledger.ask("start_rate_differences", as_of=SEP)
    assert [(row.project_id, row.is_started, row.is_started_in_substance) for row in found] == [
        ("P6", True, False), ("P5", False, True), ("P4", False, True), ("P3", False, True), ("P2", True, False),
    ]  # fmt: skip


def test_the_largest_difference_comes_first_and_equal_ones_by_their_number(given_ledger):
    ledger = given_ledger("""
        project_id | total_wan | year_done_wan
        C          | 100       | 5
        B          | 100       | 5
        A          | 100.01    | 5
    """)
    assert [row.project_id for row in ledger.ask("start_rate_differences", as_of=SEP)] == ["A", "B", "C"]


def test_differences_of_other_dates_are_ignored(given_ledger):
    ledger = given_ledger("""
        as_of      | project_id | actual_start | year_done_wan
        2022-08-31 | A          | 2022-08-01   |
        2022-09-30 | A          | 2022-08-01   | 5
    """)
    assert [len(ledger.ask("start_rate_differences", as_of=day)) for day in (AUG, SEP)] == [1, 0]


FILTERS = [
    ("county_code", "211402", "counties"), ("sector", "energy", "sectors"), ("nature", "retrofit", "natures"),
    ("batch_id", "B1", "batches"), ("sponsor", "S1", "sponsors"),
]  # fmt: skip


@pytest.mark.parametrize(("column", "given", "filtered"), FILTERS)
@pytest.mark.parametrize(
    "name", ["start_rate_of_due", "start_rate_in_substance", "month_starts", "finished", "finish_rate"]
)
def test_every_filter_keeps_what_it_names(given_ledger, name, column, given, filtered):
    facts = "2022-03-01 | 2022-09-05 | 5 | 2022-09-01 | 2022-09-20"
    ledger = given_ledger(f"""
        {column} | planned_start | actual_start | year_done_wan | planned_finish | actual_finish
        {given}  | {facts}
        other    | {facts}
    """)
    assert [int(row.numerator) for row in ledger.ask(name, as_ofs=[SEP], **{filtered: [given]})] == [1]
    assert ledger.ask(name, as_ofs=[SEP], **{filtered: ["none of these"]}) == []


@pytest.mark.parametrize(("column", "given", "filtered"), FILTERS)
def test_every_filter_keeps_the_differences_that_it_names(given_ledger, column, given, filtered):
    ledger = given_ledger(f"{column} | year_done_wan\n{given} | 5\nother | 5")
    found = ledger.ask("start_rate_differences", as_of=SEP, **{filtered: [given]})
    assert [row.project_id for row in found] == ["P1"]
