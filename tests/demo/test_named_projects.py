"""What the city printed is marked as printed, what wasn't is not, and no trouble is invented for a named project."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import pairwise

import pytest

from data.demo.named import BATCH, GIGAWATT_WIND, HERBS, LITHIUM, XINGCHENG_WIND, named_projects
from data.demo.plan import DATES
from data.ledger import TABLES

LAST = dt.date(2022, 9, 30)
NAMED = {spec["project_id"]: spec["name"] for spec in named_projects()}


@pytest.fixture(scope="module")
def named(projects):
    return {project["project_id"]: project for project in projects if project["project_id"] in NAMED}


def test_all_named_projects_of_the_report_are_there(named):
    assert {project["name"] for project in named.values()} == set(NAMED.values())
    for word in ("虹京科技", "中船风电", "徐大堡核电", "京哈高速", "凌源至绥中", "原子能研究院", "兴城抽水蓄能",
                 "100万千瓦风电", "南票风电", "德威", "打渔山京津冀", "高峰中草药"):  # fmt: skip
        assert any(word in name for name in NAMED.values()), word


def test_printed_facts_of_the_lithium_project(named):
    project = named[LITHIUM]
    assert (project["county_code"], project["nature"], project["park"]) == ("211402", "retrofit", "打渔山经济开发区")
    assert (project["output_capacity"], project["output_unit"]) == (Decimal("2.4"), "万吨/年")
    assert project["annual_output_wan"] == 1_000_000
    assert project["planned_finish"] == dt.date(2022, 12, 31)
    assert {"output_capacity", "output_unit", "annual_output_wan", "planned_finish"} <= set(project["published_fields"])
    assert "total_wan" not in project["published_fields"]


def test_printed_facts_of_the_xingcheng_wind_farm(named):
    project = named[XINGCHENG_WIND]
    assert (project["county_code"], project["batch_id"], project["actual_start"]) == ("211481", BATCH, LAST)
    assert (project["total_wan"], project["capacity_mw"]) == (130_000, 200)
    assert (project["annual_energy_mwh"], project["coal_saved_t"]) == (1_300_000, 423_800)
    printed = {"total_wan", "capacity_mw", "annual_energy_mwh", "coal_saved_t", "batch_id", "actual_start"}
    assert printed <= set(project["published_fields"])


def test_printed_facts_of_the_gigawatt_wind_farm_and_the_herb_project(named):
    assert named[GIGAWATT_WIND]["capacity_mw"] == 1_000
    assert "capacity_mw" in named[GIGAWATT_WIND]["published_fields"]
    assert (named[HERBS]["total_wan"], named[HERBS]["area_ha"], named[HERBS]["sector"]) == (5_000, 15, "agriculture")
    assert {"total_wan", "area_ha"} <= set(named[HERBS]["published_fields"])


def test_only_two_named_projects_have_a_printed_amount(named):
    assert {key for key, p in named.items() if "total_wan" in p["published_fields"]} == {XINGCHENG_WIND, HERBS}


def test_the_named_highways_cross_counties(named):
    for word in ("京哈", "凌源"):
        project = next(project for project in named.values() if word in project["name"])
        assert project["county_code"] == "multi"
        assert len(project["county_codes"]) >= 2


@pytest.mark.parametrize("day", DATES, ids=str)
def test_every_row_says_that_it_is_illustrative_and_prints_only_what_it_holds(ledgers, day):
    for name, table in TABLES.items():
        for row in ledgers[day][name]:
            assert row["evidence"] == "illustrative"
            for column in row.get("published_fields") or ():
                assert column in table.by_name
                assert row.get(column) is not None, (name, column)


@pytest.mark.parametrize("day", DATES, ids=str)
def test_a_generated_project_has_no_printed_field(ledgers, day):
    for row in ledgers[day]["projects"]:
        assert bool(row["published_fields"]) == (row["project_id"] in NAMED)


@pytest.mark.parametrize("day", DATES, ids=str)
def test_a_named_project_has_no_problem_no_blocker_and_no_delay(ledgers, day):
    ledger = ledgers[day]
    assert [row for row in ledger["problems"] if row["project_id"] in NAMED] == []
    assert [row for row in ledger["approvals"] if row["project_id"] in NAMED and row["blocker"]] == []
    for row in ledger["projects"]:
        if row["project_id"] in NAMED:
            assert row["self_status"] in ("normal", "ahead")
            assert (row.get("delay_reason"), row.get("delay_note")) == (None, None)
            assert row["stage"] in ("approved", "planned", "started")


@pytest.mark.parametrize("day", DATES, ids=str)
def test_a_named_project_misses_no_date(ledgers, day):
    ledger = ledgers[day]
    for row in ledger["projects"]:
        if row["project_id"] in NAMED:
            assert row["actual_start"] == row["planned_start"] or (
                row["actual_start"] is None and row["planned_start"] > day
            )
            assert row["planned_finish"] > day
            assert row["stats_entry_due"] is None or row["stats_entry_due"] > day or row["stats_entry_on"]
            entered, due = row["stats_entry_on"], row["stats_entry_due"]
            assert entered is None or entered <= due
    for table in ("milestones", "approvals"):
        overdue = [
            row
            for row in ledger[table]
            if row["project_id"] in NAMED and row["due_on"] <= day and (row["done_on"] or dt.date.max) > row["due_on"]
        ]
        assert overdue == []


def test_the_finish_of_a_named_project_never_moves(ledgers):
    for project_id in NAMED:
        finishes = [
            row["planned_finish"]
            for day in DATES
            for row in ledgers[day]["projects"]
            if row["project_id"] == project_id
        ]
        assert all(earlier == later for earlier, later in pairwise(finishes))


def test_a_named_project_reports_progress_that_fits_its_spending(named):
    for project in named.values():
        spent = 100 * float(project["total_done_wan"]) / float(project["total_wan"])
        assert abs(project["progress_pct"] - spent) < 1


def test_a_named_project_shows_no_late_and_no_slipping_light(demo):
    """The delay that the demonstration must not invent would show as a light."""
    found = demo.engine.cursor().execute(
        "select as_of, project_id, light from lights where light = 'red' or light = 'yellow'"
    )
    assert [row for row in found.fetchall() if row[1] in NAMED] == []
