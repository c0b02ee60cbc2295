"""Meetings of the year up to the date, and what became of the problems that were raised at each."""

import datetime as dt

SEP = dt.date(2022, 9, 30)
TABLES = {
    "projects": "year_status | sponsor\nnew_start | Li\nnew_start | Wang\npreparatory | Li",
    "meetings": """
        meeting_id | held_on    | kind | parties | projects_discussed
        M0         | 2021-12-31 | city | 5       | 9
        M1         | 2022-03-01 | city | 6       | 12
        M2         | 2022-09-30 | city | 7       | 3
        M3         | 2022-10-01 | city | 8       | 4
    """,
    "problems": """
        problem_id | project_id | meeting_id | raised_on  | due_on     | resolved_on
        1          | P1         | M1         | 2022-03-01 | 2022-03-31 | 2022-03-31
        2          | P1         | M1         | 2022-03-01 | 2022-03-31 | 2022-04-01
        3          | P1         | M1         | 2022-03-01 |            | 2022-04-01
        4          | P2         | M1         | 2022-03-01 | 2022-09-29 |
        5          | P2         | M1         | 2022-03-01 | 2022-09-30 | 2022-10-01
        6          | P2         | M1         | 2022-10-01 | 2022-10-31 |
        7          | P3         | M1         | 2022-03-01 | 2022-03-31 |
        8          | P1         |            | 2022-03-01 | 2022-03-31 |
    """,
}


def outcomes(engine, **filters):
    return {row.meeting_id: tuple(row)[5:] for row in engine.ask("meeting_outcomes", as_of=SEP, **filters)}


def test_the_latest_meeting_comes_first_with_its_problems_as_they_stand_at_the_date(given_tables):
    """Discussed, raised, cleared, on time, open, overdue; a meeting without problems stands with none."""
    found = outcomes(given_tables(**TABLES))
    assert list(found.items()) == [("M2", (3, 0, 0, 0, 0, 0)), ("M1", (12, 5, 3, 1, 2, 1))]


def test_the_filters_of_projects_narrow_the_problems_and_keep_the_meetings(given_tables):
    ledger = given_tables(**TABLES)
    assert outcomes(ledger, sponsors=["Wang"]) == {"M2": (3, 0, 0, 0, 0, 0), "M1": (12, 2, 0, 0, 2, 1)}
    assert outcomes(ledger, sectors=["energy"])["M1"] == (12, 0, 0, 0, 0, 0)


def test_the_rows_behind_it_are_the_problems_and_the_meetings_without_one(given_tables):
    behind = given_tables(**TABLES).behind("meeting_outcomes", as_of=SEP).to_pylist()
    assert sorted((row["meeting_id"], row["source_sheet"]) for row in behind).count(("M2", None)) == 1
    assert sum(1 for row in behind if row["problem_id"]) == 5
