"""What has moved the start rate since the compared date: each step, and that the steps add up."""

import datetime as dt

import pytest

SEP, AUG = dt.date(2022, 9, 30), dt.date(2022, 8, 31)
MOVING = ("newly_started", "newly_listed", "base_changed", "withdrawn")


def bridged(engine, **filters):
    return {row.step: row for row in engine.ask("start_rate_bridge", as_of=SEP, compare=AUG, **filters)}


def moves(engine, **filters):
    """Projects, change of the started and change of the base, of the steps that a project makes."""
    steps = bridged(engine, **filters)
    return {name: steps[name][1:4] for name in MOVING if steps[name].projects}


# Two projects that stay as they are at both dates: one has started, the other hasn't.
STAYING = """
    as_of      | project_id | year_status | actual_start
    2022-08-31 | A          | new_start   | 2022-03-01
    2022-08-31 | B          | new_start   |
    2022-09-30 | A          | new_start   | 2022-03-01
    2022-09-30 | B          | new_start   |
"""


def test_nothing_moves_a_plan_that_stays_as_it_is(given_ledger):
    ledger = given_ledger(STAYING)
    assert moves(ledger) == {}
    assert bridged(ledger)["before"][4:7] == bridged(ledger)["after"][4:7] == (1, 2, 50.0)


def test_the_steps_come_in_one_order_between_the_two_dates(given_ledger):
    assert list(bridged(given_ledger(STAYING))) == ["before", *MOVING, "after"]


def test_a_project_of_both_plans_that_started_since_is_newly_started(given_ledger):
    ledger = given_ledger(STAYING + "2022-08-31|C|new_start|\n2022-09-30|C|new_start|2022-09-30")
    assert moves(ledger) == {"newly_started": (1, 1, 0)}
    assert bridged(ledger)["newly_started"].points == pytest.approx(100 / 3)


def test_a_start_after_the_date_is_no_new_start(given_ledger):
    ledger = given_ledger(STAYING + "2022-08-31|C|new_start|\n2022-09-30|C|new_start|2022-10-01")
    assert moves(ledger) == {}


def test_a_continued_project_that_resumed_since_is_newly_started(given_ledger):
    ledger = given_ledger("""
        as_of      | project_id | year_status | actual_start | resumed_on
        2022-08-31 | A          | continued   | 2020-03-01   |
        2022-09-30 | A          | continued   | 2020-03-01   | 2022-09-01
    """)
    assert moves(ledger) == {"newly_started": (1, 1, 0)}


def test_a_start_that_is_taken_back_counts_against_the_newly_started(given_ledger):
    ledger = given_ledger(STAYING + "2022-08-31|C|new_start|2022-08-01\n2022-09-30|C|new_start|")
    assert moves(ledger) == {"newly_started": (1, -1, 0)}


@pytest.mark.parametrize(("start", "started"), [("", 0), ("2022-03-01", -1)])
def test_a_project_that_left_the_ledger_is_withdrawn_with_its_start(given_ledger, start, started):
    assert moves(given_ledger(STAYING + f"2022-08-31|C|new_start|{start}")) == {"withdrawn": (1, started, -1)}


@pytest.mark.parametrize(("start", "started"), [("", 0), ("2022-03-01", 1)])
def test_a_project_that_was_not_in_the_ledger_is_newly_listed_with_its_start(given_ledger, start, started):
    assert moves(given_ledger(STAYING + f"2022-09-30|C|new_start|{start}")) == {"newly_listed": (1, started, 1)}


def test_a_project_that_stops_being_preparatory_changes_the_base(given_ledger):
    ledger = given_ledger(STAYING + "2022-08-31|C|preparatory|\n2022-09-30|C|new_start|2022-09-01")
    assert moves(ledger) == {"base_changed": (1, 1, 1)}


def test_a_project_that_becomes_preparatory_changes_the_base(given_ledger):
    ledger = given_ledger(STAYING + "2022-08-31|C|new_start|2022-08-01\n2022-09-30|C|preparatory|2022-08-01")
    assert moves(ledger) == {"base_changed": (1, -1, -1)}


def test_preparatory_projects_come_and_go_without_moving_anything(given_ledger):
    assert moves(given_ledger(STAYING + "2022-08-31|C|preparatory|\n2022-09-30|D|preparatory|")) == {}


def test_a_project_that_moves_into_the_selection_is_no_newly_listed_one(given_ledger):
    """It stood in the plan all the time; only the base of this selection has changed."""
    ledger = given_ledger("""
        as_of      | project_id | total_wan | county_code
        2022-08-31 | A          | 9,000     | 211402
        2022-09-30 | A          | 11,000    | 211402
        2022-08-31 | B          | 11,000    | 211402
        2022-09-30 | B          | 11,000    | 211481
    """)
    assert moves(ledger, sizes=["1y_10y"]) == {"base_changed": (1, 0, 1)}
    assert moves(ledger, counties=["211402"]) == {"base_changed": (1, 0, -1)}
    assert moves(ledger, counties=["211402"], sizes=["1y_10y"]) == {"base_changed": (2, 0, 0)}


def test_every_step_is_in_points_of_the_rate_after_it(given_ledger):
    """1 of 2, then 2 of 2 by a start, 2 of 3 by a new project, 2 of 2 by a withdrawal."""
    ledger = given_ledger("""
        as_of      | project_id | actual_start
        2022-08-31 | A          | 2022-03-01
        2022-08-31 | B          |
        2022-08-31 | C          |
        2022-08-31 | D          | 2022-03-01
        2022-09-30 | A          | 2022-03-01
        2022-09-30 | B          | 2022-09-01
        2022-09-30 | D          | 2022-03-01
        2022-09-30 | E          |
    """)
    steps = bridged(ledger)
    assert [(s.started, s.base, s.started_pct) for s in steps.values()] == [
        (2, 4, 50.0), (3, 4, 75.0), (3, 5, 60.0), (3, 5, 60.0), (3, 4, 75.0), (3, 4, 75.0),
    ]  # fmt: skip
    assert [s.points for s in steps.values()] == [None, 25.0, -15.0, 0.0, 15.0, 0.0]


def test_a_plan_of_other_projects_alone_still_adds_up(given_ledger):
    """All of the old plan is withdrawn and a new one listed: the rate moves from 50 to 100 %."""
    ledger = given_ledger("""
        as_of      | project_id | actual_start
        2022-08-31 | A          | 2022-03-01
        2022-08-31 | B          |
        2022-09-30 | C          | 2022-03-01
    """)
    points = [row.points for row in bridged(ledger).values()]
    assert None not in points[1:]
    assert sum(points[1:]) == pytest.approx(50.0)


def test_a_selection_without_projects_has_no_rate(given_ledger):
    steps = bridged(given_ledger(STAYING), counties=["211481"])
    assert {row.started_pct for row in steps.values()} == {row.points for row in steps.values()} == {None}
    assert {row.base for row in steps.values()} == {0}


def test_without_a_compared_date_there_are_no_steps(given_ledger):
    assert given_ledger(STAYING).ask("start_rate_bridge", as_of=SEP) == []
