"""What the titles and pictures of the charts of energy say beyond what every chart's do."""

from dataclasses import replace
from decimal import Decimal

import pytest

from charts import energy_kinds, energy_map, energy_share, energy_unit_kinds
from charts.energy import KINDS
from charts.theme import DARK
from data.city import city
from tests.spec.reference_folders import other_reference
from words import Words

EN, ZH = Words("en"), Words("zh")


def part(name, batch, projects, count, money):
    wan = Decimal(10_000)
    return energy_share.Row(name, batch, projects, 10, count, None, wan, wan, money, None)


def site(kind, running=0, built=0, planned=0, retired=0, name="X", later=0):
    amounts = [Decimal(mw) for mw in (running, built, planned, retired, later)]
    return energy_map.Row(name, f"{name} plant", kind, "211481", 120.5, 40.5, 1, *amounts)


def test_the_share_names_both_bases_and_the_part_with_the_largest_share_by_money():
    rows = [part("all", None, 2, 10.0, 30.0), part("over_1y", None, 1, 14.1, 35.0), part("batch", "B4", 1, 21.7, 50.7)]
    assert energy_share.finding(rows, EN) == (
        "Energy is 10.0% of the projects and 30.0% of the money; Batch B4: 50.7% of the money"
    )
    assert energy_share.finding(rows, ZH) == "能源占项目数的10.0%、总投资的30.0%；B4批次占投资的50.7%"


def test_no_energy_and_no_projects_are_said_plainly():
    assert energy_share.finding([part("all", None, 0, 0.0, 0.0)], EN) == "No energy projects in this selection"
    assert energy_share.finding([], EN) == "No projects in this selection"


def test_the_compared_date_stands_pale_behind_only_where_there_is_one():
    now = part("all", None, 2, 10.0, 30.0)
    assert len(energy_share.draw([now], EN).data) == 2
    assert len(energy_share.draw([now._replace(count_pct_before=5.0, money_pct_before=6.0)], EN).data) == 4
    assert "pale" not in energy_share.subtitle([now], EN)


def test_running_and_built_capacity_are_each_told_with_their_kinds():
    rows = [site("coal", 5060), site("nuclear", built=3798, planned=3750), site("pumped_storage", built=1200)]
    assert energy_map.finding(rows, EN) == (
        "In operation 5,060 MW, all of it coal; under construction 4,998 MW, nuclear 76.0%"
    )
    assert energy_map.finding(rows, ZH) == "在运5,060兆瓦，全部为煤电；在建4,998兆瓦，核电占76.0%"


def test_kinds_that_share_the_first_place_are_all_named():
    assert (
        energy_map.finding([site("coal", 10), site("wind", 10)], EN) == "In operation 20 MW, coal and wind 50.0% each"
    )
    assert energy_map.finding([site("coal", 1), site("coal", 2)], EN) == "In operation 3 MW, all of it coal"


def test_what_is_only_planned_or_gone_is_neither_in_operation_nor_built():
    assert energy_map.finding([site("wind", planned=5), site("coal", retired=5)], EN) == (
        "No unit is in operation or under construction"
    )


def test_a_site_shows_what_runs_within_what_is_built_within_what_is_planned():
    figure = energy_map.draw([site("nuclear", 100, 300, 500)], EN)
    marks = {trace.marker.symbol[0]: trace for trace in figure.data if trace.type == "scattergeo" and trace.hovertext}
    across = sorted((trace.marker.size[0], trace.marker.opacity) for trace in figure.data if trace.hovertext and
                    trace.type == "scattergeo")  # fmt: skip
    assert [size / across[-1][0] for size, _ in across] == pytest.approx(
        [(1 / 9) ** 0.5, (4 / 9) ** 0.5, (4 / 9) ** 0.5, 1]
    )
    assert set(marks) == {"diamond", "diamond-open"}
    assert (
        "X plant</b><br>Nuclear<br>In operation 100 MW<br>Under construction 300 MW<br>Planned 500 MW"
        in (marks["diamond"].hovertext[0])
    )


def test_a_retired_site_is_a_cross():
    figure = energy_map.draw([site("coal", retired=30)], EN)
    assert [trace.marker.symbol[0] for trace in figure.data if trace.type == "scattergeo" and trace.hovertext] == [
        "x-thin-open"
    ]


def test_without_a_boundary_file_the_points_are_drawn_alone(monkeypatch):
    monkeypatch.setattr("charts.map.city", lambda: replace(city(), boundaries=None))
    figure = energy_map.draw([site("coal", 10)], EN)
    assert figure.layout.geo.fitbounds == "locations"


def test_without_a_file_of_units_the_map_says_so_and_credits_nobody(monkeypatch, tmp_path):
    other_reference(monkeypatch, tmp_path)
    assert energy_map.finding([], EN) == "There is no file of generating units"
    assert energy_map.finding([], ZH) == "没有机组资料"
    assert "CC BY" not in energy_map.subtitle([], EN)
    assert energy_unit_kinds.finding([], EN) == "No generating units in this selection"
    for chart in (energy_map, energy_unit_kinds, energy_kinds):
        chart.draw([], EN)


def test_the_map_names_source_licence_and_how_far_the_points_are_off():
    said = energy_map.subtitle([site("coal", 10, later=10)], EN)
    for part_of_it in ("Global Energy Monitor", "CC BY 4.0", "a few hundred metres off", "statuses of 2024",
                       "10 MW of it begun after the as-of date"):  # fmt: skip
        assert part_of_it in said


def test_every_kind_has_a_shape_of_its_own_and_a_colour_for_the_dark():
    assert set(KINDS) == set(city().codes("energy_kind"))
    assert len({shape for _, shape in KINDS.values()}) == len(KINDS)
    assert all(colour in DARK for colour, _ in KINDS.values())


def test_kinds_without_stated_capacity_are_told_by_money_alone():
    row = energy_kinds.Row("wind", 1, Decimal(30_000), 75.0, 0, None, None)
    other = row._replace(energy_kind="gas", total_wan=Decimal(10_000), money_pct=25.0)
    assert energy_kinds.finding([row, other], EN) == "By money, wind has 75.0%"
    assert energy_kinds.finding([row._replace(total_wan=Decimal(0)), other._replace(total_wan=Decimal(0))], EN) == (
        "No investment in energy in this selection"
    )
