"""Parks: projects whose site is a development zone or park, by park and county."""

import datetime as dt

SEP = dt.date(2022, 9, 30)

LEDGER = """
    park  | county_code | total_wan | year_status | actual_start | resumed_on | year_plan_wan | year_done_wan
    North | 211402      | 5,000     | new_start   | 2022-03-01   |            | 400           | 100
    North | 211402      | 1,000     | new_start   | 2022-10-01   |            | 100           |
    North | 211481      | 7,000     | continued   | 2020-03-01   | 2022-04-01 |               | 10
    South | 211499      | 6,000     | continued   | 2020-03-01   |            | 200           |
          | 211402      | 99,000    | new_start   | 2022-03-01   |            | 900           | 900
"""


def rows_of(ledger, **filters):
    return [tuple(row) for row in ledger.ask("parks", as_of=SEP, **filters)]


def test_a_park_has_a_row_in_each_county_largest_first_and_sites_outside_parks_have_none(given_ledger):
    assert rows_of(given_ledger(LEDGER)) == [
        ("North", "211481", 1, 7_000, 1, 100.0, None),
        ("North", "211402", 2, 6_000, 1, 50.0, 20.0),
        ("South", "211499", 1, 6_000, 0, 0.0, 0.0),
    ]


def test_equal_parks_stand_in_the_order_of_their_names(given_ledger):
    ledger = given_ledger("park | county_code\nB | 211402\nA | 211481\nA | 211402")
    assert [row[:2] for row in rows_of(ledger)] == [("A", "211402"), ("A", "211481"), ("B", "211402")]


def test_what_is_done_of_the_plan_is_the_number_that_the_tile_shows_for_the_same_projects(given_ledger):
    """A park that reports nothing done has done nothing, as on the tile."""
    ledger = given_ledger(LEDGER)
    for row in ledger.ask("parks", as_of=SEP, counties=["211481", "211499"]):
        tile = ledger.ask("plan_completion", as_ofs=[SEP], counties=[row.county_code])[0]
        assert row.done_pct == tile.value


def test_a_park_is_narrowed_with_its_county(given_ledger):
    assert [row[:3] for row in rows_of(given_ledger(LEDGER), counties=["211402"])] == [("North", "211402", 2)]
