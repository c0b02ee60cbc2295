"""Milestones, approvals and problems: how many there are, of whom, and how they hang together."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from data.codes import CODES
from data.demo.named import named_projects

LAST = dt.date(2022, 9, 30)


@pytest.fixture(scope="module")
def followed(projects):
    named = {project["project_id"] for project in named_projects()}
    return {p["project_id"]: p for p in projects if p["total_wan"] >= 10_000 or p["project_id"] in named}


def test_every_large_or_named_project_has_5_to_8_milestones_in_order(last, followed):
    by_project = {}
    for row in last["milestones"]:
        by_project.setdefault(row["project_id"], []).append(row)
    assert set(by_project) == set(followed)
    for rows in by_project.values():
        assert 5 <= len(rows) <= 8
        assert [row["seq"] for row in rows] == list(range(1, len(rows) + 1))
        dues = [row["due_on"] for row in rows]
        assert dues == sorted(dues)


def test_the_last_milestone_is_the_planned_finish(last, followed):
    finals = {row["project_id"]: row["due_on"] for row in last["milestones"]}
    for project_id, project in followed.items():
        assert finals[project_id] == project["planned_finish"]


def test_sponsored_projects_have_the_finer_timetable(last, followed):
    counts = Counter(row["project_id"] for row in last["milestones"])
    assert {counts[p] for p, row in followed.items() if row["sponsor"]} == {8}


def test_letters_of_commitment_name_milestones_of_new_energy_projects_only(last, followed):
    committed = {row["project_id"] for row in last["milestones"] if row["is_commitment"]}
    assert len(committed) >= 10
    assert {followed[project]["energy_kind"] for project in committed} <= {"wind", "solar", "storage", "biomass"}


def test_the_start_milestone_is_done_when_the_works_started(last, followed):
    starts = {row["project_id"]: row["done_on"] for row in last["milestones"] if row["name"] == "开工建设"}
    assert starts == {project_id: row["actual_start"] for project_id, row in followed.items()}


def test_some_milestones_are_overdue_and_most_are_kept(last):
    due = [row for row in last["milestones"] if row["due_on"] <= LAST]
    missed = [row for row in due if not row["done_on"]]
    assert 0.01 <= len(missed) / len(due) <= 0.15


def test_every_large_new_start_has_its_approvals(last, followed):
    new = {project_id for project_id, row in followed.items() if row["year_status"] == "new_start"}
    elements = {}
    for row in last["approvals"]:
        elements.setdefault(row["project_id"], set()).add(row["element"])
    assert set(elements) == new
    assert all({"filing", "land", "environment", "construction_permit"} <= found for found in elements.values())
    assert set().union(*elements.values()) == set(CODES["element"])


def test_what_has_started_had_all_its_approvals(last, followed):
    for row in last["approvals"]:
        started = followed[row["project_id"]]["actual_start"]
        assert started is None or (row["done_on"] and row["done_on"] < started)


def test_some_starts_are_held_up_by_an_approval_with_its_reason(last, followed):
    blocked = [row for row in last["approvals"] if row["blocker"]]
    assert len(blocked) >= 5
    for row in blocked:
        assert row["done_on"] is None
        assert row["due_on"] <= LAST
        assert followed[row["project_id"]]["actual_start"] is None


def test_problems_are_raised_at_meetings_and_between_them_and_say_how_they_were_cleared(last):
    problems = last["problems"]
    assert 100 <= len(problems) <= 250
    assert 0.2 <= sum(row["meeting_id"] is not None for row in problems) / len(problems) <= 0.7
    assert len({row["kind"] for row in problems}) >= 6
    for row in problems:
        assert bool(row["resolved_on"]) == bool(row["resolution"])
        assert row["raised_on"] < row["due_on"]
        assert row["description"] and row["owner_unit"]


def test_there_are_problems_cleared_in_time_and_late(last):
    cleared = [row for row in last["problems"] if row["resolved_on"]]
    late = [row for row in cleared if row["resolved_on"] > row["due_on"]]
    assert 0.1 <= len(late) / len(cleared) <= 0.4
