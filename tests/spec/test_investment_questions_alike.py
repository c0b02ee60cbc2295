"""What the questions about investment have in common: filters, the date, the plan's base, nothing, the unknown."""

import datetime as dt
import tempfile
from decimal import Decimal
from pathlib import Path

import pytest

from data.opening import Opened
from queries.catalog import catalog
from queries.engines.duckdb import Engine
from tests.conftest import DEFAULTS, ledger_of_rows

SEP, AUG, OCT, LAST_YEAR = (dt.date(2022, 9, 30), dt.date(2022, 8, 31), dt.date(2022, 10, 31), dt.date(2021, 12, 31))
QUESTIONS = (
    "county_by_sector", "county_courses", "funds_by_source", "funds_in_place", "investment_by_month",
    "investment_by_size", "investment_change_by_county", "investment_change_by_sector", "investment_tree",
    "largest_projects", "parks", "private_share", "year_done", "year_plan",
)  # fmt: skip
OF_TWO_DATES = ("county_courses", "investment_by_month", "investment_change_by_county", "investment_change_by_sector")
COLUMNS = {
    "counties": ("county_code", "211402", "211481"), "sectors": ("sector", "energy", "industry"),
    "natures": ("nature", "retrofit", "new_build"), "sizes": ("total_wan", Decimal(700), Decimal(20_000)),
    "batches": ("batch_id", "B1", None), "sponsors": ("sponsor", "S1", "S2"), "projects": ("project_id", "P", "Q"),
}  # fmt: skip
PROJECT = {
    **DEFAULTS, "name": "N", "evidence": "reported", "actual_start": dt.date(2022, 3, 1), "park": "Park",
    "ownership": "private", "year_plan_wan": Decimal(500), "year_done_wan": Decimal(90),
    "funds_in_place_wan": Decimal(80), "central_wan": Decimal(30), "bank_wan": Decimal(20),
    **{column: kept for column, kept, _ in COLUMNS.values()},
}  # fmt: skip


def project(**other):
    """The project in August, with other values in September: it had done less, the rest alike."""
    row = {**PROJECT, **other}
    return [{**row, "as_of": AUG, "year_done_wan": Decimal(40)}, {**row, "as_of": SEP}]


def asked(rows, name, **more):
    """The answer over these rows."""
    given = {"as_of": SEP, "as_ofs": [SEP], "compare": AUG, **more}
    with tempfile.TemporaryDirectory() as folder:
        ledger = ledger_of_rows(Path(folder), {"projects": rows})
        return ledger.ask(
            name, **{key: value for key, value in given.items() if key in catalog()[name].parameter_names}
        )


FILTERED = [
    (name, filtered) for name in QUESTIONS for filtered in COLUMNS if filtered in catalog()[name].parameter_names
]


@pytest.mark.parametrize(("name", "filtered"), FILTERED)
def test_a_filter_answers_as_if_the_ledger_held_only_what_it_keeps(name, filtered):
    column, kept, _ = COLUMNS[filtered]
    value = "500w_1y" if filtered == "sizes" else kept
    others = [{"project_id": "P"}] + [{other: drop, "project_id": f"P {other}"} for other, _, drop in COLUMNS.values()]
    rows = [row for other in others for row in project(**{"project_id": "P"} | other)]
    if filtered == "projects":
        rows = [row for row in rows if row["project_id"] in ("P", "P sector")]
    left = [row for row in rows if row[column] == kept]
    assert len(left) < len(rows) and left
    assert asked(rows, name, **{filtered: [value]}) == asked(left, name)
    assert asked(rows, name, **{filtered: [value]}) != asked(rows, name)


@pytest.mark.parametrize("name", QUESTIONS)
def test_what_came_after_the_date_changes_nothing(name):
    later = [{**row, "as_of": OCT, "year_done_wan": Decimal(450)} for row in project(project_id="R")[:1]]
    assert asked(project() + later, name) == asked(project(), name) != []


@pytest.mark.parametrize("name", [name for name in QUESTIONS if name not in OF_TWO_DATES])
def test_a_question_about_one_date_reads_that_date_alone(name):
    earlier = [{**row, "total_wan": Decimal(9)} for row in project(project_id="R")[:1]]
    assert asked(project()[1:] + earlier, name) == asked(project()[1:], name) != []


@pytest.mark.parametrize("name", QUESTIONS)
def test_preparatory_projects_stand_outside_every_question(name):
    prepared = project(project_id="R", year_status="preparatory", county_code="211403", sector="services", park="X")
    assert asked(project() + prepared, name) == asked(project(), name)


NOTHING = {
    "funds_by_source": [(source, 0, None) for source in ("central", "bond", "bank", "own", "other")],
    "investment_by_month": [(month, None, None, None, None, None) for month in range(1, 13)],
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_an_empty_ledger_has_no_rows_and_no_numbers(name):
    given = {"as_of": SEP, "as_ofs": [SEP], "compare": AUG}
    ledger = Engine(Opened(1, {}))
    found = ledger.ask(name, **{key: value for key, value in given.items() if key in catalog()[name].parameter_names})
    assert found == NOTHING.get(name, [])


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_selection_without_projects_has_no_amounts(name):
    found = asked(project(), name, natures=["relocation"])
    amounts = [value for row in found for field, value in row._asdict().items() if field.endswith(("_wan", "_pct"))]
    assert {*amounts} <= {None, 0}
    assert len(found) == len(NOTHING.get(name, []))


@pytest.mark.parametrize("name", [n for n in QUESTIONS if {"county_code"} & {f.name for f in catalog()[n].returns}])
def test_an_unknown_county_the_citys_own_level_and_cross_county_projects_are_rows_of_their_own(name):
    codes = ("211499", "multi", "211400", "211402")
    rows = [row for code in codes for row in project(project_id=code, county_code=code)]
    assert {row.county_code for row in asked(rows, name)} == {*codes}


@pytest.mark.parametrize("name", [n for n in QUESTIONS if {"sector"} & {f.name for f in catalog()[n].returns}])
def test_an_unknown_sector_is_a_row_of_its_own(name):
    rows = [row for code in ("fishing", "energy") for row in project(project_id=code, sector=code)]
    assert {row.sector for row in asked(rows, name)} == {"fishing", "energy"}
