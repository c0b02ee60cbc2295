"""The measures of the map and the lights of the counties, on small ledgers."""

import datetime as dt
from decimal import Decimal
from itertools import pairwise

import pytest

from charts.county_measures import MEASURES, Row, change_said, chosen_measure, extremes
from charts.map import counties_shape, county_codes
from data.city import city
from words import Words

SEP, AUG = dt.date(2022, 9, 30), dt.date(2022, 8, 31)
EN = Words("en")
TWO_DATES = """
    as_of      | project_id | county_code | sector   | total_wan | year_plan_wan | year_done_wan | actual_start
    2022-08-31 | A          | 211402      | energy   | 5,000     | 1,000         | 250           |
    2022-08-31 | B          | 211402      | industry | 5,000     | 1,000         | 250           | 2022-03-01
    2022-09-30 | A          | 211402      | energy   | 6,000     | 1,000         | 750           | 2022-09-01
    2022-09-30 | B          | 211402      | industry | 6,000     | 1,000         | 750           | 2022-03-01
    2022-09-30 | C          | 211499      | energy   | 1,000     |               |               |
"""


def by_county(ledger, **filters):
    return {row.county_code: row for row in ledger.ask("county_measures", as_of=SEP, **filters)}


def test_a_county_has_each_measure_now_and_at_the_compared_date(given_ledger):
    row = by_county(given_ledger(TWO_DATES), compare=AUG)["211402"]
    assert (row.projects, row.total_wan, row.started_pct, row.done_pct, row.energy_pct) == (
        2, Decimal(12_000), 100.0, 75.0, 50.0
    )  # fmt: skip
    assert (row.projects_before, row.total_wan_before, row.started_pct_before, row.done_pct_before) == (
        2, Decimal(10_000), 50.0, 25.0
    )  # fmt: skip


def test_every_county_is_listed_and_an_unknown_one_stays_a_row_of_its_own(given_ledger):
    rows = by_county(given_ledger(TWO_DATES))
    assert set(rows) == {*city().codes("county"), "211499"}
    assert rows["211499"].done_pct is None
    assert (rows["multi"].projects, rows["multi"].total_wan, rows["multi"].started_pct) == (0, Decimal(0), None)


def test_without_a_compared_date_nothing_is_known_of_before(given_ledger):
    row = by_county(given_ledger(TWO_DATES))["211402"]
    assert (row.projects_before, row.started_pct_before) == (0, None)


def test_the_other_filters_narrow_it(given_ledger):
    assert by_county(given_ledger(TWO_DATES), sectors=["energy"])["211402"].projects == 1


def row_of(code, **values):
    empty = dict.fromkeys(Row._fields) | {"projects": 1, "total_wan": Decimal(1), "projects_before": 0}
    return Row(**{**empty, "county_code": code, **values})


@pytest.mark.parametrize(
    ("rates", "said"),
    [
        ({"211402": 80.0, "211481": 40.0}, "Start rate: highest in Lianshan with 80.0%, lowest in Xingcheng with 40.0%"),
        ({"211402": 40.0, "211481": 80.0}, "Start rate: highest in Xingcheng with 80.0%, lowest in Lianshan with 40.0%"),
        ({"211402": 80.0, "211481": 80.0}, "Start rate: all counties stand at 80.0%"),
        ({"211402": 80.0}, "Start rate: Lianshan 80.0%"),
        ({"multi": 100.0, "211402": 80.0}, "Start rate: Lianshan 80.0%"),
        ({"211402": 80.0, "211481": 80.0, "211403": 10.0},
         "Start rate: highest in Lianshan and Xingcheng with 80.0%, lowest in Longgang with 10.0%"),
        ({}, "No projects in this selection"),
    ],
)  # fmt: skip
def test_the_finding_names_the_first_and_the_last_county(rates, said):
    rows = [row_of(code, started_pct=rate) for code, rate in rates.items()]
    assert extremes(rows, chosen_measure("start_rate"), EN) == said


@pytest.mark.parametrize(
    ("measure", "values", "said"),
    [
        ("start_rate", {"started_pct": 80.0, "started_pct_before": 77.5}, "+2.5 pp"),
        ("investment", {"total_wan": Decimal(30_000), "total_wan_before": Decimal(50_000)}, "-2.00"),
        ("projects", {"projects": 5}, "+4"),
        ("projects", {"projects": 1}, ""),
        ("plan_completion", {"done_pct": 3.0}, ""),
    ],
)
def test_a_change_is_in_points_for_a_share_and_an_amount_for_the_rest(measure, values, said):
    row = row_of("211402", **{"projects_before": 1, **values})
    assert change_said(row, MEASURES[measure], EN) == said


def test_the_map_has_a_shape_for_every_county_and_its_rings_run_clockwise():
    counties = [division.code for division in city().divisions if division.kind == "county"]
    assert sorted(county_codes()) == sorted(counties)
    for feature in counties_shape([0] * len(counties)).geojson["features"]:
        shape = feature["geometry"]
        for polygon in shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]:
            ring = polygon[0]
            doubled = sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in pairwise(ring))
            assert doubled > 0, feature["id"]


def test_a_county_counts_its_projects_by_their_worst_light(given_ledger):
    ledger = given_ledger("""
        county_code | planned_start | planned_finish | actual_start | progress_pct | stats_entry_on
        211402      | 2022-03-01    |                |              |              |
        211402      | 2022-09-01    |                |              |              |
        211402      |               |                |              |              |
        211481      | 2022-02-01    | 2023-02-01     | 2022-02-01   | 90           | 2022-02-20
    """)
    rows = {row.county_code: row[1:] for row in ledger.ask("lights_by_county", as_of=SEP)}
    assert rows == {"211402": (3, 1, 1, 1, 0), "211481": (1, 0, 0, 0, 1)}


def test_batches_and_sponsors_of_every_date_can_be_chosen(given_ledger):
    ledger = given_ledger("""
        as_of      | batch_id | sponsor
        2022-08-31 | B1       |
        2022-09-30 | B2       | S1
        2022-09-30 | B2       |
    """)
    rows = [tuple(row) for row in ledger.ask("choices", as_ofs=[AUG, SEP])]
    assert [row for row in rows if row[0] in ("batch", "sponsor")] == [
        ("batch", "B1", 1),
        ("batch", "B2", 2),
        ("sponsor", "S1", 1),
    ]
