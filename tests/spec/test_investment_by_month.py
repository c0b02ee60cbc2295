"""Investment by month: an even plan, what each month's last snapshot reports, and the difference between two."""

import datetime as dt
from decimal import Decimal

import pytest

THREE_MONTHS = """
    as_of      | project_id | county_code | sector   | year_plan_wan | year_done_wan
    2022-01-31 | A          | 211402      | energy   | 1,200         | 50
    2022-02-28 | A          | 211402      | energy   | 1,200         | 150
    2022-02-28 | B          | 211481      | industry | 600           | 40
    2022-03-31 | A          | 211402      | energy   | 2,400         | 400
    2022-03-31 | B          | 211481      | industry | 600           | 30
"""


def asked(ledger, as_of, **filters):
    """Done so far and done in the month, by month, as far as there are numbers."""
    rows = ledger.ask("investment_by_month", as_of=dt.date.fromisoformat(as_of), **filters)
    assert [row.month for row in rows] == list(range(1, 13))
    return {row.month: (row.done_wan, row.month_done_wan) for row in rows if row.done_wan is not None}


def plans(ledger, as_of, **filters):
    rows = ledger.ask("investment_by_month", as_of=dt.date.fromisoformat(as_of), **filters)
    return [(row.plan_wan, row.month_plan_wan) for row in rows]


def test_a_months_own_investment_is_the_difference_to_the_month_before(given_ledger):
    assert asked(given_ledger(THREE_MONTHS), "2022-03-31") == {1: (50, 50), 2: (190, 140), 3: (430, 240)}


def test_the_plan_of_the_date_is_spread_evenly_over_twelve_months(given_ledger):
    found = plans(given_ledger(THREE_MONTHS), "2022-03-31")
    assert found == [(250 * month, 250) for month in range(1, 13)]
    assert plans(given_ledger(THREE_MONTHS), "2022-01-31")[-1] == (1_200, 100)


def test_a_plan_that_twelve_doesnt_divide_is_whole_at_the_years_end(given_ledger):
    found = plans(given_ledger("year_plan_wan\n100"), "2022-09-30")
    assert found[0] == (Decimal("8.33"), Decimal("8.33"))
    assert found[11][0] == 100


def test_months_after_the_date_have_no_numbers_of_their_own(given_ledger):
    ledger = given_ledger(THREE_MONTHS)
    assert asked(ledger, "2022-02-28") == {1: (50, 50), 2: (190, 140)}
    rows = ledger.ask("investment_by_month", as_of=dt.date(2022, 2, 28))
    assert [row.as_of for row in rows[:3]] == [dt.date(2022, 1, 31), dt.date(2022, 2, 28), None]


def test_of_several_snapshots_of_a_month_the_last_one_up_to_the_date_counts(given_ledger):
    ledger = given_ledger("""
        as_of      | year_plan_wan | year_done_wan
        2022-01-31 | 120           | 10
        2022-02-10 | 120           | 17
        2022-02-28 | 120           | 30
    """)
    assert asked(ledger, "2022-02-28") == {1: (10, 10), 2: (30, 20)}
    assert asked(ledger, "2022-02-10") == {1: (10, 10), 2: (17, 7)}


def test_after_a_month_without_a_snapshot_the_next_one_has_no_investment_of_its_own(given_ledger):
    ledger = given_ledger("""
        as_of      | year_plan_wan | year_done_wan
        2022-01-31 | 120           | 10
        2022-03-31 | 120           | 30
        2022-04-30 | 120           | 45
    """)
    assert asked(ledger, "2022-04-30") == {1: (10, 10), 3: (30, None), 4: (45, 15)}


def test_another_years_snapshots_are_left_out(given_ledger):
    ledger = given_ledger("""
        as_of      | year_plan_wan | year_done_wan
        2021-12-31 | 900           | 890
        2022-01-31 | 120           | 10
    """)
    assert asked(ledger, "2022-01-31") == {1: (10, 10)}
    assert asked(ledger, "2021-12-31") == {12: (890, None)}


def test_a_project_that_enters_the_plan_brings_what_it_has_done(given_ledger):
    """Else a selection would lose the month in which its first project came."""
    ledger = given_ledger(THREE_MONTHS)
    assert asked(ledger, "2022-03-31", counties=["211481"]) == {1: (0, 0), 2: (40, 40), 3: (30, -10)}


def test_a_correction_downwards_is_a_negative_month(given_ledger):
    assert asked(given_ledger(THREE_MONTHS), "2022-03-31", sectors=["industry"])[3] == (30, -10)


def test_preparatory_projects_are_left_out_and_a_missing_amount_is_nothing(given_ledger):
    ledger = given_ledger("""
        as_of      | year_status | year_plan_wan | year_done_wan
        2022-01-31 | preparatory | 500           | 500
        2022-01-31 | new_start   | 120           |
    """)
    assert asked(ledger, "2022-01-31") == {1: (0, 0)}
    assert plans(ledger, "2022-01-31")[0] == (10, 10)


def test_without_a_plan_there_is_none_to_spread(given_ledger):
    assert set(plans(given_ledger("year_done_wan\n5"), "2022-09-30")) == {(None, None)}


@pytest.mark.parametrize(
    ("column", "codes"),
    [("counties", ["211402", "211481", "multi", "211499"]), ("sectors", ["energy", "industry"])],
)
def test_the_parts_sum_to_the_whole_in_every_month(given_ledger, column, codes):
    ledger = given_ledger("""
        as_of      | project_id | county_code | sector   | year_plan_wan | year_done_wan
        2022-01-31 | A          | 211402      | energy   | 1,200         | 50
        2022-02-28 | A          | multi       | energy   | 1,200         | 150
        2022-02-28 | B          | 211481      | industry | 600           | 40
        2022-03-31 | B          | 211499      | industry | 600           | 70
    """)
    whole = asked(ledger, "2022-03-31")
    parts = [asked(ledger, "2022-03-31", **{column: [code]}) for code in codes]
    assert {month: tuple(sum(part[month][i] for part in parts) for i in (0, 1)) for month in whole} == whole
