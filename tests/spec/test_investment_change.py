"""Investment done since the compared date, by county and by sector: the parts of the change sum to the whole."""

import datetime as dt

import pytest

SEP, AUG, LAST_YEAR = dt.date(2022, 9, 30), dt.date(2022, 8, 31), dt.date(2021, 12, 31)
BY = pytest.mark.parametrize("by", ["county", "sector"])

LEDGER = """
    as_of      | project_id | county_code | sector    | year_done_wan
    2022-08-31 | A          | 211402      | energy    | 100
    2022-08-31 | B          | 211481      | industry  | 300
    2022-08-31 | C          | multi       | services  | 50
    2022-09-30 | A          | 211402      | energy    | 160
    2022-09-30 | B          | 211481      | industry  | 280
    2022-09-30 | D          | 211400      | energy    | 70
    2022-09-30 | E          | 211499      | fishing   |
"""


def changes(ledger, by, compare=AUG, **filters):
    rows = ledger.ask(f"investment_change_by_{by}", as_of=SEP, compare=compare, **filters)
    return {row[0]: row[1:] for row in rows}


def test_each_county_has_what_was_done_then_what_is_done_now_and_the_difference(given_ledger):
    assert changes(given_ledger(LEDGER), "county") == {
        "211402": (100, 160, 60),
        "211481": (300, 280, -20),
        "211400": (0, 70, 70),
        "multi": (50, 0, -50),
        "211499": (0, 0, 0),
    }


def test_each_sector_has_what_was_done_then_what_is_done_now_and_the_difference(given_ledger):
    assert changes(given_ledger(LEDGER), "sector") == {
        "energy": (100, 230, 130),
        "industry": (300, 280, -20),
        "services": (50, 0, -50),
        "fishing": (0, 0, 0),
    }


@pytest.mark.parametrize(
    ("by", "order"),
    [
        ("county", ["211402", "211481", "211400", "multi", "211499"]),
        ("sector", ["energy", "industry", "services", "fishing"]),
    ],
)
def test_the_rows_stand_in_the_citys_order_and_unknown_codes_last(given_ledger, by, order):
    assert list(changes(given_ledger(LEDGER), by)) == order


@BY
def test_the_parts_sum_to_what_the_city_had_done_and_has_done(given_ledger, by):
    ledger = given_ledger(LEDGER)
    then, now = ledger.ask("year_done", as_ofs=[AUG, SEP])
    sums = [sum(column) for column in zip(*changes(ledger, by).values(), strict=True)]
    assert sums == [then.numerator, now.numerator, now.numerator - then.numerator]


@BY
def test_without_a_compared_date_there_is_no_change(given_ledger, by):
    assert changes(given_ledger(LEDGER), by, compare=None) == {}


@BY
def test_a_date_is_not_compared_with_itself(given_ledger, by):
    assert changes(given_ledger(LEDGER), by, compare=SEP) == {}


@BY
def test_what_another_year_had_done_is_not_taken_from_this_years(given_ledger, by):
    ledger = given_ledger("""
        as_of      | project_id | sector | year_done_wan
        2021-12-31 | A          | energy | 900
        2022-09-30 | A          | energy | 40
    """)
    assert list(changes(ledger, by, compare=LAST_YEAR).values()) == [(0, 40, 40)]


@BY
def test_a_later_compared_date_turns_the_change_round(given_ledger, by):
    rows = given_ledger(LEDGER).ask(f"investment_change_by_{by}", as_of=AUG, compare=SEP)
    turned = {row[0]: row.change_wan for row in rows}
    assert turned == {code: -values[2] for code, values in changes(given_ledger(LEDGER), by).items()}


def test_a_project_that_moves_takes_its_amount_to_its_new_county(given_ledger):
    ledger = given_ledger("""
        as_of      | project_id | county_code | year_done_wan
        2022-08-31 | A          | 211402      | 100
        2022-09-30 | A          | 211481      | 120
    """)
    assert changes(ledger, "county") == {"211402": (100, 0, -100), "211481": (0, 120, 120)}
