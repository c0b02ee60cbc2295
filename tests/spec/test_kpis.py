"""The measures on small ledgers: what counts, what doesn't, and at which date."""

import datetime as dt

import pytest

SEP, AUG = dt.date(2022, 9, 30), dt.date(2022, 8, 31)


def value_of(engine, name, **parameters):
    rows = engine.ask(name, as_ofs=[SEP], **parameters)
    return rows[0].value if rows else None


def test_a_new_start_has_started_when_its_actual_start_is_not_after_the_date(given_ledger):
    ledger = given_ledger("""
        year_status | actual_start
        new_start   | 2022-09-30
        new_start   | 2022-10-01
        new_start   |
    """)
    assert value_of(ledger, "started") == 1
    assert value_of(ledger, "not_started") == 2


def test_a_continued_project_has_started_when_it_resumed_and_its_old_start_proves_nothing(given_ledger):
    ledger = given_ledger("""
        year_status | actual_start | resumed_on
        continued   | 2020-04-01   | 2022-03-01
        continued   | 2020-04-01   |
        continued   | 2020-04-01   | 2022-10-08
    """)
    assert value_of(ledger, "started") == value_of(ledger, "resumed") == 1
    assert value_of(ledger, "resumption_rate") == pytest.approx(100 / 3)


def test_preparatory_projects_stand_outside_the_plan(given_ledger):
    ledger = given_ledger("""
        year_status | actual_start | total_wan
        new_start   | 2022-03-01   | 5,000
        preparatory |              | 900,000
    """)
    assert value_of(ledger, "projects") == 1
    assert value_of(ledger, "total_investment") == 5_000
    assert value_of(ledger, "start_rate") == 100.0


def test_rows_of_other_dates_are_ignored(given_ledger):
    ledger = given_ledger("""
        as_of      | project_id | total_wan
        2022-09-30 | A          | 700
        2022-08-31 | A          | 999,999
    """)
    assert value_of(ledger, "total_investment") == 700


def test_one_answer_serves_several_dates_in_order(given_ledger):
    ledger = given_ledger("""
        as_of      | project_id | actual_start
        2022-09-30 | A          | 2022-09-01
        2022-09-30 | B          |
        2022-08-31 | A          |
    """)
    rows = ledger.ask("start_rate", as_ofs=[SEP, AUG])
    assert [(row.as_of, row.value) for row in rows] == [(AUG, 0.0), (SEP, 50.0)]


@pytest.mark.parametrize(("total", "over"), [("9,999.99", 0), ("10,000", 1), ("1,000,000", 1)])
def test_one_hundred_million_is_included_in_those_above(given_ledger, total, over):
    assert (value_of(given_ledger(f"total_wan\n{total}"), "projects_over_1y") or 0) == over


@pytest.mark.parametrize(
    ("total", "size"),
    [
        ("500", "500w_1y"),
        ("9,999.99", "500w_1y"),
        ("10,000", "1y_10y"),
        ("100,000", "10y_100y"),
        ("1,000,000", "100y_up"),
    ],
)
def test_size_bands_are_disjoint_and_a_bound_belongs_to_the_upper_one(given_ledger, total, size):
    ledger = given_ledger(f"total_wan\n{total}")
    assert value_of(ledger, "projects", sizes=[size]) == 1


def test_the_plan_is_judged_against_whole_months_that_have_passed(given_ledger):
    ledger = given_ledger("""
        as_of      | project_id | year_plan_wan | year_done_wan
        2022-09-30 | A          | 800           | 500
        2022-08-15 | A          | 800           | 400
    """)
    august, september = ledger.ask("plan_completion", as_ofs=[SEP, dt.date(2022, 8, 15)])
    assert (september.value, september.expected_pct) == (62.5, 75.0)
    assert august.expected_pct == pytest.approx(100 * 7 / 12)


@pytest.mark.parametrize(
    ("day", "months"),
    [("2022-09-29", 8), ("2022-09-30", 9), ("2022-10-01", 9), ("2022-02-28", 2), ("2024-02-28", 1), ("2021-12-31", 12)],
)
def test_a_month_has_passed_on_its_last_day(given_ledger, day, months):
    ledger = given_ledger(f"as_of | year_plan_wan\n{day} | 800")
    found = ledger.ask("plan_completion", as_ofs=[dt.date.fromisoformat(day)])[0]
    assert found.expected_pct == pytest.approx(100 * months / 12)


@pytest.mark.parametrize(
    ("column", "given", "asked"),
    [("county_code", "211402", "counties"), ("sector", "energy", "sectors"), ("nature", "retrofit", "natures"),
     ("batch_id", "B1", "batches"), ("sponsor", "S1", "sponsors"), ("project_id", "P9", "projects")],
)  # fmt: skip
def test_every_filter_keeps_what_it_names_and_drops_the_rest(given_ledger, column, given, asked):
    ledger = given_ledger(f"{column}\n{given}\nother")
    assert value_of(ledger, "projects", **{asked: [given]}) == 1
    assert value_of(ledger, "projects", **{asked: [given, "other"]}) == 2
    assert value_of(ledger, "projects", **{asked: None}) == 2


def test_a_share_by_money_is_another_number_than_by_count(given_ledger):
    ledger = given_ledger("""
        sector   | total_wan
        energy   | 9,000
        industry | 500
        industry | 500
    """)
    assert value_of(ledger, "sector_share_by_count", of_sectors=["energy"]) == pytest.approx(100 / 3)
    assert value_of(ledger, "sector_share_by_money", of_sectors=["energy"]) == 90.0


def test_the_city_level_and_cross_county_projects_are_no_counties(given_ledger):
    ledger = given_ledger("county_code\n211402\n211402\n211481\n211400\nmulti")
    assert value_of(ledger, "counties_covered") == 2
