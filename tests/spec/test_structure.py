"""Shares, changes and stated quantities on small ledgers, each with its own base."""

import datetime as dt
from decimal import Decimal

import pytest

SEP, DEC = dt.date(2022, 9, 30), dt.date(2021, 12, 31)


def value_of(engine, name, **parameters):
    rows = engine.ask(name, as_ofs=[SEP], **parameters)
    return rows[0].value if rows else None


TWO_YEARS = """
    as_of      | project_id | sector   | total_wan | year_status
    2021-12-31 | A          | energy   | 20,000    | new_start
    2021-12-31 | B          | industry | 20,000    | new_start
    2021-12-31 | C          | industry | 20,000    | new_start
    2021-12-31 | D          | industry | 20,000    | new_start
    2022-09-30 | A          | energy   | 20,000    | continued
    2022-09-30 | B          | industry | 9,000     | continued
    2022-09-30 | E          | energy   | 20,000    | new_start
    2022-09-30 | F          | energy   | 20,000    | preparatory
"""


def test_a_share_changes_by_percentage_points_and_both_bases_are_given(given_ledger):
    found = given_ledger(TWO_YEARS).ask("sector_share_change", as_of=SEP, previous=DEC, of_sectors=["energy"])[0]
    assert found.value == pytest.approx(100 * (2 / 3 - 1 / 4))
    assert found[:2] + found[3:] == (2, 3, 1, 4)


def test_a_change_without_an_earlier_year_is_no_number(given_ledger):
    ledger = given_ledger("project_id | sector\nA | energy")
    found = ledger.ask("sector_share_change", as_of=SEP, previous=DEC, of_sectors=["energy"])[0]
    assert (found.value, found.previous_numerator) == (None, None)


def test_large_projects_are_counted_now_and_then(given_ledger):
    found = given_ledger(TWO_YEARS).ask("projects_over_1y_change", as_of=SEP, previous=DEC)[0]
    assert found.value == 2 - 4


def test_the_base_of_a_share_is_the_whole_selection_and_not_the_sector(given_ledger):
    ledger = given_ledger("""
        sector   | county_code | total_wan
        energy   | 211402      | 3,000
        industry | 211402      | 1,000
        industry | 211481      | 6,000
    """)
    found = ledger.ask("sector_share_by_money", as_ofs=[SEP], of_sectors=["energy"], counties=["211402"])[0]
    assert (found.numerator, found.denominator, found.value) == (3_000, 4_000, 75.0)
    assert value_of(ledger, "sector_share_by_count", of_sectors=["energy", "industry"]) == 100.0
    assert value_of(ledger, "sector_share_by_count", of_sectors=["agriculture"]) == 0.0


def test_sectors_are_counted_once_each(given_ledger):
    ledger = given_ledger("sector | batch_id\nenergy | B1\nenergy | B1\nindustry | B1\nservices |")
    assert value_of(ledger, "sectors_covered") == 3
    assert value_of(ledger, "sectors_covered", batches=["B1"]) == 2


def test_new_starts_are_those_the_plan_names_so_whether_begun_or_not(given_ledger):
    ledger = given_ledger("""
        year_status | actual_start | resumed_on
        new_start   | 2022-03-01   |
        new_start   |              |
        continued   | 2020-03-01   | 2022-03-01
        preparatory |              |
    """)
    assert value_of(ledger, "new_starts_planned") == 2
    assert value_of(ledger, "new_starts_started") == 1


def test_a_sponsored_project_is_one_with_a_name_beside_it(given_ledger):
    assert value_of(given_ledger("project_id | sponsor\nA | S1\nB | S1\nC |"), "sponsored_projects") == 2


@pytest.mark.parametrize(
    ("name", "column"),
    [("capacity_mw", "capacity_mw"), ("annual_energy_mwh", "annual_energy_mwh"), ("coal_saved_t", "coal_saved_t"),
     ("output_capacity", "output_capacity"), ("annual_output", "annual_output_wan"), ("area_ha", "area_ha")],
)  # fmt: skip
def test_a_stated_quantity_is_summed_over_the_asked_projects(given_ledger, name, column):
    ledger = given_ledger(f"project_id | {column}\nA | 12.25\nB | 0.75\nC |")
    assert value_of(ledger, name) == 13.0
    assert value_of(ledger, name, projects=["B"]) == 0.75
    assert value_of(ledger, name, projects=["C"]) is None


def test_money_is_added_exactly(given_ledger):
    ledger = given_ledger("total_wan\n" + "\n".join(["0.10"] * 3 + ["9999999999999.99"]))
    assert ledger.ask("total_investment", as_ofs=[SEP])[0].numerator == Decimal("10000000000000.29")


def test_an_amount_as_large_as_the_column_holds_is_still_a_number(given_ledger):
    ledger = given_ledger("total_wan\n9999999999999999.99")
    assert ledger.ask("total_investment", as_ofs=[SEP])[0].numerator == Decimal("9999999999999999.99")
    assert ledger.ask("investment_by_county", as_of=SEP)[0].total_wan == Decimal("9999999999999999.99")


def test_a_plant_that_would_have_to_run_more_than_its_kind_can_is_implausible(given_ledger):
    ledger = given_ledger("""
        project_id | energy_kind | capacity_mw | annual_energy_mwh
        A          | wind        | 200         | 1,300,000
        B          | wind        | 200         | 500,000
        C          | nuclear     | 1,000       | 7,800,000
        D          | wind        | 0           | 10
        E          |             | 100         | 800,000
        F          | wind        | 100         |
    """)
    rows = {row.project_id: row for row in ledger.ask("capacity_factor", as_of=SEP)}
    assert list(rows) == ["E", "C", "A", "B"]
    assert rows["A"].value == pytest.approx(100 * 1_300_000 / (200 * 8_760))
    assert {name: row.is_implausible for name, row in rows.items()} == {"A": True, "B": False, "C": False, "E": None}


def test_what_was_generated_for_the_demonstration_is_counted(given_ledger):
    ledger = given_ledger("project_id | evidence\nA | illustrative\nB | reported")
    assert ledger.ask("illustrative", as_of=SEP)[0].projects == 1
