"""Not started and slow projects: who is late, since when, and what of it is said."""

import datetime as dt

import pytest

from data.city import city
from report.assemble import Source
from report.filters import Filters
from report.slow import slow_projects_table
from words import Words

SEP = dt.date(2022, 9, 30)
EN = Words("en")


def late(ledger, day=SEP, **asked):
    return [(row.project_id, row.light, row.slow_kind, row.slow_since, row.slow_days)
            for row in ledger.ask("slow_projects", as_of=day, **asked)]  # fmt: skip


def test_a_start_is_late_from_the_end_of_its_planned_month_and_counted_from_the_planned_day(given_tables):
    ledger = given_tables(
        projects="""
        planned_start | actual_start | year_status
        2022-09-30    |              | new_start
        2022-06-15    |              | new_start
        2022-10-01    |              | new_start
        2022-06-15    | 2022-09-30   | new_start
        2022-06-15    |              | preparatory
    """
    )
    assert late(ledger) == [
        ("P2", "red", "not_started", dt.date(2022, 6, 15), 107),
        ("P1", "yellow", "not_started", dt.date(2022, 9, 30), 0),
    ]


def course(**progress):
    """A project a name, started and planned for the calendar year, with its progress at the end of June to September."""
    days = ("2022-06-30", "2022-07-31", "2022-08-31", "2022-09-30")
    lines = [
        f"{day} | {name} | 2022-01-01 | 2022-01-01 | 2022-12-31 | {pct}"
        for name, points in progress.items()
        for day, pct in zip(days, points, strict=True)
        if pct is not None
    ]
    return "\n".join(["as_of | project_id | planned_start | actual_start | planned_finish | progress_pct", *lines])


@pytest.mark.parametrize(
    ("points", "since"),
    [
        ((40, 48, 56, 65), "2022-06-30"),
        ((50, 48, 56, 65), "2022-07-31"),
        ((40, 58, 56, 65), "2022-08-31"),
        ((40, 48, 66, 65), "2022-09-30"),
        ((40, None, 56, 65), "2022-08-31"),
        ((40, "", 56, 65), "2022-08-31"),
    ],
)
def test_slowness_is_counted_from_the_first_snapshot_of_the_unbroken_run(given_tables, points, since):
    """50, 58.3, 66.7 and 75 % are planned; ten points under that are slow. Not listed or not reported breaks the run."""
    first = dt.date.fromisoformat(since)
    ledger = given_tables(projects=course(A=points, Sound=(50, 59, 67, 75)))
    assert late(ledger) == [("A", "yellow", "slow", first, (SEP - first).days)]


def test_the_run_goes_on_while_the_light_turns_from_yellow_to_red(given_tables):
    ledger = given_tables(projects=course(A=(30, 40, 40, 40)))
    assert late(ledger) == [("A", "red", "slow", dt.date(2022, 6, 30), 92)]


def test_a_project_that_has_caught_up_is_not_listed(given_tables):
    assert late(given_tables(projects=course(A=(30, 40, 40, 75)))) == []


def test_later_snapshots_are_not_known_yet(given_tables):
    ledger = given_tables(projects=course(A=(50, 48, 66, 65)))
    assert late(ledger, dt.date(2022, 7, 31)) == [("A", "yellow", "slow", dt.date(2022, 7, 31), 0)]
    assert late(ledger, dt.date(2022, 8, 31)) == []


def test_late_ones_come_first_and_then_the_longest(given_tables):
    ledger = given_tables(projects=course(A=(50, 58, 66, 65), B=(40, 48, 56, 65), C=(50, 58, 66, 40)))
    assert [row[0] for row in late(ledger)] == ["C", "B", "A"]


def test_filters_narrow_the_list(given_tables):
    ledger = given_tables(projects="planned_start | sponsor\n2022-06-01 | S1\n2022-06-01 | S2")
    assert [row[0] for row in late(ledger, sponsors=["S2"])] == ["P2"]


def test_the_table_says_what_is_late_and_counts_both_kinds(given_tables):
    ledger = given_tables(
        projects="""
        name | planned_start | actual_start | planned_finish | progress_pct | delay_reason | lead_unit | sponsor
        Dam  | 2022-06-15    |              |                |              | land         | Bureau    | S1
        Mill | 2022-01-01    | 2022-01-01   | 2022-12-31     | 40           |              |           |
        Port | 2022-09-10    |              |                |              |              |           |
    """
    )
    table = slow_projects_table(Filters(SEP), Source(ledger, city()), EN)
    rows = [[cell.text for cell in row] for row in table.rows]
    assert rows[0] == ["▲ late", "Dam", "Lianshan", "not started 3 months after the planned one", "2022-06-15", "107",
                       "Land", "Bureau", "S1"]  # fmt: skip
    assert [row[3] for row in rows[1:]] == [
        "progress 35.0 points under the plan of 75.0%", "not started, and the planned month is over",
    ]  # fmt: skip
    assert table.note.startswith("Not started 2, Slow 1. Days since the planned start")
    assert dict(table.rows[0][1].link.changes) == {"project": ("P1",)}


def test_where_nothing_is_late_the_table_is_empty(given_tables):
    table = slow_projects_table(Filters(SEP), Source(given_tables(projects="name\nA"), city()), EN)
    assert (table.rows, table.note) == ((), "")
