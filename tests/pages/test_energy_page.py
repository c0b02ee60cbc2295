"""The energy page over the demonstration: the printed figures stand on it, and nothing breaks where data are missing."""

import datetime as dt

import pytest

from data.city import city
from pages import energy
from queries.engines.duckdb import Engine
from report.assemble import Source, assemble
from report.filters import Filters, read_filters
from tests.spec.reference_folders import other_reference
from words import Words, rounded

SEP, AUG, DEC = dt.date(2022, 9, 30), dt.date(2022, 8, 31), dt.date(2021, 12, 31)
LANGUAGES = ("zh", "en")


def shown(demo, language="en", **query):
    filters, faults = read_filters(query, demo.engine.opened.dates, demo.city)
    assert not faults
    return assemble(energy.PAGE, filters, demo, Words(language))


def table(report, name):
    """The rows of a table as texts."""
    return [[cell.text for cell in row] for row in next(t for t in report.tables if t.name == name).rows]


def tile(report, name):
    return next(kpi for kpi in report.kpis if kpi.name == name)


def chart(report, name):
    return next(one for one in report.charts if one.name == name)


def test_the_last_batch_has_23_projects_and_5_of_energy_with_half_the_money(demo):
    rows = {row[0]: row for row in table(shown(demo), "energy_share")}
    assert "5 / 23 = 21.7%" in rows["Batch 2022-Q4"]
    assert "39.85 / 78.60 = 50.7%" in rows["Batch 2022-Q4"]
    assert "Batch 2022-Q4: 50.7% of the money" in chart(shown(demo), "energy_share").title


def test_the_filter_of_the_batch_gives_the_same_on_the_tiles(demo):
    report = shown(demo, batch=["2022-Q4"])
    assert (tile(report, "energy_share_by_money").value, tile(report, "energy_share_by_money").base) == (
        "50.7", "39.85 / 78.60 × 100m yuan",
    )  # fmt: skip
    assert tile(report, "energy_share_by_count").base == "5 / 23"


def test_energy_is_35_of_249_large_projects_and_gains_six_points_on_the_year_before(demo):
    report = shown(demo)
    kpi = tile(report, "energy_share_over_1y")
    assert (kpi.value, kpi.base) == ("14.1", "35 / 249")
    row = next(row for row in table(report, "energy_share") if row[0] == "≥ 100m yuan")
    assert row[1] == "35 / 249 = 14.1%"
    assert row[3] == "+6.2 pp"
    found = demo.engine.ask("large_by_sector", as_of=SEP, compare=AUG)[0]
    assert rounded(found.count_pct - found.count_pct_year_before, 0) == 6
    assert tile(shown(demo, compare=["2021-12-31"]), "energy_share_over_1y").change == "+6.2 pp"


def test_industry_is_56_of_249_and_gains_two_points(demo):
    row = next(row for row in table(shown(demo), "large_by_sector") if row[0] == "Industry")
    assert (row[1], row[3]) == ("56 / 249 = 22.5%", "+1.8 pp")
    found = demo.engine.ask("large_by_sector", as_of=SEP)[1]
    assert rounded(found.count_pct - found.count_pct_year_before, 0) == 2


def test_the_columns_name_the_dates_that_they_compare_with(demo):
    heads = next(t for t in shown(demo).tables if t.name == "energy_share").columns
    assert heads == (
        "Part", "By count", "count since 2022-08-31", "count since 2021-12-31",
        "By money (100m yuan)", "money since 2022-08-31", "money since 2021-12-31",
    )  # fmt: skip
    one = next(t for t in shown(demo, compare=["2021-12-31"]).tables if t.name == "energy_share").columns
    assert one == ("Part", "By count", "count since 2021-12-31", "By money (100m yuan)", "money since 2021-12-31")


def test_the_printed_new_energy_stands_beside_the_real_units_with_the_arithmetic(demo):
    rows = table(shown(demo), "clean_capacity")
    assert rows[0][:2] == ["New-energy capacity", "592.9 MW"]
    assert rows[1][1:] == ["11%", "10.5%", "592.9 ÷ (592.9 + 5,060.0) = 10.5%", "differs (2024 file)"]
    assert rows[2][1:] == ["5,390 MW", "5,652.9 MW", "592.9 + 5,060.0 = 5,652.9", "differs (2024 file)"]
    assert rows[3][1] == "+4.5 pp"
    assert table(shown(demo, "zh"), "clean_capacity")[0][1] == "592.9兆瓦（59.29万千瓦）"


def test_co2_follows_from_the_coal_saved_with_the_factor_and_its_source_named(demo):
    report = shown(demo)
    assert (tile(report, "coal_saved_t").value, tile(report, "co2_avoided_t").value) == ("42.38", "104.11")
    note = next(t for t in report.tables if t.name == "energy_output").note
    assert "2.4567 t per t of standard coal" in note and "Energy Research Institute of the NDRC" in note
    assert "国家发展改革委能源研究所" in next(t for t in shown(demo, "zh").tables if t.name == "energy_output").note


def test_a_generation_that_the_plant_cannot_reach_is_flagged_with_the_sum(demo):
    note = next(t for t in shown(demo).tables if t.name == "energy_output").note
    assert "13.00 × 100m kWh ÷ (20.00 × 10 MW × 8,760 h) = 74.2%; a plant of its kind reaches 45% at most" in note


def test_the_map_names_its_source_licence_and_the_other_coordinates(demo):
    for language, off in (("zh", "相差数百米"), ("en", "a few hundred metres off")):
        said = chart(shown(demo, language), "energy_map").subtitle
        assert "Global Energy Monitor" in said and "CC BY 4.0" in said and off in said


def test_commitments_lead_to_their_projects_and_are_counted(demo):
    commitments = next(t for t in shown(demo).tables if t.name == "energy_commitments")
    assert commitments.rows and all(row[0].link and row[0].link.path == "projects" for row in commitments.rows)
    states = [row.commitment for row in demo.engine.ask("energy_commitments", as_of=SEP)]
    assert f"{len(states)} commitments: Kept {states.count('kept')}" in commitments.note
    kpi = tile(shown(demo), "commitments_kept")
    assert kpi.base == f"{states.count('kept')} / {len(states) - states.count('not_due')}"


def test_a_filter_that_does_not_apply_says_why(demo):
    report = shown(demo, sector=["industry"])
    assert "Sector: doesn't apply here." in tile(report, "energy_share_by_count").note
    assert tile(report, "energy_share_by_count").base == "49 / 500"
    assert chart(report, "energy_kinds").title == "No energy projects in this selection"
    assert any("Sector" in note for note in chart(report, "energy_map").notes)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("day", [DEC, dt.date(2022, 1, 31), SEP])
@pytest.mark.parametrize("query", [{}, {"counties": ("211400",)}, {"sectors": ("agriculture",), "batches": ("none",)}])
def test_every_date_and_an_empty_selection_are_shown_without_an_exception(demo, language, day, query):
    report = assemble(energy.PAGE, Filters(day, None, **query), demo, Words(language))
    assert all(one.title for one in report.charts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_city_without_files_about_energy_is_shown_in_plain_sentences(demo_store, monkeypatch, tmp_path, language):
    other_reference(monkeypatch, tmp_path)
    bare = Source(Engine(demo_store.open()), city())
    report = assemble(energy.PAGE, Filters(SEP, AUG), bare, Words(language))
    words = Words(language)
    assert chart(report, "energy_map").title == words("There is no file of generating units")
    assert chart(report, "energy_unit_kinds").title == words("No generating units in this selection")
    assert table(report, "clean_capacity") == table(report, "energy_units") == []
    assert next(t for t in report.tables if t.name == "energy_units").note == words(
        "There is no file of generating units."
    )
    assert (
        words("Without an emission factor there is no CO₂.")
        in next(t for t in report.tables if t.name == "energy_output").note
    )
