"""Commitments of energy projects: kept, done late, missed, not due yet, and by how many days."""

import datetime as dt

import pytest

SEP = dt.date(2022, 9, 30)
PROJECTS = """
    sector   | energy_kind | county_code | year_status
    energy   | wind        | 211402      | new_start
    industry |             | 211402      | new_start
    energy   | solar       | 211481      | preparatory
"""


def sheet(*lines):
    """Committed milestones of the first project: "due | done" each."""
    rows = [f"P1 | {seq} | M{seq} | {line} | true" for seq, line in enumerate(lines, 1)]
    return "\n".join(["project_id | seq | name | due_on | done_on | is_commitment", *rows])


def states(engine, **asked):
    rows = engine.ask("energy_commitments", as_of=SEP, **asked)
    return {row.milestone: (row.commitment, row.days_late) for row in rows}


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("2022-03-01 | 2022-02-01", ("kept", None)),
        ("2022-03-01 | 2022-03-01", ("kept", None)),
        ("2022-12-01 | 2022-03-01", ("kept", None)),
        ("2022-03-01 | 2022-03-02", ("done_late", 1)),
        ("2022-03-01 | 2022-09-30", ("done_late", 213)),
        ("2022-09-29 |", ("missed", 1)),
        ("2022-03-01 | 2022-10-01", ("missed", 213)),
        ("2022-09-30 |", ("not_due", None)),
        ("2022-09-30 | 2022-10-09", ("not_due", None)),
        ("2023-01-01 |", ("not_due", None)),
    ],
)
def test_a_commitment_is_judged_at_the_date(given_tables, line, state):
    assert states(given_tables(projects=PROJECTS, milestones=sheet(line))) == {"M1": state}


def test_the_missed_come_first_then_the_late_the_due_and_the_kept(given_tables):
    ledger = given_tables(
        projects=PROJECTS,
        milestones=sheet(
            "2022-03-01 | 2022-03-01", "2023-03-01 |", "2022-03-01 | 2022-03-05", "2022-09-01 |", "2022-08-01 |",
            "2022-11-01 |", "2022-03-01 | 2022-03-09",
        ),
    )  # fmt: skip
    assert list(states(ledger)) == ["M5", "M4", "M7", "M3", "M6", "M2", "M1"]


def test_only_committed_milestones_of_energy_projects_of_the_plan_count(given_tables):
    ledger = given_tables(
        projects=PROJECTS,
        milestones="""
            project_id | seq | name | due_on     | is_commitment
            P1         | 1   | a    | 2022-03-01 | true
            P1         | 2   | b    | 2022-03-01 | false
            P1         | 3   | c    | 2022-03-01 |
            P2         | 1   | d    | 2022-03-01 | true
            P3         | 1   | e    | 2022-03-01 | true
        """,
    )
    assert list(states(ledger)) == ["a"]
    assert states(ledger, counties=["211481"]) == {}


def test_the_rate_is_kept_on_time_of_those_done_or_overdue(given_tables):
    ledger = given_tables(
        projects=PROJECTS,
        milestones=sheet(
            "2022-03-01 | 2022-03-01", "2022-12-01 | 2022-03-01", "2022-03-01 | 2022-03-02", "2022-03-01 |",
            "2022-09-30 |", "2023-03-01 |",
        ),
    )  # fmt: skip
    found = ledger.ask("commitments_kept", as_ofs=[SEP])[0]
    assert (found.numerator, found.denominator, found.value) == (2, 4, 50.0)


def test_where_nothing_was_due_there_is_no_rate(given_tables):
    ledger = given_tables(projects=PROJECTS, milestones=sheet("2023-03-01 |"))
    assert ledger.ask("commitments_kept", as_ofs=[SEP]) == []
