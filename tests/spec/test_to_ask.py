"""Whom to ask today: what each rule selects, by how much, and what it scores (data/reference/scores.csv)."""

import datetime as dt

import pytest

from data.city import rows

SEP = dt.date(2022, 9, 30)


def asked(engine, day=SEP, **filters):
    """Project, rule, amount and score of the day, in order."""
    return [(row.project_id, row.rule, row.amount, row.score) for row in engine.ask("to_ask", as_of=day, **filters)]


def test_the_scores_and_weights_are_those_that_these_specifications_speak_of():
    scores = {row["rule"]: (float(row["base"]), float(row["each"])) for row in rows("scores.csv")}
    assert scores == {"slipped_start": (10, 5), "overdue_problem": (15, 0.25), "approval_blocking": (15, 5),
                      "promise_missed": (15, 0.25), "plan_gap": (0, 0.5), "watermelon": (12, 4)}  # fmt: skip
    weights = {row["size"]: float(row["weight"]) for row in rows("sizes.csv")}
    assert weights == {"500w_1y": 1, "1y_10y": 1.5, "10y_100y": 2, "100y_up": 3}


def test_a_start_that_slipped_is_asked_about_once_its_planned_month_is_over(given_tables):
    ledger = given_tables(
        projects="""
        planned_start | actual_start
        2022-07-31    |
        2022-09-30    |
        2022-10-01    |
        2022-01-10    | 2022-09-30
                      |
    """
    )
    assert asked(ledger) == [("P1", "slipped_start", 2, 10 + 2 * 5), ("P2", "slipped_start", 0, 10)]


def test_a_start_after_the_date_has_not_happened_at_it(given_tables):
    ledger = given_tables(projects="planned_start | actual_start\n2022-08-31 | 2022-10-01")
    assert asked(ledger) == [("P1", "slipped_start", 1, 15)]


def test_a_problem_is_asked_about_from_the_day_after_it_was_due(given_tables):
    """By the days of the oldest one."""
    ledger = given_tables(
        projects="name\nA\nB\nC\nD",
        problems="""
            project_id | raised_on  | due_on     | resolved_on
            P1         | 2022-08-01 | 2022-09-29 |
            P2         | 2022-08-01 | 2022-09-30 |
            P3         | 2022-08-01 | 2022-08-31 | 2022-09-30
            P4         | 2022-08-01 | 2022-08-31 | 2022-10-01
            P4         | 2022-08-01 | 2022-09-10 |
        """,
    )
    assert asked(ledger) == [
        ("P4", "overdue_problem", 30, 15 + 30 * 0.25), ("P1", "overdue_problem", 1, 15 + 0.25),
    ]  # fmt: skip


def test_approvals_are_asked_about_when_they_are_in_the_way_of_a_due_start(given_tables):
    """The starts fall due on the date itself, whose month is over: each has slipped too."""
    ledger = given_tables(
        projects="planned_start\n2022-09-30\n2022-09-30\n2022-10-01",
        approvals="""
            project_id | due_on     | done_on
            P1         | 2022-09-30 |
            P1         | 2022-08-31 | 2022-10-01
            P1         | 2022-08-31 | 2022-09-30
            P1         | 2022-10-01 |
            P2         | 2022-08-31 | 2022-09-30
            P3         | 2022-08-31 |
        """,
    )
    assert asked(ledger) == [
        ("P1", "approval_blocking", 2, 15 + 2 * 5 + 10), ("P2", "slipped_start", 0, 10),
    ]  # fmt: skip


def test_approvals_are_asked_about_within_the_month_of_the_planned_start(given_tables):
    ledger = given_tables(
        projects="as_of | planned_start\n2022-09-15 | 2022-09-10\n2022-09-15 | 2022-09-16",
        approvals="as_of | project_id | due_on\n2022-09-15 | P1 | 2022-09-01\n2022-09-15 | P2 | 2022-09-01",
    )
    assert asked(ledger, dt.date(2022, 9, 15)) == [("P1", "approval_blocking", 1, 20)]


def test_a_commitment_is_asked_about_from_the_day_after_it_was_due(given_tables):
    """By the days of the oldest one; what no letter of commitment names is no promise."""
    ledger = given_tables(
        projects="name\nA\nB\nC\nD\nE\nF",
        milestones="""
            project_id | due_on     | done_on    | is_commitment
            P1         | 2022-09-29 |            | true
            P2         | 2022-09-30 |            | true
            P3         | 2022-08-31 | 2022-09-30 | true
            P4         | 2022-08-31 | 2022-10-01 | true
            P4         | 2022-09-10 |            | true
            P5         | 2022-08-31 |            | false
            P6         | 2022-08-31 |            |
        """,
    )
    assert asked(ledger) == [
        ("P4", "promise_missed", 30, 15 + 30 * 0.25), ("P1", "promise_missed", 1, 15 + 0.25),
    ]  # fmt: skip


def test_investment_is_asked_about_more_than_twenty_points_under_the_elapsed_year(given_tables):
    """75 points have passed at the end of September; a project that has not started is asked about its start."""
    ledger = given_tables(
        projects="""
        actual_start | year_plan_wan | year_done_wan
        2022-03-01   | 100           | 55
        2022-03-01   | 100           | 54
        2022-03-01   | 100           |
        2022-03-01   |               | 10
        2022-03-01   | 0             | 10
                     | 100           | 0
    """
    )
    assert asked(ledger) == [("P3", "plan_gap", 75, 37.5), ("P2", "plan_gap", 21, 10.5)]


@pytest.mark.parametrize(("day", "points"), [("2022-09-29", 800 / 12), ("2022-09-30", 75), ("2022-12-31", 100)])
def test_the_elapsed_year_is_the_whole_months_that_have_passed(given_tables, day, points):
    ledger = given_tables(projects=f"as_of | actual_start | year_plan_wan\n{day} | 2022-03-01 | 100")
    assert asked(ledger, dt.date.fromisoformat(day)) == [
        ("P1", "plan_gap", pytest.approx(points), pytest.approx(points / 2))
    ]


def test_a_report_is_asked_about_by_the_pieces_of_evidence_against_it(given_tables):
    ledger = given_tables(
        projects="""
        self_status | actual_start | total_wan | total_done_wan | progress_pct
        normal      | 2022-07-31   | 1,000     | 0              | 31
        normal      | 2022-08-31   | 1,000     | 0              | 31
        ahead       | 2022-08-31   | 1,000     | 0              | 30
        behind      | 2022-07-31   | 1,000     | 0              | 31
    """
    )
    assert asked(ledger) == [("P1", "watermelon", 2, 12 + 2 * 4), ("P2", "watermelon", 1, 12 + 4)]


SEVERAL = {
    "projects": """
        year_status | planned_start | self_status | total_wan
        new_start   | 2022-07-31    | normal      | 10,000
    """,
    "problems": "project_id | raised_on | due_on\nP1 | 2022-08-01 | 2022-08-31",
    "milestones": "project_id | due_on | is_commitment\nP1 | 2022-08-31 | true\nP1 | 2022-09-10 | true",
    "approvals": "project_id | due_on\nP1 | 2022-06-30\nP1 | 2022-07-31\nP1 | 2022-07-31",
}


def test_a_project_that_several_rules_select_is_listed_once_by_the_rule_that_weighs_most(given_tables):
    """All scores are summed and weighted by the size: 1.5 from 1 to 10 亿元."""
    slipped, problem, approvals, promise, report = 20, 15 + 30 * 0.25, 15 + 3 * 5, 15 + 30 * 0.25, 12 + 4
    ledger = given_tables(**SEVERAL)
    (row,) = ledger.ask("to_ask", as_of=SEP)
    assert (row.rule, row.amount, row.rules) == ("approval_blocking", 3, 5)
    assert row.score == 1.5 * (slipped + problem + approvals + promise + report)


def test_every_rule_that_selects_a_project_is_a_row_behind_it(given_tables):
    ledger = given_tables(**SEVERAL)
    behind = sorted(ledger.behind("to_ask", as_of=SEP).to_pylist(), key=lambda row: row["place"])
    assert [(row["rule"], row["points"]) for row in behind] == [
        ("approval_blocking", 45), ("overdue_problem", 33.75), ("promise_missed", 33.75), ("slipped_start", 30), ("watermelon", 24),
    ]  # fmt: skip
