"""Open problems, their ageing and the months: what is open at the date, how old it is, and how long overdue."""

import datetime as dt

SEP = dt.date(2022, 9, 30)
PROJECTS = """
    year_status | county_code | sponsor | sector
    new_start   | 211402      | Li      | industry
    new_start   | 211481      | Wang    | energy
    preparatory | 211402      | Li      | industry
"""
PROBLEMS = """
    problem_id | project_id | raised_on  | due_on     | resolved_on
    late       | P1         | 2022-06-01 | 2022-08-31 |
    today      | P1         | 2022-09-15 | 2022-09-30 |
    later      | P2         | 2022-08-31 | 2022-10-31 | 2022-10-01
    undated    | P2         | 2022-09-30 |            |
    cleared    | P1         | 2022-08-01 | 2022-08-31 | 2022-09-30
    future     | P1         | 2022-10-01 | 2022-10-02 |
    outside    | P3         | 2022-06-01 | 2022-06-30 |
"""


def listed(engine, **filters):
    return [
        (row.problem_id, row.days_open, row.overdue_days) for row in engine.ask("problem_list", as_of=SEP, **filters)
    ]


def test_what_is_raised_and_not_cleared_by_the_date_is_open_and_the_most_overdue_comes_first(given_tables):
    """Overdue from the day after it was due; a preparatory project's problem stands outside the plan."""
    ledger = given_tables(projects=PROJECTS, problems=PROBLEMS)
    assert listed(ledger) == [("late", 121, 30), ("today", 15, None), ("later", 30, None), ("undated", 0, None)]


def test_the_filters_of_projects_narrow_their_problems(given_tables):
    ledger = given_tables(projects=PROJECTS, problems=PROBLEMS)
    assert [row[0] for row in listed(ledger, sponsors=["Wang"])] == ["later", "undated"]
    assert [row[0] for row in listed(ledger, counties=["211402"])] == ["late", "today"]
    assert [row[0] for row in listed(ledger, sectors=["services"])] == []
    bands = ledger.ask("problem_ageing", as_of=SEP, sponsors=["Wang"])
    assert [row.problems for row in bands] == [1, 1, 0, 0, 0]
    (september,) = [row for row in ledger.ask("problems_by_month", as_of=SEP, sponsors=["Wang"]) if row.month == 9]
    assert (september.raised, september.cleared, september.still_open) == (1, 0, 2)


def test_the_meeting_of_a_problem_stands_beside_it(given_tables):
    ledger = given_tables(
        projects=PROJECTS,
        meetings="meeting_id | held_on | kind\nM1 | 2022-08-30 | city",
        problems="problem_id | project_id | raised_on | meeting_id\na | P1 | 2022-08-30 | M1\nb | P1 | 2022-08-31 |",
    )
    rows = ledger.ask("problem_list", as_of=SEP)
    assert [(row.problem_id, row.held_on, row.meeting_kind) for row in rows] == [
        ("a", dt.date(2022, 8, 30), "city"), ("b", None, None),
    ]  # fmt: skip


def test_every_band_of_days_stands_with_what_is_overdue_and_what_is_not(given_tables):
    """A band counts its first and its last day; the last one has no end."""
    ledger = given_tables(
        projects="name\nA",
        problems="""
            problem_id | project_id | raised_on  | due_on
            1          | P1         | 2022-09-30 | 2022-10-15
            2          | P1         | 2022-09-15 | 2022-09-29
            3          | P1         | 2022-09-14 | 2022-09-30
            4          | P1         | 2022-08-31 |
            5          | P1         | 2022-08-30 | 2022-09-15
            6          | P1         | 2022-07-02 | 2022-07-31
            7          | P1         | 2022-07-01 | 2022-07-31
            8          | P1         | 2020-01-01 | 2020-02-01
        """,
    )
    assert [tuple(row) for row in ledger.ask("problem_ageing", as_of=SEP)] == [
        (0, 15, 2, 1, 1, 0), (16, 30, 2, 0, 1, 1), (31, 60, 1, 1, 0, 0), (61, 90, 1, 1, 0, 0), (91, None, 2, 2, 0, 0),
    ]  # fmt: skip


def test_the_bands_stay_where_no_problem_is_open(given_tables):
    ledger = given_tables(projects="name\nA")
    assert [row.problems for row in ledger.ask("problem_ageing", as_of=SEP)] == [0, 0, 0, 0, 0]


def test_a_month_counts_what_was_raised_and_cleared_in_it_and_what_is_open_after_it(given_tables):
    ledger = given_tables(
        projects="as_of | name\n2022-03-15 | A",
        problems="""
            as_of      | problem_id | project_id | raised_on  | resolved_on
            2022-03-15 | 1          | P1         | 2021-12-01 | 2022-02-01
            2022-03-15 | 2          | P1         | 2022-01-31 | 2022-01-31
            2022-03-15 | 3          | P1         | 2022-02-01 | 2022-03-16
            2022-03-15 | 4          | P1         | 2022-03-16 |
        """,
    )
    rows = ledger.ask("problems_by_month", as_of=dt.date(2022, 3, 15))
    assert [tuple(row)[2:] for row in rows[:4]] == [(1, 1, 1), (1, 1, 1), (0, 0, 1), (None, None, None)]
    assert len(rows) == 12
