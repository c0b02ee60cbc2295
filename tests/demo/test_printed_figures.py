"""Every printed figure that is a parameter of the demonstration comes out of its rows by plain counting."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from data.city import rows
from data.demo.campaigns import FIRST_CAMPAIGN_FIGURE

LAST = dt.date(2022, 9, 30)
COUNTIES = {"211402", "211403", "211404", "211481", "211421", "211422"}
PRINTED = {row["id"]: Decimal(row["value"]) for row in rows("published_figures.csv")}
YI = 10_000


def total(projects):
    return sum(Decimal(project["total_wan"]) for project in projects)


def large(projects):
    return [project for project in projects if project["total_wan"] >= YI]


def of(sector, projects):
    return [project for project in projects if project["sector"] == sector]


def started(projects):
    """By the definition of the measure: new starts begun by the date, continued ones resumed by it."""
    new = [p for p in projects if p["year_status"] == "new_start" and p["actual_start"] and p["actual_start"] <= LAST]
    again = [p for p in projects if p["year_status"] == "continued" and p["resumed_on"] and p["resumed_on"] <= LAST]
    return new + again


def test_the_plan_has_500_projects_of_at_least_500_wan_that_sum_to_the_printed_total(projects):
    assert len(projects) == PRINTED["F14"] == 500
    assert total(projects) == PRINTED["F15"] * YI == Decimal("25978200.00")
    assert min(project["total_wan"] for project in projects) >= 500


def test_272_are_new_starts_and_228_continued_and_none_is_preparatory(projects):
    statuses = [project["year_status"] for project in projects]
    assert (statuses.count("new_start"), statuses.count("continued")) == (PRINTED["F22"], PRINTED["F18"]) == (272, 228)
    assert len(statuses) == 500


def test_423_have_started_195_of_them_new(projects):
    found = started(projects)
    assert len(found) == PRINTED["F16"] == 423
    assert sum(project["year_status"] == "new_start" for project in found) == PRINTED["F20"] == 195
    assert len(projects) - len(found) == PRINTED["F21"] == 77


def test_every_continued_project_started_in_an_earlier_year_and_has_resumed(projects):
    continued = [project for project in projects if project["year_status"] == "continued"]
    assert all(project["actual_start"].year < 2022 for project in continued)
    assert all(dt.date(2022, 1, 1) <= project["resumed_on"] <= LAST for project in continued)


def test_249_of_1_yi_and_more_35_energy_and_56_industry(projects):
    found = large(projects)
    assert len(found) == PRINTED["F25"] == 249
    assert len(of("energy", found)) == PRINTED["F30"] == 35
    assert len(of("industry", found)) == PRINTED["F33"] == 56
    assert {project["county_code"] for project in found} >= COUNTIES
    assert len(COUNTIES) == PRINTED["F36"]


def test_5_of_100_yi_and_more_and_all_have_started(projects):
    giants = [project for project in projects if project["total_wan"] >= 100 * YI]
    assert len(giants) == PRINTED["F28"] == 5
    assert len(started(giants)) == PRINTED["F29"] == 5
    assert {project["name"] for project in giants} >= {
        "徐大堡核电项目", "京哈高速公路改扩建项目", "赤峰至绥中高速公路凌源至绥中PPP项目",
    }  # fmt: skip


def test_the_concentrated_start_has_23_projects_in_6_counties_and_5_fields(projects):
    batch = [project for project in projects if project["batch_id"] == "2022-Q4"]
    assert len(batch) == PRINTED["F01"] == 23
    assert {project["actual_start"] for project in batch} == {LAST}
    assert total(batch) == PRINTED["F02"] * YI
    assert {project["county_code"] for project in batch} == COUNTIES
    assert {p["sector"] for p in batch} >= {"industry", "energy", "services", "infrastructure", "livelihood"}


def test_5_of_the_concentrated_start_are_energy_and_take_half_of_its_money(projects):
    energy = of("energy", [project for project in projects if project["batch_id"] == "2022-Q4"])
    assert len(energy) == PRINTED["F05"] == 5
    assert total(energy) == PRINTED["F06"] * YI == Decimal(398_500)
    assert any(project["name"] == "中船风电兴城一期20万千瓦风电项目" for project in energy)


def test_several_city_leaders_sponsor_73_large_projects_and_no_person_is_named(projects):
    sponsored = [project for project in projects if project["sponsor"]]
    assert len(sponsored) == PRINTED["F37"] == 73
    assert min(project["total_wan"] for project in sponsored) >= YI
    assert 5 <= len({project["sponsor"] for project in sponsored}) <= 20
    assert all(p["sponsor"].startswith("市领导") and p["sponsor_post"] for p in sponsored)


def test_last_year_had_203_of_1_yi_and_more_and_the_printed_changes_of_the_shares(projects, before):
    was, now = large(before), large(projects)
    assert len(was) == PRINTED["F27"] == 203
    assert len(now) - len(was) == PRINTED["F26"] == 46
    for sector, change in (("energy", PRINTED["F32"]), ("industry", PRINTED["F35"])):
        points = 100 * (len(of(sector, now)) / len(now) - len(of(sector, was)) / len(was))
        assert round(points) == change
    assert (len(of("energy", was)), len(of("industry", was))) == (16, 42)


def test_only_in_2022_do_500_projects_stand_in_the_plan_and_new_starts_outnumber_continued_ones(before):
    assert len(before) < PRINTED["F23"]
    assert {project["plan_year"] for project in before} == {2021}
    statuses = [project["year_status"] for project in before]
    assert statuses.count("new_start") <= statuses.count("continued")


def test_1554_deals_matched_93_signed_and_37_landed_with_the_printed_money(last):
    deals = last["deals"]
    assert len(deals) == PRINTED["F42"] == 1554
    assert all(deal["matched_on"] <= LAST for deal in deals)
    signed = [deal for deal in deals if deal["signed_on"]]
    assert len(signed) == PRINTED["F43"] == 93
    assert sum(deal["signed_wan"] for deal in signed) == PRINTED["F44"] * YI
    landed = [deal for deal in deals if deal["landed_on"]]
    assert len(landed) == PRINTED["F45"] == 37
    assert sum(deal["landed_wan"] for deal in landed) == PRINTED["F46"] * YI
    assert all(dt.date(2022, 1, 1) <= deal["signed_on"] <= deal["landed_on"] <= LAST for deal in landed)
    assert all(deal["landed_wan"] <= deal["signed_wan"] for deal in landed)


@pytest.mark.parametrize(
    ("column", "figure"),
    [("person_times", "F39"), ("day_times", "F40"), ("enterprises_visited", "F41"), ("projects_matched", "F42")],
)
def test_visits_by_month_and_county_sum_to_the_printed_figure(last, column, figure):
    visits = last["visits"]
    assert sum(visit[column] for visit in visits) == PRINTED[figure]
    assert len({(visit["month"], visit["county_code"]) for visit in visits}) == len(visits) == 9 * len(COUNTIES)


def test_five_video_meetings_of_five_parties_and_a_few_others(last):
    video = [meeting for meeting in last["meetings"] if meeting["kind"] == "cloud_dispatch"]
    assert len(video) == PRINTED["F38"] == 5
    assert {meeting["parties"] for meeting in video} == {5}
    assert all(meeting["held_on"].year == 2022 for meeting in last["meetings"])
    assert len(last["meetings"]) > 5


CAMPAIGN_FIGURES = [row for row in rows("published_figures.csv") if int(row["id"][1:]) >= FIRST_CAMPAIGN_FIGURE]


@pytest.mark.parametrize("figure", CAMPAIGN_FIGURES, ids=lambda row: row["id"])
def test_every_campaign_figure_is_one_indicator_of_the_city_as_value_or_target(last, figure):
    found = [r for r in last["indicators"] if r["indicator"] == figure["measure"] and r.get("county_code") is None]
    assert len(found) == 1
    held = [name for name in ("value", "target") if found[0].get(name) is not None]
    assert len(held) == 1
    assert found[0][held[0]] == Decimal(figure["value"])
    assert held[0] in found[0]["published_fields"]


def test_what_the_listing_plan_asks_of_each_county_stands_for_each_county(last):
    for figure in ("F48", "F49"):
        measure = next(row["measure"] for row in CAMPAIGN_FIGURES if row["id"] == figure)
        of_counties = {
            row["county_code"]: row["target"]
            for row in last["indicators"]
            if row["indicator"] == measure and row.get("county_code")
        }
        assert of_counties == dict.fromkeys(COUNTIES, PRINTED[figure])


def test_what_is_ensured_and_what_is_striven_for_are_two_targets(last):
    listing = [row for row in last["indicators"] if row["campaign"] == "listing"]
    ensured = [row for row in listing if "(确保)" in row["indicator"]]
    striven = [row for row in listing if "(力争)" in row["indicator"]]
    assert len(ensured) == len(striven) == 3
    assert {row["target"] for row in ensured} == {1}
    assert {row["target"] for row in striven} == {2}


def test_the_green_mines_campaign_has_three_phases_to_the_end_of_2024(last):
    phases = [row for row in last["indicators"] if row["campaign"] == "green_mines" and row.get("phase")]
    assert [row["phase"] for row in phases] == ["动员部署", "组织创建", "总结验收"]
    assert [row["phase_due"] for row in phases] == sorted(row["phase_due"] for row in phases)
    assert phases[-1]["phase_due"] == dt.date(2024, 12, 31)
    assert phases[0]["phase_due"] > dt.date(2022, 9, 1)


def test_every_campaign_has_an_indicator(last):
    assert {row["campaign"] for row in last["indicators"]} == {
        "listing", "low_carbon", "clean_power", "green_mines", "smart_water", "inspection_service", "bank_enterprise",
        "rural_industry",
    }  # fmt: skip
