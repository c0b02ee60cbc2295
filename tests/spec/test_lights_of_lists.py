"""The lights of problems and approvals, and the one light that a project shows."""

import pytest

from tests.spec.test_lights import lit


def test_an_overdue_problem_is_yellow_and_red_after_thirty_days(given_tables):
    ledger = given_tables(
        projects="name\nA\nB\nC\nD",
        problems="""
            project_id | raised_on  | due_on
            P1         | 2022-08-01 | 2022-09-30
            P2         | 2022-08-01 | 2022-09-29
            P3         | 2022-08-01 | 2022-09-01
            P4         | 2022-08-01 | 2022-08-31
        """,
    )
    assert lit(ledger, "problem_days_overdue") == [0, 1, 29, 30]
    assert lit(ledger, "problems_light") == ["green", "yellow", "yellow", "red"]


def test_the_oldest_of_the_overdue_problems_decides(given_tables):
    ledger = given_tables(
        projects="name\nA",
        problems="""
            project_id | raised_on  | due_on     | resolved_on
            P1         | 2022-06-01 | 2022-06-30 | 2022-07-30
            P1         | 2022-08-01 | 2022-08-31 |
            P1         | 2022-08-01 | 2022-09-20 |
            P1         | 2022-08-01 | 2022-12-31 |
        """,
    )
    assert (lit(ledger, "problems_overdue"), lit(ledger, "problem_days_overdue")) == ([2], [30])


def test_a_problem_that_is_cleared_after_the_date_is_still_open_at_it(given_tables):
    ledger = given_tables(
        projects="name\nA\nB",
        problems="""
            project_id | raised_on  | due_on     | resolved_on
            P1         | 2022-08-01 | 2022-09-10 | 2022-09-30
            P2         | 2022-08-01 | 2022-09-10 | 2022-10-01
        """,
    )
    assert lit(ledger, "problems_light") == ["green", "yellow"]


def test_without_a_problem_raised_by_the_date_there_is_no_light_of_problems(given_tables):
    ledger = given_tables(
        projects="name\nA\nB",
        problems="project_id | raised_on | due_on\nP2 | 2022-10-01 | 2022-10-31",
    )
    assert lit(ledger, "problems_light") == [None, None]


def test_an_open_problem_without_a_due_date_proves_nothing(given_tables):
    ledger = given_tables(
        projects="name\nA\nB\nC",
        problems="""
            project_id | raised_on  | due_on     | resolved_on
            P1         | 2022-08-01 |            |
            P2         | 2022-08-01 |            | 2022-09-30
            P3         | 2022-08-01 |            |
            P3         | 2022-08-01 | 2022-09-10 |
        """,
    )
    assert lit(ledger, "problems_light") == ["grey", "green", "yellow"]


def test_a_due_approval_that_is_not_granted_is_red_when_the_start_is_due(given_tables):
    ledger = given_tables(
        projects="planned_start\n2022-09-30\n2022-09-30\n2022-09-30\n2022-09-30\n2022-10-01",
        approvals="""
            project_id | due_on     | done_on
            P1         | 2022-09-30 |
            P2         | 2022-09-30 | 2022-10-01
            P3         | 2022-09-30 | 2022-09-30
            P4         | 2022-10-01 |
            P5         | 2022-08-31 |
        """,
    )
    assert lit(ledger, "approvals_blocking") == [1, 1, 0, 0, 0]
    assert lit(ledger, "approvals_light") == ["red", "red", "green", "green", "green"]


def test_an_approval_holds_up_no_start_that_happened_and_without_approvals_there_is_no_light(given_tables):
    ledger = given_tables(
        projects="planned_start | actual_start\n2022-03-01 | 2022-03-01\n2022-03-01 |\n2022-03-01 |",
        approvals="project_id | due_on\nP1 | 2022-02-01\nP2 | 2022-02-01\nP2 | 2022-03-01",
    )
    assert lit(ledger, "approvals_blocking") == [0, 2, 0]
    assert lit(ledger, "approvals_light") == ["green", "red", None]


def test_problems_and_approvals_of_another_date_are_ignored(given_tables):
    ledger = given_tables(
        projects="as_of | project_id | planned_start\n2022-09-30 | A | 2022-09-30\n2022-08-31 | A | 2022-09-30",
        problems="as_of | project_id | raised_on | due_on\n2022-08-31 | A | 2022-07-01 | 2022-07-31",
        approvals="as_of | project_id | due_on\n2022-08-31 | A | 2022-07-31",
    )
    assert lit(ledger, "problems_light") == lit(ledger, "approvals_light") == [None]
    assert lit(ledger, "problems_light", "2022-08-31") == ["red"]


def test_a_project_shows_its_worst_light(given_tables):
    """Red over yellow over grey over green: P1 has all but red, P2 but yellow, P3 but grey, P4 green alone."""
    started = "2022-01-01    | 2022-12-31     | 2022-01-01"
    ledger = given_tables(
        projects=f"""
            planned_start | planned_finish | actual_start | progress_pct | stats_entry_on
            {started} | 60 | 2022-02-01
            {started} |    |
            {started} |    | 2022-02-01
            {started} | 75 | 2022-02-01
        """,
        problems="project_id | raised_on | due_on\nP1 | 2022-09-01 |",
    )
    lights = [lit(ledger, f"{name}_light") for name in ("start", "progress", "stats", "problems")]
    assert list(zip(*lights, strict=True)) == [
        ("green", "yellow", "green", "grey"), ("green", "grey", "red", None), ("green", "grey", "green", None),
        ("green", "green", "green", None),
    ]  # fmt: skip
    assert lit(ledger, "light") == ["yellow", "red", "grey", "green"]


def test_a_project_that_no_rule_can_judge_is_grey_and_not_green(given_tables):
    ledger = given_tables(projects="planned_start\n2022-12-01")
    assert lit(ledger, "light") == ["grey"]


@pytest.mark.parametrize("light", ["start", "progress", "stats", "problems", "approvals"])
def test_any_red_light_alone_makes_the_project_red(given_tables, light):
    """One fault in an otherwise green project that started on time, or that is due and has not started."""
    sound = {"planned_start": "2022-01-01", "actual_start": "2022-01-01", "planned_finish": "2022-12-31",
             "progress_pct": "75", "stats_entry_on": "2022-02-01"}  # fmt: skip
    faults = {
        "start": {"actual_start": "", "planned_start": "2022-06-30"},
        "progress": {"progress_pct": "44"},
        "stats": {"stats_entry_on": ""},
        "problems": {},
        "approvals": {"actual_start": "", "planned_start": "2022-09-30"},
    }
    row = sound | faults[light]
    given = {"projects": " | ".join(row) + "\n" + " | ".join(row.values())}
    if light in ("problems", "approvals"):
        given[light] = "project_id | due_on\nP1 | 2022-08-31"
    ledger = given_tables(**given)
    assert lit(ledger, f"{light}_light") == lit(ledger, "light") == ["red"]
