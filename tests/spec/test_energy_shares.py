"""Energy's share of the plan and its parts, by count and by money, now and then: the bases never mix."""

import datetime as dt
from decimal import Decimal

import pytest

SEP, AUG, DEC = dt.date(2022, 9, 30), dt.date(2022, 8, 31), dt.date(2021, 12, 31)

LEDGER = """
    as_of      | sector   | total_wan | batch_id | county_code | year_status
    2022-09-30 | energy   | 30,000    | B1       | 211402      | new_start
    2022-09-30 | industry | 10,000    | B1       | 211402      | new_start
    2022-09-30 | industry | 9,999.99  |          | 211481      | new_start
    2022-09-30 | energy   | 0.01      | B2       | 211481      | new_start
    2022-09-30 | energy   | 50,000    | B1       | 211402      | preparatory
    2022-08-31 | energy   | 10,000    |          | 211402      | new_start
    2022-08-31 | industry | 10,000    |          | 211402      | new_start
    2021-12-31 | industry | 10,000    |          | 211402      | new_start
    2021-12-31 | industry | 10,000    |          | 211402      | new_start
    2021-12-31 | energy   | 60,000    | B1       | 211402      | new_start
    2021-12-31 | industry | 10,000    |          | 211402      | new_start
"""


def shares(engine, **asked):
    """Rows by part or batch."""
    return {row.batch_id or row.part: row for row in engine.ask("energy_share", as_of=SEP, **asked)}


def test_the_parts_are_all_the_large_ones_and_each_batch_of_the_date(given_ledger):
    assert list(shares(given_ledger(LEDGER))) == ["all", "over_1y", "B1", "B2"]


def test_by_count_and_by_money_each_have_their_own_base(given_ledger):
    found = shares(given_ledger(LEDGER))
    assert (found["all"].projects, found["all"].base, found["all"].count_pct) == (2, 4, 50.0)
    assert (found["all"].total_wan, found["all"].base_wan) == (Decimal("30000.01"), Decimal("50000.00"))
    assert found["all"].money_pct == pytest.approx(60.00002)
    assert (found["over_1y"].projects, found["over_1y"].base, found["over_1y"].money_pct) == (1, 2, 75.0)
    assert (found["B1"].count_pct, found["B1"].money_pct) == (50.0, 75.0)
    assert (found["B2"].count_pct, found["B2"].money_pct) == (100.0, 100.0)


def test_the_share_before_is_that_of_the_compared_date(given_ledger):
    found = shares(given_ledger(LEDGER), compare=AUG)
    assert (found["all"].count_pct_before, found["all"].money_pct_before) == (50.0, 50.0)
    assert (found["B1"].count_pct_before, found["B1"].money_pct_before) == (None, None)


def test_the_share_of_the_year_before_is_that_of_its_last_snapshot(given_ledger):
    for compare in (None, AUG, DEC):
        found = shares(given_ledger(LEDGER), compare=compare)
        assert found["over_1y"].count_pct_year_before == 25.0
        assert found["all"].money_pct_year_before == pytest.approx(100 * 6 / 9)
        assert found["B1"].count_pct_year_before == 100.0


def test_a_compared_date_at_the_end_of_the_year_before_is_both(given_ledger):
    found = shares(given_ledger(LEDGER), compare=DEC)["all"]
    assert (found.count_pct_before, found.count_pct_year_before) == (25.0, 25.0)


def test_without_a_compared_date_and_a_year_before_there_is_nothing_to_compare(given_ledger):
    found = shares(given_ledger("sector\nenergy\nindustry"))["all"]
    assert (found.count_pct, found.count_pct_before, found.count_pct_year_before) == (50.0, None, None)


def test_filters_narrow_the_base_and_a_part_without_projects_has_no_row(given_ledger):
    found = shares(given_ledger(LEDGER), counties=["211481"])
    assert list(found) == ["all", "B2"]
    assert (found["all"].projects, found["all"].base) == (1, 2)
    assert shares(given_ledger(LEDGER), counties=["multi"]) == {}


def test_no_money_is_no_share_of_money(given_ledger):
    found = shares(given_ledger("sector | total_wan\nenergy | 0\nindustry | 0"))["all"]
    assert (found.count_pct, found.money_pct) == (50.0, None)


def test_large_projects_by_sector_in_the_citys_order_with_the_change_of_each(given_ledger):
    rows = given_ledger(LEDGER).ask("large_by_sector", as_of=SEP, compare=AUG)
    assert [(row.sector, row.projects, row.base) for row in rows] == [("energy", 1, 2), ("industry", 1, 2)]
    assert [(row.count_pct_before, row.count_pct_year_before) for row in rows] == [(50.0, 25.0), (50.0, 75.0)]
    assert [row.money_pct for row in rows] == [75.0, 25.0]
    assert sum(row.total_wan for row in rows) == rows[0].base_wan == Decimal(40_000)


def test_a_sector_that_had_large_projects_and_has_none_keeps_its_row(given_ledger):
    ledger = given_ledger("""
        as_of      | sector   | total_wan
        2022-09-30 | energy   | 10,000
        2022-08-31 | services | 10,000
    """)
    rows = ledger.ask("large_by_sector", as_of=SEP, compare=AUG)
    assert [(row.sector, row.count_pct, row.count_pct_before) for row in rows] == [
        ("energy", 100.0, 0.0), ("services", 0.0, 100.0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("energy_share_by_count", (2, 4, 50.0)),
        ("energy_share_over_1y", (1, 2, 50.0)),
        ("energy_share_by_money", (Decimal("30000.01"), Decimal(50_000), pytest.approx(60.00002))),
    ],
)
def test_a_tile_has_the_share_with_its_own_base(given_ledger, name, shown):
    found = {row.as_of: row for row in given_ledger(LEDGER).ask(name, as_ofs=[SEP])}
    assert found[SEP][1:] == shown
