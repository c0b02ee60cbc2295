"""The demonstration must look like a real year of a northern city, and each rule says by which number."""

from __future__ import annotations

import datetime as dt
import statistics
from collections import Counter
from itertools import pairwise

import pytest

LAST = dt.date(2022, 9, 30)
COUNTIES = ("211402", "211403", "211404", "211481", "211421", "211422")
MONTHS = [dt.date(2022, month + 1, 1) - dt.timedelta(1) for month in range(1, 10)]


def is_started(project):
    return (project["resumed_on"] if project["year_status"] == "continued" else project["actual_start"]) is not None


@pytest.fixture(scope="module")
def series(ledgers):
    """Project → its rows by month, January to September."""
    found: dict[str, list[dict]] = {}
    for day in MONTHS:
        for row in ledgers[day]["projects"]:
            found.setdefault(row["project_id"], []).append(row)
    return found


def test_two_months_with_a_concentrated_start_have_each_over_15_percent_of_the_new_starts(projects):
    new = [p for p in projects if p["year_status"] == "new_start" and p["actual_start"]]
    by_month = Counter(project["actual_start"].month for project in new)
    batch_months = {p["actual_start"].month for p in new if p["batch_id"]}
    assert len(batch_months) == 2
    assert all(by_month[month] > 0.15 * len(new) for month in batch_months)


def test_sites_resume_mostly_in_march_and_april(projects):
    months = Counter(project["resumed_on"].month for project in projects if project["resumed_on"])
    assert months[3] + months[4] > 0.6 * months.total()


def test_nothing_starts_in_the_winter_month_of_january(ledgers):
    assert not any(is_started(project) for project in ledgers[dt.date(2022, 1, 31)]["projects"])


def test_money_done_of_every_project_grows_slowly_then_fast_then_slowly(series):
    """The monthly increments rise to one top and fall after it; the months before the start hold nothing."""
    for rows in series.values():
        # From one whole month of work to the next; the month of the start and that of the finish are parts of one.
        whole = [
            row["year_done_wan"]
            for row in rows
            if row["year_done_wan"] and not (row["actual_finish"]) and row["stage"] != "paused"
        ]
        steps = [later - earlier for earlier, later in pairwise(whole)]
        top = steps.index(max(steps)) if steps else 0
        assert all(later >= earlier - 1 for earlier, later in pairwise(steps[: top + 1])), rows[0]["name"]
        assert all(later <= earlier + 1 for earlier, later in pairwise(steps[top:])), rows[0]["name"]


def test_money_done_never_shrinks_within_the_year(series):
    for rows in series.values():
        for column in ("year_done_wan", "total_done_wan", "funds_in_place_wan"):
            assert all(later[column] >= earlier[column] for earlier, later in pairwise(rows))


def test_the_city_is_within_8_points_of_the_elapsed_year_in_september(projects):
    done, plan = (sum(project[name] for project in projects) for name in ("year_done_wan", "year_plan_wan"))
    assert 67 <= 100 * done / plan <= 83


def test_between_5_and_12_percent_of_the_projects_slip(series):
    """The planned finish moved between two snapshots, or the start came over two months late."""
    slipped = {
        project
        for project, rows in series.items()
        if any(later["planned_finish"] > earlier["planned_finish"] for earlier, later in pairwise(rows))
        or (
            rows[-1]["year_status"] == "new_start"
            and rows[-1]["actual_start"]
            and (rows[-1]["actual_start"] - rows[-1]["planned_start"]).days > 60
        )
    }
    assert 0.05 <= len(slipped) / 500 <= 0.12


def test_some_new_starts_are_overdue_and_most_of_the_unstarted_are_not_due(projects):
    waiting = [p for p in projects if not is_started(p)]
    overdue = [p for p in waiting if p["planned_start"] <= LAST]
    assert 15 <= len(overdue) <= 45


def test_one_county_is_15_points_under_the_median_start_rate(projects):
    rates = {}
    for county in COUNTIES:
        own = [project for project in projects if project["county_code"] == county]
        rates[county] = 100 * sum(map(is_started, own)) / len(own)
    slowest = min(rates, key=lambda county: rates[county])
    assert rates[slowest] <= statistics.median(rates.values()) - 15
    assert sum(rate <= statistics.median(rates.values()) - 15 for rate in rates.values()) == 1


def test_a_few_projects_cross_counties_and_a_few_are_the_citys_own_and_all_sum_to_the_city(projects):
    by_county = Counter(project["county_code"] for project in projects)
    assert 3 <= by_county["multi"] <= 12
    assert 3 <= by_county["211400"] <= 25
    assert set(by_county) == {*COUNTIES, "multi", "211400"}
    crossing = [project for project in projects if project["county_code"] == "multi"]
    assert all(len(set(p["county_codes"])) >= 2 and set(p["county_codes"]) <= set(COUNTIES) for p in crossing)


def test_some_problems_are_overdue_and_most_are_cleared(last):
    problems = last["problems"]
    overdue = [p for p in problems if not p["resolved_on"] and p["due_on"] < LAST]
    assert 10 <= len(overdue) <= 0.25 * len(problems)
    assert sum(p["resolved_on"] is not None for p in problems) > 0.7 * len(problems)
    assert any((LAST - p["due_on"]).days >= 30 for p in overdue)


def test_some_started_projects_lack_the_statistics_entry_after_two_months(projects):
    due = [p for p in projects if p["actual_start"] and (LAST - p["actual_start"]).days > 62]
    missing = [p for p in due if p["stats_entry_on"] is None]
    assert 3 <= len(missing) <= 0.1 * len(due)
    late = [p for p in due if p["stats_entry_on"] and p["stats_entry_on"] > p["stats_entry_due"]]
    assert 0.03 <= len(late) / len(due) <= 0.2


def test_some_projects_report_all_well_against_the_evidence(last, projects):
    """Overdue problem, no statistics entry two months after the start, or a site that stands still."""
    well = {p["project_id"] for p in projects if p["self_status"] in ("ahead", "normal")}
    overdue = {p["project_id"] for p in last["problems"] if not p["resolved_on"] and p["due_on"] < LAST}
    unentered = {
        p["project_id"]
        for p in projects
        if p["actual_start"] and (LAST - p["actual_start"]).days > 62 and p["stats_entry_on"] is None
    }
    assert len(well & overdue) >= 5
    assert len(well & unentered) >= 3


def test_some_sites_stand_still_for_two_snapshots(series):
    still = [
        rows
        for rows in series.values()
        if is_started(rows[-1])
        and not rows[-1]["actual_finish"]
        and len({row["year_done_wan"] for row in rows[-3:]}) == 1
        and rows[-1]["year_done_wan"]
    ]
    assert 3 <= len(still) <= 20
    assert any(rows[-1]["self_status"] != "behind" for rows in still)


def test_a_few_dozen_projects_finish_this_year(projects):
    finished = [project for project in projects if project["actual_finish"]]
    assert 24 <= len(finished) <= 72
    assert all(p["stage"] == "completed" and p["total_done_wan"] == p["total_wan"] for p in finished)


def test_the_plan_grows_to_500_and_two_projects_are_withdrawn(ledgers):
    ids = [{row["project_id"] for row in ledgers[day]["projects"]} for day in MONTHS]
    assert 470 <= len(ids[0]) < len(ids[-1]) == 500
    assert len(ids[-1] - ids[0]) >= 10
    withdrawn = set().union(*ids) - ids[-1]
    assert 1 <= len(withdrawn) <= 3


def test_amounts_are_of_all_sizes_and_few_are_round(projects):
    bands = Counter(sum(p["total_wan"] >= line for line in (10_000, 100_000, 1_000_000)) for p in projects)
    assert bands[0] > bands[1] > bands[2] > bands[3] > 0
    assert sum(p["total_wan"] % 1_000 == 0 for p in projects) < 0.3 * len(projects)
    small = sorted(p["total_wan"] for p in projects if p["total_wan"] < 10_000)
    assert statistics.median(small) < statistics.mean(small)


def test_generated_works_are_not_larger_than_their_kind(projects):
    most = {
        "停车设施": 2,
        "中学校舍": 3,
        "养老服务中心": 2,
        "包装材料厂": 3,
        "种业基地": 1,
        "农村公路": 3,
        "体育公园": 3,
    }
    for noun, yi in most.items():
        named = [project for project in projects if noun in project["name"]]
        assert all(project["total_wan"] <= yi * 10_000 for project in named), noun


def test_inland_counties_have_no_coast(projects):
    inland = [p for p in projects if p["county_code"] in ("211404", "211422")]
    assert not [
        p["name"] for p in inland if any(word in p["name"] for word in ("滨海", "港区", "海洋", "海产", "船舶"))
    ]


def test_the_private_share_is_believable(projects):
    private = [p for p in projects if p["ownership"] == "private"]
    assert 0.35 <= len(private) / len(projects) <= 0.6
    money = sum(p["total_wan"] for p in private) / sum(p["total_wan"] for p in projects)
    assert 0.15 <= money <= 0.45


def test_a_unit_in_charge_answers_for_every_project(projects):
    assert all(project["lead_unit"] and project["owner"] for project in projects)
    assert len({project["lead_unit"] for project in projects}) > 20
