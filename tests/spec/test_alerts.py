"""Alerts: what turned between two ledgers, each kind with what turns it on and what doesn't."""

import datetime as dt

import pytest

from queries.alerts import alerts_between

AUG, SEP = dt.date(2022, 8, 31), dt.date(2022, 9, 30)


def between(engine, **given):
    """What turned from August to September."""
    return alerts_between(engine, AUG, 1, engine, SEP, given)


def found(engine, kind, **given):
    """Project, subject, before, after and amount of one kind, in order."""
    return [(a.project_id, a.subject, a.before, a.after, a.amount) for a in between(engine, **given).of(kind)]


def test_a_project_turns_red_by_its_worst_light_and_says_by_how_much(given_tables):
    """A and B turn red; C was red before; D is yellow still; E is new in the plan and red; F is gone."""
    ledger = given_tables(
        projects="""
        as_of      | project_id | planned_start
        2022-08-31 | A          | 2022-06-01
        2022-09-30 | A          | 2022-06-01
        2022-08-31 | C          | 2022-03-01
        2022-09-30 | C          | 2022-03-01
        2022-08-31 | D          | 2022-07-01
        2022-09-30 | D          | 2022-07-01
        2022-09-30 | E          | 2022-05-01
        2022-08-31 | F          | 2022-05-01
    """
    )
    assert found(ledger, "red") == [("E", "start", "", "red", 4), ("A", "start", "yellow", "red", 3)]


def test_a_project_with_several_red_lights_is_one_alert_and_comes_first(given_tables):
    ledger = given_tables(
        projects="""
        as_of      | project_id | planned_start
        2022-08-31 | A          | 2022-06-01
        2022-09-30 | A          | 2022-06-01
        2022-08-31 | B          | 2022-06-01
        2022-09-30 | B          | 2022-06-01
        """,
        approvals="as_of | project_id | due_on\n2022-09-30 | B | 2022-05-01",
    )
    assert [(a.project_id, a.subject, a.more) for a in between(ledger).of("red")] == [
        ("B", "start", 1), ("A", "start", 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("project", "children", "expected"),
    [
        ("actual_start | stats_entry_on\n{day} | 2022-07-20 |", {}, ("stats", 2)),
        ("planned_start\n{day} | 2022-08-31", {"approvals": "due_on\n{day} | 2022-08-01"}, None),
        ("planned_start\n{day} | 2022-09-30", {"approvals": "due_on\n{day} | 2022-08-01"}, ("approvals", 1)),
        ("name\n{day} | A", {"problems": "raised_on | due_on\n{day} | 2022-07-01 | 2022-08-31"}, ("problems", 30)),
        ("name\n{day} | A", {"problems": "raised_on | due_on\n{day} | 2022-07-01 | 2022-09-01"}, None),
    ],
)
def test_every_light_can_turn_a_project_red(given_tables, project, children, expected):
    """The same row at both dates: only the date has moved on."""
    names, row = project.split("\n")
    tables = {"projects": f"as_of | project_id | {names}\n" + "\n".join(twice(row, "A"))}
    for sheet, text in children.items():
        names, row = text.split("\n")
        key = " | problem_id" if sheet == "problems" else ""
        lines = [line + (" | W1" if key else "") for line in twice(row, "A")]
        tables[sheet] = f"as_of | project_id | {names}{key}\n" + "\n".join(lines)
    red = found(given_tables(**tables), "red")
    assert [(subject, amount) for _, subject, _, _, amount in red] == ([expected] if expected else [])


def twice(row, project):
    """A row of a project at both dates."""
    return [row.format(day=f"{day} | {project}") for day in (AUG, SEP)]


def test_a_problem_is_newly_overdue_when_it_was_not_before(given_tables):
    """W1 and W5 turn; W2 was overdue; W3 is cleared; W4 falls due on the date itself; W6 is undated."""
    lines = [
        "W1 | 2022-08-31 |", "W2 | 2022-08-30 |", "W3 | 2022-09-10 | 2022-09-20", "W4 | 2022-09-30 |", "W6 | |",
    ]  # fmt: skip
    rows = [f"{day} | P1 | 2022-07-01 | {line}" for day in (AUG, SEP) for line in lines]
    ledger = given_tables(
        projects="as_of | project_id\n2022-08-31 | P1\n2022-09-30 | P1",
        problems="\n".join([
            "as_of | project_id | raised_on | problem_id | due_on | resolved_on", *rows,
            "2022-09-30 | P1 | 2022-09-05 | W5 | 2022-09-15 |",
        ]),
    )  # fmt: skip
    assert found(ledger, "overdue") == [("P1", "W1", "", "2022-08-31", 30), ("P1", "W5", "", "2022-09-15", 15)]


def test_a_start_is_newly_late_once_its_planned_month_is_over(given_tables):
    """A turns late; B was late; C has started; D is due later; E is new in the plan and late."""
    ledger = given_tables(
        projects="""
        as_of      | project_id | planned_start | actual_start
        2022-08-31 | A          | 2022-09-10    |
        2022-09-30 | A          | 2022-09-10    |
        2022-08-31 | B          | 2022-08-10    |
        2022-09-30 | B          | 2022-08-10    |
        2022-08-31 | C          | 2022-09-10    |
        2022-09-30 | C          | 2022-09-10    | 2022-09-20
        2022-08-31 | D          | 2022-10-10    |
        2022-09-30 | D          | 2022-10-10    |
        2022-09-30 | E          | 2022-08-10    |
    """
    )
    assert found(ledger, "late") == [
        ("E", "planned_start", "", "2022-08-10", 1), ("A", "planned_start", "2022-09-10", "2022-09-10", 0),
    ]  # fmt: skip


def test_a_plan_that_moved_later_is_an_alert_and_one_that_moved_earlier_or_got_a_date_is_none(given_tables):
    ledger = given_tables(
        projects="""
        as_of      | project_id | planned_start | planned_finish
        2022-08-31 | A          | 2022-10-01    | 2023-10-01
        2022-09-30 | A          | 2022-10-11    | 2023-11-01
        2022-08-31 | B          | 2022-11-01    | 2023-10-01
        2022-09-30 | B          | 2022-10-20    | 2023-10-01
        2022-08-31 | C          |               |
        2022-09-30 | C          | 2022-11-01    | 2023-10-01
        2022-09-30 | D          | 2022-11-01    | 2023-10-01
    """
    )
    assert found(ledger, "moved") == [
        ("A", "planned_finish", "2023-10-01", "2023-11-01", 31), ("A", "planned_start", "2022-10-01", "2022-10-11", 10),
    ]  # fmt: skip


def started(day, counties):
    """A project a county at a date; a county that has started none is behind those that have."""
    lines = [f"{day} | {code} | {code} | {start}" for code, start in counties.items()]
    return "\n".join(lines)


COUNTIES = ("211402", "211403", "211404", "211421", "211422", "211481")


@pytest.mark.parametrize(("overtakes", "fallen"), [(1, []), (2, [2]), (3, [3])])
def test_a_county_is_an_alert_from_two_places_on(given_tables, overtakes, fallen):
    """The first county stays as it is, some of the others overtake it."""
    before = {code: "2022-03-01" if code == COUNTIES[0] else "" for code in COUNTIES}
    after = {code: "2022-09-01" if code in COUNTIES[1 : overtakes + 1] else "" for code in COUNTIES}
    ledger = given_tables(
        projects="as_of | project_id | county_code | actual_start\n"
        + "\n".join([started(AUG, before), started(SEP, after)])
    )
    assert [row[4] for row in found(ledger, "fell")][:1] == fallen
    assert found(ledger, "fell", counties=[COUNTIES[1]]) == []


def test_a_county_that_has_no_place_any_more_has_not_fallen(given_tables):
    ledger = given_tables(
        projects="as_of | project_id | county_code | actual_start\n"
        + "\n".join([started(AUG, {"211402": "2022-03-01", "211403": ""}), started(SEP, {"211403": ""})])
    )
    assert found(ledger, "fell") == []


def test_the_same_ledger_has_no_alerts(given_tables):
    ledger = given_tables(
        projects="planned_start\n2022-01-01", problems="project_id | raised_on | due_on\nP1 | 2022-01-01 | 2022-02-01"
    )
    assert alerts_between(ledger, SEP, 1, ledger, SEP, {}).alerts == ()


def test_the_filters_choose_among_the_projects_of_today(given_tables):
    """A moved to another sponsor, and is no new project for that."""
    ledger = given_tables(
        projects="""
        as_of      | project_id | planned_start | sponsor
        2022-08-31 | A          | 2022-06-01    | S1
        2022-09-30 | A          | 2022-06-01    | S2
    """
    )
    assert found(ledger, "red", sponsors=["S2"]) == [("A", "start", "yellow", "red", 3)]
    assert found(ledger, "red", sponsors=["S1"]) == []


def test_preparatory_projects_are_no_alert(given_tables):
    ledger = given_tables(projects="as_of | year_status | planned_start\n2022-09-30 | preparatory | 2022-01-01")
    assert between(ledger).alerts == ()
