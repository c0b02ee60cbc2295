"""Investment by size: disjoint bands of a project's total investment, by count and by money."""

import datetime as dt
from decimal import Decimal

SEP = dt.date(2022, 9, 30)


def test_bands_come_smallest_first_and_a_bound_belongs_to_the_upper_one(given_ledger):
    ledger = given_ledger("total_wan\n1,000,000\n500\n9,999.99\n10,000\n99,999.99\n100,000\n999,999.99")
    rows = ledger.ask("investment_by_size", as_of=SEP)
    assert [(row.size, row.projects, row.total_wan) for row in rows] == [
        ("500w_1y", 2, Decimal("10499.99")),
        ("1y_10y", 2, Decimal("109999.99")),
        ("10y_100y", 2, Decimal("1099999.99")),
        ("100y_up", 1, 1_000_000),
    ]


def test_a_band_without_projects_has_no_row(given_ledger):
    rows = given_ledger("total_wan\n500\n1,000,000").ask("investment_by_size", as_of=SEP)
    assert [row.size for row in rows] == ["500w_1y", "100y_up"]


def test_a_project_below_all_bands_stays_a_row_of_its_own(given_ledger):
    rows = given_ledger("total_wan\n499.99\n500").ask("investment_by_size", as_of=SEP)
    assert [(row.size, row.projects) for row in rows] == [(None, 1), ("500w_1y", 1)]


def test_shares_by_count_and_by_money_have_the_selection_as_their_base(given_ledger):
    ledger = given_ledger("sector | total_wan\nenergy | 1,000\nenergy | 3,000\nenergy | 36,000\nindustry | 90,000")
    rows = ledger.ask("investment_by_size", as_of=SEP, sectors=["energy"])
    assert [(row.count_pct, row.money_pct) for row in rows] == [(200 / 3, 10.0), (100 / 3, 90.0)]


def test_projects_without_money_have_a_share_by_count_alone(given_ledger):
    row = given_ledger("total_wan\n0").ask("investment_by_size", as_of=SEP)[0]
    assert (row.count_pct, row.money_pct) == (100.0, None)
