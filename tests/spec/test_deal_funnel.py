"""From match to landing: what counts at each stage, part by part, month by month, and what waits."""

import datetime as dt

import pytest

SEP = dt.date(2022, 9, 30)

DEALS = """
    deal_id | name | county_code | sector   | origin    | matched_on | signed_on  | signed_wan | landed_on  | landed_wan
    D1      | A    | 211402      | energy   | abroad    | 2022-01-03 | 2022-03-01 | 1,000      | 2022-05-01 | 40
    D2      | B    | 211402      | industry | northeast | 2022-09-30 | 2022-09-30 | 3,000      |            |
    D3      | C    | 211481      | industry | northeast | 2022-04-01 | 2022-10-01 | 9,000      |            |
    D4      | D    | 211481      | industry |           | 2021-02-01 | 2021-12-31 | 9,000      | 2022-02-01 | 500
    D5      | E    | 211499      | industry | abroad    | 2021-11-01 | 2022-01-01 | 4,000      | 2022-10-08 | 600
    D6      | F    | 211481      | industry |           | 2022-10-01 |            |            |            |
"""


@pytest.fixture
def ledger(given_ledger):
    return given_ledger(DEALS, "deals")


def stages(ledger, **filters):
    return {row.deal_stage: row for row in ledger.ask("deal_funnel", as_of=SEP, **filters)}


def test_each_stage_counts_the_deals_of_the_year_up_to_the_date(ledger):
    assert {stage: row.deals for stage, row in stages(ledger).items()} == {"matched": 3, "signed": 3, "landed": 1}


def test_a_match_has_no_amount_and_the_others_have_theirs(ledger):
    assert {stage: row.stage_wan for stage, row in stages(ledger).items()} == {
        "matched": None, "signed": 8_000, "landed": 40,
    }  # fmt: skip


def test_a_rate_is_of_the_stage_before_and_count_and_money_differ(ledger):
    found = stages(ledger)
    assert (found["matched"].count_pct, found["signed"].count_pct) == (None, 100.0)
    assert found["landed"].count_pct == pytest.approx(100 / 3)
    assert (found["signed"].money_pct, found["landed"].money_pct) == (None, 0.5)


def test_without_any_deal_the_stages_stand_and_have_no_rates(given_ledger):
    found = given_ledger(DEALS, "deals").ask("deal_funnel", as_of=SEP, sectors=["agriculture"])
    assert [(row.deals, row.count_pct, row.money_pct) for row in found] == [(0, None, None)] * 3


def test_the_landing_rates_are_those_of_the_tiles(ledger):
    landed = stages(ledger)["landed"]
    assert landed.count_pct == pytest.approx(ledger.ask("landing_rate", as_ofs=[SEP])[0].value)
    assert landed.money_pct == pytest.approx(ledger.ask("landing_rate_by_money", as_ofs=[SEP])[0].value)


def parts(ledger, by, **filters):
    return {
        row.code: (row.matched, row.signed, row.signed_wan, row.landed, row.landed_wan)
        for row in ledger.ask("deal_funnel_parts", as_of=SEP, **filters)
        if row.counted_by == by
    }


def test_counties_sectors_and_origins_count_the_same_deals_apart(ledger):
    assert parts(ledger, "county") == {
        "211402": (2, 2, 4_000, 1, 40), "211499": (0, 1, 4_000, 0, 0), "211481": (1, 0, 0, 0, 0),
    }  # fmt: skip
    assert parts(ledger, "sector") == {"industry": (2, 2, 7_000, 0, 0), "energy": (1, 1, 1_000, 1, 40)}
    assert parts(ledger, "origin") == {"abroad": (1, 2, 5_000, 1, 40), "northeast": (2, 1, 3_000, 0, 0)}


@pytest.mark.parametrize("by", ["county", "sector", "origin"])
def test_every_part_sums_to_the_funnel(demo, by):
    whole = {row.deal_stage: row for row in demo.engine.ask("deal_funnel", as_of=SEP)}
    sums = [sum(values) for values in zip(*parts(demo.engine, by).values(), strict=True)]
    signed, landed = whole["signed"], whole["landed"]
    assert sums == [whole["matched"].deals, signed.deals, signed.stage_wan, landed.deals, landed.stage_wan]


def test_a_month_has_what_was_signed_and_what_landed_in_it(ledger):
    found = {row.month: row for row in ledger.ask("deals_by_month", as_of=SEP)}
    assert {month: (row.signed, row.signed_wan) for month, row in found.items() if row.signed} == {
        1: (1, 4_000), 3: (1, 1_000), 9: (1, 3_000),
    }  # fmt: skip
    assert {month: (row.landed, row.landed_wan) for month, row in found.items() if row.landed} == {5: (1, 40)}


def test_a_month_after_the_date_has_no_numbers_and_one_without_deals_has_zero(ledger):
    found = {row.month: row for row in ledger.ask("deals_by_month", as_of=SEP)}
    assert (found[2].signed, found[2].signed_wan) == (0, 0)
    assert {(found[month].signed, found[month].landed_wan) for month in (10, 11, 12)} == {(None, None)}


WAITING = """
    deal_id | name | county_code | sector | signed_on  | signed_wan | landed_on
    W1      | A    | 211402      | energy | 2022-04-03 | 10         |
    W2      | B    | 211402      | energy | 2022-04-02 | 20         |
    W3      | C    | 211402      | energy | 2022-01-01 | 30         | 2022-09-30
    W4      | D    | 211402      | energy | 2022-01-01 | 40         | 2022-10-01
    W5      | E    | 211402      | energy | 2020-01-01 |            |
    W6      | F    | 211402      | energy |            |            |
"""


def test_a_deal_waits_when_it_was_signed_more_than_the_threshold_ago_and_has_not_landed_by_the_date(given_ledger):
    found = given_ledger(WAITING, "deals").ask("deals_waiting", as_of=SEP)
    assert [(row.deal_id, row.days_waiting) for row in found] == [("W5", 1003), ("W4", 272), ("W2", 181)]


VISITS = """
    month      | county_code | person_times | day_times | enterprises_visited | projects_matched
    2022-01-01 | 211402      | 10           | 100       | 7                   | 3
    2022-01-01 | 211481      | 5            |           | 2                   | 1
    2022-10-01 | 211402      | 99           | 99        | 99                  | 99
    2021-01-01 | 211402      | 99           | 99        | 99                  | 99
"""


def test_visits_add_up_over_the_counties_of_a_month_of_the_year(given_ledger):
    found = given_ledger(VISITS, "visits").ask("visits_by_month", as_of=SEP)
    assert [row.month for row in found] == list(range(1, 13))
    assert tuple(found[0])[1:] == (15, 100, 9, 4)
    assert {tuple(row)[1:] for row in found[1:]} == {(None, None, None, None)}


def test_visits_are_narrowed_by_county(given_ledger):
    found = given_ledger(VISITS, "visits").ask("visits_by_month", as_of=SEP, counties=["211481"])
    assert (found[0].person_times, found[0].day_times) == (5, None)


def test_a_deal_that_landed_without_an_amount_lands_by_count_and_brings_no_money(given_ledger):
    ledger = given_ledger(
        """
        deal_id | name | county_code | sector | signed_on  | signed_wan | landed_on  | landed_wan
        D1      | A    | 211402      | energy | 2022-03-01 | 1,000      | 2022-05-01 |
        """,
        "deals",
    )
    assert (stages(ledger)["landed"].count_pct, stages(ledger)["landed"].money_pct) == (100.0, 0.0)
    assert ledger.ask("landing_rate_by_money", as_ofs=[SEP])[0].value == 0.0
