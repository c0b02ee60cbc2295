"""The open problems: what is open at a date, for how long, by how much overdue, and who must clear it."""

import datetime as dt

import pytest

from charts import problem_ageing, problems_by_month
from data.city import city, rows
from report.assemble import Source
from report.filters import Filters
from report.problems import problem_list_table
from words import Words

SEP = dt.date(2022, 9, 30)
EN, ZH = Words("en"), Words("zh")
PROJECTS = """
    name  | county_code | sponsor | year_status
    Dam   | 211402      | S1      | new_start
    Mill  | 211481      |         | continued
    Later | 211481      |         | preparatory
"""


def problems(*lines):
    """A problem of a project a line: "project | raised | due | cleared"; they are W1, W2 …"""
    head = "problem_id | kind | description | owner_unit | meeting_id | project_id | raised_on | due_on | resolved_on"
    return "\n".join([head, *(f"W{i} | land | no land yet | Bureau | D1 | {line}" for i, line in enumerate(lines, 1))])


@pytest.fixture
def given(given_tables):
    return lambda *lines: given_tables(
        projects=PROJECTS, problems=problems(*lines), meetings="meeting_id | held_on | kind\nD1 | 2022-08-26 | on_site"
    )


def listed(ledger, **asked):
    return [(r.problem_id, r.days_open, r.overdue_days) for r in ledger.ask("problem_list", as_of=SEP, **asked)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("2022-09-01 | 2022-09-29 |", [("W1", 29, 1)]),
        ("2022-09-01 | 2022-09-30 |", [("W1", 29, None)]),
        ("2022-09-30 | 2022-10-30 |", [("W1", 0, None)]),
        ("2022-09-01 |            |", [("W1", 29, None)]),
        ("2022-09-01 | 2022-09-10 | 2022-09-30", []),
        ("2022-09-01 | 2022-09-10 | 2022-10-01", [("W1", 29, 20)]),
        ("2022-10-01 | 2022-10-30 |", []),
    ],
)
def test_a_problem_is_open_from_the_day_it_is_raised_to_the_day_before_it_is_cleared(given, line, found):
    assert listed(given(f"P1 | {line}")) == found


def test_the_most_overdue_come_first_then_those_that_fall_due_next_then_the_undated(given):
    ledger = given("P1 | 2022-09-01 | |", "P1 | 2022-09-01 | 2022-11-01 |", "P2 | 2022-09-01 | 2022-09-29 |",
                   "P1 | 2022-09-01 | 2022-10-01 |", "P1 | 2022-07-01 | 2022-08-31 |")  # fmt: skip
    assert [row[0] for row in listed(ledger)] == ["W5", "W3", "W4", "W2", "W1"]


def test_filters_of_projects_narrow_their_problems_and_preparatory_projects_have_none_here(given):
    ledger = given("P1 | 2022-09-01 | |", "P2 | 2022-09-01 | |", "P3 | 2022-09-01 | |")
    assert [row[0] for row in listed(ledger)] == ["W1", "W2"]
    assert [row[0] for row in listed(ledger, sponsors=["S1"])] == ["W1"]
    assert [row[0] for row in listed(ledger, counties=["211481"])] == ["W2"]


def test_the_list_says_who_where_and_at_which_meeting_and_counts_what_it_leaves_out(given):
    ledger = given("P1 | 2022-08-26 | 2022-09-10 |", *["P2 | 2022-09-01 | 2022-10-10 |"] * 20)
    table = problem_list_table(Filters(SEP), Source(ledger, city()), EN)
    first = table.rows[0]
    assert [cell.text for cell in first] == [
        "Dam", "Lianshan", "no land yet", "Land", "▲ 20", "2022-09-10", "35", "2022-08-26", "Bureau", "S1",
        "2022-08-26 On site",
    ]  # fmt: skip
    assert dict(first[0].link.changes) == {"project": ("P1",)}
    assert table.rows[1][4].text == ""
    assert (len(table.rows), table.note) == (15, "Open: 21, of them overdue: 1. The first 15 of 21.")


def test_without_open_problems_the_list_has_neither_rows_nor_a_note(given):
    table = problem_list_table(Filters(SEP), Source(given(), city()), EN)
    assert (table.rows, table.note) == ((), "")


def test_the_bands_of_ageing_are_those_that_these_specifications_speak_of():
    assert [(row["from_days"], row["to_days"]) for row in rows("ageing.csv")] == [
        ("0", "15"), ("16", "30"), ("31", "60"), ("61", "90"), ("91", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("raised", "place"),
    [("2022-09-30", 0), ("2022-09-15", 0), ("2022-09-14", 1), ("2022-08-31", 1), ("2022-08-30", 2), ("2022-08-01", 2),
     ("2022-07-31", 3), ("2022-07-02", 3), ("2022-07-01", 4), ("2020-01-01", 4)],
)  # fmt: skip
def test_a_band_begins_and_ends_on_its_days(given, raised, place):
    bands = given(f"P1 | {raised} | |").ask("problem_ageing", as_of=SEP)
    assert [row.problems for row in bands] == [int(i == place) for i in range(5)]


def test_a_band_tells_the_overdue_from_those_to_come_and_from_the_undated(given):
    ledger = given("P1 | 2022-09-20 | 2022-09-29 |", "P2 | 2022-09-20 | 2022-09-30 |", "P1 | 2022-09-20 | |",
                   "P1 | 2022-09-20 | 2022-10-30 |", "P3 | 2022-09-20 | |")  # fmt: skip
    assert ledger.ask("problem_ageing", as_of=SEP)[0][2:] == (4, 1, 2, 1)
    assert ledger.ask("problem_ageing", as_of=SEP, counties=["211481"])[0][2:] == (1, 0, 1, 0)


def test_a_month_counts_what_it_raised_and_cleared_and_what_was_open_at_its_end(given):
    ledger = given("P1 | 2021-12-01 | | 2022-07-31", "P1 | 2022-07-31 | | 2022-08-01", "P2 | 2022-08-15 | | 2022-10-01",
                   "P2 | 2022-10-01 | |")  # fmt: skip
    found = {row.month: row[2:] for row in ledger.ask("problems_by_month", as_of=SEP)}
    assert found[1] == (0, 0, 1)
    assert found[7] == (1, 1, 1)
    assert found[8] == (1, 1, 1)
    assert found[9] == (0, 0, 1)
    assert found[10] == (None, None, None)


def month(raised, cleared, left, day=SEP):
    return [problems_by_month.Row(9, day, raised, cleared, left)]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (month(3, 2, 9), "Sep: more problems raised (3) than cleared (2); 9 are open"),
        (month(2, 3, 9), "Sep: more problems cleared (3) than raised (2); 9 are open"),
        (month(2, 2, 9), "Sep: as many problems cleared as raised (2); 9 are open"),
        (month(3, 2, 9, dt.date(2022, 9, 15)), "Sep so far: 3 problems raised, 2 cleared; 9 are open"),
        (month(0, 0, 0), "No problems this year in this selection"),
    ],
)
def test_a_month_that_is_not_over_is_not_judged(row, said):
    assert problems_by_month.finding(row, EN) == said


def test_where_nothing_is_overdue_the_title_says_so():
    band = problem_ageing.Row(0, 15, 3, 0, 2, 1)
    assert problem_ageing.finding([band], EN) == "None of the open problems (3) is overdue"
    assert problem_ageing.finding([band], ZH) == "未销号问题3个，均未逾期"
