"""The lights of a project at the exact edges of their thresholds (data/reference/thresholds.csv)."""

import pytest

from data.city import rows

DAY = "2022-09-30"


def lit(engine, column, day=DAY):
    """One column of the lights, in the order of the projects."""
    found = engine.cursor().execute(f"select {column} from lights where as_of = date '{day}' order by project_id")
    return [row[0] for row in found.fetchall()]


def test_the_thresholds_are_those_that_these_specifications_speak_of():
    assert {row["name"]: float(row["value"]) for row in rows("thresholds.csv")} == {
        "start_red_months": 3, "progress_yellow_points": 10, "progress_red_points": 30, "stats_yellow_months": 1,
        "stats_red_months": 2, "problem_red_days": 30, "spending_points": 30, "plan_gap_points": 20,
        "deal_waiting_days": 180, "alert_places": 2, "notice_answer_days": 7,
        "reach_start_pct": 90,
    }  # fmt: skip


def test_a_start_is_yellow_when_its_planned_month_is_over_and_red_three_months_later(given_tables):
    ledger = given_tables(
        projects="""
        planned_start
        2022-10-01
        2022-09-30
        2022-09-01
        2022-07-01
        2022-06-30
        2021-06-30
    """
    )
    assert lit(ledger, "start_months_late") == [None, 0, 0, 2, 3, 15]
    assert lit(ledger, "start_light") == [None, "yellow", "yellow", "yellow", "red", "red"]


@pytest.mark.parametrize(
    ("day", "light"),
    [("2022-08-31", None), ("2022-09-29", None), ("2022-09-30", "yellow"), ("2022-12-30", "yellow"),
     ("2022-12-31", "red")],
)  # fmt: skip
def test_a_planned_month_is_over_on_its_last_day(given_tables, day, light):
    ledger = given_tables(projects=f"as_of | planned_start\n{day} | 2022-09-10")
    assert lit(ledger, "start_light", day) == [light]


def test_a_start_that_happened_is_green_however_late_and_one_after_the_date_did_not_happen(given_tables):
    ledger = given_tables(
        projects="""
        planned_start | actual_start
        2022-01-10    | 2022-09-30
        2022-01-10    | 2022-10-01
                      | 2022-09-30
    """
    )
    assert lit(ledger, "start_light") == ["green", "red", "green"]


def test_a_start_without_evidence_is_grey(given_tables):
    ledger = given_tables(
        projects="""
        year_status | planned_start | actual_start | resumed_on
        new_start   |               |              |
        continued   | 2020-03-01    | 2020-03-01   |
        continued   | 2020-03-01    | 2020-03-01   | 2022-10-01
        continued   | 2020-03-01    | 2020-03-01   | 2022-09-30
    """
    )
    assert lit(ledger, "start_light") == ["grey", "grey", "grey", "green"]
    assert lit(ledger, "start_months_late") == [None] * 4


def test_a_preparatory_project_has_no_start_to_miss(given_tables):
    ledger = given_tables(projects="year_status | planned_start\npreparatory | 2022-01-10")
    assert lit(ledger, "start_light") == [None]


def test_the_planned_progress_is_the_months_elapsed_of_the_months_planned(given_tables):
    """Whole months, each passed on its last day, as the elapsed part of the year: 75.0 % at the end of September."""
    ledger = given_tables(
        projects="""
        planned_start | planned_finish | actual_start
        2022-01-01    | 2022-12-31     | 2022-01-01
        2022-03-15    | 2023-03-14     | 2022-03-15
        2021-10-01    | 2022-09-30     | 2022-03-15
        2022-11-01    | 2023-10-31     | 2022-03-15
        2022-09-05    | 2022-09-25     | 2022-09-05
        2022-09-01    |                | 2022-09-05
        2022-09-01    | 2022-09-01     | 2022-09-01
    """
    )
    assert lit(ledger, "planned_pct") == [75.0, 50.0, 100.0, 0.0, 100.0, None, None]


def test_a_day_in_a_new_month_is_no_month(given_tables):
    ledger = given_tables(projects="as_of | planned_start | planned_finish\n2022-09-01 | 2022-08-31 | 2022-10-30")
    assert lit(ledger, "planned_pct", "2022-09-01") == [0.0]


def test_with_milestones_the_planned_progress_is_that_of_the_last_one_due(given_tables):
    """Days from the planned start to the milestone ÷ days from start to finish: here 100 days."""
    ledger = given_tables(
        projects="""
            planned_start | planned_finish | actual_start
            2022-07-01    | 2022-10-09     | 2022-07-01
            2022-07-01    | 2022-10-09     | 2022-07-01
            2022-07-01    | 2022-10-09     | 2022-07-01
            2022-07-01    | 2022-10-09     | 2022-07-01
        """,
        milestones="""
            project_id | due_on
            P1         | 2022-07-21
            P1         | 2022-09-29
            P1         | 2022-10-01
            P2         | 2022-09-30
            P3         | 2022-10-01
            P4         | 2022-06-01
        """,
    )
    assert lit(ledger, "planned_pct") == [90.0, 91.0, 0.0, 0.0]


def test_progress_is_yellow_from_ten_points_under_the_plan_and_red_above_thirty(given_tables):
    ledger = given_tables(
        projects="""
        planned_start | planned_finish | actual_start | progress_pct
        2022-01-01    | 2022-12-31     | 2022-01-01   | 80
        2022-01-01    | 2022-12-31     | 2022-01-01   | 65.1
        2022-01-01    | 2022-12-31     | 2022-01-01   | 65
        2022-01-01    | 2022-12-31     | 2022-01-01   | 45
        2022-01-01    | 2022-12-31     | 2022-01-01   | 44.9
    """
    )
    assert lit(ledger, "progress_light") == ["green", "green", "yellow", "yellow", "red"]


def test_progress_without_a_report_or_a_plan_is_grey_and_before_the_start_there_is_none(given_tables):
    ledger = given_tables(
        projects="""
        planned_start | planned_finish | actual_start | progress_pct
        2022-01-01    | 2022-12-31     | 2022-01-01   |
        2022-01-01    |                | 2022-01-01   | 90
                      | 2022-12-31     | 2022-01-01   | 90
        2022-01-01    | 2022-12-31     |              | 0
    """
    )
    assert lit(ledger, "progress_light") == ["grey", "grey", "grey", None]


def test_a_finished_project_is_green_in_progress_once_the_finish_has_come(given_tables):
    ledger = given_tables(
        projects="""
        planned_start | planned_finish | actual_start | actual_finish | progress_pct
        2022-01-01    | 2022-12-31     | 2022-01-01   | 2022-09-30    |
        2022-01-01    | 2022-12-31     | 2022-01-01   | 2022-10-01    |
    """
    )
    assert lit(ledger, "progress_light") == ["green", "grey"]


def test_a_missing_statistics_entry_is_yellow_a_month_after_the_start_and_red_after_two(given_tables):
    ledger = given_tables(
        projects="""
        actual_start
        2022-09-01
        2022-08-31
        2022-08-30
        2022-08-01
        2022-07-31
        2022-07-30
    """
    )
    assert lit(ledger, "stats_months_late") == [0, 1, 1, 1, 2, 2]
    assert lit(ledger, "stats_light") == ["green", "yellow", "yellow", "yellow", "red", "red"]


@pytest.mark.parametrize(("day", "light"), [("2022-10-14", "green"), ("2022-10-15", "yellow"), ("2022-11-14", "yellow"), ("2022-11-15", "red")])  # fmt: skip
def test_a_month_after_the_start_is_the_same_day_of_the_next_one(given_tables, day, light):
    ledger = given_tables(projects=f"as_of | actual_start\n{day} | 2022-09-15")
    assert lit(ledger, "stats_light", day) == [light]


def test_a_statistics_entry_counts_once_it_has_come(given_tables):
    ledger = given_tables(
        projects="""
        year_status | actual_start | resumed_on | stats_entry_on
        new_start   | 2022-02-01   |            | 2022-09-30
        new_start   | 2022-02-01   |            | 2022-10-01
        new_start   |              |            |
        new_start   |              |            | 2022-09-01
        continued   |              | 2022-03-01 |
    """
    )
    assert lit(ledger, "stats_light") == ["green", "red", None, "green", "grey"]
