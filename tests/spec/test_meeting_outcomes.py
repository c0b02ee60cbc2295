"""Meetings of the year and what came of each: problems raised, cleared, cleared on time, open, overdue."""

import datetime as dt

import pytest

from data.city import city
from report.assemble import Source
from report.filters import Filters
from report.problems import meetings_table
from words import Words

SEP = dt.date(2022, 9, 30)
EN = Words("en")
MEETINGS = """
    meeting_id | held_on    | kind           | chair_post | parties | projects_discussed
    D1         | 2022-03-01 | cloud_dispatch | Mayor      | 5       | 16
    D2         | 2022-09-30 | on_site        |            | 3       | 9
    D3         | 2022-10-01 | special        |            |         |
    D4         | 2021-12-03 | special        |            |         |
"""
PROJECTS = "county_code | year_status\n211402 | new_start\n211481 | new_start\n211402 | preparatory"


def problems(*lines):
    head = "problem_id | project_id | meeting_id | raised_on | due_on | resolved_on"
    return "\n".join([head, *(f"W{i} | {line}" for i, line in enumerate(lines))])


def outcomes(ledger, **asked):
    return {row.meeting_id: row[6:] for row in ledger.ask("meeting_outcomes", as_of=SEP, **asked)}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("2022-09-10 | 2022-09-10", (1, 1, 1, 0, 0)),
        ("2022-09-10 | 2022-09-11", (1, 1, 0, 0, 0)),
        ("           | 2022-09-11", (1, 1, 0, 0, 0)),
        ("2022-09-10 | 2022-10-01", (1, 0, 0, 1, 1)),
        ("2022-09-29 |           ", (1, 0, 0, 1, 1)),
        ("2022-09-30 |           ", (1, 0, 0, 1, 0)),
        ("           |           ", (1, 0, 0, 1, 0)),
    ],
)
def test_a_problem_of_a_meeting_is_judged_at_the_date(given_tables, line, found):
    ledger = given_tables(projects=PROJECTS, meetings=MEETINGS, problems=problems(f"P1 | D1 | 2022-03-01 | {line}"))
    assert outcomes(ledger) == {"D2": (0, 0, 0, 0, 0), "D1": found}


def test_meetings_of_the_year_up_to_the_date_are_listed_the_latest_first_with_or_without_problems(given_tables):
    ledger = given_tables(projects=PROJECTS, meetings=MEETINGS, problems=problems())
    assert list(outcomes(ledger)) == ["D2", "D1"]


def test_filters_narrow_the_problems_and_not_the_meetings(given_tables):
    ledger = given_tables(projects=PROJECTS, meetings=MEETINGS, problems=problems(
        "P1 | D1 | 2022-03-01 | |", "P2 | D1 | 2022-03-01 | |", "P2 | | 2022-03-01 | |", "P3 | D1 | 2022-03-01 | |",
        "P1 | D1 | 2022-10-01 | |"))  # fmt: skip
    assert outcomes(ledger)["D1"][0] == 2
    assert outcomes(ledger, counties=["211481"]) == {"D2": (0, 0, 0, 0, 0), "D1": (1, 0, 0, 1, 0)}
    table = meetings_table(Filters(SEP, counties=("211481",)), Source(ledger, city()), EN)
    assert table.note.endswith("The filters narrow the problems, not the meetings.")


def test_the_table_sums_what_came_of_all_meetings(given_tables):
    ledger = given_tables(projects=PROJECTS, meetings=MEETINGS, problems=problems(
        "P1 | D1 | 2022-03-01 | 2022-03-10 | 2022-03-10", "P1 | D1 | 2022-03-01 | 2022-03-10 |"))  # fmt: skip
    table = meetings_table(Filters(SEP), Source(ledger, city()), EN)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["2022-09-30", "On site", "", "3", "9", "0", "0", "0", "0", "0"],
        ["2022-03-01", "Video dispatch", "Mayor", "5", "16", "2", "1", "1", "1", "▲ 1"],
    ]
    assert table.note == "2 meetings; problems raised: 2, cleared: 1, of them on time: 1, open: 1."


def test_the_rows_behind_it_are_the_problems_and_the_meetings_without_one(given_tables):
    ledger = given_tables(projects=PROJECTS, meetings=MEETINGS, problems=problems(
        "P1 | D1 | 2022-03-01 | |", "P3 | D1 | 2022-03-01 | |", "P2 | | 2022-03-01 | |"))  # fmt: skip
    behind = ledger.behind("meeting_outcomes", as_of=SEP).to_pylist()
    assert {(row["meeting_id"], row["problem_id"]) for row in behind} == {("D1", "W0"), ("D2", None)}


def test_a_year_without_meetings_has_an_empty_table(given_tables):
    table = meetings_table(Filters(SEP), Source(given_tables(projects=PROJECTS), city()), EN)
    assert (table.rows, table.note) == ((), "")
