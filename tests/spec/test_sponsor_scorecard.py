"""The scorecard of each leader and how problems are cleared, on small ledgers."""

import datetime as dt

import pytest

SEP = dt.date(2022, 9, 30)
PROJECTS = """
    year_status | sponsor | sponsor_post | county_code | planned_start | actual_start | stats_entry_on | year_plan_wan | year_done_wan
    new_start   | Li      | Mayor        | 211402      | 2022-05-01    |              |                | 300           |
    new_start   | Li      | Mayor        | 211481      | 2022-03-01    | 2022-03-01   | 2022-04-01     | 100           | 200
    new_start   | Wang    | Secretary    | 211402      | 2022-08-01    |              |                | 500           | 100
    new_start   | Wang    | Secretary    | 211402      | 2022-03-01    | 2022-10-01   |                |               |
    new_start   |         |              | 211402      | 2022-03-01    |              |                | 700           | 700
    preparatory | Li      | Mayor        | 211402      | 2022-03-01    |              |                | 900           | 900
"""
PROBLEMS = """
    problem_id | project_id | raised_on  | due_on     | resolved_on
    overdue    | P1         | 2022-06-01 | 2022-09-29 |
    today      | P1         | 2022-06-01 | 2022-09-30 |
    cleared    | P2         | 2022-06-01 | 2022-08-31 | 2022-08-31
    too_late   | P2         | 2022-06-01 | 2022-08-31 | 2022-09-01
    afterwards | P2         | 2022-06-01 | 2022-10-31 | 2022-10-01
    undated    | P3         | 2022-06-01 |            | 2022-09-30
    future     | P3         | 2022-10-01 | 2022-10-02 |
    unsponsored| P5         | 2022-06-01 | 2022-06-30 |
    outside    | P6         | 2022-06-01 | 2022-06-30 |
"""


@pytest.fixture
def ledger(given_tables):
    return given_tables(projects=PROJECTS, problems=PROBLEMS)


def cards(ledger, *columns, **filters):
    return [tuple(getattr(row, name) for name in ("sponsor", *columns)) for row in
            ledger.ask("sponsor_scorecard", as_of=SEP, **filters)]  # fmt: skip


def value_of(ledger, name, **filters):
    rows = ledger.ask(name, as_ofs=[SEP], **filters)
    return rows[0].value if rows else None


def test_a_card_counts_the_projects_of_the_plan_by_their_worst_light(ledger):
    """Wang has a start six months late and one that has just slipped; Li one of four months and one without progress."""
    assert cards(ledger, "sponsor_post", "projects", "late", "slipping", "no_evidence", "on_time") == [
        ("Wang", "Secretary", 2, 1, 1, 0, 0),
        ("Li", "Mayor", 2, 1, 0, 1, 0),
    ]


def test_starts_and_the_year_plan_are_summed_over_the_projects_of_a_leader(ledger):
    assert cards(ledger, "started", "started_pct", "year_plan_wan", "year_done_wan", "done_pct") == [
        ("Wang", 0, 0.0, 500, 100, 20.0),
        ("Li", 1, 50.0, 400, 200, 50.0),
    ]


def test_problems_of_a_leader_are_raised_open_overdue_and_cleared_at_the_date(ledger):
    assert cards(ledger, "raised", "still_open", "overdue", "cleared", "cleared_pct") == [
        ("Wang", 1, 0, 0, 1, 100.0),
        ("Li", 5, 3, 1, 2, 40.0),
    ]


def test_the_leader_with_most_late_projects_comes_first_then_with_most_slipping_then_by_name(given_tables):
    ledger = given_tables(
        projects="""
            sponsor | planned_start
            A       | 2022-12-01
            B       | 2022-08-01
            C       | 2022-03-01
            D       | 2022-03-01
            D       | 2022-08-01
        """
    )
    assert cards(ledger, "late", "slipping") == [("D", 1, 1), ("C", 1, 0), ("B", 0, 1), ("A", 0, 0)]


def test_a_card_without_problems_has_no_clearing_rate_and_one_without_a_plan_no_completion(given_tables):
    ledger = given_tables(projects="sponsor\nLi")
    assert cards(ledger, "raised", "cleared_pct", "done_pct") == [("Li", 0, None, None)]


def test_filters_narrow_the_cards_and_one_leader_can_stand_alone(ledger):
    assert cards(ledger, "projects", counties=["211481"]) == [("Li", 1)]
    assert cards(ledger, "projects", sponsors=["Wang"]) == [("Wang", 2)]
    assert cards(ledger, sponsors=["nobody"]) == []


def test_problems_of_the_whole_plan_are_counted_and_those_outside_it_are_not(ledger):
    """Due on the date is not yet overdue; what is cleared after the date is still open at it."""
    assert value_of(ledger, "problems_open") == 4
    assert value_of(ledger, "problems_overdue") == 2
    assert value_of(ledger, "problems_overdue", sponsors=["Li"]) == 1
    assert value_of(ledger, "problems_open", counties=["211481"]) == 1


def test_problems_are_cleared_of_those_raised_and_on_time_of_those_due(ledger):
    assert value_of(ledger, "clearing_rate") == pytest.approx(100 * 3 / 7)
    assert value_of(ledger, "clearing_rate_on_time") == pytest.approx(100 * 1 / 5)
    assert value_of(ledger, "clearing_rate_on_time", sponsors=["Wang"]) is None


def test_the_timetable_puts_the_leader_with_most_late_projects_first_and_the_earlier_start_first(given_tables):
    ledger = given_tables(
        projects="""
            name | sponsor | year_status | planned_start | planned_finish | actual_start | resumed_on
            a    | A       | new_start   | 2022-12-01    | 2024-12-31     |              |
            b    | B       | new_start   | 2022-03-01    | 2024-12-31     |              |
            c    | B       | continued   | 2021-03-01    | 2023-12-31     | 2021-03-01   | 2022-10-01
            d    |         | new_start   | 2021-03-01    | 2023-12-31     |              |
        """,
        milestones="""
            project_id | seq | due_on     | done_on
            P2         | 1   | 2022-09-30 |
            P2         | 2   | 2022-09-29 |
            P2         | 3   | 2022-09-01 | 2022-09-30
            P2         | 4   | 2022-12-31 | 2022-10-01
        """,
    )
    rows = ledger.ask("sponsored_timetable", as_of=SEP)
    assert [(row.sponsor, row.name) for row in rows] == [("B", "c"), ("B", "b"), ("A", "a")]
    assert (rows[0].actual_start, rows[0].resumed_on, rows[0].is_started) == (dt.date(2021, 3, 1), None, False)
    assert (rows[1].milestones, rows[1].milestones_done, rows[1].milestones_overdue) == (4, 1, 1)
