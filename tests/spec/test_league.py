"""The league table: four rates, scaled, weighted (data/reference/league.csv) and ranked."""

import datetime as dt

import pytest

from data.city import rows

SEP, AUG = dt.date(2022, 9, 30), dt.date(2022, 8, 31)
A, B, C, D = "211402", "211403", "211404", "211481"
START, DONE, ENTERED, CLEARED = 30, 40, 15, 15


def league(engine, **asked):
    return {row.county_code: row for row in engine.ask("league", as_of=SEP, **asked)}


def scores(engine, **asked):
    return {code: row.score for code, row in league(engine, **asked).items() if row.score is not None}


def test_the_weights_are_those_that_these_specifications_speak_of():
    assert {row["measure"]: float(row["weight"]) for row in rows("league.csv")} == {
        "start_weight": START, "done_weight": DONE, "entered_weight": ENTERED, "cleared_weight": CLEARED,
    }  # fmt: skip


def test_a_rate_is_scaled_from_the_lowest_county_to_the_highest(given_ledger):
    """Start rates of 0, 50 and 100 % and nothing else to judge."""
    ledger = given_ledger(f"""
        county_code | actual_start
        {A}         | 2022-03-01
        {B}         | 2022-03-01
        {B}         |
        {C}         |
    """)
    # Those who started have entered nothing, equally: 100 of 15; the third county has no base for that.
    found = league(ledger)
    assert [found[code].started_pct for code in (A, B, C)] == [100.0, 50.0, 0.0]
    assert [found[code].entered_pct for code in (A, B, C)] == [0.0, 0.0, None]
    assert scores(ledger) == pytest.approx({A: 100.0, B: (50 * START + 100 * ENTERED) / (START + ENTERED), C: 0.0})


def test_the_scale_runs_between_the_counties_and_not_from_zero_to_one_hundred(given_ledger):
    """Year plans done of 60, 70 and 80 %: 0, 50 and 100 points."""
    ledger = given_ledger(f"""
        county_code | year_plan_wan | year_done_wan
        {A}         | 1,000         | 600
        {B}         | 1,000         | 700
        {C}         | 1,000         | 800
    """)
    weight = START + DONE
    assert scores(ledger) == pytest.approx(
        {A: 100 * START / weight, B: (100 * START + 50 * DONE) / weight, C: 100.0}
    )  # the start rates are all 0, so all have 100 there


def test_equal_rates_are_one_hundred_for_all(given_ledger):
    ledger = given_ledger(f"county_code\n{A}\n{B}\n{C}")
    assert scores(ledger) == {A: 100.0, B: 100.0, C: 100.0}


def test_the_four_rates_are_weighted_as_the_reference_file_says(given_tables):
    """Each county but the first leads in one rate and is last in the others; every base is there."""
    ledger = given_tables(
        projects=f"""
            county_code | actual_start | year_plan_wan | year_done_wan | stats_entry_on
            {A}         | 2022-03-01   | 100           | 0             |
            {B}         | 2022-03-01   | 100           | 100           |
            {B}         |              |               |               |
            {C}         | 2022-03-01   | 100           | 0             | 2022-04-01
            {C}         |              |               |               |
            {D}         | 2022-03-01   | 100           | 0             |
            {D}         |              |               |               |
        """,
        problems="""
            project_id | raised_on  | resolved_on
            P1         | 2022-03-01 |
            P2         | 2022-03-01 |
            P4         | 2022-03-01 |
            P6         | 2022-03-01 | 2022-04-01
        """,
    )
    assert scores(ledger) == {A: START, B: DONE, C: ENTERED, D: CLEARED}


def test_a_rate_without_a_base_does_not_count(given_ledger):
    """The second county has no year plan: its score is its start rate alone."""
    ledger = given_ledger(f"""
        county_code | year_plan_wan | year_done_wan
        {A}         | 1,000         | 500
        {B}         |               |
        {C}         | 1,000         | 700
    """)
    assert league(ledger)[B].done_pct is None
    assert scores(ledger)[B] == 100.0


def test_a_plan_without_a_report_of_what_is_done_is_nothing_done(given_ledger):
    ledger = given_ledger(f"county_code | year_plan_wan | year_done_wan\n{A} | 1,000 |\n{B} | 1,000 | 500")
    assert league(ledger)[A].done_pct == 0.0
    assert scores(ledger)[A] == pytest.approx(100 * START / (START + DONE))


def test_a_county_without_projects_is_listed_without_score_and_rank(given_ledger):
    row = league(given_ledger(f"county_code\n{A}"))[D]
    assert row == (D, None, None, None, 0, 0, None, None, None, None)


def test_entered_counts_among_the_started_and_up_to_the_date(given_ledger):
    ledger = given_ledger(f"""
        county_code | actual_start | stats_entry_on
        {A}         | 2022-03-01   | 2022-09-30
        {A}         | 2022-03-01   | 2022-10-01
        {A}         |              | 2022-03-01
    """)
    assert league(ledger)[A].entered_pct == 50.0


def test_cleared_counts_among_the_problems_raised_up_to_the_date(given_tables):
    ledger = given_tables(
        projects=f"county_code\n{A}\n{A}",
        problems="""
            project_id | raised_on  | resolved_on
            P1         | 2022-09-30 | 2022-09-30
            P1         | 2022-03-01 | 2022-10-01
            P2         | 2022-03-01 |
            P2         | 2022-03-01 | 2022-04-01
            P2         | 2022-10-01 |
        """,
    )
    assert league(ledger)[A].cleared_pct == 50.0


def test_preparatory_projects_play_no_part(given_ledger):
    ledger = given_ledger(f"county_code | year_status\n{A} | preparatory\n{A} | new_start")
    assert league(ledger)[A].projects == 1
