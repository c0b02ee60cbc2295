"""Approvals, project by element: what is granted, what is in the way of a start, what is overdue and what is to come."""

import datetime as dt

import pytest

from data.city import city
from report.approvals import approvals_matrix_table
from report.assemble import Source
from report.filters import Filters
from words import Words

SEP = dt.date(2022, 9, 30)
EN = Words("en")
DUE_START = "planned_start | actual_start | name | county_code\n2022-09-01 | | Dam | 211402"


def states(ledger, **asked):
    return [(row.element, row.approval_state, row.overdue_days)
            for row in ledger.ask("approvals_matrix", as_of=SEP, **asked)]  # fmt: skip


def approvals(*lines):
    return "\n".join(["project_id | element | due_on | done_on", *lines])


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("2022-09-29 |", ("blocking", 1)),
        ("2022-09-30 |", ("blocking", None)),
        ("2022-10-01 |", ("due", None)),
        ("2022-09-01 | 2022-10-01", ("blocking", 29)),
    ],
)
def test_a_missing_approval_that_is_due_blocks_a_start_that_is_due(given_tables, line, found):
    ledger = given_tables(projects=DUE_START, approvals=approvals(f"P1 | land | {line}"))
    assert states(ledger) == [("land", *found)]


@pytest.mark.parametrize(
    "project", ["2022-10-01 |            | Dam | 211402", "2022-09-01 | 2022-09-20 | Dam | 211402"]
)
def test_where_no_start_is_due_or_it_has_happened_it_is_overdue_and_blocks_nothing(given_tables, project):
    ledger = given_tables(
        projects=f"planned_start | actual_start | name | county_code\n{project}",
        approvals=approvals("P1 | land | 2022-09-20 |", "P1 | power | 2022-09-30 |"),
    )
    assert states(ledger) == [("land", "overdue", 10), ("power", "due", None)]


def test_a_project_that_has_all_its_approvals_is_not_listed(given_tables):
    ledger = given_tables(
        projects="name\nA\nB", approvals=approvals("P1 | land | 2022-09-01 | 2022-09-30", "P2 | land | 2022-09-01 |",
                                                   "P2 | power | 2022-09-01 | 2022-08-01"),
    )  # fmt: skip
    assert states(ledger) == [("land", "overdue", 29), ("power", "granted", None)]


def test_most_blocking_come_first_then_most_overdue_then_the_longest_overdue(given_tables):
    ledger = given_tables(
        projects="planned_start\n2022-12-01\n2022-12-01\n2022-09-01\n2022-12-01",
        approvals=approvals("P1 | land | 2022-09-20 |", "P2 | land | 2022-09-01 |", "P3 | land | 2022-09-29 |",
                            "P4 | land | 2022-09-20 |", "P4 | power | 2022-09-20 |"),
    )  # fmt: skip
    rows = ledger.ask("approvals_matrix", as_of=SEP)
    assert list(dict.fromkeys(row.project_id for row in rows)) == ["P3", "P4", "P2", "P1"]


def test_the_rate_is_granted_of_those_due_and_what_is_granted_early_waits_for_its_date(given_tables):
    ledger = given_tables(
        projects="name | year_status\nA | new_start\nB | preparatory",
        approvals=approvals("P1 | land | 2022-09-30 | 2022-09-30", "P1 | power | 2022-09-01 | 2022-10-01",
                            "P1 | filing | 2022-10-01 | 2022-09-01", "P2 | land | 2022-09-01 |"),
    )  # fmt: skip
    found = ledger.ask("approvals_rate", as_ofs=[SEP])[0]
    assert (found.numerator, found.denominator, found.value) == (1, 2, 50.0)
    assert {row.element: row[1:] for row in ledger.ask("approvals_by_element", as_of=SEP)} == {
        "land": (1, 1, 100.0, 0), "power": (0, 1, 0.0, 1), "filing": (0, 0, None, 0),
    }  # fmt: skip


def test_the_matrix_has_a_shape_and_a_word_in_each_cell_and_the_rate_in_its_last_row(given_tables):
    ledger = given_tables(
        projects=DUE_START,
        approvals="""
            project_id | element             | due_on     | done_on    | agency | blocker
            P1         | filing              | 2022-08-01 | 2022-08-05 |        |
            P1         | land                | 2022-08-31 |            | Bureau | no quota
            P1         | construction_permit | 2022-10-15 |            |        |
        """,
    )
    table = approvals_matrix_table(Filters(SEP), Source(ledger, city()), EN)
    assert table.columns == ("Project name", "County", "Sponsor", "Planned start", "Filing", "Land",
                             "Construction permit")  # fmt: skip
    row, rates = table.rows
    assert [cell.text for cell in row] == [
        "Dam", "Lianshan", "", "2022-09-01", "● granted", "▲ blocks the start, 30 days", "◆ due 2022-10-15",
    ]  # fmt: skip
    assert [cell.hint for cell in row[4:]] == [
        "granted 2022-08-05, due 2022-08-01", "due 2022-08-31 · Bureau · no quota", "due 2022-10-15",
    ]  # fmt: skip
    assert dict(row[0].link.changes) == {"project": ("P1",)}
    assert [cell.text for cell in rates] == [
        "Granted of those due", "", "", "", "1 / 1 = 100.0%", "0 / 1 = 0.0%", "0 / 0 = —",
    ]  # fmt: skip
    assert table.note == "Projects that lack an approval: 1, held up by one: 1. Granted of those due: 1 / 2 = 50.0%."


def test_without_approvals_there_is_nothing_to_show(given_tables):
    table = approvals_matrix_table(Filters(SEP), Source(given_tables(projects="name\nA"), city()), EN)
    assert (table.rows, table.note) == ((), "")


def test_when_all_are_granted_the_rates_stand_alone(given_tables):
    ledger = given_tables(projects="name\nA", approvals=approvals("P1 | land | 2022-09-01 | 2022-09-01"))
    table = approvals_matrix_table(Filters(SEP), Source(ledger, city()), EN)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Granted of those due", "", "", "", "1 / 1 = 100.0%"]
    ]
