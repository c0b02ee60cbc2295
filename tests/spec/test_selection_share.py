"""The part of a selection, by count and by money: its base is the selection, and the two are never mixed."""

import datetime as dt

import pytest

SEP = dt.date(2022, 9, 30)
LEDGER = """
    county_code | sector   | total_wan | year_status | nature   | sponsor
    211402      | energy   |   300,000 | new_start   | retrofit | A
    211402      | industry |    10,000 | new_start   |          |
    211403      | industry |    80,000 | continued   | retrofit |
    211403      | services |    10,000 | continued   |          | B
    211403      | energy   |   900,000 | preparatory |          |
"""


@pytest.fixture
def asked(given_ledger):
    engine = given_ledger(LEDGER)

    def ask(question, **parameters):
        rows = engine.ask(f"selection_share_by_{question}", as_ofs=[SEP], **parameters)
        return [(float(row.numerator), float(row.denominator), row.value) for row in rows]

    return ask


def test_the_part_is_counted_in_the_plan_without_preparatory_projects(asked):
    assert asked("count", of_sectors=["energy"]) == [(1, 4, 25)]


def test_the_same_part_by_money_is_another_number(asked):
    assert asked("money", of_sectors=["energy"]) == [(300_000, 400_000, 75)]


def test_filters_narrow_the_base_and_of_filters_the_part_in_it(asked):
    assert asked("count", of_sectors=["industry"], counties=["211403"]) == [(1, 2, 50)]
    assert asked("money", of_counties=["211403"], sectors=["industry"]) == [(80_000, 90_000, 100 * 80 / 90)]


def test_several_parts_must_all_fit_and_an_empty_cell_fits_none(asked):
    assert asked("count", of_natures=["retrofit"], of_sizes=["10y_100y"]) == [(1, 4, 25)]
    assert asked("count", of_sponsors=["A", "B"]) == [(2, 4, 50)]


def test_an_empty_selection_has_no_share(asked):
    assert asked("count", of_sectors=["energy"], counties=["211481"]) == []
