"""Counties by sector: what each county builds; rows and columns sum to the city."""

import datetime as dt
from collections import Counter

SEP = dt.date(2022, 9, 30)

LEDGER = """
    county_code | sector      | total_wan
    211499      | energy      | 10
    multi       | energy      | 600
    211402      | agriculture | 5,000
    211402      | energy      | 1,000
    211402      | energy      | 2,000
    211400      | industry    | 800
    211402      | fishing     | 1
"""


def test_each_county_and_sector_with_projects_has_a_row_in_the_citys_order(given_ledger):
    assert [tuple(row) for row in given_ledger(LEDGER).ask("county_by_sector", as_of=SEP)] == [
        ("211402", "energy", 2, 3_000),
        ("211402", "agriculture", 1, 5_000),
        ("211402", "fishing", 1, 1),
        ("211400", "industry", 1, 800),
        ("multi", "energy", 1, 600),
        ("211499", "energy", 1, 10),
    ]


def summed(rows, key):
    money, projects = Counter(), Counter()
    for row in rows:
        money[getattr(row, key)] += row.total_wan
        projects[getattr(row, key)] += row.projects
    return {code: (projects[code], money[code]) for code in projects if projects[code]}


def test_the_rows_sum_to_each_county_and_to_each_sector(given_ledger):
    ledger = given_ledger(LEDGER)
    rows = ledger.ask("county_by_sector", as_of=SEP)
    assert summed(rows, "county_code") == summed(ledger.ask("investment_by_county", as_of=SEP), "county_code")
    assert summed(rows, "sector") == summed(ledger.ask("share_by_sector", as_of=SEP), "sector")


def test_both_filters_narrow_it(given_ledger):
    rows = given_ledger(LEDGER).ask("county_by_sector", as_of=SEP, counties=["211402", "211400"], sectors=["energy"])
    assert [(row.county_code, row.sector) for row in rows] == [("211402", "energy")]
