"""Watermelons: reported ahead or normal while the evidence disagrees, piece by piece and at the exact edges."""

import pytest

PIECES = ("no_progress", "no_stats_entry", "overdue_problem", "spending_apart")


def evidence(engine, day="2022-09-30"):
    """The pieces of evidence against each watermelon of the day, by project."""
    columns = ", ".join(("project_id", *PIECES))
    found = engine.cursor().execute(f"select {columns} from watermelons where as_of = date '{day}' order by 1")
    return {row[0]: [piece for piece, holds in zip(PIECES, row[1:], strict=True) if holds] for row in found.fetchall()}


def test_only_a_report_of_ahead_or_normal_can_be_contradicted(given_tables):
    ledger = given_tables(
        projects="self_status\nahead\nnormal\nbehind\n",
        problems="project_id | raised_on | due_on\nP1 | 2022-08-01 | 2022-09-01\nP2 | 2022-08-01 | 2022-09-01\nP3 | 2022-08-01 | 2022-09-01",
    )
    assert evidence(ledger) == {"P1": ["overdue_problem"], "P2": ["overdue_problem"]}


def test_a_project_without_a_report_of_its_own_is_no_watermelon(given_tables):
    ledger = given_tables(
        projects="self_status | name\n | A", problems="project_id | raised_on | due_on\nP1 | 2022-08-01 | 2022-09-01"
    )
    assert evidence(ledger) == {}


def test_a_problem_is_evidence_from_the_day_after_it_was_due(given_tables):
    ledger = given_tables(
        projects="self_status\nnormal\nnormal",
        problems="project_id | raised_on | due_on\nP1 | 2022-08-01 | 2022-09-29\nP2 | 2022-08-01 | 2022-09-30",
    )
    assert evidence(ledger) == {"P1": ["overdue_problem"]}


def test_a_missing_statistics_entry_is_evidence_from_two_months_after_the_start(given_tables):
    ledger = given_tables(
        projects="""
        self_status | actual_start | stats_entry_on
        normal      | 2022-07-31   |
        normal      | 2022-08-01   |
        normal      | 2022-03-01   | 2022-09-30
        normal      | 2022-03-01   | 2022-10-01
    """
    )
    assert evidence(ledger) == {"P1": ["no_stats_entry"], "P4": ["no_stats_entry"]}


SOUND = "normal | 2022-09-01"


def test_spending_more_than_thirty_points_from_the_progress_is_evidence_either_way(given_tables):
    ledger = given_tables(
        projects=f"""
        self_status | actual_start | total_wan | total_done_wan | progress_pct
        {SOUND}     | 1,000        | 600       | 30
        {SOUND}     | 1,000        | 601       | 30
        {SOUND}     | 1,000        | 300       | 60
        {SOUND}     | 1,000        | 299       | 60
        {SOUND}     | 1,000        |           | 60
        {SOUND}     | 1,000        | 900       |
        normal      | 2022-10-01   | 1,000     | 900            | 0
    """
    )
    assert evidence(ledger) == {"P2": ["spending_apart"], "P4": ["spending_apart"]}


def course(*months, **more):
    """One started project over several snapshots: its progress at each."""
    columns = ["as_of", "project_id", "self_status", "actual_start", "progress_pct", *more]
    rows = [[day, "A", "normal", "2022-07-31", progress, *more.values()] for day, progress in months]
    return "\n".join(" | ".join(cells) for cells in (columns, *rows))


ENTERED = {"stats_entry_on": "2022-07-31"}


@pytest.mark.parametrize(
    ("progress", "pieces"),
    [
        (("40", "40", "40"), ["no_progress"]),
        (("40", "40", "41"), None),
        (("40", "41", "41"), None),
        (("40", "41", "40"), ["no_progress"]),
        (("100", "100", "100"), None),
        (("", "40", "40"), None),
    ],
)
def test_no_progress_for_two_snapshots_is_evidence(given_tables, progress, pieces):
    days = ("2022-07-31", "2022-08-31", "2022-09-30")
    ledger = given_tables(projects=course(*zip(days, progress, strict=True), **ENTERED))
    assert evidence(ledger).get("A") == pieces


def test_one_snapshot_without_progress_is_no_evidence(given_tables):
    ledger = given_tables(projects=course(("2022-08-31", "40"), ("2022-09-30", "40"), **ENTERED))
    assert evidence(ledger) == {}


def test_two_snapshots_are_counted_within_the_year(given_tables):
    """Last year's ledger is another plan."""
    months = (("2021-12-31", "40"), ("2022-01-31", "40"), ("2022-02-28", "40"), ("2022-03-31", "40"))
    ledger = given_tables(projects=course(*months, **ENTERED).replace("2022-07-31", "2021-03-01"))
    assert [evidence(ledger, day) for day, _ in months] == [{}, {}, {}, {"A": ["no_progress"]}]


def test_a_project_that_had_not_started_two_snapshots_ago_or_has_finished_may_stand_still(given_tables):
    days = ("2022-07-31", "2022-08-31", "2022-09-30")
    later = course(*((day, "0") for day in days), **ENTERED).replace("2022-07-31 | 0", "2022-08-01 | 0")
    assert evidence(given_tables(projects=later)) == {}
    over = course(*((day, "99") for day in days), **ENTERED, actual_finish="2022-09-30")
    assert evidence(given_tables(projects=over)) == {}


def test_every_piece_of_evidence_is_told(given_tables):
    days = ("2022-07-31", "2022-08-31", "2022-09-30")
    ledger = given_tables(
        projects=course(*((day, "40") for day in days), total_done_wan="900"),
        problems="project_id | raised_on | due_on\nA | 2022-08-01 | 2022-09-01",
    )
    assert evidence(ledger) == {"A": list(PIECES)}
