"""The tiles about money: the year's plan, what is done, what has arrived, and what is private."""

import datetime as dt
from decimal import Decimal

import pytest

SEP, AUG = dt.date(2022, 9, 30), dt.date(2022, 8, 31)
SUMS = pytest.mark.parametrize(
    ("name", "column"),
    [("year_plan", "year_plan_wan"), ("year_done", "year_done_wan"), ("funds_in_place", "funds_in_place_wan")],
)
KPIS = ("year_plan", "year_done", "funds_in_place", "private_share")
COUNTIES, SECTORS = ("211402", "211400", "multi", "211499"), ("energy", "industry")

LEDGER = """
    county_code | sector   | ownership | total_wan | year_plan_wan | year_done_wan | funds_in_place_wan
    211402      | energy   | private   | 4,000     | 900           | 300           | 200.50
    211400      | industry | mixed     | 3,000     | 80            | 120           | 70
    multi       | energy   | state     | 2,000     | 7             |               | 1
    211499      | industry |           | 1,000     |               | 5             |
"""


def found(ledger, name, as_of=SEP, **filters):
    rows = ledger.ask(name, as_ofs=[as_of], **filters)
    return rows[0] if rows else None


@SUMS
def test_an_amount_is_summed_exactly_and_a_missing_one_is_nothing(given_ledger, name, column):
    ledger = given_ledger(f"project_id | {column}\nA | 0.10\nB | 0.10\nC | 0.10\nD | \nE | 9999999999999.99")
    assert found(ledger, name).numerator == Decimal("10000000000000.29")
    assert found(ledger, name).denominator is None
    assert found(given_ledger("total_wan\n500"), name).value == 0


@SUMS
def test_an_amount_is_that_of_its_own_date_and_of_the_plan_alone(given_ledger, name, column):
    ledger = given_ledger(f"""
        as_of      | project_id | year_status | {column}
        2022-08-31 | A          | new_start   | 40
        2022-09-30 | A          | new_start   | 50
        2022-09-30 | B          | preparatory | 999
    """)
    assert [(row.as_of, row.value) for row in ledger.ask(name, as_ofs=[SEP, AUG])] == [(AUG, 40), (SEP, 50)]


def test_private_is_only_what_is_wholly_so_and_the_base_is_all(given_ledger):
    share = found(given_ledger(LEDGER), "private_share")
    assert (share.numerator, share.denominator, share.value) == (4_000, 10_000, 40.0)


@pytest.mark.parametrize("ownership", ["state", "foreign", "mixed", ""])
def test_no_other_ownership_is_private(given_ledger, ownership):
    assert found(given_ledger(f"ownership | total_wan\n{ownership} | 700"), "private_share").value == 0.0


def test_the_private_share_is_by_money_and_not_by_count(given_ledger):
    ledger = given_ledger("ownership | total_wan\nprivate | 1,000\nprivate | 1,000\nstate | 8,000")
    assert found(ledger, "private_share").value == 20.0


def test_the_base_of_the_private_share_is_the_selection(given_ledger):
    ledger = given_ledger(LEDGER)
    assert found(ledger, "private_share", sectors=["energy"]).value == pytest.approx(100 * 4 / 6)
    assert found(ledger, "private_share", counties=["multi"]).value == 0.0


def test_a_share_of_no_money_is_no_number(given_ledger):
    assert found(given_ledger("ownership | total_wan\nprivate | 0"), "private_share").value is None
    assert found(given_ledger(LEDGER), "private_share", natures=["relocation"]) is None


@pytest.mark.parametrize(("filtered", "codes"), [("counties", COUNTIES), ("sectors", SECTORS)])
@pytest.mark.parametrize("name", KPIS)
def test_the_parts_sum_to_the_city(given_ledger, name, filtered, codes):
    ledger = given_ledger(LEDGER)
    whole, parts = found(ledger, name), [found(ledger, name, **{filtered: [code]}) for code in codes]
    assert sum(part.numerator for part in parts) == whole.numerator
    if whole.denominator is not None:
        assert sum(part.denominator for part in parts) == whole.denominator
