"""The plan's projects by their money: as a list with their progress, and as the rectangles of a treemap."""

import datetime as dt
from decimal import Decimal

import pytest

SEP = dt.date(2022, 9, 30)
BOTH = pytest.mark.parametrize("name", ["largest_projects", "investment_tree"])

LEDGER = """
    project_id | county_code | sector   | total_wan | year_plan_wan | year_done_wan
    C          | multi       | services | 700       | 100           |
    B          | 211481      | industry | 5,000     | 0             | 30
    A          | 211402      | energy   | 700       | 400           | 100
    D          | 211499      | energy   | 9,000     |               | 50
    E          | 211400      | energy   | 600       | 80            | 120
"""


@BOTH
def test_the_largest_comes_first_and_equal_ones_by_their_number(given_ledger, name):
    rows = given_ledger(LEDGER).ask(name, as_of=SEP)
    assert [row.project_id for row in rows] == ["D", "B", "A", "C", "E"]


@BOTH
def test_every_project_of_the_plan_is_there_once_and_they_sum_to_the_city(given_ledger, name):
    ledger = given_ledger(LEDGER)
    rows = ledger.ask(name, as_of=SEP)
    assert sum(row.total_wan for row in rows) == ledger.ask("total_investment", as_ofs=[SEP])[0].numerator
    assert [row.county_code for row in rows] == ["211499", "211481", "211402", "multi", "211400"]
    assert [row.sector for row in rows] == ["energy", "industry", "energy", "services", "energy"]


def test_what_is_done_of_the_years_plan_stands_beside_each_project_where_both_are_known(given_ledger):
    rows = {row.project_id: row for row in given_ledger(LEDGER).ask("largest_projects", as_of=SEP)}
    assert {name: row.done_pct for name, row in rows.items()} == {
        "A": 25.0,
        "B": None,
        "C": None,
        "D": None,
        "E": 150.0,
    }
    assert (rows["C"].year_plan_wan, rows["C"].year_done_wan) == (100, None)


def test_each_project_shows_its_light_of_the_same_date(given_ledger):
    ledger = given_ledger("""
        as_of      | project_id | total_wan | planned_start | actual_start
        2022-08-31 | A          | 900       | 2022-01-10    | 2022-01-10
        2022-09-30 | A          | 900       | 2022-01-10    |
        2022-09-30 | B          | 800       |               |
    """)
    lights = [(row.project_id, row.light) for row in ledger.ask("largest_projects", as_of=SEP)]
    assert [name for name, _ in lights] == ["A", "B"]
    assert lights[0] == ("A", "red")
    assert lights[1][1]


def test_money_is_shown_to_the_fen(given_ledger):
    rows = given_ledger("total_wan\n9999999999999999.99").ask("investment_tree", as_of=SEP)
    assert rows[0].total_wan == Decimal("9999999999999999.99")


def test_a_project_without_a_county_is_in_the_tree(given_ledger):
    rows = given_ledger("county_code | total_wan\n | 700\n211402 | 300").ask("investment_tree", as_of=SEP)
    assert [(row.county_code, row.total_wan) for row in rows] == [("", 700), ("211402", 300)]
