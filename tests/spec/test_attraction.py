"""Deals, visits and meetings on small ledgers: what belongs to the year, and what has landed."""

import datetime as dt

import pytest

SEP = dt.date(2022, 9, 30)


def value_of(engine, name, **parameters):
    rows = engine.ask(name, as_ofs=[SEP], **parameters)
    return rows[0].value if rows else None


DEALS = """
    deal_id | name | county_code | sector   | signed_on  | signed_wan | landed_on  | landed_wan
    D1      | A    | 211402      | energy   | 2022-03-01 | 1,000      | 2022-05-01 | 40
    D2      | B    | 211402      | industry | 2022-09-30 | 3,000      |            |
    D3      | C    | 211481      | industry | 2022-10-01 | 9,000      |            |
    D4      | D    | 211481      | industry | 2021-12-31 | 9,000      | 2022-02-01 | 500
    D5      | E    | 211481      | industry | 2022-01-01 | 4,000      | 2022-10-08 | 600
    D6      | F    | 211481      | industry |            |            |            |
"""


@pytest.mark.parametrize(
    ("name", "expected"),
    [("deals_signed", 3), ("deals_signed_money", 8_000), ("deals_landed", 1), ("deals_landed_money", 40),
     ("landing_rate", 100 / 3), ("landing_rate_by_money", 0.5)],
)  # fmt: skip
def test_a_deal_counts_when_it_was_signed_this_year_and_lands_only_within_it(given_ledger, name, expected):
    assert value_of(given_ledger(DEALS, "deals"), name) == pytest.approx(expected)


def test_deals_are_narrowed_by_county_and_sector(given_ledger):
    ledger = given_ledger(DEALS, "deals")
    assert value_of(ledger, "deals_signed", counties=["211402"]) == 2
    assert value_of(ledger, "deals_signed", counties=["211402"], sectors=["energy"]) == 1
    assert value_of(ledger, "deals_signed", sectors=["agriculture"]) is None


@pytest.mark.parametrize("name", ["person_times", "day_times", "enterprises_visited", "projects_matched"])
def test_visits_add_up_over_the_months_of_the_year(given_ledger, name):
    ledger = given_ledger(
        f"""
        month      | county_code | {name}
        2022-01-01 | 211402      | 10
        2022-09-01 | 211402      | 5
        2022-09-01 | 211481      | 7
        2022-10-01 | 211402      | 1000
        2021-12-01 | 211402      | 1000
        2022-08-01 | 211402      |
        """,
        "visits",
    )
    assert value_of(ledger, name) == 22
    assert value_of(ledger, name, counties=["211481"]) == 7


MEETINGS = """
    meeting_id | held_on    | kind
    M1         | 2022-01-05 | cloud_dispatch
    M2         | 2022-09-30 | cloud_dispatch
    M3         | 2022-10-01 | cloud_dispatch
    M4         | 2021-12-30 | cloud_dispatch
    M5         | 2022-03-01 | on_site
"""


def test_meetings_of_the_year_up_to_the_date_are_counted_by_their_form(given_ledger):
    ledger = given_ledger(MEETINGS, "meetings")
    assert value_of(ledger, "meetings_held") == 3
    assert value_of(ledger, "meetings_held", kinds=["cloud_dispatch"]) == 2


def test_weeks_between_meetings_are_the_weeks_of_the_year_shared_among_them(given_ledger):
    found = given_ledger(MEETINGS, "meetings").ask("meeting_interval", as_of=SEP, kinds=["cloud_dispatch"])[0]
    assert (found.meetings, found.weeks, found.value, found.is_implausible) == (2, 39.0, 19.5, True)


def test_a_meeting_every_week_is_plausible_and_none_at_all_is_no_statement(given_ledger):
    weekly = [f"M{i} | {dt.date(2022, 1, 3) + dt.timedelta(weeks=i)} | cloud_dispatch" for i in range(38)]
    ledger = given_ledger("\n".join(["meeting_id | held_on | kind", *weekly]), "meetings")
    assert ledger.ask("meeting_interval", as_of=SEP)[0].is_implausible is False
    assert ledger.ask("meeting_interval", as_of=SEP, kinds=["special"])[0].value is None


def test_an_indicator_counts_at_its_latest_period_and_by_its_target_where_nothing_else_is_known(given_ledger):
    ledger = given_ledger(
        """
        campaign | indicator | county_code | period_end | value | target
        listing  | A         |             | 2022-06-30 | 3     | 9
        listing  | A         |             | 2022-09-30 | 4     | 9
        listing  | A         | 211402      | 2022-09-30 | 1     |
        listing  | B         |             | 2025-12-31 |       | 20
        """,
        "indicators",
    )
    assert value_of(ledger, "indicator", campaigns=["listing"], indicators=["A"]) == 4
    assert value_of(ledger, "indicator", indicators=["B"]) == 20
    assert value_of(ledger, "indicator", campaigns=["green_mines"]) is None
