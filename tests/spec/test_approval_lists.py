"""Approvals: the share granted of those due, and the state of each element of the projects that lack one."""

import datetime as dt

SEP = dt.date(2022, 9, 30)
PROJECTS = """
    planned_start | actual_start | year_status | sponsor | county_code
    2022-08-31    |              | new_start   | Li      | 211402
    2022-08-31    | 2022-09-01   | new_start   | Wang    | 211481
    2022-12-31    |              | new_start   | Wang    | 211402
    2022-08-31    |              | preparatory | Li      | 211402
"""
APPROVALS = """
    project_id | element     | due_on     | done_on
    P1         | filing      | 2022-03-31 | 2022-09-30
    P1         | land        | 2022-08-31 | 2022-10-01
    P1         | planning    | 2022-09-30 |
    P1         | environment | 2022-10-01 |
    P2         | land        | 2022-09-29 |
    P2         | planning    | 2022-09-30 |
    P3         | land        | 2022-12-31 | 2022-09-30
    P4         | land        | 2022-03-31 |
"""


def states(engine, **filters):
    return [
        (row.project_id, row.element, row.approval_state, row.overdue_days)
        for row in engine.ask("approvals_matrix", as_of=SEP, **filters)
    ]


def test_each_element_is_granted_in_the_way_of_the_start_overdue_or_due_later(given_tables):
    """In the way: due, not granted, of a project whose start is due and has not happened; P3 lacks nothing."""
    ledger = given_tables(projects=PROJECTS, approvals=APPROVALS)
    assert states(ledger) == [
        ("P1", "filing", "granted", None),
        ("P1", "land", "blocking", 30),
        ("P1", "planning", "blocking", None),
        ("P1", "environment", "due", None),
        ("P2", "land", "overdue", 1),
        ("P2", "planning", "due", None),
    ]


def test_the_filters_of_projects_narrow_their_approvals(given_tables):
    ledger = given_tables(projects=PROJECTS, approvals=APPROVALS)
    assert {row[0] for row in states(ledger, sponsors=["Wang"])} == {"P2"}
    assert {row[0] for row in states(ledger, counties=["211402"])} == {"P1"}
    rate = ledger.ask("approvals_rate", as_ofs=[SEP], sponsors=["Wang"])[0]
    assert (rate.numerator, rate.denominator) == (0, 2)


def test_a_project_with_more_in_the_way_comes_first_then_the_longest_overdue(given_tables):
    ledger = given_tables(
        projects="planned_start | actual_start\n2022-03-01 | 2022-03-01\n2022-03-01 | 2022-03-01\n2022-03-01 |",
        approvals="""
            project_id | element | due_on
            P1         | land    | 2022-09-01
            P2         | land    | 2022-08-01
            P3         | land    | 2022-09-30
        """,
    )
    assert [row[0] for row in states(ledger)] == ["P3", "P2", "P1"]


def test_the_rate_of_an_element_is_granted_by_the_date_of_those_due_by_it(given_tables):
    ledger = given_tables(projects=PROJECTS, approvals=APPROVALS)
    found = {row.element: tuple(row)[1:] for row in ledger.ask("approvals_by_element", as_of=SEP)}
    assert found == {
        "environment": (0, 0, None, 1), "filing": (1, 1, 100.0, 0), "land": (0, 2, 0.0, 2), "planning": (0, 2, 0.0, 2),
    }  # fmt: skip
    rate = ledger.ask("approvals_rate", as_ofs=[SEP])[0]
    assert (rate.numerator, rate.denominator, rate.value) == (1, 5, 20.0)


def test_where_nothing_is_due_there_is_no_rate(given_tables):
    ledger = given_tables(projects="name\nA", approvals="project_id | element | due_on\nP1 | land | 2022-10-01")
    assert ledger.ask("approvals_rate", as_ofs=[SEP]) == []
