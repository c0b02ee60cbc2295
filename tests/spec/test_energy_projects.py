"""Energy projects by kind, one by one, and what they bring."""

import datetime as dt
from decimal import Decimal

import pytest

from tests.spec.reference_folders import other_reference

SEP = dt.date(2022, 9, 30)
FACTOR = 2.4567

LEDGER = """
    project_id | sector   | energy_kind | total_wan | capacity_mw | annual_energy_mwh | coal_saved_t | year_plan_wan | year_done_wan
    A          | energy   | wind        | 10,000    | 50          | 109,500           | 33,000       | 1,000         | 250
    B          | energy   | wind        | 20,000    |             |                   |              |               |
    C          | energy   | nuclear     | 70,000    | 150         |                   | 10           | 1,000         |
    D          | energy   |             | 100       |             |                   |              |               |
    E          | industry | wind        | 90,000    | 999         | 999               | 999          |               |
"""


def test_kinds_with_most_money_first_and_the_capacity_that_is_stated(given_ledger):
    rows = given_ledger(LEDGER).ask("energy_kinds", as_of=SEP)
    assert [row.energy_kind for row in rows] == ["nuclear", "wind", None]
    assert [(row.projects, row.stating, row.capacity_mw) for row in rows] == [(1, 1, 150), (2, 1, 50), (1, 0, None)]
    assert [row.capacity_pct for row in rows] == [75.0, 25.0, None]
    assert sum(row.money_pct for row in rows) == pytest.approx(100)


def test_the_projects_are_those_of_the_sector_largest_first(given_ledger):
    rows = given_ledger(LEDGER).ask("energy_projects", as_of=SEP)
    assert [row.project_id for row in rows] == ["C", "B", "A", "D"]
    assert [row.done_pct for row in rows] == [None, None, 25.0, None]


def test_preparatory_projects_and_other_dates_play_no_part(given_ledger):
    ledger = given_ledger("""
        as_of      | sector | energy_kind | year_status
        2022-09-30 | energy | wind        | preparatory
        2022-08-31 | energy | wind        | new_start
    """)
    for name in ("energy_kinds", "energy_projects", "energy_output"):
        assert ledger.ask(name, as_of=SEP) == []


def test_only_who_states_generation_or_coal_saved_brings_something(given_ledger):
    rows = given_ledger(LEDGER).ask("energy_output", as_of=SEP)
    assert [row.project_id for row in rows] == ["A", "C"]
    a, c = rows
    assert a.load_pct == pytest.approx(100 * 109_500 / (50 * 8_760)) == 25.0
    assert a.coal_g_per_kwh == pytest.approx(33_000 * 1_000 / 109_500)
    assert a.co2_avoided_t == pytest.approx(33_000 * FACTOR)
    assert (c.load_pct, c.coal_g_per_kwh, c.co2_avoided_t) == (None, None, pytest.approx(10 * FACTOR))
    assert (a.highest_pct, c.highest_pct) == (45.0, 95.0)


def test_co2_avoided_is_the_coal_saved_times_the_factor(given_ledger):
    found = given_ledger(LEDGER).ask("co2_avoided_t", as_ofs=[SEP], sectors=["energy"])[0]
    assert found.value == pytest.approx((33_000 + 10) * FACTOR)
    assert found.numerator == Decimal("81095.6670")


def test_another_city_may_have_another_factor_or_none(given_ledger, monkeypatch, tmp_path):
    other_reference(monkeypatch, tmp_path, factors="name,value\nco2_per_t_standard_coal,2\n")
    assert given_ledger(LEDGER).ask("co2_avoided_t", as_ofs=[SEP], projects=["C"])[0].value == 20.0
    other_reference(monkeypatch, tmp_path / "none")
    assert given_ledger(LEDGER).ask("co2_avoided_t", as_ofs=[SEP], projects=["C"])[0].value is None
