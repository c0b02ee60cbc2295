"""The city's generating units: by site, by kind, one by one, and beside the printed capacity."""

import datetime as dt

import pytest

from data.assets import assets, assets_credit
from data.city import city
from data.opening import Opened
from queries.engines.duckdb import Engine
from tests.spec.reference_folders import other_reference, units

SEP = dt.date(2022, 9, 30)
FILE = units(
    "X | nuclear | 1000 | construction     | 2021-05-01 | 211481",
    "X | nuclear | 500  | construction     | 2023-11-15 | 211481",
    "X | nuclear | 250  | announced        |            | 211481",
    "X | nuclear | 250  | pre_construction |            | 211481",
    "Y | coal    | 300  | operating        | 2000       | 211402",
    "Y | coal    | 50   | retired          |            | 211402",
    "Z | wind    | 40.5 | operating        | 2022-10-01 | 211402",
)
ROLES = """role,campaign,indicator,zh,en
new_capacity,clean_power,cap,甲,A
new_share,clean_power,share,乙,B
"""
INDICATORS = """
    campaign    | indicator | county_code | period_end | value | unit
    clean_power | cap       |             | 2022-06-30 | 1     | 万千瓦
    clean_power | cap       |             | 2022-09-30 | 10    | 万千瓦
    clean_power | cap       | 211402      | 2022-09-30 | 99    | 万千瓦
    clean_power | share     |             | 2022-09-30 | 25    | %
    green_mines | cap       |             | 2022-09-30 | 77    | 万千瓦
"""


@pytest.fixture
def engine(monkeypatch, tmp_path):
    """No ledger, and the units of FILE."""
    other_reference(monkeypatch, tmp_path, energy_assets=FILE)
    return Engine(Opened(1, {}))


def test_the_units_of_a_site_are_one_row_with_the_capacity_of_each_status(engine):
    rows = engine.ask("energy_sites", as_of=SEP)
    assert [(row.site, row.site_en, row.energy_kind, row.units) for row in rows] == [
        ("X", "X plant", "nuclear", 4), ("Y", "Y plant", "coal", 2), ("Z", "Z plant", "wind", 1),
    ]  # fmt: skip
    assert rows[0][7:] == (0, 1500, 500, 0, 500)
    assert rows[1][7:] == (300, 0, 0, 50, 0)


def test_what_began_after_the_date_is_said_to_be_later(engine):
    later = {(row.unit_name, row.unit_status) for row in engine.ask("energy_units", as_of=SEP) if row.is_later}
    assert later == {("2", "construction"), ("7", "operating")}
    assert not any(row.is_later for row in engine.ask("energy_units", as_of=dt.date(2023, 11, 15)))
    assert sum(row.is_later for row in engine.ask("energy_units", as_of=dt.date(1999, 12, 31))) == 4


def test_kinds_leave_out_what_is_retired_and_the_largest_comes_first(engine):
    rows = engine.ask("energy_unit_kinds", as_of=SEP)
    assert [(row.energy_kind, row.units, row.operating_mw) for row in rows] == [
        ("nuclear", 4, 0), ("coal", 1, 300), ("wind", 1, pytest.approx(40.5)),
    ]  # fmt: skip


def test_units_are_narrowed_by_county_and_by_nothing_else(engine):
    assert [row.unit_name for row in engine.ask("energy_units", as_of=SEP, counties=["211402"])] == ["5", "6", "7"]
    assert [row.energy_kind for row in engine.ask("energy_unit_kinds", as_of=SEP, counties=["211481"])] == ["nuclear"]


def test_every_row_behind_says_where_it_stands_in_the_file(engine):
    rows = engine.behind("energy_sites", as_of=SEP).to_pylist()
    assert [row["source_row"] for row in rows] == [2, 3, 4, 5, 6, 7, 8]
    assert {(row["source_file"], row["source_sheet"]) for row in rows} == {("energy_assets.csv", "tracker")}


@pytest.fixture
def printed(given_ledger, monkeypatch, tmp_path):
    """100 MW of new energy and 25 % of all printed, beside 300 MW of coal and a wind farm that runs later."""
    other_reference(monkeypatch, tmp_path, energy_assets=FILE, energy_indicators=ROLES)
    return given_ledger(INDICATORS, table="indicators")


def test_the_printed_capacity_stands_beside_the_units_in_operation_of_other_kinds(printed):
    row = printed.ask("clean_capacity", as_of=SEP)[0]
    assert (row.new_mw, row.new_pct, row.all_mw, row.share_change_points) == (100.0, 25.0, None, None)
    assert (row.units, row.other_mw, row.computed_all_mw, row.computed_pct) == (1, 300.0, 400.0, 25.0)


def test_without_units_nothing_is_computed_and_without_indicators_nothing_is_printed(
    given_ledger, monkeypatch, tmp_path
):
    other_reference(monkeypatch, tmp_path / "a", energy_indicators=ROLES)
    row = given_ledger(INDICATORS, table="indicators").ask("clean_capacity", as_of=SEP)[0]
    assert (row.new_mw, row.units, row.computed_pct) == (100.0, 0, None)
    other_reference(monkeypatch, tmp_path / "b", energy_assets=FILE)
    row = given_ledger(INDICATORS, table="indicators").ask("clean_capacity", as_of=SEP)[0]
    assert (row.new_mw, row.new_pct, row.other_mw, row.computed_pct) == (None, None, 300.0, None)


def test_a_city_without_the_files_has_no_units_and_no_credit(monkeypatch, tmp_path):
    other_reference(monkeypatch, tmp_path)
    engine = Engine(Opened(1, {}))
    assert (assets(), assets_credit()) == ([], None)
    for name in ("energy_sites", "energy_unit_kinds", "energy_units"):
        assert engine.ask(name, as_of=SEP) == []
    assert engine.ask("clean_capacity", as_of=SEP)[0].computed_pct is None


def test_the_citys_own_file_has_codes_that_are_known():
    """20 units of Global Energy Monitor's trackers: 5,060 MW of coal run."""
    own = assets()
    assert len(own) == 20
    assert sum(unit.capacity_mw for unit in own if unit.status == "operating") == 5_060
    assert {unit.energy_kind for unit in own if unit.status == "operating"} == {"coal"}
    assert {unit.energy_kind for unit in own} <= set(city().codes("energy_kind"))
    assert {unit.status for unit in own} <= set(city().codes("unit_status"))
    assert {unit.county_code for unit in own} <= set(city().codes("county"))
    assert len({unit.gem_id for unit in own}) == 20 and all(unit.source.startswith("GEM ") for unit in own)
    assert "CC BY 4.0" in assets_credit().source


def test_every_unit_stands_in_the_county_that_it_names():
    shapes = {feature["id"]: feature["geometry"]["coordinates"] for feature in city().boundaries.shapes["features"]}
    for unit in assets():
        assert any(inside(unit.lon, unit.lat, ring) for ring in outer_rings(shapes[unit.county_code])), unit


def outer_rings(coordinates):
    return [coordinates[0]] if isinstance(coordinates[0][0][0], float) else [polygon[0] for polygon in coordinates]


def inside(x, y, ring):
    """Whether a ray to the right crosses the ring an odd number of times."""
    crossings = 0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            crossings += 1
    return crossings % 2 == 1
