"""One month's ledger agrees with the next: what lies after a date isn't known at it, what was known stays."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

import pytest

from data.demo.plan import DATES
from data.ledger import TABLES, Kind

# Dates that say what has happened, by table; all others are plans and may lie ahead.
HAPPENED = {
    "projects": ("actual_start", "resumed_on", "actual_finish", "stats_entry_on"),
    "milestones": ("done_on",),
    "approvals": ("done_on",),
    "problems": ("raised_on", "resolved_on"),
    "meetings": ("held_on",),
    "deals": ("matched_on", "signed_on", "landed_on"),
    "visits": ("month",),
}
MONTHS = [day for day in DATES if day.year == 2022]
PAIRS = list(pairwise(MONTHS))


def test_ten_dates(ledgers):
    assert list(ledgers) == [dt.date(2021, 12, 31), *(dt.date(2022, m + 1, 1) - dt.timedelta(1) for m in range(1, 10))]


@pytest.mark.parametrize("day", DATES, ids=str)
def test_nothing_is_known_before_it_happens(ledgers, day):
    for table, columns in HAPPENED.items():
        for column in columns:
            assert [r for r in ledgers[day][table] if r.get(column) and r[column] > day] == [], (table, column)


@pytest.mark.parametrize(("earlier", "later"), PAIRS, ids=str)
def test_what_has_happened_stays_and_keeps_its_date(ledgers, earlier, later):
    for table, columns in HAPPENED.items():
        key = TABLES[table].key
        now = {tuple(row[name] for name in key): row for row in ledgers[later][table]}
        for row in ledgers[earlier][table]:
            after = now.get(tuple(row[name] for name in key))
            for column in columns:
                if after is not None and row.get(column):
                    assert after[column] == row[column], (table, column, row)


@pytest.mark.parametrize(("earlier", "later"), PAIRS, ids=str)
def test_what_happened_by_a_date_was_known_at_it(ledgers, earlier, later):
    """A start of 12 May stands in May's ledger, if the project did."""
    was = {row["project_id"]: row for row in ledgers[earlier]["projects"]}
    for row in ledgers[later]["projects"]:
        for column in HAPPENED["projects"]:
            if row["project_id"] in was and row[column] and row[column] <= earlier:
                assert was[row["project_id"]][column] == row[column]


@pytest.mark.parametrize(("earlier", "later"), PAIRS, ids=str)
def test_what_a_project_is_does_not_change(ledgers, earlier, later):
    was = {row["project_id"]: row for row in ledgers[earlier]["projects"]}
    for row in ledgers[later]["projects"]:
        before = was.get(row["project_id"])
        for column in ("name", "county_code", "sector", "total_wan", "year_status", "sponsor", "planned_start"):
            assert before is None or before[column] == row[column]


def test_problems_meetings_deals_and_visits_are_never_lost(ledgers):
    for table in ("problems", "meetings", "deals", "visits"):
        key = TABLES[table].key
        for earlier, later in PAIRS:
            ids = [{tuple(row[name] for name in key) for row in ledgers[day][table]} for day in (earlier, later)]
            assert ids[0] <= ids[1]


def test_the_continued_projects_are_the_unfinished_ones_of_the_year_before(projects, before):
    unfinished = {p["project_id"]: p for p in before if p["actual_start"] and not p["actual_finish"]}
    continued = {p["project_id"]: p for p in projects if p["year_status"] == "continued"}
    assert set(continued) == set(unfinished)
    for project_id, project in continued.items():
        assert unfinished[project_id]["name"] == project["name"]
        assert unfinished[project_id]["actual_start"] == project["actual_start"]
        # What had been done by December is where the new year begins.
        assert unfinished[project_id]["total_done_wan"] == project["total_done_wan"] - project["year_done_wan"]


def test_what_was_not_started_in_2021_is_planned_again(projects, before):
    waiting = {p["project_id"] for p in before if not p["actual_start"]}
    again = {p["project_id"] for p in projects if p["year_status"] == "new_start"}
    assert 5 <= len(waiting) <= 30
    assert waiting <= again


def test_a_moved_finish_moves_no_milestone_that_was_due_before(ledgers):
    by_day = {day: {(r["project_id"], r["seq"]): r["due_on"] for r in ledgers[day]["milestones"]} for day in MONTHS}
    moved = 0
    for earlier, later in PAIRS:
        for key, due in by_day[later].items():
            was = by_day[earlier].get(key, due)
            moved += was != due
            assert was == due or (due > was > earlier)
    assert moved


@pytest.mark.parametrize("day", DATES, ids=str)
def test_amounts_of_a_row_fit_each_other(ledgers, day):
    for row in ledgers[day]["projects"]:
        assert 0 <= row["year_done_wan"] <= row["total_done_wan"] <= row["total_wan"]
        assert 0 < row["year_plan_wan"] <= row["total_wan"] or row["year_plan_wan"] == 0
        parts = [row[name] for name in ("central_wan", "bond_wan", "bank_wan", "own_wan")]
        assert min(parts) >= 0
        assert sum(parts) == row["funds_in_place_wan"] <= row["total_wan"]
        assert 0 <= row["progress_pct"] <= 100


@pytest.mark.parametrize("day", DATES, ids=str)
def test_dates_of_a_row_are_in_order(ledgers, day):
    for name, table in TABLES.items():
        for column in table.entered:
            for earlier in column.not_before:
                wrong = [
                    row for row in ledgers[day][name]
                    if row.get(column.name) and row.get(earlier) and row[column.name] < row[earlier]
                ]  # fmt: skip
                assert wrong == [], (name, column.name)


@pytest.mark.parametrize("day", DATES, ids=str)
def test_names_and_keys_are_unique(ledgers, day):
    for name, table in TABLES.items():
        keys = [tuple(row.get(column) for column in table.key) for row in ledgers[day][name]]
        assert len(keys) == len(set(keys)), name
    names = [row["name"] for row in ledgers[day]["projects"]]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("day", DATES, ids=str)
def test_rows_hold_only_columns_of_the_dictionary(ledgers, day):
    for name, table in TABLES.items():
        known = {column.name for column in table.entered}
        for row in ledgers[day][name]:
            assert set(row) <= known, name
            assert all(row.get(column.name) is not None for column in table.entered if column.required), (name, row)
            assert all(
                isinstance(row[c.name], dt.date) for c in table.entered if c.kind is Kind.DATE and row.get(c.name)
            )


def test_project_codes_have_the_national_form_and_name_month_and_division(projects, before):
    for project in [*projects, *before]:
        found = re.fullmatch(r"(\d\d)(\d\d)-(\d{6})-04-0\d-\d{6}", project["project_id"])
        assert found, project["project_id"]
        year, month, division = 2000 + int(found[1]), int(found[2]), found[3]
        begins = min(day for day in (project["planned_start"], project["actual_start"]) if day)
        assert dt.date(year, month, 1) < begins, project["name"]
        site = project["county_code"]
        assert division == ("211400" if site == "multi" else site) or project["name"] == "100万千瓦风电项目"


@pytest.mark.parametrize("day", DATES, ids=str)
def test_child_rows_belong_to_a_project_of_the_same_ledger(ledgers, day):
    there = {row["project_id"] for row in ledgers[day]["projects"]}
    meetings = {row["meeting_id"]: row["held_on"] for row in ledgers[day]["meetings"]}
    for table in ("milestones", "approvals", "problems"):
        assert {row["project_id"] for row in ledgers[day][table]} <= there
    for problem in ledgers[day]["problems"]:
        assert not problem["meeting_id"] or meetings[problem["meeting_id"]] == problem["raised_on"]
