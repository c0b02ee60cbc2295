"""Whom to ask today: the order, the weight of size, the filters and the date."""

import datetime as dt

import pytest

from tests.spec.test_to_ask import SEP, asked

AUG = dt.date(2022, 8, 31)


def ids(rows):
    return [row[0] for row in rows]


@pytest.mark.parametrize(
    ("total", "weight"),
    [("499.99", 1), ("500", 1), ("9,999.99", 1), ("10,000", 1.5), ("100,000", 2), ("999,999.99", 2), ("1,000,000", 3)],
)
def test_a_large_project_weighs_up_to_three_times(given_tables, total, weight):
    ledger = given_tables(projects=f"planned_start | total_wan\n2022-09-30 | {total}")
    assert asked(ledger) == [("P1", "slipped_start", 0, 10 * weight)]


def test_the_highest_score_comes_first_and_equal_ones_by_their_number(given_tables):
    ledger = given_tables(
        projects="""
        project_id | planned_start | total_wan
        C          | 2022-09-30    | 1,000
        B          | 2022-09-30    | 1,000
        A          | 2022-08-31    | 1,000
        D          | 2022-09-30    | 100,000
    """
    )
    assert [(row[0], row[3]) for row in asked(ledger)] == [("D", 20), ("A", 15), ("B", 10), ("C", 10)]


def test_of_two_rules_that_weigh_the_same_the_first_by_name_is_shown(given_tables):
    ledger = given_tables(
        projects="planned_start\n2022-07-31", approvals="project_id | due_on\nP1 | 2022-07-31",
    )  # fmt: skip
    assert asked(ledger) == [("P1", "approval_blocking", 1, 40)]


def test_the_row_says_whom_to_ask(given_tables):
    ledger = given_tables(
        projects="""
        name    | county_code | sponsor | lead_unit | planned_start
        A plant | 211481      | S1      | Unit 7    | 2022-09-30
    """
    )
    (row,) = ledger.ask("to_ask", as_of=SEP)
    assert (row.name, row.county_code, row.sponsor, row.lead_unit) == ("A plant", "211481", "S1", "Unit 7")


def test_preparatory_projects_are_asked_nothing(given_tables):
    ledger = given_tables(
        projects="year_status | planned_start | self_status\npreparatory | 2022-01-10 | normal",
        problems="project_id | raised_on | due_on\nP1 | 2022-01-01 | 2022-01-31",
        approvals="project_id | due_on\nP1 | 2022-01-01",
    )
    assert asked(ledger) == []


def test_a_continued_project_is_not_asked_about_its_old_planned_start(given_tables):
    ledger = given_tables(projects="year_status | planned_start\ncontinued | 2020-03-01")
    assert asked(ledger) == []


@pytest.mark.parametrize(
    ("column", "given", "other", "filtered"),
    [("county_code", "211402", "211481", "counties"), ("sector", "energy", "industry", "sectors"),
     ("nature", "retrofit", "new_build", "natures"), ("batch_id", "B1", "B2", "batches"),
     ("sponsor", "S1", "S2", "sponsors")],
)  # fmt: skip
def test_every_filter_keeps_what_it_names(given_tables, column, given, other, filtered):
    ledger = given_tables(projects=f"planned_start | {column}\n2022-09-30 | {given}\n2022-09-30 | {other}")
    assert ids(asked(ledger, **{filtered: [given]})) == ["P1"]
    assert ids(asked(ledger, **{filtered: [given, other]})) == ["P1", "P2"]
    assert asked(ledger, **{filtered: ["none of these"]}) == []


def test_sizes_are_filtered_by_their_bands(given_tables):
    ledger = given_tables(projects="planned_start | total_wan\n2022-09-30 | 9,999\n2022-09-30 | 10,000")
    assert ids(asked(ledger, sizes=["1y_10y"])) == ["P2"]


def test_each_date_is_judged_by_its_own_ledger(given_tables):
    ledger = given_tables(
        projects="""
            as_of      | project_id | planned_start | actual_start
            2022-08-31 | A          | 2022-08-10    |
            2022-09-30 | A          | 2022-08-10    | 2022-09-10
            2022-08-31 | B          | 2022-12-10    |
            2022-09-30 | B          | 2022-12-10    |
        """,
        problems="as_of | project_id | raised_on | due_on\n2022-09-30 | B | 2022-08-01 | 2022-08-20",
    )
    assert asked(ledger, AUG) == [("A", "slipped_start", 0, 10)]
    assert asked(ledger) == [("B", "overdue_problem", 41, 15 + 41 * 0.25)]


def test_what_a_ledger_says_of_the_days_after_it_does_not_count(given_tables):
    """Dates of October in September's ledger are plans: start, clearance, grant and statistics entry lie ahead."""
    ledger = given_tables(
        projects="""
            planned_start | actual_start | self_status | stats_entry_on
            2022-09-30    | 2022-10-01   | behind      |
            2022-12-01    |              | behind      |
            2022-03-01    | 2022-03-01   | normal      | 2022-10-01
        """,
        problems="project_id | raised_on | due_on | resolved_on\nP2 | 2022-08-01 | 2022-09-29 | 2022-10-01",
        approvals="project_id | due_on | done_on\nP1 | 2022-09-30 | 2022-10-01",
    )
    assert [row[:3] for row in asked(ledger)] == [
        ("P1", "approval_blocking", 1), ("P3", "watermelon", 1), ("P2", "overdue_problem", 1),
    ]  # fmt: skip
