"""The campaigns page over the demonstration: every printed figure stands on its board, and every target with its distance."""

import datetime as dt
from decimal import Decimal

import pytest

from data.city import rows
from data.demo.campaigns import CAMPAIGNS, FIRST_CAMPAIGN_FIGURE, TARGETS
from pages import campaigns
from report.assemble import assemble
from report.filters import read_filters
from words import Words

SEP = dt.date(2022, 9, 30)
FIGURES = [row for row in rows("published_figures.csv") if int(row["id"][1:]) >= FIRST_CAMPAIGN_FIGURE]
ORDER = [
    "listing", "low_carbon", "clean_power", "green_mines", "smart_water", "inspection_service", "bank_enterprise",
    "rural_industry",
]  # fmt: skip


def shown(demo, language="en", **query):
    filters, faults = read_filters(query, demo.engine.opened.dates, demo.city)
    assert not faults
    return assemble(campaigns.PAGE, filters, demo, Words(language))


@pytest.fixture(scope="module")
def report(demo):
    return shown(demo)


def board(report, campaign):
    """The rows of a board by their indicator, whole city only: column → text."""
    table = next(table for table in report.tables if table.name == f"board_{campaign}")
    lines = [dict(zip(table.columns, (cell.text for cell in row), strict=True)) for row in table.rows]
    return {line["Indicator"]: line for line in lines if line.get("County", "Whole city") == "Whole city"}


def row_of(demo, measure):
    return next(r for r in demo.engine.ask("campaign_boards", as_of=SEP) if r.indicator == measure)


def test_there_is_a_board_for_each_campaign_in_order(report):
    assert [table.name for table in report.tables] == [f"board_{campaign}" for campaign in ORDER]


@pytest.mark.parametrize("figure", FIGURES, ids=lambda row: row["id"])
def test_every_printed_figure_stands_on_its_board_and_a_target_has_its_distance(demo, report, figure):
    row = row_of(demo, figure["measure"]) if figure["id"] != "F60" else row_of(demo, "十四五年均下降目标")
    line = board(report, CAMPAIGNS[figure["system"]])[row.row_en]
    column = "Target" if figure["id"] in TARGETS else "Now"
    assert f"{Decimal(figure['value']):,}" in line[column]
    assert "illustrative" not in line["Target"]
    if figure["id"] in TARGETS:
        assert row.distance is not None and line["Distance"]
    else:
        assert "illustrative" not in line["Now"]


def test_energy_intensity_is_two_points_and_a_third_beyond_its_target(report):
    line = board(report, "low_carbon")["Industrial energy intensity, change on a year"]
    assert (line["Target"], line["Now"], line["Distance"]) == ("≤ -3", "-5.31", "met, 2.31 points beyond")
    assert line["Standing"] == "● met"


def test_what_was_not_printed_is_marked(report):
    line = board(report, "green_mines")["Share of mines up to the green standard"]
    assert line["Now"] == "38.4 (illustrative)"
    assert line["Distance"] == "short by 31.6 points"
    assert line["Period end"] == "2024-12-31"


def test_floor_with_ceiling_and_ensured_with_striven_for_stand_together(report):
    lines = board(report, "listing")
    assert lines["City reserve of companies to list"]["Target"] == "10–20"
    assert lines["Tutoring filed within four years"]["Target"] == "ensured ≥ 1; striven for ≥ 2"
    assert lines["Tutoring filed within four years"]["Standing"] == "● met (ensured)"


def test_green_mines_have_three_phases_whose_boundaries_are_marked(report):
    table = next(table for table in report.tables if table.name == "board_green_mines")
    assert "Phase now: Mobilisation, due 2022-12-31 (illustrative)." in table.note
    assert "the boundaries of the phases are illustrative" in report.charts[1].subtitle


def test_the_county_filter_leaves_one_county_and_other_filters_say_why_they_do_not_apply(demo):
    table = shown(demo, county=["211402"], sector=["energy"]).tables[0]
    places = {row[1].text for row in table.rows}
    assert places == {"Whole city", "Lianshan"}
    assert "Sector: doesn't apply here." in table.note and "County: doesn't" not in table.note


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("as_of", ["2021-12-31", "2022-01-31"])
def test_the_page_stands_where_hardly_anything_is_known(demo, language, as_of):
    assert shown(demo, language, as_of=[as_of]).tables
